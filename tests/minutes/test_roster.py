"""Which names of one meeting mean one person."""

import pytest

from site_gen.minutes.names import parse_speaker
from site_gen.minutes.roster import Roster


def roster(*names: str) -> Roster:
    return Roster.of(parse_speaker(name) for name in names)


@pytest.mark.parametrize(
    ("printed", "others", "full"),
    [
        ("Mr Patel", ["Mr Nizam Patel"], "Mr Nizam Patel"),
        ("Mr N. Patel", ["Mr Nizam Patel"], "Mr Nizam Patel"),
        ("Patel", ["Mr N. Patel"], "Mr N. Patel"),
        ("Mr Patel", ["Mr N. Patel", "Mr Nizam Patel"], "Mr Nizam Patel"),
        ("Councillor White", ["County Councillor T White"], "County Councillor T White"),
        ("Cllr White", ["T White"], "T White"),
        ("Rod", ["Rod Example"], "Rod Example"),
        ("BW", ["Mrs Betty White"], "Mrs Betty White"),
        ("O'Dea", ["Councillor J. O’Dea"], "Councillor J. O’Dea"),
        ("O Ceallaigh", ["Cmhlr. S. Ó Ceallaigh"], "Cmhlr. S. Ó Ceallaigh"),
        ("Collins (J)", ["Councillor James Collins"], "Councillor James Collins"),
    ],
)  # fmt: skip
def test_a_short_name_becomes_the_fullest_of_the_same_person(
    printed: str, others: list[str], full: str
) -> None:
    assert roster(printed, *others).resolve(parse_speaker(printed)).name == full


@pytest.mark.parametrize(
    ("printed", "others"),
    [
        ("Mr Patel", ["Mr A. Patel", "Mr N. Patel"]),  # two fit
        ("Mrs Patel", ["Mr N. Patel"]),
        ("Mr Patel", ["Councillor N. Patel"]),  # the one in the gallery need not be the member
        ("Collins (J)", ["Collins (M)"]),
        ("BW", ["Betty White", "Brian Wood"]),
        ("Mr Patel", []),
        ("Mr A. Patel", ["Mr B. Patel"]),
    ],
)
def test_when_none_or_several_fit_the_name_stays(printed: str, others: list[str]) -> None:
    speaker = parse_speaker(printed)
    assert roster(printed, *others).resolve(speaker) == speaker


def test_offices_are_never_resolved() -> None:
    director = parse_speaker("The Director")
    assert roster("Director of Housing (Mr A. Reid)", "The Director").resolve(director) == director


def test_a_fuller_name_stays_though_a_shorter_is_known() -> None:
    full = parse_speaker("Mr Nizam Patel")
    assert roster("Mr Patel", "Mr Nizam Patel").resolve(full) == full
