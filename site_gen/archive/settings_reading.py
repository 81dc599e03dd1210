"""The four settings files to the Directory that every later step shares."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from site_gen.content.bodies_file import parse_bodies
from site_gen.content.discovery import ContentTree
from site_gen.content.glossary_file import parse_glossary
from site_gen.content.people_file import PeopleFile, parse_people
from site_gen.content.reading import read_source
from site_gen.content.settings_file import parse_settings, whole_address
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.minutes.wording_sets import check_wording
from site_gen.model.bodies import Body
from site_gen.model.glossary import Glossary
from site_gen.site.directory import Directory
from site_gen.site.settings import Settings
from site_gen.text.places import Place
from site_gen.text.sources import Source
from site_gen.text.values import replace

Value = TypeVar("Value")
SITE_SETTINGS = "content/site.yaml"


def read_directory(root: Path, tree: ContentTree, *, address: str = "") -> Parsed[Directory]:
    """What the settings files of `tree` say; `address` wins over the one of site.yaml.

    A file that is missing or broken leaves its part empty; the latter with an error.
    """
    problems: list[Diagnostic] = []

    def read(name: str, parse: Callable[[Source], Parsed[Value]], usual: Value) -> Value:
        path = f"content/{name}"
        if path not in tree.settings:
            return usual
        source = read_source(root, path)
        problems.extend(source.diagnostics)
        if source.value is None:
            return usual
        parsed = parse(source.value)
        problems.extend(parsed.diagnostics)
        return parsed.value

    settings = read("site.yaml", parse_settings, Settings())
    if address:
        settings = replace(settings, address=whole_address(address))
    settings = _with_known_wording(root, settings, problems)
    no_bodies: tuple[Body, ...] = ()
    bodies = read("bodies.yaml", parse_bodies, no_bodies)
    people = read("people.yaml", parse_people, PeopleFile())
    directory = Directory(
        settings=settings,
        bodies={body.id: body for body in bodies},
        people={person.id: person for person in people.people},
        offices={office.id: office for office in people.offices},
        glossary=read("glossary.yaml", parse_glossary, Glossary()),
    )
    return Parsed(directory, tuple(problems))


def _with_known_wording(root: Path, settings: Settings, problems: list[Diagnostic]) -> Settings:
    """The settings with wording that can be read; an error for each word that cannot."""
    wrong = list(check_wording(settings.wording, settings.phrases))
    if not wrong:
        return settings
    source = read_source(root, SITE_SETTINGS).value
    for each in wrong:
        place = source.place_of(each.written) if source is not None else Place(SITE_SETTINGS)
        problems.append(finding("field-wrong-value", place, each.message, each.hint))
    usual = Settings()
    return replace(settings, wording=usual.wording, phrases=usual.phrases)
