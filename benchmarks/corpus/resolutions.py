"""Decisions with movers and votes, in the wordings that real minutes use."""

from collections.abc import Sequence
from enum import StrEnum

from benchmarks.corpus.draws import Draws
from benchmarks.corpus.headings import NO_BREAK
from benchmarks.corpus.prose import RESOLUTION, Prose
from benchmarks.corpus.written import Expected, Written

RESOLUTION_WORDS = (20, 75)  # asked for; whole clauses add some ten


class ResolutionStyle(StrEnum):
    """How a decision is set out."""

    RESOLVED_THAT = "resolved-that"
    RESOLVED_COLON = "resolved-colon"
    UNANIMOUSLY = "unanimously"
    UNANIMOUSLY_FIRST = "unanimously-first"
    MOVED = "moved"
    PROPOSED = "proposed"
    QUOTED = "quoted"
    DECISION = "decision"
    LABELLED = "labelled"
    RECORDED_VOTE = "recorded-vote"
    BARE = "bare"
    AGREED_LIST = "agreed-list"
    RESOLVED_LIST = "resolved-list"
    BARE_LIST = "bare-list"


# The blocks of a decision in one part.
FORMS = {
    ResolutionStyle.RESOLVED_THAT: ("RESOLVED that {clause}.",),
    ResolutionStyle.RESOLVED_COLON: ("**RESOLVED:**", "That {clause}."),
    ResolutionStyle.UNANIMOUSLY: ("RESOLVED (unanimously): That {clause}.",),
    ResolutionStyle.UNANIMOUSLY_FIRST: ("UNANIMOUSLY RESOLVED that {clause}.",),
    ResolutionStyle.MOVED: (
        "It was moved by {mover}, seconded by {seconder} and RESOLVED that {clause}.",
    ),
    ResolutionStyle.PROPOSED: (
        "Proposed by {mover}; Seconded by {seconder}; And Resolved:",
        "That {clause}.",
    ),
    ResolutionStyle.QUOTED: (
        "> Moved by {mover}",
        "> Seconded by {seconder}",
        "That {clause}.",
        "**Motion Passed ({carried} to {against})**",
    ),
    ResolutionStyle.DECISION: ("Decision: to agree that {clause}.",),
    ResolutionStyle.LABELLED: (
        "**Moved:** {mover} **Seconded:** {seconder}",
        "**Resolved:** That {clause}.",
        "**Vote:** {carried} for, {against} against, {abstained} abstentions",
    ),
    ResolutionStyle.RECORDED_VOTE: ("RESOLVED: That {clause}.", "{recorded}"),
    ResolutionStyle.BARE: ("That {clause}.",),
}
NUMBERS = ("1.", "2.", "3.", "4.")
LETTERS = ("a)", "b)", "c)", "d)")
# The opening of a decision in parts, and what marks the parts.
LIST_FORMS: dict[ResolutionStyle, tuple[tuple[str, ...], tuple[str, ...]]] = {
    ResolutionStyle.AGREED_LIST: (("AGREED:",), NUMBERS),
    ResolutionStyle.RESOLVED_LIST: (("**RESOLVED:**",), LETTERS),
    ResolutionStyle.BARE_LIST: ((), LETTERS),
}
SINGLE_STYLES = tuple(FORMS)
LIST_STYLES = tuple(LIST_FORMS)
# These end where their paragraph ends, so that prose may follow them in an item.
ENDS_WITH_ITS_PARAGRAPH = (
    ResolutionStyle.RESOLVED_THAT,
    ResolutionStyle.UNANIMOUSLY,
    ResolutionStyle.UNANIMOUSLY_FIRST,
    ResolutionStyle.MOVED,
    ResolutionStyle.DECISION,
)


def draw_clauses(prose: Prose, draws: Draws, count: int) -> list[str]:
    """What is decided: that many clauses to stand after "that"."""
    return [_clause(prose, draws) for _ in range(count)]


def write_decision(
    style: ResolutionStyle, clauses: Sequence[str], draws: Draws, voters: Sequence[str]
) -> Written:
    """A decision; each clause of it is a resolution. A single style takes one clause."""
    if style in LIST_STYLES:
        return _listed(style, clauses, draws)
    blocks = _single(style, clauses[0], draws, voters)
    return Written(blocks, (Expected("resolution", style, f"That {clauses[0]}."),))


def _clause(prose: Prose, draws: Draws) -> str:
    words, clauses = draws.between(*RESOLUTION_WORDS), [prose.clause(RESOLUTION)]
    while sum(clause.count(" ") + 1 for clause in clauses) < words:
        clauses.append(prose.clause(RESOLUTION))
    return "; and that ".join(clauses)


def _listed(style: ResolutionStyle, clauses: Sequence[str], draws: Draws) -> Written:
    opening, signs = LIST_FORMS[style]
    space = draws.pick((" ", NO_BREAK, NO_BREAK * 6))
    texts = [f"That {clause}." for clause in clauses]
    parts = [f"{sign}{space}{text}" for sign, text in zip(signs, texts, strict=False)]
    records = tuple(Expected("resolution", style, text) for text in texts)
    return Written((*opening, *parts), records)


def _single(
    style: ResolutionStyle, clause: str, draws: Draws, voters: Sequence[str]
) -> tuple[str, ...]:
    mover, seconder = draws.several(voters, 2)
    against = draws.between(0, min(4, (len(voters) - 1) // 3))
    abstained = draws.between(0, min(3, (len(voters) - 1) // 4))
    values = {
        "clause": clause,
        "mover": mover,
        "seconder": seconder,
        # Nobody votes who is not there, though some may not vote.
        "carried": draws.between(against + 1, len(voters) - against - abstained),
        "against": against,
        "abstained": abstained,
        "recorded": _recorded_vote(draws, voters),
    }
    return tuple(form.format(**values) for form in FORMS[style])


def _recorded_vote(draws: Draws, voters: Sequence[str]) -> str:
    names = draws.several(voters, draws.between(5, 8))
    against = draws.between(1, 2)
    for_it, against_it = names[against:], names[:against]
    return (
        f"**For** {', '.join(for_it)} ({len(for_it)}) "
        f"**Against** {', '.join(against_it)} ({len(against_it)})"
    )
