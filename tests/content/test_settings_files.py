"""site.yaml, bodies.yaml, people.yaml and glossary.yaml."""

from collections.abc import Callable

import pytest

from site_gen.content.bodies_file import parse_bodies
from site_gen.content.glossary_file import parse_glossary
from site_gen.content.people_file import parse_people
from site_gen.content.settings_file import parse_settings
from site_gen.diagnostics import Parsed
from site_gen.model.bodies import body_title
from site_gen.model.glossary import Acronym
from site_gen.site.settings import PublicNames, Settings
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source


def source(text: str) -> Source:
    return Source("content/x.yaml", text)


def test_an_empty_settings_file_gives_the_usual_settings() -> None:
    assert parse_settings(source("# nothing yet\n")).value == Settings()


def test_settings_are_read() -> None:
    parsed = parse_settings(
        source("title: Minutes\naddress: https://example.org/m\npublic_names: none\nnoindex: yes\n")
    )
    assert parsed.diagnostics == ()
    assert parsed.value.address == "https://example.org/m/"
    assert parsed.value.public_names is PublicNames.NONE
    assert parsed.value.is_noindex


def test_an_address_without_its_beginning_is_an_error() -> None:
    parsed = parse_settings(source("address: example.org\n"))
    assert parsed.value.address == ""
    assert "https://example.org" in parsed.diagnostics[0].hint


def test_broken_settings_are_an_error_and_leave_the_usual_ones() -> None:
    parsed = parse_settings(source("title: a: b\n"))
    assert parsed.value == Settings()
    assert parsed.diagnostics[0].code == "yaml-broken"


def test_a_body_has_the_name_of_the_day() -> None:
    parsed = parse_bodies(
        source(
            "bodies:\n  - id: planning\n    council: Exampleton\n    names:\n"
            "      - {name: Plans Committee, to: 2019-05-01}\n"
            "      - {name: Planning Committee, from: 2019-05-02}\n"
        )
    )
    assert parsed.diagnostics == ()
    body = parsed.value[0]
    assert body.name == "Planning Committee"
    assert body.name_on(PartialDate(2018, 1, 1)) == "Plans Committee"
    assert body.name_on(PartialDate(2019, 5, 2)) == "Planning Committee"


def test_a_body_without_a_name_is_called_after_its_folder() -> None:
    assert (
        parse_bodies(source("bodies: [{id: parks-and-trees}]")).value[0].name == "Parks and trees"
    )
    assert body_title("planning_committee") == "Planning committee"


def test_ids_given_twice_are_an_error_and_the_first_stays() -> None:
    parsed = parse_bodies(source("bodies:\n  - {id: a, name: One}\n  - {id: a, name: Two}\n"))
    assert [body.name for body in parsed.value] == ["One"]
    assert parsed.diagnostics[0].code == "id-twice"
    assert parsed.diagnostics[0].place.line == 3


def test_people_and_offices_are_read() -> None:
    parsed = parse_people(
        source(
            "people:\n  - id: anna\n    name: Anna Example\n    spellings: [Cllr Exampel]\n"
            "    roles:\n      - {member_of: planning, from: 2019, to: 2023-05-03, co_opted: yes}\n"
            "offices:\n  - {id: housing, title: Director of Housing}\n"
        )
    )
    assert parsed.diagnostics == ()
    role = parsed.value.people[0].roles[0]
    assert (role.member_of, role.is_co_opted) == ("planning", True)
    assert (role.start, role.end) == (PartialDate(2019), PartialDate(2023, 5, 3))
    assert parsed.value.offices[0].title == "Director of Housing"


def test_a_person_and_an_office_cannot_share_an_id() -> None:
    parsed = parse_people(
        source("people: [{id: a, name: A}]\noffices: [{id: a, title: Director of A}]")
    )
    assert parsed.value.offices == ()
    assert parsed.diagnostics[0].code == "id-twice"


def test_a_person_without_a_name_is_an_error() -> None:
    parsed = parse_people(source("people: [{id: a}]"))
    assert parsed.value.people == ()
    assert parsed.diagnostics[0].code == "field-missing"


def test_an_acronym_may_depend_on_the_council() -> None:
    parsed = parse_glossary(
        source(
            "acronyms:\n  CIN: child in need\n  LCC:\n"
            "    - {council: Exampleton, means: Local Care Company}\n    - means: Lead Committee\n"
            "words: {bins: refuse}\n"
        )
    )
    assert parsed.diagnostics == ()
    assert parsed.value.acronyms == (
        Acronym("CIN", "child in need"),
        Acronym("LCC", "Local Care Company", "Exampleton"),
        Acronym("LCC", "Lead Committee"),
    )
    assert parsed.value.words == (("bins", "refuse"),)


def test_a_list_where_words_are_wanted_is_an_error() -> None:
    assert parse_glossary(source("words: [bins]")).diagnostics[0].code == "field-wrong-type"
    assert parse_glossary(source("acronyms: [CIN]")).diagnostics[0].code == "field-wrong-type"


@pytest.mark.parametrize(
    ("parse", "path", "key"),
    [
        (parse_bodies, "content/bodies.yaml", "bodies"),
        (parse_people, "content/people.yaml", "people"),
    ],
)
def test_a_list_without_its_key_is_told_the_line_that_is_missing(
    parse: Callable[[Source], Parsed[object]], path: str, key: str
) -> None:
    (found,) = parse(Source(path, "- id: anna\n  name: Anna\n")).diagnostics
    assert (found.place.line, found.hint) == (1, f'write a line "{key}:" above the list')


def test_an_unknown_key_of_a_small_file_is_told_those_there_are() -> None:
    (found,) = parse_bodies(
        Source("content/bodies.yaml", "planning: {name: Planning}\n")
    ).diagnostics
    assert found.code == "field-unknown"
    assert found.hint.startswith("keys that are read here: bodies; write it like this: bodies: [{")


@pytest.mark.parametrize(
    ("text", "place", "closing"),
    [
        ("title: [Minutes of X\npublisher: Y\n", (1, 8), "]"),
        ("keywords: [a, b\n", (1, 11), "]"),
        ("title: X\nchecks: {unknown-acronym: off\npublisher: Y\n", (2, 9), "}"),
    ],
)
def test_a_bracket_that_is_never_closed_is_told_where_it_opens(
    text: str, place: tuple[int, int], closing: str
) -> None:
    (problem,) = parse_settings(Source("content/site.yaml", text)).diagnostics
    assert (problem.place.line, problem.place.column) == place
    assert "is never closed" in problem.message
    assert f'end the list with "{closing}"' in problem.hint
