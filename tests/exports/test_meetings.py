"""Open data of meetings."""

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
    assert written.index(b"\n") == len(written) - 1
    return json.loads(written)


def test_a_meeting_is_known_by_its_body_as_it_was_called_that_day() -> None:
    meeting = make_meeting(date=PartialDate(2023, 5), venue="Town Hall", start="19:30")
    written = line(meeting)
    assert written["id"] == "planning-2024-03-12"
    assert written["url"] == "meetings/planning-2024-03-12.html"
    assert (written["body"], written["body_name"], written["council"]) == (
        "planning", "Planning Sub-Committee", "Lindenmere",
    )  # fmt: skip
    assert (written["date"], written["start"]) == ("2023-05", "19:30")
    assert (written["status"], written["language"]) == ("approved", "en-GB")


def test_a_body_that_no_file_lists_has_no_name_here() -> None:
    written = line(make_meeting(), Directory())
    assert written["body"] == "planning"
    assert not {"body_name", "council"} & written.keys()


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
            "chair": True, "arrived": "19:40",
        }
    ]  # fmt: skip
    assert [(one["item_number"], one.get("item")) for one in written["declarations"]] == [
        ("11", "#item-11"), ("12", None),
    ]  # fmt: skip
    assert [(one.get("url"), one.get("item"), one.get("note")) for one in written["documents"]] == [
        ("documents/annual-report.html", "#item-11", None),
        ("files/meetings/planning/map.pdf", None, None),
        ("https://example.org/act", None, None),
        (None, None, "filed with the minutes"),
        (None, None, None),
    ]
    assert written["sittings"] == [{"date": "2024-03-12"}]
    assert written["corrections"] == [{"date": "2024-05-01", "was": "a", "now": "b"}]


def test_items_are_listed_with_what_became_of_them() -> None:
    meeting = make_meeting(
        item("Roads", number="11", state=ItemState.DEFERRED),
        item("", number="12", withheld=Withheld(1, ("3",))),
    )
    first, second = line(meeting)["items"]
    assert first == {
        "url": "#item-11", "number": "11", "title": "Roads", "state": "deferred",
    }  # fmt: skip
    assert second == {
        "url": "#item-12", "number": "12", "withheld": True, "withheld_paragraphs": ["3"],
    }  # fmt: skip


def test_of_a_private_meeting_only_body_date_and_reason_are_given() -> None:
    meeting = make_meeting(
        item("Secret", record("comment", "Secret")), title="Secret", venue="Secret",
        is_private=True, private_reason="Staffing",
    )  # fmt: skip
    written = line(meeting)
    assert "Secret" not in json.dumps(written)
    assert list(written) == [
        "id", "url", "body", "body_name", "council", "date", "private", "private_reason",
    ]  # fmt: skip
    assert (written["private"], written["private_reason"]) == (True, "Staffing")


def test_the_file_of_a_year_has_one_meeting_a_line() -> None:
    lines = [meeting_line(make_meeting(meeting_id=name), DIRECTORY) for name in ("a", "b")]
    file = meetings_file(2024, lines)
    assert file.path == "data/meetings-2024.jsonl"
    assert [json.loads(one)["id"] for one in file.content.splitlines()] == ["a", "b"]


def test_a_demonstration_says_so_on_every_line_and_nothing_else_does() -> None:
    assert "demonstration" not in line(make_meeting())
    demonstration = Directory(settings=Settings(is_demonstration=True))
    assert line(make_meeting(), demonstration)["demonstration"] is True


def test_characters_that_readers_take_for_line_ends_do_not_break_a_line() -> None:
    title = "one\u2028two\u2029three\x85four\x0bfive\x0csix\x1cseven\r\neight"
    meeting = make_meeting(item(title), item("Ó £2.6m ’"))
    written = meeting_line(meeting, DIRECTORY).decode()
    assert len(written.splitlines()) == 1
    assert [one["title"] for one in line(meeting)["items"]] == [title, "Ó £2.6m ’"]
    assert "Ó £2.6m ’" in written
