"""When, where and of whom minutes are."""

import re
import time
import zipfile
from pathlib import Path

import pytest

from site_gen.content.blocks import parse_blocks
from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Severity
from site_gen.minutes.header import Header, Printed, parse_closing, parse_header
from site_gen.minutes.header_check import check_header, clock_minutes
from site_gen.model.meetings import Sitting
from site_gen.text.dates import PartialDate
from site_gen.text.places import Place
from site_gen.text.prose_dates import find_dates
from site_gen.text.sources import Source


def header(text: str, closing: str = "") -> Header:
    blocks = parse_blocks(Source("a.md", text)).value
    return parse_header(blocks, parse_blocks(Source("a.md", closing)).value)


def text_of(printed: Printed | None) -> str | None:
    return None if printed is None else printed.text


def date_of(found: Header) -> str | None:
    return found.date.date.iso if found.date is not None and found.date.date is not None else None


# As a scanner gives it: broken into lines, each bold by itself.
BROKEN = (
    "**MINUTES OF PROCEEDINGS AT MEETING OF THE EXAMPLE**\n\n**COMMITTEE HELD IN THE TOWN HALL,**"
    "\n\n**ON** **MONDAY, 11TH** **DECEMBER,**\n\n**2017, AT 7.30 P.M.**\n\n**PRESENT:**\n\nCllr A"
)


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the Example Committee held in the Town Hall on 11th December 2017 at 7.30pm",
        BROKEN,
        "Example Committee Meeting\n\nVenue: Town Hall\n\nDate: 11 December 2017\n\nTime: 7.30 pm",
        "A meeting of the Example Committee was held in the Town Hall on 11.12.2017 at 7.30pm.",
        "# Minutes of the Example Committee\n\nHeld in the Town Hall\n\nAt 7.30pm, 11.12.2017",
    ],
)  # fmt: skip
def test_date_time_place_and_body_are_read(text: str) -> None:
    found = header(text)
    assert date_of(found) == "2017-12-11"
    assert clock_minutes(text_of(found.start) or "") == (19 * 60 + 30,)
    assert (text_of(found.venue) or "").lower().removeprefix("the ") == "town hall"
    assert (text_of(found.body_name) or "").lower() == "example committee"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# 2nd Meeting of the Community Committee\n\n1 May 2025",
         "2nd Meeting of the Community Committee", "Community Committee"),
        ("# Steering Committee (SC) Meeting 2018-08-01",
         "Steering Committee (SC) Meeting 2018-08-01", "Steering Committee (SC)"),
        ("Minutes of the July meeting of Example Parish Council\n\nDRAFT",
         "Minutes of the July meeting of Example Parish Council", "Example Parish Council"),
        ("MINUTES OF EXAMPLE PARISH COUNCIL NOVEMBER MEETING",
         "MINUTES OF EXAMPLE PARISH COUNCIL NOVEMBER MEETING", "EXAMPLE PARISH COUNCIL"),
        ("Minutes of the meeting held on 4 May 2018", "Minutes of the meeting held on 4 May 2018",
         None),
        ("The committee was formed.", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_title_and_body(text: str, title: str | None, body: str | None) -> None:
    found = header(text)
    assert text_of(found.title) == title
    assert text_of(found.body_name) == body


@pytest.mark.parametrize(
    "text",
    [
        "Adoption of the minutes of the last meeting held on 15th January 2018",
        "Circulated, copy of draft Minutes of the Meeting held on 15th January 2018",
        "The report dated 15 January 2018 was circulated.",
        "The next meeting will be held on 15 January 2018",
        "Nothing is said of a day.",
    ],
)
def test_the_dates_of_other_meetings_and_papers_are_passed_over(text: str) -> None:
    assert header(text).date is None
    found = header(f"Example Council\n\nMeeting of 19 February 2018\n\n{text}")
    assert date_of(found) == "2018-02-19"


def test_a_date_without_a_year_is_found_but_is_no_date() -> None:
    found = header("Minutes of the meeting held on Thursday 13th July in The Village Hall")
    assert found.date is not None
    assert found.date.date is None
    assert found.date.found.day_and_month == (13, 7)


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Board President Reid called the meeting to order at 2:00.", "Board President Reid"),
        ("Mrs T Reid (Vice Chair) chaired the meeting.", "Mrs T Reid (Vice Chair)"),
        ("Cllr Reid took the chair.", "Cllr Reid"),
        ("Chair: Cllr A. Reid", "Cllr A. Reid"),
        ("The meeting has no chair.", None),
    ],
)
def test_the_chair_is_read_where_a_sentence_names_it(text: str, chair: str | None) -> None:
    assert text_of(header(text).chair) == chair


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The meeting closed at 9.15pm", "9.15pm"),
        ("There being no further business the meeting concluded at 21:05.", "21:05"),
        ("Reid adjourned the meeting at 3:30.", "3:30"),
        ("The meeting was declared closed at 10.00 p.m.", "10.00 p.m."),
        ("The meeting ended at approximately 8pm", "8pm"),
        ("The meeting adjourned at 1:39 PM.", "1:39 PM"),
        ("The shop closed its doors in 2015", None),
        ("The next meeting is at 7.30pm", None),
    ],
)
def test_the_closing_words_tell_the_end(text: str, end: str | None) -> None:
    assert text_of(parse_closing(parse_blocks(Source("a.md", text)).value)) == end


