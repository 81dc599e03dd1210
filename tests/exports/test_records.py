"""Open data of records."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.exports.records import COLUMNS, record_lines, records_file, with_earlier_answers
from site_gen.model.meetings import Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Prose
from site_gen.model.records import Outcome, Vote
from site_gen.text.dates import PartialDate
from site_gen.text.values import replace
from tests.made_meetings import decision, item, make_meeting, passage, record


def rows(meeting: Meeting, *, is_demonstration: bool = False) -> list[dict[str, str]]:
    lines = record_lines(meeting, is_demonstration=is_demonstration)
    file = records_file(2024, [lines], is_demonstration=is_demonstration)
    text = file.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_question_without_more_has_empty_cells_where_nothing_is_known() -> None:
    (row,) = rows(make_meeting(item("", record("question", "Why?"))))
    assert list(row) == list(COLUMNS)
    assert {name: cell for name, cell in row.items() if cell} == {
        "url": "meetings/planning-2024-03-12.html#item-1-question-1",
        "kind": "question",
        "body": "planning",
        "date": "2024-03-12",
        "item": "#item-1",
        "text": "Why?",
    }


def test_answers_are_addresses_and_speakers_are_as_printed() -> None:
    speaker = Speaker("Cllr Reid", name="Councillor Ann Reid", person_id="ann-reid")
    answers = ("item-1-question-1", "item-1-question-2")
    response = replace(record("response", "Both."), speaker=speaker, answers=answers)
    asked = (record("question", "1"), record("question", "2"))
    row = rows(make_meeting(item("A", *asked, response)))[2]
    assert row["answers"] == "#item-1-question-1 #item-1-question-2"
    assert (row["speaker"], row["speaker_id"]) == ("Cllr Reid", "ann-reid")


def test_every_part_of_a_decision_has_its_mover_vote_and_outcome() -> None:
    vote = Vote(votes_for=9, votes_against=0)
    passed = decision(
        passage("RESOLVED:"), record("resolution", "a"), record("resolution", "b"),
        moved_by="Cllr Reid", vote=vote, outcome=Outcome.CARRIED,
    )  # fmt: skip
    both = rows(make_meeting(item("A", passed)))
    assert len(both) == 2
    for row in both:
        assert row["decision"] == "#item-1-decision-1"
        assert (row["moved_by"], row["seconded_by"], row["outcome"]) == ("Cllr Reid", "", "carried")
        assert (row["votes_for"], row["votes_against"], row["votes_abstain"]) == ("9", "0", "")


def test_partial_dates_stay_partial() -> None:
    meeting = make_meeting(item("A", record("comment", "x")), date=PartialDate(2018, 6))
    assert rows(meeting)[0]["date"] == "2018-06"


def test_a_private_meeting_gives_no_record() -> None:
    meeting = make_meeting(item("A", record("comment", "x")), is_private=True)
    assert record_lines(meeting) == b""


def test_discussion_is_left_out() -> None:
    meeting = make_meeting(item("A", record("discussion", "x"), record("comment", "y")))
    assert [row["kind"] for row in rows(meeting)] == ["comment"]


def test_a_demonstration_says_so_on_every_row() -> None:
    meeting = make_meeting(item("A", record("comment", "x")))
    (row,) = rows(meeting, is_demonstration=True)
    assert list(row) == [*COLUMNS, "demonstration"]
    assert row["demonstration"] == "true"


def test_a_table_without_rows_still_has_its_header() -> None:
    header = ",".join(COLUMNS).encode()
    assert records_file(2024, []).content == "\ufeff".encode() + header + b"\r\n"


def test_the_file_of_a_year_is_the_parts_joined() -> None:
    file = records_file(2024, [b"a\r\n", b"", b"b\r\n"])
    assert file.content.endswith(b"\r\na\r\nb\r\n")
    assert file.path == "data/records-2024.csv"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "－", "＋", "＠"])
def test_a_cell_that_begins_like_a_formula_is_made_harmless_and_keeps_its_words(start: str) -> None:
    words = f'{start}HYPERLINK("http://x","y"), and "more"'
    spoken = replace(record("comment", words), speaker=Speaker(words), answers=())
    row = rows(make_meeting(item(words, spoken)))[0]
    for column in ("text", "speaker", "item_title"):
        assert row[column] == f"'{words}"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(texts, min_size=1, max_size=4), texts, st.none() | texts)
def test_any_words_come_back(spoken: list[str], title: str, speaker: str | None) -> None:
    made = [
        replace(
            record("comment", ""),
            prose=Prose("<p></p>", text),
            speaker=Speaker(speaker) if speaker else None,
        )
        for text in spoken
    ]
    meeting = make_meeting(item(title, *made))
    for row, text in zip(rows(meeting), spoken, strict=True):
        assert row["text"] in (text, f"'{text}")
        assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert row["item_title"] in (title, f"'{title}")


# -------------------------------------------------- answers given at a later meeting


def test_answers_to_questions_of_other_meetings_are_added_when_they_are_known() -> None:
    response = record("response", 'He said "yes", and\r\nno more.')
    own = replace(record("response", "b"), answers=("item-1-question-1",))
    meeting = make_meeting(item("A", record("question", "q"), response, own))
    page, other = "meetings/planning-2024-03-12.html", "meetings/planning-2024-01-01.html"
    earlier = {
        f"{page}#item-1-response-1": f"{other}#item-2-question-3",
        f"{page}#item-1-response-2": f"{other}#item-2-question-4",
    }
    lines = with_earlier_answers(record_lines(meeting), earlier).decode()
    cells = list(csv.reader(io.StringIO(lines, newline="")))
    assert [row[COLUMNS.index("answers")] for row in cells] == [
        "", f"{other}#item-2-question-3", f"{other}#item-2-question-4 #item-1-question-1",
    ]  # fmt: skip
    assert cells[1][COLUMNS.index("text")] == 'He said "yes", and\r\nno more.'


def test_meetings_without_such_answers_keep_their_very_lines() -> None:
    meeting = make_meeting(item("A", record("comment", 'x,"y"\r\nz')))
    for earlier in ({}, {"another#item-1": "b"}):
        assert with_earlier_answers(record_lines(meeting), earlier) == record_lines(meeting)
