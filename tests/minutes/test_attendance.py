"""Who was there, from the ways in which minutes say it."""

import json
import re
import time
import zipfile
from pathlib import Path

import pytest

from site_gen.content.blocks import parse_blocks
from site_gen.minutes.attendance import Attendance, attendance_label, parse_attendance
from site_gen.minutes.movements import parse_movements
from site_gen.model.meetings import Attendee, Presence
from site_gen.text.sources import Source
from site_gen.text.values import replace
from site_gen.text.words import Words
from tests.minutes.samples import FIELDS, understand


def read(text: str, presence: Presence | None = None) -> Attendance:
    return parse_attendance(parse_blocks(Source("a.md", text)).value, presence)


def said(attendees: tuple[Attendee, ...]) -> list[tuple[str | None, str]]:
    return [(each.speaker.name or each.speaker.office, str(each.presence)) for each in attendees]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Cllr Reid (Chair), Cllr Shah\n\nApologies: Cllr Moss",
        "**PRESENT:**\n\nCllr Reid (Chair) and Cllr Shah.\n\n**APOLOGIES:**\n\nCllr Moss.",
        "## Present\n\n* Cllr Reid (Chair)\n* Cllr Shah\n\n## Apologies\n\n* Cllr Moss",
        "1\\. Those Attending: Cllr Reid (Chair), Cllr Shah, 8 others.\n\n2.Apologies: Cllr Moss",
        "> [!a]- Present:\n> Cllr Reid (Chair), Cllr Shah\n\n> [!a]- Apologies:\n> Cllr Moss",
        "Present: Cllr Reid - Chair,\n\nCllr Shah\n\nApologies were received from Cllr Moss.",
        "Present: Cllr Reid (Chair), Cllr Shah. Apologies: Cllr Moss.",
        "Present:\nCllr Reid (Chair)\nCllr Shah\n\nAn apology was received from Cllr Moss",
        "Governors present: Cllr Reid (Chair), Cllr Shah\n\nApologies: Cllr Moss. Accepted.",
        "**5/1 Present.** Cllr Reid (Chair), Cllr Shah\n\n**5/2 Apologies.** Cllr Moss. Noted.",
        "| Present | Cllr Reid (Chair), Cllr Shah |\n|-|-|\n| Apologies | Cllr Moss |",
        "PRESENT IN THE CHAIR: Cllr Reid.\n\nMEMBERS PRESENT: Cllr Shah\n\nAPOLOGIES\n\nCllr Moss",
        "Chaired by: Cllr Reid\n\nPRESENT\n\nCllr Shah\n\nApologies were received from Cllr Moss.",
        "Yn bresennol: Cllr Reid (Cadeirydd), Cllr Shah\n\nYmddiheuriadau: Cllr Moss",
    ],
)  # fmt: skip
def test_those_present_are_told_from_those_who_sent_apologies(text: str) -> None:
    attendance = read(text)
    assert said(attendance.attendees) == [
        ("Cllr Reid", "member"),
        ("Cllr Shah", "member"),
        ("Cllr Moss", "apologies"),
    ]
    assert attendance.chair is not None
    assert attendance.chair.speaker.name == "Cllr Reid"


def test_a_shared_title_and_lines_broken_anywhere_are_put_together() -> None:
    attendance = read(
        "**MEMBERS PRESENT:**\n\nCouncillors Reid, Shah (J), Moss,\n\nHill and Cmhlr. Ó Dale.\n\n"
        "**OFFICIALS IN ATTENDANCE:**\n\nDirector, Physical Works (Mr. K. Lane), Meetings\n\n"
        "Administrator (Mr. C. Wood), Senior Executive Officer, Design and Delivery Services\n\n"
        "(Ms. J. Field).\n\nAt the outset, the Mayor welcomed Mr. Crowe."
    )
    assert said(attendance.attendees) == [
        ("Councillor Reid", "member"),
        ("Councillor Shah (J)", "member"),
        ("Councillor Moss", "member"),
        ("Councillor Hill", "member"),
        ("Cmhlr. Ó Dale", "member"),
        ("Mr. K. Lane", "officer"),
        ("Mr. C. Wood", "officer"),
        ("Ms. J. Field", "officer"),
    ]
    assert attendance.attendees[-1].capacity == (
        "Senior Executive Officer, Design and Delivery Services"
    )
    assert attendance.lines == frozenset({1, 3, 5, 7, 9, 11, 13})


