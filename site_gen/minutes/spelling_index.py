"""The spellings of one position, found by the words that a text must have for them.

Every paragraph is asked what it opens with, and most open with nothing: what cannot match is left
out by its words alone. A spelling that begins with a telling word is looked up by the first word
of the text, any other by the rarest word that it needs.
"""

from collections.abc import Iterable

from site_gen.minutes.phrase_words import USUAL, TextWords
from site_gen.minutes.phrases import Spelling

Numbered = tuple[int, Spelling]


class SpellingIndex:
    """Finds those of its spellings that can match a text; of most texts that is none."""

    def __init__(self, spellings: Iterable[Spelling], *, opens_text: bool) -> None:
        """With `opens_text` they match the start of a text, otherwise a place within it."""
        self._opens_text = opens_text
        self._free: list[Numbered] = []  # those that fit any text
        self._by_first: dict[bytes, list[Numbered]] = {}
        self._by_part: dict[bytes, list[Numbered]] = {}  # by each of the rarest that they need
        for numbered in enumerate(spellings):
            spelling = numbered[1]
            beginnings = spelling.beginnings if opens_text else None
            is_telling = beginnings is not None and beginnings.isdisjoint(USUAL)
            if is_telling or (beginnings is not None and not spelling.needs):
                for word in beginnings or ():
                    self._by_first.setdefault(word, []).append(numbered)
            elif spelling.needs:
                for part in spelling.needs[0]:
                    self._by_part.setdefault(part, []).append(numbered)
            else:
                self._free.append(numbered)
        self._rarest = frozenset(self._by_part)

    def find(self, words: TextWords) -> list[Spelling]:
        """The spellings that can match a text with these words, in the order given."""
        found = self._free
        if words.first in self._by_first:
            found = [*found, *self._by_first[words.first]]
        if not self._rarest.isdisjoint(words.parts):
            found = [*found, *self._by_rarest(words)]
        if not found:
            return []
        return [spelling for _, spelling in sorted(set(found)) if spelling.fits(words)]

    def _by_rarest(self, words: TextWords) -> Iterable[Numbered]:
        for part in self._rarest & words.parts:
            for numbered in self._by_part[part]:
                beginnings = numbered[1].beginnings if self._opens_text else None
                if beginnings is None or words.first in beginnings:
                    yield numbered
