"""The sets of wording that there are, and what a site's own choice of them gets wrong."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from site_gen.minutes.phrases import SLOT_PATTERNS, Spelling
from site_gen.text.values import dataclass

FOLDER = Path(__file__).parent / "wording"
LABELS = "labels"  # explicit labels: no set to choose, they always hold
WHOLE, START, SENTENCE, AROUND = "whole", "start", "sentence", "context"
CLAUSE, UNLESS = "clause", "unless"
POSITIONS = (WHOLE, START, SENTENCE, CLAUSE, UNLESS, AROUND)
INSIDE = (CLAUSE, UNLESS)  # positions of what may stand anywhere in a sentence

Phrases = dict[str, dict[str, list[str]]]  # by position and phrase, its spellings


@dataclass(frozen=True, slots=True)
class WordingProblem:
    """Something in site.yaml that no phrase can be read by."""

    written: str  # the very words that are wrong
    message: str
    hint: str


@cache
def set_names() -> tuple[str, ...]:
    """The names of all sets that a site may choose."""
    names = (file.stem for file in FOLDER.glob("*.toml"))
    return tuple(sorted(name for name in names if name != LABELS))


@cache
def read_set(name: str) -> Phrases:
    """The phrases of a set. Raises ValueError for a set that there is not."""
    if name != LABELS and name not in set_names():
        raise ValueError(f"there is no set of wording called {name!r}")
    listed = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return {position: listed.get(position, {}) for position in POSITIONS}


@cache
def phrase_positions() -> dict[str, str]:
    """Every phrase that any set has, with its position."""
    return {
        phrase: position
        for name in (LABELS, *set_names())
        for position, phrases in read_set(name).items()
        for phrase in phrases
    }


def check_wording(
    sets: Iterable[str], further: Iterable[tuple[str, tuple[str, ...]]]
) -> Iterator[WordingProblem]:
    """What is wrong with the sets that a site chooses and the spellings that it adds."""
    for name in sets:
        if name not in set_names():
            message = f'there is no set of wording called "{name}"'
            yield WordingProblem(name, message, _nearest(name, set_names()))
    for phrase, spellings in further:
        if phrase not in phrase_positions():
            message = f'there is no phrase called "{phrase}"'
            yield WordingProblem(phrase, message, _nearest(phrase, sorted(phrase_positions())))
            continue
        for written in spellings:
            if (problem := _spelling_problem(phrase, written)) is not None:
                yield problem


def _spelling_problem(phrase: str, written: str) -> WordingProblem | None:
    slots = [*SLOT_PATTERNS, "digits"]
    wrong = next(
        (slot for slot in re.findall(r"(?<!\\)\{([^{}]*)\}", written) if slot not in slots), None
    )
    if wrong is not None:
        message = f'"{{{wrong}}}" stands for nothing'
        return WordingProblem(f"{{{wrong}}}", message, _nearest(wrong, slots))
    spelling = Spelling(phrase, written)
    try:
        _ = spelling.pattern
    except (ValueError, re.error):
        message = f'the brackets of "{written}" do not match'
        hint = "close each ( and [, and write a backslash before a bracket that is meant"
        return WordingProblem(written, message, hint)
    if not spelling.needs:
        message = f'"{written}" would fit nearly every paragraph'
        return WordingProblem(written, message, "give it a word that must be there")
    return None


def _nearest(wrong: str, names: Iterable[str]) -> str:
    """ "did you mean "parish"?", else all there are when they are few."""
    listed = list(names)
    near = difflib.get_close_matches(wrong, listed, n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"write one of: {', '.join(listed)}"