def test_the_prose_that_follows_is_left_alone() -> None:
    attendance = read(
        "Present: Mr A Reid, Mrs B Shah\n\nThe Chairman welcomed Mr C Moss.\n\nMatters Arising\n\n"
        "Mr D Hill"
    )
    assert [each.speaker.name for each in attendance.attendees] == ["Mr A Reid", "Mrs B Shah"]
    assert attendance.lines == frozenset({1})


@pytest.mark.parametrize(
    "text",
    ["", "Apologies: None", "No apologies were received.", "Apologies for absence\n\nNone.",
     "The present arrangement works.", "Presentation on the hospital\n\nMr Reid spoke",
     "Members discussed the report.", "Present arrangements: none",
     "Attendance at the fair was good"],
)  # fmt: skip
def test_nobody_is_found_where_nobody_is_named(text: str) -> None:
    assert read(text).attendees == ()


def test_capacities_substitutes_and_movements_stay_as_printed() -> None:
    attendance = read(
        "Present: President Rob Reid, Cllr Shah (substitute for Cllr Moss), Cllr Hill (arrived "
        "7.15pm), Cllr Lane (as substitute for Cllr Wood), Mrs C Field (Clerk)\n\n"
        "Cllr Shah left the meeting at 8.40pm\n\nCllr Hill joined the meeting at 9pm"
    )
    reid, shah, hill, lane, field = attendance.attendees
    assert reid.capacity == "President"
    assert (shah.substitutes_for, shah.departed) == ("Cllr Moss", "8.40pm")
    assert hill.arrived == "9pm"
    assert lane.substitutes_for == "Cllr Wood"
    assert field.capacity == "Clerk"


def test_sentences_say_who_was_there_and_who_was_not() -> None:
    attendance = read(
        "MEMBERS AND STAFF PRESENT\n\nCommissioners Reid, Vice-President Jan Shah, and Joe Moss "
        "were present.  Commissioner Chuck Hill was absent.  Port Manager Roxie Lane was present."
    )
    assert said(attendance.attendees) == [
        ("Commissioner Reid", "member"),
        ("Vice-President Jan Shah", "member"),
        ("Commissioner Joe Moss", "member"),
        ("Commissioner Chuck Hill", "absent"),
        ("Port Manager Roxie Lane", "officer"),
    ]


def test_an_item_whose_heading_is_the_label_needs_none_in_its_text() -> None:
    presence = attendance_label("Apologies for absence")
    assert presence is Presence.APOLOGIES
    attendance = read("Cllr Reid and Cllr Shah.", presence)
    assert said(attendance.attendees) == [("Cllr Reid", "apologies"), ("Cllr Shah", "apologies")]


@pytest.mark.parametrize(
    ("heading", "presence"),
    [
        ("Present", Presence.MEMBER),
        ("MEMBERS PRESENT:", Presence.MEMBER),
        ("1. Attendance", Presence.MEMBER),
        ("In attendance", Presence.OFFICER),
        ("Officers present", Presence.OFFICER),
        ("Also present:", Presence.OTHER),
        ("Observers", Presence.OTHER),
        ("Absent", Presence.ABSENT),
        ("Presentation on buses", None),
        ("Apologies for the delay to the works", None),
        ("Planning", None),
    ],
)
def test_headings_that_announce_attendance_are_known(
    heading: str, presence: Presence | None
) -> None:
    assert attendance_label(heading) is presence


def test_each_name_has_its_place() -> None:
    attendance = read("Minutes\n\nPresent: Cllr Reid,\nCllr Shah")
    assert [(each.speaker.line, each.speaker.column) for each in attendance.attendees] == [
        (3, 10),
        (4, 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Councillor Reid left the meeting at 7.40pm", [("Councillor Reid", False, "7.40pm")]),
        ("8.15pm Cllr Reid joined the meeting", [("Cllr Reid", True, "8.15pm")]),
        ("At 8.05pm Cllr Reid returned to the meeting.", [("Cllr Reid", True, "8.05pm")]),
        ("Cllr Reid joined the meeting (7.10pm)", [("Cllr Reid", True, "7.10pm")]),
        ("Reid arrived shortly after the meeting began.",
         [("Reid", True, "shortly after the meeting began")]),
        ("Mr Reid then left the meeting.", [("Mr Reid", False, "early")]),
        ("Cllr Reid arrived during item 4.1 and left at 9pm.",
         [("Cllr Reid", True, "during item 4.1"), ("Cllr Reid", False, "9pm")]),
        ("Cllr Reid, who had declared an interest, withdrew from the Meeting for this item.",
         [("Cllr Reid", False, "for this item")]),
    ],
)  # fmt: skip
def test_arrivals_and_departures_are_read(text: str, expected: list[tuple[str, bool, str]]) -> None:
    found = parse_movements(Words.plain(text))
    assert [(each.speakers[0].name, each.is_arrival, each.when) for each in found] == expected


