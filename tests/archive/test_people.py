"""Printed names to the people and offices of people.yaml: exactly one, or nobody."""

import pytest

from site_gen.archive.people import Occasion, PeopleIndex, name_key
from site_gen.minutes.names import parse_speaker
from site_gen.model.people import Office, Person, Role
from site_gen.text.dates import PartialDate

ON = PartialDate(2024, 3, 12)


def member(identifier: str, name: str, *roles: Role, spellings: tuple[str, ...] = ()) -> Person:
    return Person(identifier, name, spellings, roles)


PLANNING = Role(member_of="planning", start=PartialDate(2023, 5, 4))
HOUSING = Role(member_of="housing", start=PartialDate(2023, 5, 4))
PAST = Role(member_of="planning", start=PartialDate(2015, 5, 7), end=PartialDate(2023, 5, 3))

PEOPLE = (
    member("anna-reid", "Anna Reid", PLANNING, spellings=("Cllr Ried",)),
    member("bela-shah", "Bela Shah", PLANNING),
    member("carl-shah", "Carl Shah", HOUSING),
    member("dora-moss", "Dora Moss", PAST),
    member("emil-moss", "Emil Moss", HOUSING),
    member("finn-lake", "Finn Lake", Role(office="Head of Parks", start=PartialDate(2020))),
    member("gwen-odea", "Gwen O'Dea", PLANNING),
)
OFFICES = (
    Office("housing-director", "Director of Housing", spellings=("Housing Director",)),
    Office("city-finance", "Director of Finance", council="City"),
    Office("county-finance", "Director of Finance", council="County"),
)
INDEX = PeopleIndex(PEOPLE, OFFICES)


def found(
    printed: str, *, body: str = "planning", council: str = "", attending: tuple[str, ...] = ()
) -> str | None:
    occasion = Occasion(body, council, ON, frozenset(name_key(name) for name in attending))
    return INDEX.find(parse_speaker(printed), occasion)


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        ("Anna Reid", "anna-reid"),
        ("Councillor Anna Reid", "anna-reid"),
        ("COUNCILLOR REID", "anna-reid"),
        ("Cllr. A. Reid", "anna-reid"),
        ("Cllr Ried", "anna-reid"),
        ("Councillor O’Dea", "gwen-odea"),
        ("Councillor Reid, Chair of the Committee", "anna-reid"),
    ],
)
def test_a_councillor_is_found_however_printed(printed: str, person: str) -> None:
    assert found(printed) == person


def test_of_two_with_one_family_name_the_member_of_the_committee_is_meant() -> None:
    assert found("Councillor Shah") == "bela-shah"
    assert found("Councillor Shah", body="housing") == "carl-shah"


def test_of_two_that_fit_alike_neither_is_taken() -> None:
    assert found("Councillor Shah", body="parks") is None


def test_initials_tell_two_apart() -> None:
    assert found("Councillor C. Shah") == "carl-shah"
    assert found("Councillor X. Shah") is None


def test_who_served_on_the_day_comes_before_who_served_earlier() -> None:
    assert found("Councillor Moss") == "emil-moss"


def test_a_member_of_the_public_is_never_taken_for_a_councillor_of_the_same_name() -> None:
    assert found("Mr Reid") is None
    assert found("Ms A. Reid") is None


def test_a_civil_title_is_enough_where_the_attendance_lists_the_name() -> None:
    assert found("Mrs Reid", attending=("Mrs Reid",)) == "anna-reid"


@pytest.mark.parametrize("printed", ["The Director of Housing", "Housing Director"])
def test_an_office_is_found_by_title_and_spelling(printed: str) -> None:
    assert found(printed) == "housing-director"


def test_offices_of_one_title_are_told_apart_by_council_and_never_guessed() -> None:
    assert found("Director of Finance", council="County") == "county-finance"
    assert found("Director of Finance") is None


def test_titles_that_differ_are_never_merged() -> None:
    assert found("Assistant Director of Housing") is None
    assert found("Director of Housing and Homes") is None


def test_an_office_that_is_not_listed_is_whoever_holds_it() -> None:
    assert found("The Head of Parks") == "finn-lake"


def test_an_unknown_name_with_an_office_does_not_become_the_office() -> None:
    assert found("Zoe Unknown, Director of Housing") is None


def test_the_nearest_listed_name_is_offered() -> None:
    assert INDEX.nearest("Cllr Reed") == "Anna Reid"
    assert INDEX.nearest("Cllr Quatermain") is None
