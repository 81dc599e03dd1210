"""Every speaker of a meeting, seen or replaced in one sweep."""

from collections.abc import Callable
from dataclasses import replace

from site_gen.model.meetings import AgendaItem, Attendee, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Decision, Record, Vote

Replacement = Callable[[Speaker], Speaker]


def replace_speakers(meeting: Meeting, replacement: Replacement) -> Meeting:
    """The meeting with `replacement(speaker)` for every speaker, in the order of the minutes."""
    return replace(
        meeting,
        attendance=tuple(_attendee(attendee, replacement) for attendee in meeting.attendance),
        declarations=tuple(
            replace(declared, speaker=replacement(declared.speaker))
            for declared in meeting.declarations
        ),
        items=tuple(_item(item, replacement) for item in meeting.items),
    )


def _attendee(attendee: Attendee, replacement: Replacement) -> Attendee:
    return replace(attendee, speaker=replacement(attendee.speaker))


def _item(item: AgendaItem, replacement: Replacement) -> AgendaItem:
    return replace(
        item,
        presented_by=_maybe(item.presented_by, replacement),
        introduced_by=_maybe(item.introduced_by, replacement),
        flow=tuple(_part(part, replacement) for part in item.flow),
    )


def _part(
    part: Passage | Record | Decision | Withheld, replacement: Replacement
) -> Passage | Record | Decision | Withheld:
    if isinstance(part, Record):
        return _record(part, replacement)
    if isinstance(part, Decision):
        return _decision(part, replacement)
    return part


def _record(record: Record, replacement: Replacement) -> Record:
    if record.speaker is None and record.addressed_to is None:
        return record
    return replace(
        record,
        speaker=_maybe(record.speaker, replacement),
        addressed_to=_maybe(record.addressed_to, replacement),
    )


def _decision(decision: Decision, replacement: Replacement) -> Decision:
    return replace(
        decision,
        moved_by=_maybe(decision.moved_by, replacement),
        seconded_by=_maybe(decision.seconded_by, replacement),
        vote=None if decision.vote is None else _vote(decision.vote, replacement),
        flow=tuple(
            _record(part, replacement) if isinstance(part, Record) else part
            for part in decision.flow
        ),
    )


def _vote(vote: Vote, replacement: Replacement) -> Vote:
    def named(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        return tuple(replacement(speaker) for speaker in speakers)

    return replace(
        vote,
        names_for=named(vote.names_for),
        names_against=named(vote.names_against),
        names_abstained=named(vote.names_abstained),
        names_did_not_vote=named(vote.names_did_not_vote),
        names_absent=named(vote.names_absent),
    )


def _maybe(speaker: Speaker | None, replacement: Replacement) -> Speaker | None:
    return None if speaker is None else replacement(speaker)
