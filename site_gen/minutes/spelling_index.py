"""The spellings of one position, found by the words that a text must have for them.

Every paragraph is asked what it opens with, and most open with nothing: what cannot match is left
out by its words alone, and spellings that need the same words are tried as one.
"""

from collections.abc import Iterable
from functools import lru_cache

from site_gen.minutes.phrases import AnyOf, Needs, Spelling

REMEMBERED = 4096  # sets of words


class SpellingIndex:
    """Finds those of its spellings that can match a text. They keep the order given."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        together: dict[Needs, list[Spelling]] = {}
        for spelling in spellings:
            together.setdefault(spelling.needs, []).append(spelling)
        groups = [AnyOf(tuple(listed)) for listed in together.values()]
        self._free = [group for group in groups if not group.needs]
        self._by_part: dict[bytes, list[AnyOf]] = {}  # by each of the rarest that they need
        for group in groups:
            for part in group.needs[0] if group.needs else ():
                self._by_part.setdefault(part, []).append(group)
        self._rarest = frozenset(self._by_part)
        self._needed = frozenset(part for group in groups for need in group.needs for part in need)
        self._groups = lru_cache(REMEMBERED)(self._find_groups)

    def candidates(self, parts: frozenset[bytes]) -> list[Spelling]:
        """The spellings that can match a text with these parts, each once."""
        return [
            spelling for group in self._groups(parts & self._needed) for spelling in group.spellings
        ]

    def opening(self, text: str, at: int, parts: frozenset[bytes]) -> list[Spelling]:
        """Of those the ones that may match at `at`."""
        return [
            spelling
            for group in self._groups(parts & self._needed)
            if group.pattern.match(text, at) is not None
            for spelling in group.spellings
        ]

    def _find_groups(self, parts: frozenset[bytes]) -> list[AnyOf]:
        shared = parts & self._rarest
        if not shared:
            return self._free
        found = dict.fromkeys(self._free)
        for part in sorted(shared):
            for group in self._by_part[part]:
                if group.fits(parts):
                    found[group] = None
        return list(found)
