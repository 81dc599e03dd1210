"""Drafts to the archive's nouns, once every address and name is known."""

from collections.abc import Iterable

from site_gen.content.rendering import render
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.roster import Roster
from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import (
    Decision,
    EarlierQuestion,
    Record,
    Vote,
)
from site_gen.text.dates import PartialDate
from site_gen.text.prose_dates import find_dates
from site_gen.text.values import replace


def finish_flow(
    flow: Iterable[FlowDraft], roster: Roster
) -> tuple[Passage | Record | Decision | Withheld, ...]:
    """The flow of an item as it is kept."""
    return tuple(_finish(part, roster) for part in flow)


def _finish(part: FlowDraft, roster: Roster) -> Passage | Record | Decision | Withheld:
    if isinstance(part, PassageDraft):
        return finish_passage(part)
    if isinstance(part, RecordDraft):
        return _record(part, roster)
    if isinstance(part, DecisionDraft):
        return _decision(part, roster)
    return part


def finish_passage(part: PassageDraft) -> Passage:
    """A passage as it is kept."""
    return Passage(part.role, render(part.blocks), part.line)


def _record(draft: RecordDraft, roster: Roster, decision: str | None = None) -> Record:
    return Record(
        kind=draft.kind,
        address=draft.address,
        prose=render(draft.blocks),
        line=draft.line,
        lead=render(draft.lead) if draft.lead else None,
        number=draft.number,
        speaker=resolved(draft.speaker, roster),
        addressed_to=resolved(draft.addressed_to, roster),
        answers=tuple(question.address for question in draft.answers),
        answers_earlier=_earlier(draft),
        follows=draft.follows.address if draft.follows is not None else None,
        decision=decision,
        is_in_writing=draft.is_in_writing,
        is_promise=draft.is_promise,
        dated=_date(draft.dated),
        due=_date(draft.due),
        decides=draft.decides,
        detail=draft.detail,
        signatures=draft.signatures,
    )


def _decision(draft: DecisionDraft, roster: Roster) -> Decision:
    flow: list[Passage | Record | Withheld] = []
    for part in draft.flow:
        if isinstance(part, PassageDraft):
            flow.append(finish_passage(part))
        elif isinstance(part, RecordDraft):
            flow.append(_record(part, roster, draft.address))
        else:
            flow.append(part)
    return Decision(
        address=draft.address,
        line=draft.line,
        flow=tuple(flow),
        moved_by=resolved(draft.moved_by, roster),
        seconded_by=resolved(draft.seconded_by, roster),
        vote=_vote(draft.vote, roster),
        outcome=draft.outcome,
        amends=draft.amends.address if draft.amends is not None else None,
    )


def resolved(speaker: Speaker | None, roster: Roster) -> Speaker | None:
    """The speaker as `roster` knows them; None for nobody."""
    return roster.resolve(speaker) if speaker is not None else None


def _vote(vote: Vote | None, roster: Roster) -> Vote | None:
    if vote is None:
        return None

    def all_resolved(names: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        return tuple(roster.resolve(speaker) for speaker in names)

    return replace(
        vote,
        names_for=all_resolved(vote.names_for),
        names_against=all_resolved(vote.names_against),
        names_abstained=all_resolved(vote.names_abstained),
        names_did_not_vote=all_resolved(vote.names_did_not_vote),
        names_absent=all_resolved(vote.names_absent),
    )


def _earlier(draft: RecordDraft) -> EarlierQuestion | None:
    date = _date(draft.earlier)
    if date is None:
        return None
    return EarlierQuestion(date, draft.numbers[0] if draft.numbers else None)


def _date(printed: str) -> PartialDate | None:
    if not printed:
        return None
    found = find_dates(printed)
    return found[0].date if found else None