@pytest.mark.parametrize(
    "text",
    ["Mr Reid had left messages at the field", "The bus arrived late", "he then left the meeting",
     "The Director joined with the Members in thanking", "The scheme was returned for review",
     "Two people left the meeting", ""],
)  # fmt: skip
def test_what_is_no_name_moves_nobody(text: str) -> None:
    assert parse_movements(Words.plain(text)) == ()


@pytest.mark.parametrize(
    "unit", ["Present: ", "Present: A, ", "apologies ", "A left ", "(", "\n\nPresent:\n\n",
             "in the ", "A was present. ", "No apologies for absence ", ". A "]
)  # fmt: skip
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    blocks = parse_blocks(Source("a.md", text)).value
    start = time.process_time()
    parse_attendance(blocks)
    parse_movements(Words.plain(text))
    assert time.process_time() - start < 10


def test_the_attendance_of_a_canadian_council_is_read(corpora: Path) -> None:
    """The answer key prints some names with a stop or a second space; words are compared."""
    named = right = 0
    kinds = {"present": "member", "also_present": "other", "absent": "absent"}
    for path in sorted((corpora / "london-on" / "data").rglob("*.json")):
        key = json.loads(path.read_text(encoding="utf-8"))
        folder = corpora / "london-on" / "content" / path.parent.name
        source = Source("a.md", (folder / f"{path.stem}.md").read_text(encoding="utf-8"))
        attendance = parse_attendance(parse_blocks(source, 5).value[:12])
        found = {(each.speaker.printed, str(each.presence)) for each in attendance.attendees}
        for field, presence in kinds.items():
            for name in key[field]:
                named += 1
                right += (" ".join(name.split()).rstrip("."), presence) in found
    assert named > 300
    assert right / named >= 0.99


def test_irish_members_and_officials_are_found_in_nearly_all_minutes(corpora: Path) -> None:
    """Of minutes that print the labels, all but a few give members, a chair and officers."""
    labelled = members = chairs = officers = 0
    for path in sorted((corpora / "limerick").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if "MEMBERS PRESENT" not in text or "OFFICIALS IN ATTENDANCE" not in text:
            continue
        labelled += 1
        attendance = parse_attendance(parse_blocks(Source("a.md", text)).value[:70])
        kinds = [each.presence for each in attendance.attendees]
        members += Presence.MEMBER in kinds
        officers += Presence.OFFICER in kinds
        chairs += attendance.chair is not None
    assert labelled > 150
    assert min(members, officers) / labelled >= 0.98
    assert chairs / labelled >= 0.95


def test_american_commissioners_are_found_in_all_six_minutes(corpora: Path) -> None:
    """Checked against a reading of the six files."""
    members = {
        "03.15.2018": 5,
        "04.19.2018": 5,
        "05.23.2018": 5,
        "06.06.2018": 4,  # one is absent; the manager, listed among them, is none
        "06.28.2018": 5,  # one came late
        "07.26.2018": 5,
    }
    paths = sorted((corpora / "docx" / "board-minutes").glob("*.docx"))
    assert len(paths) == len(members)
    for path in paths:
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        rows = re.findall(r"<w:p[ >].*?</w:p>", xml, flags=re.DOTALL)
        lines = ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", row)) for row in rows]
        attendees = read("\n\n".join(filter(None, lines))).attendees
        kinds = [each.presence for each in attendees]
        assert kinds.count(Presence.MEMBER) == members[path.name[:10]], path.name
        assert kinds.count(Presence.ABSENT) == (path.name[:5] == "06.06")
        late = [each.speaker.name for each in attendees if each.arrived]
        assert late == {"05.23": ["Chuck Pavlik"], "06.28": ["Rohleder"]}.get(path.name[:5], [])


def test_lists_of_the_front_matter_stand_for_what_the_text_says_of_the_same_people() -> None:
    given = replace(
        FIELDS, apologies=("Councillor Moss",), in_attendance=("Director of Housing", "Jo Clerk")
    )
    text = "Present: Councillor Reid\n\nApologies: Councillor Ash\n\n## 1. Trees\n\nNoted.\n"
    found = understand(text, fields=given).value.attendance
    assert [(one.speaker.printed, one.presence) for one in found] == [
        ("Councillor Moss", Presence.APOLOGIES),
        ("Director of Housing", Presence.OFFICER),
        ("Jo Clerk", Presence.OFFICER),
        ("Councillor Reid", Presence.MEMBER),
    ]
