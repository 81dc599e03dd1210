"""Patterns that hostile text cannot slow down, and that cost nothing until a text needs them."""

import re
from functools import cached_property, lru_cache
from typing import Any, cast

# More white space than this between two words is no phrase, and no word is longer.
MOST_SPACES = 12
LONGEST_WORD = 60
LONGEST_REMEMBERED = 20_000  # characters of a text in small letters: those of most minutes
UNBOUNDED = {
    r"\s*": rf"\s{{0,{MOST_SPACES}}}",
    r"\s+": rf"\s{{1,{MOST_SPACES}}}",
    r"\w+": rf"\w{{1,{LONGEST_WORD}}}",
}


def compile_phrase(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`pattern` compiled, in any case, with every run of white space and every word bounded.

    A pattern that begins with `\\s+` is tried at each of a thousand spaces, and each time reads all
    that follow: bounded, it reads a dozen.
    """
    for unbounded, bounded in UNBOUNDED.items():
        pattern = pattern.replace(unbounded, bounded)
    return compile_later(pattern, re.IGNORECASE | flags)


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, done when a text is first held against the pattern.

    A long pattern takes milliseconds to compile, and most minutes need few of all that there are:
    in a change of one meeting that would be a tenth of the work.
    """
    return cast("re.Pattern[str]", _LaterPattern(pattern, flags))


class _LaterPattern:
    """Stands for a pattern. Each of its methods is asked for once, and is then at hand here."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._made_of = (pattern, flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._made_of)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def lowered(text: str) -> str:
    """`text` in small letters. Where that takes long it is remembered: many readers ask for it."""
    return text.lower() if text.isascii() or len(text) > LONGEST_REMEMBERED else _lowered(text)


@lru_cache(maxsize=256)
def _lowered(text: str) -> str:
    return text.lower()


def mentions(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of `stems`, in small letters, occurs in `text` in any case.

    A tenth of the time of a search: it spares most paragraphs the patterns that need a stem.
    """
    small = lowered(text)
    for stem in stems:  # noqa: SIM110 - asked of every paragraph, some dozen times
        if stem in small:
            return True
    return False
