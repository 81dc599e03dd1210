"""Every speaker of a meeting, seen or replaced in one sweep."""

from collections.abc import Callable
from operator import is_
from typing import Any, TypeVar

from site_gen.model.meetings import AgendaItem, Attendee, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Decision, Record, Vote
from site_gen.text.values import replace

Replacement = Callable[[Speaker], Speaker]
Part = TypeVar("Part")
Value = TypeVar("Value", AgendaItem, Attendee, Decision, Record, Vote)


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
    speaker = replacement(attendee.speaker)
    return attendee if speaker is attendee.speaker else replace(attendee, speaker=speaker)


def _item(item: AgendaItem, replacement: Replacement) -> AgendaItem:
    return _with(
        item,
        presented_by=_maybe(item.presented_by, replacement),
        introduced_by=_maybe(item.introduced_by, replacement),
        flow=_all(item.flow, lambda part: _part(part, replacement)),
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
    return _with(
        record,
        speaker=_maybe(record.speaker, replacement),
        addressed_to=_maybe(record.addressed_to, replacement),
    )


def _decision(decision: Decision, replacement: Replacement) -> Decision:
    return _with(
        decision,
        moved_by=_maybe(decision.moved_by, replacement),
        seconded_by=_maybe(decision.seconded_by, replacement),
        vote=None if decision.vote is None else _vote(decision.vote, replacement),
        flow=_all(
            decision.flow,
            lambda part: _record(part, replacement) if isinstance(part, Record) else part,
        ),
    )


def _vote(vote: Vote, replacement: Replacement) -> Vote:
    def named(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        return _all(speakers, replacement)

    return _with(
        vote,
        names_for=named(vote.names_for),
        names_against=named(vote.names_against),
        names_abstained=named(vote.names_abstained),
        names_did_not_vote=named(vote.names_did_not_vote),
        names_absent=named(vote.names_absent),
    )


def _maybe(speaker: Speaker | None, replacement: Replacement) -> Speaker | None:
    return None if speaker is None else replacement(speaker)


def _with(value: Value, **changes: Any) -> Value:
    """The value with other fields; the very same where they are what it has, which is quicker."""
    if all(getattr(value, name) is new for name, new in changes.items()):
        return value
    return replace(value, **changes)


def _all(parts: tuple[Part, ...], changed: Callable[[Part], Part]) -> tuple[Part, ...]:
    """Every part changed; the very same parts where none was."""
    new = tuple(map(changed, parts))
    return parts if all(map(is_, new, parts)) else new