def test_every_value_has_its_place() -> None:
    found = header("Example Council\n\nMeeting held in the Town Hall\nat 7.30pm on 1 May 2018")
    assert found.venue is not None
    assert found.start is not None
    assert found.date is not None
    assert (found.venue.line, found.venue.column) == (3, 17)
    assert (found.start.line, found.start.column) == (4, 4)
    assert (found.date.line, found.date.column) == (4, 14)


def fields(**given: str) -> MeetingFields:
    values = {name: text for name, text in given.items() if name not in ("date", "time")}
    places = {name: Place("a.md", line) for line, name in enumerate(given, start=2)}
    return MeetingFields(
        id="x",
        body="x",
        date=PartialDate.parse(given.get("date", "2018-05-01")),
        start=given.get("time", ""),
        places=places,
        **values,  # type: ignore[arg-type]
    )


TEXT = (
    "Minutes of the Board held in the Town Hall on Tuesday 1 May 2018 at 7.30pm\n\nChair: Cllr Reid"
)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"date": "2018-05-01", "time": "19:30", "venue": "Example Town Hall", "chair": "A. Reid"},
        {"date": "2018-05", "time": "7.30 pm"},
        {"date": "2018"},
    ],
)
def test_what_agrees_or_is_not_said_contradicts_nothing(given: dict[str, str]) -> None:
    assert check_header(header(TEXT), fields(**given), "a.md") == ()


@pytest.mark.parametrize(
    ("given", "message", "place"),
    [
        ({"date": "2018-05-02"},
         '`date` in line 2 is "2 May 2018", but the minutes print "Tuesday 1 May 2018"', (1, 47)),
        ({"date": "2018-05-01", "time": "19:00"},
         '`time` in line 3 is "19:00", but the minutes print "7.30pm"', (1, 69)),
        ({"date": "2018-05-01", "venue": "Library"},
         '`venue` in line 3 is "Library", but the minutes print "the Town Hall"', (1, 30)),
        ({"date": "2018-05-01", "chair": "Cllr Shah"},
         '`chair` in line 3 is "Cllr Shah", but the minutes print "Cllr Reid"', (3, 8)),
    ],
)  # fmt: skip
def test_a_contradiction_names_both_places(
    given: dict[str, str], message: str, place: tuple[int, int]
) -> None:
    (found,) = check_header(header(TEXT), fields(**given), "a.md")
    assert found.code == "header-contradicts"
    assert found.severity is Severity.WARNING
    assert found.message == message
    assert (found.place.line, found.place.column) == place


def test_a_sitting_of_several_days_may_print_any_of_them() -> None:
    given = MeetingFields(
        id="x",
        body="x",
        date=PartialDate(2018, 4, 30),
        sittings=(Sitting(PartialDate(2018, 5, 1)),),
    )
    assert check_header(header(TEXT), given, "a.md") == ()


