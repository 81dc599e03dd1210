"""Decisions, recommendations and motions, so that nobody takes one for another."""

from typing import ClassVar

from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.model.records import Decision, Outcome, Record, RecordKind
from site_gen.pages.citation import Citation, cite_part
from site_gen.pages.desk import Desk
from site_gen.pages.listing import decision_label
from site_gen.pages.naming import NameView
from site_gen.pages.prose_view import (
    LinkedBlock,
    ProseBlock,
    WithheldBlock,
    linked_block,
    prose_block,
    word_block,
)
from site_gen.pages.record_view import Note, marker
from site_gen.pages.vote_view import VoteView, make_vote
from site_gen.site.plain_words import OUTCOMES
from site_gen.text.values import dataclass

NOT_DECIDED = "This is not a decision."
RESTATED = "This was agreed. What was decided stands below."
NOT_SAID = "The minutes do not say what became of this."


@dataclass(frozen=True, slots=True)
class DecisionPartView:
    """One of a decision's parts a), b), c)."""

    block: ClassVar[str] = "part"
    address: str
    aliases: tuple[str, ...]
    marker: str
    lead: Prose | None
    prose: Prose


Words = ProseBlock | DecisionPartView | LinkedBlock | WithheldBlock


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What was decided, or only proposed, with everything that belongs to it."""

    block: ClassVar[str] = "decision"
    address: str
    aliases: tuple[str, ...]  # further addresses that lead here
    label: str  # "Decision", "Recommendation to Full Council", "Amendment"
    outcome: str  # "Agreed", "Not agreed"; empty when the label says enough
    is_decision: bool
    warning: str  # "This is not a decision."; empty for decisions
    flow: tuple[Words, ...]  # its words in the order written
    moved_by: NameView | None  # None when its own words name the mover
    seconded_by: NameView | None
    vote: VoteView | None
    vote_words: tuple[ProseBlock, ...]  # the vote as printed
    notes: tuple[Note, ...]
    citation: Citation


def decision_view(decision: Decision, desk: Desk) -> DecisionView:
    """The view of one decision."""
    records = decision.records
    kind = records[0].kind if records else RecordKind.RESOLUTION
    is_decision = kind is not RecordKind.MOTION
    name = decision_label(kind, is_amendment=decision.amends is not None)
    cited_as = f"{name.lower()} {desk.ordinals[decision.address]}"
    vote = make_vote(decision.vote, desk.naming, desk.links)
    folded = _vote_words(decision) if vote and vote.tally else ()
    movers = any(_role(part) is PassageRole.MOVERS for part in decision.flow)
    return DecisionView(
        address=decision.address,
        aliases=desk.aliases.get(decision.address, ()),
        label=_label(name, records),
        outcome=_outcome(decision, is_decision=is_decision),
        is_decision=is_decision,
        warning=_warning(decision, is_decision=is_decision),
        flow=tuple(_part(part, decision, desk) for part in decision.flow if part not in folded),
        moved_by=None if movers else desk.in_sentence(decision.moved_by),
        seconded_by=None if movers else desk.in_sentence(decision.seconded_by),
        vote=vote,
        vote_words=tuple(prose_block(part) for part in folded),
        notes=_notes(decision),
        citation=cite_part(cited_as, decision.address),
    )


def _role(part: Passage | Record | Withheld) -> PassageRole | None:
    return part.role if isinstance(part, Passage) else None


def _vote_words(decision: Decision) -> tuple[Passage, ...]:
    """The vote as printed, which the page folds once it has told it in its own way."""
    return tuple(
        part
        for part in decision.flow
        if isinstance(part, Passage) and part.role is PassageRole.VOTE
    )


def _part(part: Passage | Record | Withheld, decision: Decision, desk: Desk) -> Words:
    if isinstance(part, Record):
        aliases = desk.aliases.get(part.address, ())
        return DecisionPartView(part.address, aliases, marker(part.number), part.lead, part.prose)
    if (
        isinstance(part, Passage)
        and part.role is PassageRole.MOVERS
        and "\n" not in part.prose.text
    ):
        speakers = (one for one in (decision.moved_by, decision.seconded_by) if one)
        return linked_block(part.prose.text, speakers, desk)
    return word_block(part)


def _label(name: str, records: tuple[Record, ...]) -> str:
    decides = next((record.decides for record in records if record.decides), None)
    return f"{name} to {decides}" if decides else name


def _outcome(decision: Decision, *, is_decision: bool) -> str:
    if decision.outcome is None:
        return ""
    # "Decision: Agreed" says one thing twice; "Amendment: Agreed" does not.
    if is_decision and decision.outcome is Outcome.CARRIED and decision.amends is None:
        return ""
    return OUTCOMES[decision.outcome]


def _warning(decision: Decision, *, is_decision: bool) -> str:
    if is_decision:
        return ""
    if decision.outcome is Outcome.CARRIED:
        return RESTATED
    return NOT_DECIDED if decision.outcome else NOT_SAID


def _notes(decision: Decision) -> tuple[Note, ...]:
    if decision.amends is None:
        return ()
    return (Note("A proposed change to", "this motion", f"#{decision.amends}"),)
