"""meetings.json."""

import json
from typing import Any

from site_gen.exports.meetings import meeting_line, meetings_file
from site_gen.model.bodies import Body, BodyName
from site_gen.model.meetings import (
    Attendee,
    Correction,
    Declaration,
    DocumentReference,
    ItemState,
    Meeting,
    Presence,
    Sitting,
)
from site_gen.model.people import Speaker
from site_gen.model.prose import Withheld
from site_gen.site.directory import Directory
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate
from tests.made_meetings import item, make_meeting, record

BODY = Body(
    "planning",
    (
        BodyName("Planning Sub-Committee", end=PartialDate(2023, 12, 31)),
        BodyName("Planning Committee", start=PartialDate(2024, 1, 1)),
    ),
    council="Lindenmere",
)
DIRECTORY = Directory(
    bodies={"planning": BODY}, documents={"documents/annual-report.md": "annual-report"}
)


def line(meeting: Meeting, directory: Directory = DIRECTORY) -> Any:
    written = meeting_line(meeting, directory)
    assert b"\n" not in written
    return json.loads(written)


def test_a_meeting_is_known_by_its_body_as_it_was_called_that_day() -> None:
    meeting = make_meeting(date=PartialDate(2023, 5), venue="Town Hall", start="19:30")
    written = line(meeting)
    assert written["id"] == "planning-2024-03-12"
    assert written["url"] == "meetings/planning-2024-03-12.html"
    assert (written["body"], written["body_name"], written["council"]) == (
        "planning", "Planning Sub-Committee", "Lindenmere",
    )  # fmt: skip
    assert (written["date"], written["date_inferred"]) == ("2023-05", False)
    assert (written["start"], written["end"], written["chair"]) == ("19:30", None, None)
    assert (written["status"], written["language"]) == ("approved", "en-GB")


def test_a_body_that_no_file_lists_has_no_name_here() -> None:
    written = line(make_meeting(), Directory())
    assert (written["body"], written["body_name"], written["council"]) == ("planning", None, None)


def test_attendance_declarations_and_documents_are_given_whole() -> None:
    reid = Speaker("Cllr Reid", person_id="reid")
    meeting = make_meeting(
        item("Roads", number="11"),
        attendance=(
            Attendee(reid, Presence.MEMBER, capacity="Chair", is_chair=True, arrived="19:40"),
        ),
        declarations=(
            Declaration(reid, "lives there", 5, item_number="11", interest="personal"),
            Declaration(reid, "none", 6, item_number="12"),
        ),
        documents=(
            DocumentReference("Report", 7, path="documents/annual-report.md", item="item-11"),
            DocumentReference("Map", 8, path="meetings/planning/map.pdf"),
            DocumentReference("Act", 9, href="https://example.org/act"),
            DocumentReference("Plan", 10, note="filed with the minutes"),
            DocumentReference("Lost", 11, path="documents/lost.md"),
        ),
        sittings=(Sitting(PartialDate(2024, 3, 12)),),
        corrections=(Correction(PartialDate(2024, 5, 1), was="a", now="b"),),
    )
    written = line(meeting)
    assert written["attendance"] == [
        {
            "name": "Cllr Reid", "person_id": "reid", "presence": "member", "capacity": "Chair",
            "chair": True, "substitutes_for": None, "arrived": "19:40", "departed": None,
        }
    ]  # fmt: skip
    assert [(one["item_number"], one["item"]) for one in written["declarations"]] == [
        ("11", "planning-2024-03-12#item-11"), ("12", None),
    ]  # fmt: skip
    assert [(one["url"], one["item"], one["note"]) for one in written["documents"]] == [
        ("documents/annual-report.html", "planning-2024-03-12#item-11", None),
        ("files/meetings/planning/map.pdf", None, None),
        ("https://example.org/act", None, None),
        (None, None, "filed with the minutes"),
        (None, None, None),
    ]
    assert written["sittings"] == [{"date": "2024-03-12", "start": None, "venue": None}]
    assert written["corrections"] == [
        {"date": "2024-05-01", "item": None, "was": "a", "now": "b", "by": None}
    ]


def test_items_are_listed_with_what_became_of_them() -> None:
    meeting = make_meeting(
        item("Roads", number="11", state=ItemState.DEFERRED),
        item("", number="12", withheld=Withheld(1, ("3",))),
    )
    first, second = line(meeting)["items"]
    assert (first["id"], first["number"], first["state"]) == (
        "planning-2024-03-12#item-11", "11", "deferred",
    )  # fmt: skip
    assert (first["withheld"], second["withheld"], second["withheld_paragraphs"]) == (
        False, True, ["3"],
    )  # fmt: skip


def test_of_a_private_meeting_only_body_date_and_reason_are_given() -> None:
    meeting = make_meeting(
        item("Secret", record("comment", "Secret")), title="Secret", venue="Secret",
        is_private=True, private_reason="Staffing",
    )  # fmt: skip
    written = line(meeting)
    assert "Secret" not in json.dumps(written)
    assert list(written) == [
        "id", "url", "body", "body_name", "council", "date", "date_inferred", "private",
        "private_reason",
    ]  # fmt: skip
    assert (written["private"], written["private_reason"]) == (True, "Staffing")


def test_the_file_has_one_meeting_a_line_and_says_when_it_is_a_demonstration() -> None:
    lines = [meeting_line(make_meeting(meeting_id=name), DIRECTORY) for name in ("a", "b")]
    file = meetings_file(lines, Settings(title="Minutes", is_demonstration=True))
    assert file.path == "data/meetings.json"
    written = json.loads(file.content)
    assert (written["title"], written["demonstration"]) == ("Minutes", True)
    assert [meeting["id"] for meeting in written["meetings"]] == ["a", "b"]
    assert len(file.content.splitlines()) == 8
    plain = json.loads(meetings_file([], Settings()).content)
    assert plain == {"title": "Minutes archive", "meetings": []}
