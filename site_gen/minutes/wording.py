"""The named phrases that minutes are understood by, read from data files."""

import re
from collections.abc import Iterable
from functools import lru_cache

from site_gen.minutes.phrase_words import TextWords, words_in
from site_gen.minutes.phrases import Spelling
from site_gen.minutes.sentences import sentence_starts
from site_gen.minutes.spelling_index import SpellingIndex
from site_gen.minutes.wording_sets import (
    AROUND,
    CLAUSE,
    INSIDE,
    LABELS,
    POSITIONS,
    SENTENCE,
    START,
    UNLESS,
    WHOLE,
    phrase_positions,
    read_set,
)
from site_gen.text.values import dataclass, replace

LONGEST_OPENING = 600  # characters of a paragraph in which a phrase that opens it stands
LONGEST_SENTENCE = 1500  # characters of a sentence in which a phrase is looked for
LONGEST_WHOLE = 200  # characters of a paragraph that is nothing but a phrase
REMEMBERED = 512  # paragraphs whose phrases are kept: several readers ask for them in turn
OPENING_TEXT = (WHOLE, START, AROUND)  # positions at the start of a paragraph
LONG_WORD = re.compile(r"(?<![{\w])[^\W\d_]{5,}(?![\w}])")
SITE = "site.yaml"  # where a site adds spellings of its own
Placed = tuple[str, Spelling]  # a position, and a way to word a phrase there
Further = tuple[tuple[str, tuple[str, ...]], ...]  # spellings that a site adds, by phrase name
# "(carried forward)" behind a name, its bracket perhaps closed on another line.
REMARK_ALONE = re.compile(r"[\s*_:.=~|]*(?:\([^()]{0,80}\)?)?[\s*_:.=~|]*\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that a text has."""

    phrase: str
    start: int
    end: int  # behind the phrase
    slots: dict[str, str]
    slot_starts: dict[str, int]
    is_label: bool
    announces: bool  # what follows is the record; otherwise the phrase is part of it
    written: str = ""  # the spelling that it matches
    origin: str = ""  # the set of wording that has the spelling

    def moved(self, by: int) -> "Found":
        """The same phrase in a text in which it stands `by` characters further on."""
        if not by:
            return self
        starts = {name: at + by for name, at in self.slot_starts.items()}
        return replace(self, start=self.start + by, end=self.end + by, slot_starts=starts)

    def within(self, start: int) -> "Found":
        """The same phrase in a text that begins at `start`, as a sentence of its own."""
        return replace(self.moved(-start), announces=False)

    def is_alone(self, text: str) -> bool:
        """Whether nothing stands behind it in `text` but marks and a remark in brackets."""
        return REMARK_ALONE.match(text, self.end) is not None

    def slot(self, name: str) -> str:
        """What stands in a slot; empty when nothing does."""
        return self.slots.get(name) or ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text."""

    start: int
    end: int  # where the next one begins
    found: tuple[Found, ...]  # what it tells; their places are those of the text


class Wording:
    """All phrases of the sets that a site uses."""

    def __init__(self, spellings: Iterable[Placed]) -> None:
        by_position: dict[str, list[Spelling]] = {each: [] for each in POSITIONS}
        self._unless: dict[str, list[Spelling]] = {}
        for position, spelling in spellings:
            by_position[position].append(spelling)
            if position == UNLESS:
                self._unless.setdefault(spelling.phrase, []).append(spelling)
        # Long words of what opens a paragraph, in small letters, by their first letter.
        self.opening_words: dict[str, set[str]] = {}
        for one in by_position[START]:
            for word in map(str.lower, LONG_WORD.findall(one.written)):
                self.opening_words.setdefault(word[0], set()).add(word)
        self._at = {
            position: SpellingIndex(listed, opens_text=position in OPENING_TEXT)
            for position, listed in by_position.items()
        }
        self._needed = frozenset(
            part
            for listed in by_position.values()
            for one in listed
            for need in one.needs
            for part in need
        )
        self._opening_words = lru_cache(REMEMBERED)(self._words_of_opening)
        self.openings = lru_cache(REMEMBERED)(self._openings)
        self.sentences = lru_cache(REMEMBERED)(self._sentences)
        self._short_whole = lru_cache(REMEMBERED)(self._whole)

    def _words(self, text: str) -> TextWords:
        """The words and marks of `text` that any spelling needs."""
        return words_in(text, self._needed)

    def _words_of_opening(self, text: str, at: int = 0) -> TextWords:
        return self._words(text[at:LONGEST_OPENING])

    def is_silent(self, text: str) -> bool:
        """Whether no phrase can open `text` or stand in it, as its words tell; so of most prose.

        Phrases behind a number that stands before them are not looked for.
        """
        words = self._opening_words(text)
        if any(self._at[position].find(words) for position in OPENING_TEXT):
            return False
        if len(text) > LONGEST_OPENING:
            words = self._words(text)
        return not any(self._at[position].find(words) for position in (SENTENCE, CLAUSE))

    def _openings(self, text: str, at: int = 0) -> tuple[Found, ...]:
        """The phrases that open `text`: labels first, then what announces, the longest first.

        With `at` they are looked for behind a number that stands before them.
        """
        return self._matches(START, text, at)

    def context(self, text: str) -> tuple[Found, ...]:
        """The phrases that open `text` and tell what it is about without making it a record."""
        found = self._matches(AROUND, text)
        if not any(f"not-{each.phrase}" in self._unless for each in found):
            return found
        sentence = text[: next(sentence_starts(text), len(text))]
        words = self._words(sentence)
        return tuple(each for each in found if not self._is_ruled_out(each.phrase, sentence, words))

    def _matches(self, position: str, text: str, at: int = 0) -> tuple[Found, ...]:
        spellings = self._at[position].find(self._opening_words(text, at))
        if not spellings:
            return ()
        head = text[:LONGEST_OPENING]
        found = []
        for spelling in spellings:
            match = spelling.pattern.match(head, at)
            if match is not None:
                found.append(_found(spelling, match))
        return tuple(sorted(found, key=_precedence))

    def whole(self, text: str) -> Found | None:
        """The phrase that `text` is, with nothing before or behind it but marks."""
        return self._short_whole(text) if len(text) <= LONGEST_WHOLE else None

    def _whole(self, text: str) -> Found | None:
        for spelling in self._at[WHOLE].find(self._opening_words(text)):
            match = spelling.pattern.match(text)
            if match is not None and not text[match.end() :].strip(" *_\n.:;,–-"):
                return _found(spelling, match)
        return None

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of `text`, each with the phrases that open it or stand in it.

        Nothing when no sentence has one, which is so of most texts.
        """
        is_short = len(text) <= LONGEST_OPENING
        words = self._opening_words(text) if is_short else self._words(text)
        opening = self._at[SENTENCE].find(words)
        inside = self._at[CLAUSE].find(words)
        if not opening and not inside:
            return ()
        starts = [0, *sentence_starts(text)]
        sentences = tuple(
            Sentence(
                start,
                end,
                self._told(
                    text[start : min(end, start + LONGEST_SENTENCE)], start, opening, inside
                ),
            )
            for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
        )
        return sentences if any(each.found for each in sentences) else ()

    def _told(
        self, text: str, at: int, opening: Iterable[Spelling], inside: Iterable[Spelling]
    ) -> tuple[Found, ...]:
        """What the sentence tells: by the phrase that opens it, else by each that stands in it."""
        found: dict[str, Found] = {}
        words = self._words(text)
        for spelling in _fitting(opening, words):
            match = spelling.pattern.match(text)
            if match is not None and not self._is_ruled_out(spelling.phrase, text, words):
                return (_found(spelling, match).moved(at),)
        for spelling in _fitting(inside, words):
            if spelling.phrase in found:
                continue
            match = spelling.pattern.search(text)
            if match is not None and not self._is_ruled_out(spelling.phrase, text, words):
                found[spelling.phrase] = _found(spelling, match).moved(at)
        return tuple(found.values())

    def _is_ruled_out(self, phrase: str, text: str, words: TextWords) -> bool:
        """Whether the sentence says that the phrase does not mean here what it says."""
        ruled_out = _fitting(self._unless.get(f"not-{phrase}", ()), words)
        return any(spelling.pattern.search(text) is not None for spelling in ruled_out)


def _fitting(spellings: Iterable[Spelling], words: TextWords) -> list[Spelling]:
    return [spelling for spelling in spellings if spelling.fits(words)]


def _precedence(found: Found) -> tuple[bool, bool, int, int]:
    return (not found.is_label, not found.announces, -found.end, -len(found.slots))


def _found(spelling: Spelling, match: re.Match[str]) -> Found:
    slots: dict[str, str] = {}
    starts: dict[str, int] = {}
    for name in match.re.groupindex:
        if (value := match[name]) is not None:
            slots[name], starts[name] = value, match.start(name)
    return Found(
        spelling.phrase,
        match.start(),
        match.end(),
        slots,
        starts,
        spelling.is_label,
        spelling.announces(match[0]),
        spelling.written,
        spelling.origin,
    )


_loaded: dict[tuple[tuple[str, ...], Further], Wording] = {}


def load_wording(sets: tuple[str, ...], further: Further = ()) -> Wording:
    """The phrases of the labels, of `sets`, and `further` spellings.

    A phrase may be of any set, chosen or not. Raises ValueError for what `check_wording` tells of.
    """
    if (sets, further) not in _loaded:
        take_wording(sets, further, placed_spellings(sets, further))
    return _loaded[sets, further]


def take_wording(sets: tuple[str, ...], further: Further, spellings: Iterable[Placed]) -> None:
    """Have `load_wording` give these, which `placed_spellings` gave for the same."""
    _loaded[sets, further] = Wording(spellings)


def placed_spellings(sets: tuple[str, ...], further: Further) -> list[Placed]:
    """All spellings of a wording. Raises ValueError as `load_wording`."""
    spellings: dict[tuple[str, str, str], Spelling] = {}
    for name in (LABELS, *sets):
        for position, phrases in read_set(name).items():
            for phrase, written_ways in phrases.items():
                for written in written_ways:
                    spelling = Spelling(phrase, written, name == LABELS, name, position in INSIDE)
                    spellings.setdefault((position, phrase, written), spelling)
    for phrase, ways in further:
        if phrase not in phrase_positions():
            raise ValueError(f"no phrase is called {phrase!r}")
        where = phrase_positions()[phrase]
        for written in ways:
            spelling = Spelling(phrase, written, origin=SITE, is_inside=where in INSIDE)
            spellings.setdefault((where, phrase, written), spelling)
    return [(position, spelling) for (position, _, _), spelling in spellings.items()]
