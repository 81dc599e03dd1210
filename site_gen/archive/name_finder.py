"""Where a text names certain people: whole, in part, or with a title, in any printed form.

A family name is looked for first; what stands before and after it is then read as part of the
name as far as it fits. Given names alone come second. Nobody else of the same name is touched:
"Councillor Patel" is not the "Mr Patel" who asked a question.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from site_gen.archive.name_parts import (
    LETTERS,
    LONGEST_WORD,
    NOT_LETTERS,
    WORD_BEFORE,
    NameBefore,
    NamedPerson,
    end_of_name,
    is_capitalised,
)
from site_gen.archive.ordinary_names import ORDINARY_NAMES, PLACE_WORDS, SPEECH
from site_gen.archive.visible_text import VisibleText, fold_text
from site_gen.minutes.names import COUNCILLOR_TITLE
from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass

NEXT_WORD = re.compile(r" ([^\W\d_]+)")
NAME = r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f][\w'’.-]*"
NAMES_IN_ROW = rf"(?:{NAME}(?:\s+{NAME}){{0,2}}(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)){{1,12}}"
COUNCILLOR_BEFORE = compile_later(rf"(?<!\w)(?i:{COUNCILLOR_TITLE})[.,]?\s+\Z")
COUNCILLORS_BEFORE = compile_later(rf"(?<!\w)(?i:{COUNCILLOR_TITLE})[.,]?\s+{NAMES_IN_ROW}\Z")
# Addresses and file names, which hide names inside words: "npatel@example.org".
TECHNICAL_MARK = compile_later(
    r"@|://|www\.|\.(?:pdf|docx?|xlsx?|od[ts]|csv|txt|png|jpe?g|webp|html?)(?![^\W_])"
)
TECHNICAL_END = re.compile(r"[\s<>()\[\]\0\"]|\Z")
SHORTEST_INSIDE = 4  # letters of a name that is looked for within other words
SHORTEST_GIVEN = 3


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Where a text names somebody, in characters of the visible text."""

    start: int
    end: int
    person: NamedPerson
    title: str = ""  # as printed before the name: "Mr", "Rev Dr", "Mr and Mrs"
    is_couple: bool = False
    is_technical: bool = False  # a web address, e-mail address or file name


