"""Open data of records, as JSON lines and as CSV."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.exports.records import record_lines, records_file, with_earlier_answers
from site_gen.exports.records_csv import (
    COLUMNS,
    csv_with_earlier_answers,
    record_csv_lines,
    records_csv_file,
)
from site_gen.model.meetings import Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Prose
from site_gen.model.records import Outcome, Vote
from site_gen.text.dates import PartialDate
from tests.made_meetings import decision, item, make_meeting, passage, record

KEYS = [
    "id", "kind", "url", "meeting", "body", "date", "item", "item_title", "speaker", "speaker_id",
    "text", "answers", "decision", "outcome", "moved_by", "seconded_by", "votes",
]  # fmt: skip


def rows(meeting: Meeting, *, is_demonstration: bool = False) -> list[dict[str, object]]:
    lines = record_lines(meeting, is_demonstration=is_demonstration).decode()
    assert lines == "" or lines.endswith("\n")
    return [json.loads(line) for line in lines.splitlines()]


def table(meeting: Meeting, *, is_demonstration: bool = False) -> list[dict[str, str]]:
    lines = record_csv_lines(meeting, is_demonstration=is_demonstration)
    file = records_csv_file(2024, [lines], is_demonstration=is_demonstration)
    text = file.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_question_without_more_has_every_key_and_null_where_nothing_is_known() -> None:
    (row,) = rows(make_meeting(item("", record("question", "Why?"))))
    assert list(row) == KEYS
    assert row == {
        "id": "planning-2024-03-12#item-1-question-1",
        "kind": "question",
        "url": "meetings/planning-2024-03-12.html#item-1-question-1",
        "meeting": "planning-2024-03-12",
        "body": "planning",
        "date": "2024-03-12",
        "item": "planning-2024-03-12#item-1",
        "item_title": None,
        "speaker": None,
        "speaker_id": None,
        "text": "Why?",
        "answers": [],
        "decision": None,
        "outcome": None,
        "moved_by": None,
        "seconded_by": None,
        "votes": None,
    }


def test_answers_are_ids_and_speakers_are_as_printed() -> None:
    speaker = Speaker("Cllr Reid", name="Councillor Ann Reid", person_id="ann-reid")
    answers = ("item-1-question-1", "item-1-question-2")
    response = replace(record("response", "Both."), speaker=speaker, answers=answers)
    row = rows(make_meeting(item("A", record("question", "1"), record("question", "2"), response)))[
        2
    ]
    assert row["answers"] == [f"planning-2024-03-12#{address}" for address in answers]
    assert (row["speaker"], row["speaker_id"]) == ("Cllr Reid", "ann-reid")


def test_every_part_of_a_decision_has_its_mover_vote_and_outcome() -> None:
    vote = Vote(votes_for=9, votes_against=0)
    passed = decision(
        passage("RESOLVED:"), record("resolution", "a"), record("resolution", "b"),
        moved_by="Cllr Reid", vote=vote, outcome=Outcome.CARRIED,
    )  # fmt: skip
    for row in rows(make_meeting(item("A", passed))):
        assert row["decision"] == "planning-2024-03-12#item-1-decision-1"
        assert (row["moved_by"], row["seconded_by"], row["outcome"]) == (
            "Cllr Reid",
            None,
            "carried",
        )
        assert row["votes"] == {"for": 9, "against": 0, "abstain": None}


def test_a_vote_without_counts_is_null() -> None:
    named = decision(record("motion", "a"), vote=Vote(is_unanimous=True))
    assert rows(make_meeting(item("A", named)))[0]["votes"] is None


def test_partial_dates_stay_partial() -> None:
    meeting = make_meeting(item("A", record("comment", "x")), date=PartialDate(2018, 6))
    assert rows(meeting)[0]["date"] == "2018-06"


def test_a_private_meeting_gives_no_record() -> None:
    meeting = make_meeting(item("A", record("comment", "x")), is_private=True)
    assert record_lines(meeting) == b""
    assert record_csv_lines(meeting) == b""


def test_discussion_is_in_the_lines_and_not_in_the_table() -> None:
    meeting = make_meeting(item("A", record("discussion", "x"), record("comment", "y")))
    assert [row["kind"] for row in rows(meeting)] == ["discussion", "comment"]
    assert [row["kind"] for row in table(meeting)] == ["comment"]


def test_a_demonstration_says_so_on_every_row() -> None:
    meeting = make_meeting(item("A", record("comment", "x")))
    (row,) = rows(meeting, is_demonstration=True)
    assert list(row) == [*KEYS, "demonstration"]
    assert row["demonstration"] is True
    (cells,) = table(meeting, is_demonstration=True)
    assert list(cells) == [*COLUMNS, "demonstration"]
    assert cells["demonstration"] == "true"


def test_a_table_without_rows_still_has_its_header() -> None:
    assert (
        records_csv_file(2024, []).content
        == "\ufeff".encode() + ",".join(COLUMNS).encode() + b"\r\n"
    )


def test_the_files_of_a_year_are_the_parts_joined() -> None:
    assert records_file(2024, [b"a\n", b"", b"b\n"]).content == b"a\nb\n"
    assert records_file(2024, []).path == "data/records-2024.jsonl"
    assert records_csv_file(2024, []).path == "data/records-2024.csv"


def test_characters_that_readers_take_for_line_ends_do_not_break_a_line() -> None:
    text = "one\u2028two\u2029three\x85four\x0bfive\x0csix\x1cseven\r\neight"
    meeting = make_meeting(item("A", record("comment", text), record("comment", "Ó £2.6m ’")))
    lines = record_lines(meeting).decode()
    assert len(lines.splitlines()) == 2
    assert [row["text"] for row in rows(meeting)] == [text, "Ó £2.6m ’"]
    assert "Ó £2.6m ’" in lines


# ------------------------------------------------------------------------- the table


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "－", "＋", "＠"])
def test_a_cell_that_begins_like_a_formula_is_made_harmless_and_keeps_its_words(start: str) -> None:
    words = f'{start}HYPERLINK("http://x","y"), and "more"'
    spoken = replace(record("comment", words), speaker=Speaker(words), answers=())
    row = table(make_meeting(item(words, spoken)))[0]
    for column in ("text", "speaker", "item_title"):
        assert row[column] == f"'{words}"


def test_counts_are_columns_and_what_is_not_known_is_empty() -> None:
    vote = Vote(votes_for=9, abstentions=0)
    row = table(make_meeting(item("A", decision(record("motion", "a"), vote=vote))))[0]
    assert (row["votes_for"], row["votes_against"], row["votes_abstain"]) == ("9", "", "0")
    assert row["seconded_by"] == ""


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(texts, min_size=1, max_size=4), texts, st.none() | texts)
def test_any_words_come_back_from_both_files(
    spoken: list[str], title: str, speaker: str | None
) -> None:
    made = [
        replace(
            record("comment", ""),
            prose=Prose("<p></p>", text),
            speaker=Speaker(speaker) if speaker else None,
        )
        for text in spoken
    ]
    meeting = make_meeting(item(title, *made))
    assert [row["text"] for row in rows(meeting)] == spoken
    for row, text in zip(table(meeting), spoken, strict=True):
        assert row["text"] in (text, f"'{text}")
        assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert row["item_title"] in (title, f"'{title}")


# -------------------------------------------------- answers given at a later meeting


def test_answers_to_questions_of_other_meetings_are_added_when_they_are_known() -> None:
    response = record("response", 'He said "answers":[] and no more.')
    own = replace(record("response", "b"), answers=("item-1-question-1",))
    meeting = make_meeting(item("A", record("question", "q"), response, own))
    earlier = {
        "planning-2024-03-12#item-1-response-1": "planning-2024-01-01#item-2-question-3",
        "planning-2024-03-12#item-1-response-2": "planning-2024-01-01#item-2-question-4",
    }
    lines = with_earlier_answers(record_lines(meeting), earlier)
    _, first, second = (json.loads(line) for line in lines.splitlines())
    assert first["answers"] == ["planning-2024-01-01#item-2-question-3"]
    assert first["text"] == 'He said "answers":[] and no more.'
    assert second["answers"] == [
        "planning-2024-01-01#item-2-question-4", "planning-2024-03-12#item-1-question-1",
    ]  # fmt: skip
    cells = csv_with_earlier_answers(record_csv_lines(meeting), earlier).decode()
    answers = [row[COLUMNS.index("answers")] for row in csv.reader(io.StringIO(cells, newline=""))]
    assert answers == [
        "", "planning-2024-01-01#item-2-question-3",
        "planning-2024-01-01#item-2-question-4 planning-2024-03-12#item-1-question-1",
    ]  # fmt: skip


def test_meetings_without_such_answers_keep_their_very_lines() -> None:
    meeting = make_meeting(item("A", record("comment", 'x,"y"\r\nz')))
    assert with_earlier_answers(record_lines(meeting), {}) == record_lines(meeting)
    for earlier in ({}, {"another#item-1": "b"}):
        assert csv_with_earlier_answers(record_csv_lines(meeting), earlier) == record_csv_lines(
            meeting
        )
        assert with_earlier_answers(record_lines(meeting), earlier) == record_lines(meeting)