def test_an_impossible_date_is_told_and_never_guessed() -> None:
    found = header("Minutes of the meeting held on 16th October 12019")
    assert date_of(found) is None
    (told,) = check_header(found, fields(date="2019-10-16"), "a.md")
    assert told.code == "date-impossible"
    assert told.message == 'there is no such day as "16th October 12019"'
    assert (told.place.line, told.place.column, told.place.length) == (1, 32, 18)


def test_a_wrong_weekday_is_told() -> None:
    found = header("Meeting held on Tuesday 26th June 2017")
    (told,) = check_header(found, fields(date="2017-06-26"), "a.md")
    assert told.code == "weekday-wrong"
    assert told.message == '"Tuesday 26th June 2017" was a Monday'


def test_a_day_without_a_year_contradicts_another_day() -> None:
    found = header("Minutes of the meeting held on Thursday 13th July")
    assert check_header(found, fields(date="2006-07-13"), "a.md") == ()
    (told,) = check_header(found, fields(date="2006-08-01"), "a.md")
    assert told.code == "header-contradicts"


@pytest.mark.parametrize(
    ("printed", "minutes"),
    [
        ("7.30pm", (1170,)),
        ("19:30", (1170,)),
        ("7.30", (450, 1170)),
        ("10 A.M.", (600,)),
        ("12 noon", (720,)),
        ("12am", (0,)),
        ("2 PM.", (840,)),
        ("18:30 hrs", (1110,)),
        ("25:00", ()),
        ("7.99pm", ()),
        ("soon", ()),
    ],
)
def test_printed_times_are_compared_by_the_minute(printed: str, minutes: tuple[int, ...]) -> None:
    assert clock_minutes(printed) == minutes


@pytest.mark.parametrize(
    "unit", ["meeting of ", "held in ", "minutes of the ", "at 7.30pm ", "Venue: ", "1 May 2018 ",
             "closed ", "\n\nheld on\n\n", "the ", "A "]
)  # fmt: skip
def test_hostile_input_takes_no_time(unit: str) -> None:
    blocks = parse_blocks(Source("a.md", unit * (50_000 // len(unit)))).value
    start = time.process_time()
    parse_header(blocks, blocks)
    assert time.process_time() - start < 8


def test_dates_of_irish_minutes_are_those_of_their_file_names(corpora: Path) -> None:
    """0.99 of 199; two are misprints, of which the weekday of one is told."""
    named = right = 0
    for path in sorted((corpora / "limerick").rglob("*.md")):
        days = {found.date for found in find_dates(path.stem)}
        if not any(day is not None and day.day is not None for day in days):
            continue
        named += 1
        text = path.read_text(encoding="utf-8")
        found = header(text[:6000])
        right += found.date is not None and found.date.date in days
    assert named > 190
    assert right / named >= 0.98


def test_dates_of_other_minutes_are_right(corpora: Path) -> None:
    dated = [
        text
        for path in (corpora / "nodejs-tsc" / "meetings").glob("20*.md")
        if re.match(r"# .*\d{4}-\d\d-\d\d", text := path.read_text(encoding="utf-8"))
    ]
    named = list((corpora / "london-on" / "content").rglob("*.md"))
    assert dated
    assert named
    for text in dated:
        assert date_of(header(text[:3000])) is not None, text.partition("\n")[0]
    for path in named:
        text = path.read_text(encoding="utf-8").split("---", 2)[2]
        assert date_of(header(text)) == path.name[:10]


def test_american_board_minutes_give_date_start_end_and_chair(corpora: Path) -> None:
    """All six, from the bare paragraphs of the Word files."""
    paths = sorted((corpora / "docx" / "board-minutes").glob("*.docx"))
    assert len(paths) == 6
    for path in paths:
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        rows = re.findall(r"<w:p[ >].*?</w:p>", xml, flags=re.DOTALL)
        lines = ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", row)) for row in rows]
        text = "\n\n".join(filter(None, lines))
        found = header(text, text)
        month, day, year = path.name[:10].split(".")
        assert date_of(found) == f"{year}-{month}-{day}"
        assert "Bishop" in (text_of(found.chair) or "")
        assert text_of(found.start)
        assert text_of(found.end)