class NameFinder:
    """Finds some people of one meeting and leaves the others."""

    def __init__(self, people: Iterable[NamedPerson], others: Iterable[NamedPerson] = ()) -> None:
        self.people = tuple(dict.fromkeys(one for one in people if one.letters))
        self.others: dict[str, list[NamedPerson]] = defaultdict(list)
        for other in others:
            self.others[other.family].append(other)
        self.by_family: dict[str, list[NamedPerson]] = defaultdict(list)
        self.by_given: dict[str, NamedPerson] = {}
        taken = {given for other in others for given in (*other.given, other.family)}
        for person in self.people:
            self.by_family[person.family].append(person)
            for given in person.given:
                is_known = given in ORDINARY_NAMES or given in taken
                if len(given) >= SHORTEST_GIVEN and not is_known:
                    self.by_given.setdefault(given, person)
        self.families = _alternatives(self.by_family)
        self.given = _alternatives(self.by_given)
        parts = [max(LETTERS.findall(name), key=len) for name in (*self.by_family, *self.by_given)]
        self.any_part = re.compile("|".join(map(re.escape, sorted(set(parts), key=len))) or r"(?!)")

    def may_be_in(self, text: str) -> bool:
        """Whether a closer look is worth while. Cheap."""
        return self.any_part.search(fold_text(text)) is not None

    def is_in_address(self, address: str) -> bool:
        """Whether a web address, file name or id gives somebody away, also within a word."""
        folded = fold_text(address)
        joined = NOT_LETTERS.sub("", folded)
        for person in self.people:
            if person.family in ORDINARY_NAMES or len(person.letters) < SHORTEST_INSIDE:
                long = [given for given in person.given if len(given) >= SHORTEST_GIVEN]
                if long and person.letters in joined and any(given in joined for given in long):
                    return True
            elif person.letters in joined:
                return True
        return False

    def find(self, text: VisibleText) -> list[NameSpan]:
        """Every place that names one of the people, in order, none over another."""
        found = list(self._technical(text))
        families = (self._of_family(text, one) for one in self.families.finditer(text.folded))
        found += filter(None, families)
        taken = [(span.start, span.end) for span in found]
        given = (
            self._of_given(text, one)
            for one in self.given.finditer(text.folded)
            if not any(start <= one.start() < end for start, end in taken)
        )
        found += filter(None, given)
        return list(_apart(found))

    def _technical(self, text: VisibleText) -> Iterator[NameSpan]:
        done = 0
        for mark in TECHNICAL_MARK.finditer(text.folded):
            if mark.start() < done:
                continue
            start = mark.start()
            while start > done and not TECHNICAL_END.match(text.folded[start - 1]):
                start -= 1
            ending = TECHNICAL_END.search(text.folded, mark.end())
            done = ending.start() if ending is not None else len(text.folded)
            written = text.folded[start:done].rstrip(".,;:'")
            if self.is_in_address(written):
                yield NameSpan(start, start + len(written), self.people[0], is_technical=True)

    def _of_family(self, text: VisibleText, match: re.Match[str]) -> NameSpan | None:
        family = _family_of(match[0], self.by_family)
        people = self.by_family[family]
        before = NameBefore.read(text, match.start(), people)
        end = end_of_name(text, match.end(), people)
        is_bare = before.start == match.start() and end == match.end()
        if is_bare and not self._stands_alone(text, match, family):
            return None
        if self._is_somebody_else(text, before, family):
            return None
        person = _best(people, before)
        return NameSpan(before.start, end, person, before.title, before.is_couple)

    def _stands_alone(self, text: VisibleText, match: re.Match[str], family: str) -> bool:
        """Whether a bare family name is one, and not a word or the name of a place."""
        shown = text.shown[match.start() : match.end()]
        following = NEXT_WORD.match(text.folded, match.end())
        word = following[1] if following is not None else ""
        is_capital = following is not None and text.shown[following.start(1)].isupper()
        if word in PLACE_WORDS and is_capital:
            return False
        if family in ORDINARY_NAMES or len(family) == 1:
            return shown[0].isupper() and (
                word in SPEECH or text.folded.startswith("'s ", match.end())
            )
        return len(family) > 2 or shown[0].isupper()

    def _is_somebody_else(self, text: VisibleText, before: "NameBefore", family: str) -> bool:
        """A councillor, or one of the others who shares the family name."""
        shown = text.shown[max(0, before.start - 160) : before.start].rpartition("\0")[2]
        if COUNCILLOR_BEFORE.search(shown):
            return True
        if not before.title and COUNCILLORS_BEFORE.search(shown):
            return True
        word = WORD_BEFORE.search(text.folded, max(0, before.start - LONGEST_WORD), before.start)
        names = {*before.names, word[1].strip(".")} if word is not None else before.names
        people = self.by_family[family]
        return any(_is_rather(other, names, before.titles, people) for other in self.others[family])

    def _of_given(self, text: VisibleText, match: re.Match[str]) -> NameSpan | None:
        """A given name alone: with a capital, and not before somebody's other family name."""
        person = self.by_given[match[0]]
        shown = text.shown[match.start() : match.end()]
        if not shown[0].isupper():
            return None
        following = NEXT_WORD.match(text.folded, match.end())
        if following is not None and is_capitalised(text.shown[slice(*following.span(1))]):
            return None
        before = NameBefore.read(text, match.start(), [person])
        if COUNCILLOR_BEFORE.search(text.shown[max(0, before.start - 60) : before.start]):
            return None
        return NameSpan(before.start, match.end(), person, before.title)


def _is_rather(
    other: NamedPerson,
    names: Iterable[str],
    titles: frozenset[str],
    people: list[NamedPerson],
) -> bool:
    """Whether the names and titles before a shared family name are those of `other`."""
    for name in names:
        if _has_given(other, name) and not any(_has_given(person, name) for person in people):
            return True
    shared = titles & other.titles
    return bool(shared) and not any(
        not person.titles or shared & person.titles for person in people
    )


def _has_given(person: NamedPerson, name: str) -> bool:
    """Whether `name` is a given name or an initial of `person`."""
    return name in person.given or (
        len(name) == 1 and any(given[0] == name for given in person.given)
    )


def _best(people: list[NamedPerson], before: NameBefore) -> NamedPerson:
    """Of several with one family name the one whose given names and title fit best."""

    def fit(person: NamedPerson) -> tuple[int, int, int]:
        initials = {name[0] for name in before.names}
        return (
            len(before.names & set(person.given)),
            sum(given[0] in initials for given in person.given),
            len(before.titles & person.titles),
        )

    return max(people, key=fit)


def _alternatives(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the folded names, as whole words, the longest first; "s" may make it a plural."""
    patterns = [
        "".join(_loosely(character) for character in name)
        + ("s?" if name not in ORDINARY_NAMES and len(name) >= SHORTEST_INSIDE else "")
        for name in sorted(names, key=lambda name: (-len(name), name))
    ]
    if not patterns:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")


def _loosely(character: str) -> str:
    if character == "'":
        return "'? ?"
    if character == "-":
        return "[- ]?"
    return " {1,3}" if character == " " else re.escape(character)


def _family_of(matched: str, families: Iterable[str]) -> str:
    """The known name that was matched, which may be printed more loosely."""
    letters = NOT_LETTERS.sub("", matched)
    for family in sorted(families, key=len, reverse=True):
        bare = NOT_LETTERS.sub("", family)
        if letters in (bare, f"{bare}s"):
            return family
    raise AssertionError(matched)


def _apart(spans: list[NameSpan]) -> Iterator[NameSpan]:
    """The spans in order; of two that overlap the first and longest."""
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end
