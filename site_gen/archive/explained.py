"""One file of minutes explained, as the archive that it lies in would understand it."""

from pathlib import Path

from site_gen.archive.settings_reading import read_directory
from site_gen.content.discovery import ContentTree
from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MeetingFields, parse_meeting_fields
from site_gen.content.reading import decode_source
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.switches import switched
from site_gen.minutes.explaining import Explanation, explain_minutes
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, replace

SITE_FILE = "site.yaml"
ELSEWHERE = "content/meetings/explained/minutes.md"  # for a file that lies in no archive
NO_DAY = PartialDate(2000)  # a year alone contradicts no date of the text


@dataclass(frozen=True, slots=True)
class ExplainedFile:
    """What was made of a file. `explanation` is None where it cannot be read."""

    explanation: Explanation | None
    settings: Settings
    problems: tuple[Diagnostic, ...]


def explain_file(root: Path, path: str, content: bytes) -> ExplainedFile:
    """The file at `path` explained with the settings of the archive at `root`.

    Minutes without front matter are explained from their first line. Where front matter is broken
    nobody knows whether they are private, so nothing is.
    """
    directory = read_directory(root, _settings_only(root)).value
    settings = directory.settings
    place = path if path.startswith("content/meetings/") else ELSEWHERE
    decoded = decode_source(place, content)
    problems = list(decoded.diagnostics)
    explanation = None
    if decoded.value is not None:
        explanation = _explained(decoded.value, settings, problems)
    if explanation is not None:
        problems += explanation.problems
    told = [replace(one, place=replace(one.place, path=path)) for one in problems]
    ordered = sorted(switched(told, dict(settings.checks)), key=lambda one: one.sort_key)
    return ExplainedFile(explanation, settings, tuple(ordered))


def _explained(
    source: Source, settings: Settings, problems: list[Diagnostic]
) -> Explanation | None:
    front = split_front_matter(source)
    problems += front.diagnostics
    if front.value is None:
        if _has_broken_front_matter(source):
            return None
        fields: MeetingFields | None = MeetingFields(id="minutes", body="minutes", date=NO_DAY)
        body_line = 1
    else:
        parsed = parse_meeting_fields(source, front.value)
        problems += parsed.diagnostics
        fields, body_line = parsed.value, front.value.body_line
    if fields is None:
        return None
    return explain_minutes(source, fields=fields, body_line=body_line, settings=settings)


def _has_broken_front_matter(source: Source) -> bool:
    """Whether something stands at the top that was meant as front matter: it may say "private"."""
    return source.text.lstrip().startswith("---")


def _settings_only(root: Path) -> ContentTree:
    file = root / "content" / SITE_FILE
    return ContentTree(settings=(f"content/{SITE_FILE}",) if file.is_file() else ())
