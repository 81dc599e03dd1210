"""What became of a motion, from the phrase that says so."""

import re

from site_gen.minutes.vote_words import COURTESIES, OUTCOME_PHRASES, OUTCOME_STEMS, PHRASE_PARTS
from site_gen.model.records import Outcome
from site_gen.text.patterns import compile_phrase, lowered, mentions
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class FoundOutcome:
    """An outcome and the span of the phrase that says it."""

    outcome: Outcome
    start: int
    end: int


def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    pattern = "|".join(rf"(?<!\w)(?:{phrase})(?!\w)" for phrase in phrases)
    for name, part in PHRASE_PARTS.items():
        pattern = pattern.replace("{" + name + "}", part)
    return compile_phrase(pattern)


OUTCOMES = tuple((outcome, _compiled(phrases)) for outcome, phrases in OUTCOME_PHRASES)
COURTESY = compile_phrase("|".join(COURTESIES))


def is_courtesy(text: str) -> bool:
    """Whether `text` tells of a vote of thanks, sympathy or congratulation."""
    return mentions(text, ("vote of", "votes of")) and COURTESY.search(text) is not None


def find_outcome(text: str) -> FoundOutcome | None:
    """The last outcome that `text` states; None when it states none.

    The last, because minutes tell things in the order they happened: "was put to the vote and
    lost", "after discussion the amendment was withdrawn". A vote of thanks has no outcome.
    """
    found = find_outcomes(text)
    return found[-1] if found else None


def find_outcomes(text: str) -> tuple[FoundOutcome, ...]:
    """Every outcome that `text` states, in order; of overlapping phrases the surest."""
    if is_courtesy(text):
        return ()
    found: list[FoundOutcome] = []
    small = lowered(text)
    for outcome, phrase in OUTCOMES:
        if not any(stem in small for stem in OUTCOME_STEMS[outcome]):
            continue
        for match in phrase.finditer(text):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                found.append(FoundOutcome(outcome, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))
