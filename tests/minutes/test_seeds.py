"""The founding documents, as they stand in their files, under nothing but a date and a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.model.meetings import Meeting
from site_gen.model.prose import Passage, PassageRole, Prose
from site_gen.model.records import Record, RecordKind
from tests.minutes.samples import understand

Q, S, R = RecordKind.QUESTION, RecordKind.SUPPLEMENTARY, RecordKind.RESPONSE
PROSE_ALONE = {RecordKind.DISCUSSION}


@pytest.fixture(scope="module")
def read(seeds: Path) -> dict[str, Meeting]:
    """The five seeds, understood, by the first digits of their names."""
    return {
        path.name[:3]: understand(path.read_text(encoding="utf-8")).value
        for path in sorted(seeds.glob("*.txt"))
    }


def of_kind(meeting: Meeting, *kinds: RecordKind) -> list[Record]:
    return [record for record in meeting.records if record.kind in kinds]


def kinds(meeting: Meeting) -> set[RecordKind]:
    return {record.kind for record in meeting.records}


def passages(meeting: Meeting, role: PassageRole) -> list[Prose]:
    return [
        part.prose
        for item in meeting.items
        for part in item.flow
        if isinstance(part, Passage) and part.role is role
    ]


def test_000_is_one_item_with_its_printed_title(read: dict[str, Meeting]) -> None:
    (item,) = read["000"].items
    assert item.title == "Questions, Representations and Statements of Case"
    assert item.number is None
    assert item.address == "position-1"


def test_000_has_five_questions_and_five_responses_and_n_answers_n(
    read: dict[str, Meeting],
) -> None:
    questions, responses = of_kind(read["000"], Q), of_kind(read["000"], R)
    assert [question.number for question in questions] == ["1", "2", "3", "4", "5"]
    assert [response.number for response in responses] == ["1", "2", "3", "4", "5"]
    assert [response.answers for response in responses] == [
        (question.address,) for question in questions
    ]
    assert kinds(read["000"]) == {Q, R}


def test_000_counts_the_agenda_s_copy_once(read: dict[str, Meeting]) -> None:
    (copy,) = passages(read["000"], PassageRole.AGENDA)
    assert copy.text.startswith("Dr ")
    assert copy.text.endswith("mitigated?")


def test_000_keeps_the_list_and_the_date_range_in_the_fifth_response(
    read: dict[str, Meeting],
) -> None:
    fourth, fifth = of_kind(read["000"], R)[3:]
    assert fourth.prose.text.endswith("in the attached document:")
    assert fifth.prose.text.startswith("January 2024 to June 2025\n1. ")
    assert "\n2. " in fifth.prose.text
    assert "\n3. " in fifth.prose.text
    assert fifth.prose.html.count("<li>") == 3


def test_000_shows_the_attached_document_as_not_held(read: dict[str, Meeting]) -> None:
    (document,) = read["000"].documents
    assert document.title == "Attached document"
    assert document.note == "referred to, not held here"
    assert document.path is None
    assert document.item == "position-1"


def test_000_knows_who_asked_and_whose_office_answered(read: dict[str, Meeting]) -> None:
    for question in of_kind(read["000"], Q):
        assert question.speaker is not None
        assert question.speaker.printed.startswith("Dr ")
    for response in of_kind(read["000"], R):
        assert response.speaker is not None
        assert response.speaker.office is not None
        assert response.speaker.office.startswith("Director of ")


def test_001_has_nine_questions_seven_supplementaries_and_sixteen_responses(
    read: dict[str, Meeting],
) -> None:
    assert len(read["001"].items) == 1
    assert [len(of_kind(read["001"], kind)) for kind in (Q, S, R)] == [9, 7, 16]
    assert kinds(read["001"]) <= {Q, S, R} | PROSE_ALONE


def test_001_answers_each_question_with_what_comes_after_it(read: dict[str, Meeting]) -> None:
    thread = of_kind(read["001"], Q, S, R)
    for asked, answer in zip(thread[::2], thread[1::2], strict=True):
        assert asked.kind in (Q, S)
        assert answer.kind is R
        assert answer.answers == (asked.address,)


def test_001_takes_my_response_to_question_3_for_no_link(read: dict[str, Meeting]) -> None:
    responses = of_kind(read["001"], R)
    (mentioning,) = [each for each in responses if "response to question 3" in each.prose.text]
    assert mentioning.answers == ("position-1-question-6",)


def test_001_follows_each_supplementary_to_its_question(read: dict[str, Meeting]) -> None:
    follows = [record.follows for record in of_kind(read["001"], S)]
    assert follows == [f"position-1-question-{number}" for number in (1, 2, 3, 4, 5, 8, 9)]


def test_001_knows_asker_and_office_for_each(read: dict[str, Meeting]) -> None:
    for record in of_kind(read["001"], Q, S):
        assert record.speaker is not None
        assert record.speaker.printed == "Mr Patel"
        assert record.speaker.name == "Mr Nizamuddin Patel"
    for record in of_kind(read["001"], R):
        assert record.speaker is not None
        assert record.speaker.office == "Director of Children’s Social Work and Early Help"


def test_001_counts_the_agenda_s_differently_worded_copy_once(read: dict[str, Meeting]) -> None:
    (copy,) = passages(read["001"], PassageRole.AGENDA)
    assert "1. What plans/incentives" in copy.text


def test_002_is_one_item_with_presenter_and_introducer(read: dict[str, Meeting]) -> None:
    (item,) = read["002"].items
    assert item.presented_by is not None
    assert item.presented_by.office == "Strategic Director of Social Care and Education"
    assert item.introduced_by is not None
    assert item.introduced_by.office == "Assistant City Mayor for Children and Young people"


def test_002_keeps_ten_points_with_four_below_them_as_presented(
    read: dict[str, Meeting],
) -> None:
    (presented,) = of_kind(read["002"], RecordKind.DISCUSSION)
    assert presented.prose.html.count("<li>") == 14
    assert presented.prose.html.count("<ul>") == 2


def test_002_has_fourteen_comments_no_question_and_three_resolutions(
    read: dict[str, Meeting],
) -> None:
    meeting = read["002"]
    comments = of_kind(meeting, RecordKind.COMMENT)
    assert len(comments) == 14
    assert all(comment.speaker is None for comment in comments)
    assert not of_kind(meeting, Q, S, R)
    resolutions = of_kind(meeting, RecordKind.RESOLUTION)
    assert [each.number for each in resolutions] == ["1", "2", "3"]
    (decision,) = meeting.items[0].decisions
    assert {each.decision for each in resolutions} == {decision.address}
    announced = decision.flow[0]
    assert isinstance(announced, Passage)
    assert announced.prose.text == "AGREED:"


def test_003_is_prose_and_nothing_else(read: dict[str, Meeting]) -> None:
    meeting = read["003"]
    assert list(meeting.records) == []
    assert meeting.items == ()
    html = "".join(part.prose.html for part in meeting.preamble if isinstance(part, Passage))
    assert html.count("<li>") == 4
    assert "£2.5 million" in html
    assert meeting.date.iso == "2025-06-24"


def test_004_is_one_item_with_eight_numbered_comments(read: dict[str, Meeting]) -> None:
    (item,) = read["004"].items
    assert item.title.startswith("Progress Report: ")
    comments = of_kind(read["004"], RecordKind.COMMENT)
    assert [each.number for each in comments] == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    assert not of_kind(read["004"], Q, S, R)
    assert comments[3].prose.text.startswith("In response to a query")
    assert comments[3].address == "position-1-comment-iv"


def test_004_has_three_resolutions_though_nothing_announces_them(
    read: dict[str, Meeting],
) -> None:
    resolutions = of_kind(read["004"], RecordKind.RESOLUTION)
    assert [each.number for each in resolutions] == ["a", "b", "c"]
    assert resolutions[2].prose.text.endswith("to a future meeting.")
    assert len(list(read["004"].items[0].decisions)) == 1


def test_004_shows_the_report_as_filed_elsewhere(read: dict[str, Meeting]) -> None:
    (document,) = read["004"].documents
    assert "Agenda Item 11" in document.title
    assert document.note == "filed with the minutes"


@pytest.mark.parametrize("seed", ["002", "004"])
def test_supporting_documents_belong_to_no_record(read: dict[str, Meeting], seed: str) -> None:
    last = read[seed].items[-1].flow[-1]
    assert isinstance(last, Passage)
    assert last.role is PassageRole.FURNITURE
    assert all("Supporting documents" not in each.prose.text for each in read[seed].records)
