"""One resolved meeting to the rows that lists show of it."""

from collections.abc import Iterator

from site_gen.archive.openings import opening_words
from site_gen.archive.parts import part_rows
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.records import Decision, Outcome, Record, RecordKind
from site_gen.model.rows import (
    DecisionRow,
    MeetingRow,
    PartRow,
    QuestionRow,
    ResponseState,
)
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass

QUESTIONS = frozenset({RecordKind.QUESTION})


@dataclass(frozen=True, slots=True)
class MeetingRows:
    """All that lists show of one meeting, in the order minuted."""

    meeting: MeetingRow
    questions: tuple[QuestionRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    parts: tuple[tuple[str, PartRow], ...] = ()  # with the person's or office's id


def meeting_rows(meeting: Meeting) -> MeetingRows:
    """The rows of `meeting`; a private one has only its own, without a title of substance."""
    questions = tuple(_question_rows(meeting))
    decisions = tuple(_decision_rows(meeting))
    comments = sum(record.kind is RecordKind.COMMENT for record in meeting.records)
    row = MeetingRow(
        id=meeting.id,
        body=meeting.body,
        date=meeting.date,
        title=meeting.title,
        status=meeting.status,
        start=meeting.start,
        venue=meeting.venue,
        is_private=meeting.is_private,
        questions=len(questions),
        decisions=sum(row.kind is not RecordKind.MOTION for row in decisions),
        points=comments,
    )
    return MeetingRows(row, questions, decisions, part_rows(meeting))


def _question_rows(meeting: Meeting) -> Iterator[QuestionRow]:
    responses: dict[str, list[Record]] = {}
    follow_ups: dict[str, int] = {}
    for record in meeting.records:
        for address in record.answers:
            responses.setdefault(address, []).append(record)
        if record.kind is RecordKind.SUPPLEMENTARY and record.follows is not None:
            follow_ups[record.follows] = follow_ups.get(record.follows, 0) + 1
    for item in meeting.items:
        for record in item.records:
            if record.kind not in QUESTIONS:
                continue
            answers = responses.get(record.address, [])
            yield QuestionRow(
                meeting=meeting.id,
                address=record.address,
                body=meeting.body,
                date=meeting.date,
                item_title=item.title,
                opening=opening_words(record.prose.text),
                number=record.number,
                speaker=record.speaker,
                state=_state(answers),
                supplementaries=follow_ups.get(record.address, 0),
            )


def _state(answers: list[Record]) -> ResponseState:
    if any(not answer.is_promise for answer in answers):
        return ResponseState.RECORDED
    return ResponseState.TO_FOLLOW if answers else ResponseState.NONE


def _decision_rows(meeting: Meeting) -> Iterator[DecisionRow]:
    for item in meeting.items:
        resolved = _resolved_words(item)
        for decision in item.decisions:
            if _stands_again(decision, resolved):
                continue
            if (row := _decision_row(meeting, item, decision)) is not None:
                yield row


def _resolved_words(item: AgendaItem) -> frozenset[str]:
    """The words of all that was resolved under the item, where something was moved as well."""
    records = [record for decision in item.decisions for record in decision.records]
    if all(record.kind is not RecordKind.MOTION for record in records):
        return frozenset()
    return frozenset(
        slugify(record.prose.text) for record in records if record.kind is RecordKind.RESOLUTION
    )


def _stands_again(motion: Decision, resolved: frozenset[str]) -> bool:
    """Whether it is a carried motion every word of which "RESOLVED: ..." prints again."""
    if not resolved or not motion.records or motion.outcome is not Outcome.CARRIED:
        return False
    return all(
        record.kind is RecordKind.MOTION and slugify(record.prose.text) in resolved
        for record in motion.records
    )


def _decision_row(meeting: Meeting, item: AgendaItem, decision: Decision) -> DecisionRow | None:
    records = decision.records
    if not records:
        return None
    vote = decision.vote
    return DecisionRow(
        meeting=meeting.id,
        address=decision.address,
        body=meeting.body,
        date=meeting.date,
        item_title=item.title,
        opening=opening_words(records[0].prose.text),
        kind=records[0].kind,
        outcome=decision.outcome or _usual_outcome(records[0].kind),
        is_amendment=decision.amends is not None,
        parts=len(records),
        votes_for=vote.votes_for if vote else None,
        votes_against=vote.votes_against if vote else None,
        abstentions=vote.abstentions if vote else None,
    )


def _usual_outcome(kind: RecordKind) -> Outcome | None:
    return Outcome.CARRIED if kind is RecordKind.RESOLUTION else None
