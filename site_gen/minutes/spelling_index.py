"""The spellings of one position, found by the words that a text must have for them.

Every paragraph is asked what it opens with, and most open with nothing: what cannot match is left
out by its words alone, and spellings that need the same words are tried as one.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from site_gen.minutes.first_words import first_word, first_words
from site_gen.minutes.phrases import AnyOf, Needs, Spelling

REMEMBERED = 4096  # sets of words


class SpellingIndex:
    """Finds those of its spellings that can match a text with certain words and marks."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._by_needs = _Groups(_together(spellings))

    def candidates(self, parts: frozenset[bytes]) -> list[Spelling]:
        """The spellings that can match a text with these parts, each once."""
        return [spelling for group in self._by_needs.fitting(parts) for spelling in group.spellings]


class OpeningIndex:
    """Finds those of its spellings that can match where a text begins.

    A spelling that must begin with a certain word is looked for under that word only.
    """

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._places: dict[AnyOf, int] = {}
        self._by_first: dict[str, list[AnyOf]] = {}
        others: list[AnyOf] = []
        for place, group in enumerate(_together(spellings)):
            self._places[group] = place
            words = [first_words(spelling.written) for spelling in group.spellings]
            if None in words:
                others.append(group)
            for word in {each for some in words if some is not None for each in some}:
                self._by_first.setdefault(word, []).append(group)
        self._others = _Groups(others)

    def candidates(self, text: str, at: int, parts: frozenset[bytes]) -> list[Spelling]:
        """The spellings that may match `text` at `at`, which has these parts."""
        groups = [group for group in self._others.fitting(parts) if group.pattern.match(text, at)]
        groups += [
            group
            for group in self._by_first.get(first_word(text, at), ())
            if group.fits(parts) and group.pattern.match(text, at)
        ]
        if len(groups) > 1:
            groups.sort(key=lambda group: (group.rarest_of(parts), self._places[group]))
        return [spelling for group in groups for spelling in group.spellings]


def _together(spellings: Iterable[Spelling]) -> list[AnyOf]:
    """The spellings, those that need the same words made one."""
    together: dict[Needs, list[Spelling]] = {}
    for spelling in spellings:
        together.setdefault(spelling.needs, []).append(spelling)
    return [AnyOf(tuple(listed)) for listed in together.values()]


class _Groups:
    """Groups of spellings by the rarest words that they need."""

    def __init__(self, groups: Sequence[AnyOf]) -> None:
        self._free = [group for group in groups if not group.needs]
        self._by_part: dict[bytes, list[AnyOf]] = {}  # by each of the rarest that they need
        for group in groups:
            for part in group.needs[0] if group.needs else ():
                self._by_part.setdefault(part, []).append(group)
        self._rarest = frozenset(self._by_part)
        self._needed = frozenset(part for group in groups for need in group.needs for part in need)
        self._find = lru_cache(REMEMBERED)(self._fitting)

    def fitting(self, parts: frozenset[bytes]) -> Sequence[AnyOf]:
        """The groups that can match a text with these parts."""
        if self._rarest.isdisjoint(parts):
            return self._free
        return self._find(parts & self._needed)

    def _fitting(self, parts: frozenset[bytes]) -> Sequence[AnyOf]:
        found = dict.fromkeys(self._free)
        for part in sorted(parts & self._rarest):
            for group in self._by_part[part]:
                if group.fits(parts):
                    found[group] = None
        return list(found)
