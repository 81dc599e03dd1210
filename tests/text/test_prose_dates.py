"""Dates as minutes print them."""

import time
from pathlib import Path

import pytest

from site_gen.text.prose_dates import DateProblem, find_dates


def isos(text: str, *, month_first: bool = False) -> list[str]:
    return [
        found.date.iso if found.date is not None else str(found.problem)
        for found in find_dates(text, month_first=month_first)
    ]


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2024-03-12", "2024-03-12"),
        ("12 March 2024", "2024-03-12"),
        ("12th March 2024", "2024-03-12"),
        ("12th of March, 2024", "2024-03-12"),
        ("the 1st day of May, 2017", "2017-05-01"),
        ("Monday, 11th December 2017", "2017-12-11"),
        ("March 12, 2024", "2024-03-12"),
        ("THURSDAY NOVEMBER 5TH 2009", "2009-11-05"),
        ("12.03.2024", "2024-03-12"),
        ("12/03/24", "2024-03-12"),
        ("12/03/98", "1998-03-12"),
        ("March 2024", "2024-03"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("Dé Luain 3 Meán Fómhair 2018", "2018-09-03"),
        ("9 Eanáir, 2018", "2018-01-09"),
        ("Dydd Mawrth 3 Mawrth 2020", "2020-03-03"),
        ("12fed o Fehefin 2019", "2019-06-12"),
    ],
)
def test_a_printed_date_is_read(printed: str, date: str) -> None:
    assert isos(f"held on {printed} in the Town Hall") == [date]


@pytest.mark.parametrize(
    "broken",
    [
        "MONDAY, 19TH** **FEBRUARY,\n2018",
        "**MONDAY, 19TH** **FEBRUARY,**\n\n**2018**",
        "MONDAY,\n\n19TH\n\nFEBRUARY, 2018",
        "MONDAY, 19™ FEBRUARY, 2018",  # how scanners read a raised "th"
        'MONDAY, 19" FEBRUARY 2018',
        "MONDAY 19February, 2018",
        "MONDAY, 19*th* _FEBRUARY_ 2018",
    ],
)
def test_broken_emphasis_lines_and_scans_do_not_hide_a_date(broken: str) -> None:
    (found,) = find_dates(f"HELD ON {broken} AT 9 A.M.")
    assert found.date is not None
    assert found.date.iso == "2018-02-19"
    assert found.printed == broken.strip("*")
    assert found.weekday == 0
    assert not found.has_wrong_weekday


def test_numbers_are_day_first_unless_told_or_only_month_first_is_possible() -> None:
    assert isos("03/04/2018") == ["2018-04-03"]
    assert isos("03/04/2018", month_first=True) == ["2018-03-04"]
    assert isos("03/15/2018") == ["2018-03-15"]
    assert isos("15/03/2018", month_first=True) == ["2018-03-15"]


@pytest.mark.parametrize(
    "printed",
    ["16th October 12019", "31st April 2018", "29 February 2019", "2024-02-30", "13/15/2018",
     "147 January 2005", "May 32, 2019", "3 May 1018"],
)  # fmt: skip
def test_an_impossible_date_is_reported_and_never_mended(printed: str) -> None:
    (found,) = find_dates(f"Held on {printed}.")
    assert found.date is None
    assert found.problem is DateProblem.IMPOSSIBLE
    assert found.printed == printed


@pytest.mark.parametrize(
    "words",
    ["12 March, 300 letters were sent", "which may 2018 have changed", "version 0.10.34",
     "minute 12.3.4.5", "19/20/21 Example Road", "page 2018", "10-12 people", "Part 8", "",
     "2018/2019"],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(words: str) -> None:
    assert find_dates(words) == ()


def test_a_wrong_weekday_is_told() -> None:
    (wrong,) = find_dates("Tuesday, 11th December 2017")
    assert wrong.has_wrong_weekday
    (right,) = find_dates("Monday, 11th December 2017")
    assert not right.has_wrong_weekday


def test_several_days_of_one_meeting_are_several_dates() -> None:
    assert isos("12th to 14th March 2018") == ["2018-03-12", "2018-03-14"]
    assert isos("12 and 13 June 2018") == ["2018-06-12", "2018-06-13"]
    assert isos("March 12-14, 2019") == ["2019-03-12", "2019-03-14"]


def test_a_day_without_a_year_is_given_only_when_asked_for() -> None:
    assert find_dates("on Thursday 13th July in the hall") == ()
    (found,) = find_dates("on Thursday 13th July in the hall", with_yearless=True)
    assert found.problem is DateProblem.NO_YEAR
    assert found.day_and_month == (13, 7)
    assert found.printed == "Thursday 13th July"


def test_every_date_has_its_place() -> None:
    text = "From Monday 1 May 2017 until March 2018, then 2019-01-02."
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "Monday 1 May 2017",
        "March 2018",
        "2019-01-02",
    ]


@pytest.mark.parametrize(
    "unit", ["1 ", "12th ", "1/1/", "March ", "1", "12 of ", "12 & ", "2018 ", "* ", "5 * ", '5" ',
             "Monday ", "12 to 13 ", "\n", "May 1 "]
)  # fmt: skip
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit)) + "2018"
    start = time.process_time()
    find_dates(text, with_yearless=True)
    assert time.process_time() - start < 2


def test_real_minutes_have_few_impossible_dates_and_those_are_slips(corpora: Path) -> None:
    """Of some 8 million characters only two dates are impossible; both are typing slips."""
    impossible = [
        found.printed
        for folder in ("limerick", "stokeferry", "london-on", "nodejs-tsc")
        for path in (corpora / folder).rglob("*.md")
        for found in find_dates(path.read_text(encoding="utf-8", errors="replace"))
        if found.problem is not None
    ]
    assert sorted(impossible) == ["147 Jan 2005", "29 February 2011"]
