"""How like two openings are, for telling a mended sentence from another one."""

import re
import unicodedata
from difflib import SequenceMatcher

WORD = re.compile(r"[^\W_]+")
LIST_NUMBER = re.compile(r"(?:\d{1,2}|[a-h]|[ivx]{1,4})\Z")

Folded = tuple[str, ...]  # words without case, accents of typing and punctuation


def fold(words: str) -> Folded:
    """The words of a text as compared: case, punctuation and kinds of quotation mark apart."""
    if not words.isascii():
        words = unicodedata.normalize("NFKC", words)
    return tuple(WORD.findall(words.casefold()))


def likeness(one: Folded, other: Folded, *, at_least: float) -> float:
    """From 0 to 1, the share of letters in common (Ratcliff and Obershelp, as `difflib` has it).

    0 when it is below `at_least`, and when the numbers differ: two planning applications whose
    references alone tell them apart are two things, however like their sentences. The number or
    letter of a list entry at the beginning does not count.
    """
    one, other = _unnumbered(one), _unnumbered(other)
    if _numbers(one) != _numbers(other):
        return 0.0
    matcher = SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= at_least else 0.0


def _unnumbered(folded: Folded) -> Folded:
    return folded[1:] if len(folded) > 1 and LIST_NUMBER.match(folded[0]) else folded


def _numbers(folded: Folded) -> Folded:
    return tuple(word for word in folded if any(character.isdigit() for character in word))
