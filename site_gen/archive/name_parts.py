"""Names as minutes print them around a family name: titles, given names, initials, letters."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from site_gen.archive.visible_text import VisibleText, fold_text
from site_gen.minutes.names import PersonName
from site_gen.minutes.titles import (
    FEMALE_TITLES,
    LETTERS_AFTER,
    MALE_TITLES,
    NEUTRAL_TITLES,
    NOT_NAMES,
    OFFICE_NOUNS,
)
from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass

TITLE_WORDS = frozenset(
    word
    for title in (*MALE_TITLES, *FEMALE_TITLES, *NEUTRAL_TITLES)
    for word in title.lower().split()
) - {"the"}
LETTERS = re.compile(r"[^\W_]+")
NOT_LETTERS = re.compile(r"[\W_]+")
# A word with white space behind it, at the end of what is searched.
WORD_BEFORE = compile_later(
    r"(?<![^\W_])([^\W\d_](?:[^\W\d_]|['-])*\.?|(?:[^\W\d_]\.){2,4})( {1,3}| ?)\Z"
)
WORD_AFTER = compile_later(
    r"(,? \(?)([^\W\d_](?:[^\W\d_]|['-])*|(?:[^\W\d_]\.){1,4})(\.?\)?)(?![^\W_])"
)
LETTERS_BEHIND = compile_later(rf"(?:,? (?:{'|'.join(sorted(LETTERS_AFTER))})(?![^\W_]))+")
AND_BEFORE = re.compile(r"(?<![^\W_])(mr|mrs|ms|dr|miss)\.? (?:and|&) \Z")
SENTENCE_BEFORE = re.compile(r"(?:\A|\0|[.!?:] ?)['\" ]*\Z")
LONGEST_WORD = 40  # characters looked at before a name for one word of it
MOST_WORDS = 6  # words before a family name that may belong to it


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody by all that a meeting prints of the name, folded."""

    family: str  # "o'brien", "van der berg"
    given: tuple[str, ...] = ()  # names and initials, "nathan", "j"
    titles: frozenset[str] = frozenset()  # "mr"

    @classmethod
    def of(cls, name: PersonName) -> "NamedPerson":
        """The person whom `name` takes apart."""
        given = tuple(part for printed in name.given for part in _given_parts(printed))
        titles = frozenset(LETTERS.findall(fold_text(name.title))) & TITLE_WORDS
        return cls(" ".join(fold_text(name.family).split()), given, titles)

    @property
    def letters(self) -> str:
        """The family name without anything but letters."""
        return NOT_LETTERS.sub("", self.family)

    def allows(self, initials: str) -> bool:
        """Whether these may be initials of the given names, perhaps with others not known here."""
        return not self.given or initials[0] in {given[0] for given in self.given}


def _given_parts(printed: str) -> list[str]:
    """ "J.P." is two initials; "Mary-Jane" is one name."""
    folded = fold_text(printed).strip("().")
    return folded.split(".") if "." in folded else [folded]


class _Kind(Enum):
    TITLE = auto()
    GIVEN = auto()  # a given name or initial of one of the people
    UNKNOWN = auto()  # has a capital: perhaps a second given name
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class WordBefore:
    """A word before a name."""

    start: int
    end: int
    folded: str  # without a point behind it
    shown: str
    has_point: bool

    def kind(self, people: list[NamedPerson]) -> _Kind:
        """What it is in a name of one of `people`."""
        if self.folded in TITLE_WORDS and self.shown[0].isupper():
            return _Kind.TITLE
        if _is_given(self, people):
            return _Kind.GIVEN
        if not self.has_point and is_capitalised(self.shown):
            return _Kind.UNKNOWN
        return _Kind.OTHER


@dataclass(frozen=True, slots=True)
class NameBefore:
    """What of a name stands before a family name."""

    start: int  # where the name begins with it
    title: str = ""  # as printed
    titles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # given names and initials, folded
    is_couple: bool = False

    @classmethod
    def read(cls, text: VisibleText, at: int, people: list[NamedPerson]) -> "NameBefore":
        """Words before `at` that belong to a name of one of `people`.

        A capitalised word that is not known counts when a title or a known name stands before it:
        "Mr Nathan James Example". So does one alone when no given name is known.
        """
        words = list(words_before(text, at))
        taken = _count_taken(words, people)
        if not taken and words and not any(person.given for person in people):
            taken = int(_may_be_given(text, words[0]))
        own = words[:taken]
        titles = [word for word in own if word.folded in TITLE_WORDS]
        start = own[-1].start if own else at
        title = text.shown[titles[-1].start : titles[0].end] if titles else ""
        couple = AND_BEFORE.search(text.folded, max(0, start - 12), start) if titles else None
        if couple is not None:
            title = text.shown[couple.start() : titles[0].end]
            start = couple.start()
        return cls(
            start,
            " ".join(title.split()),
            frozenset(word.folded for word in titles),
            frozenset(word.folded for word in own if word not in titles),
            is_couple=couple is not None,
        )


def words_before(text: VisibleText, at: int) -> Iterator[WordBefore]:
    """The words before a name, the nearest first, as far as only white space parts them."""
    for _word in range(MOST_WORDS):
        match = WORD_BEFORE.search(text.folded, max(0, at - LONGEST_WORD), at)
        if match is None or not (match[2] or match[1].endswith(".")):
            return
        shown = text.shown[slice(*match.span(1))]
        point = match[1].endswith(".")
        yield WordBefore(match.start(1), match.end(1), match[1].rstrip("."), shown, point)
        at = match.start(1)


def _count_taken(words: list[WordBefore], people: list[NamedPerson]) -> int:
    """How many of the words before a name belong to it: titles stand before all others."""
    taken = 0
    has_title = False
    for number, word in enumerate(words, start=1):
        kind = word.kind(people)
        if kind is _Kind.OTHER or (has_title and kind is not _Kind.TITLE):
            break
        has_title = kind is _Kind.TITLE
        if kind is not _Kind.UNKNOWN:
            taken = number
    return taken


def _is_given(word: WordBefore, people: list[NamedPerson]) -> bool:
    """A known given name, or initials that may be theirs."""
    known = any(word.folded in person.given for person in people)
    if known and len(word.folded) > 1 and not word.has_point:
        return True
    letters = word.folded.replace(".", "")
    is_initials = word.shown[0].isupper() and (
        len(letters) == 1 or "." in word.folded or (len(letters) <= 3 and word.shown.isupper())
    )
    return is_initials and any(person.allows(letters) for person in people)


def _may_be_given(text: VisibleText, word: WordBefore) -> bool:
    """Whether a capitalised word is no other word, as far as its place can tell."""
    if word.has_point or not is_capitalised(word.shown):
        return False
    if word.folded in NOT_NAMES or word.folded in OFFICE_NOUNS:
        return False
    return SENTENCE_BEFORE.search(text.folded, max(0, word.start - 4), word.start) is None


def is_capitalised(shown: str) -> bool:
    """Whether a word is written as names are: "Example", not "EXAMPLE"."""
    return len(shown) > 1 and shown[0].isupper() and not shown[1:].isupper()


def end_of_name(text: VisibleText, end: int, people: list[NamedPerson]) -> int:
    """Behind given names or initials that follow the family name, and letters after the name."""
    for _part in range(3):
        match = WORD_AFTER.match(text.folded, end)
        if match is None:
            break
        word = match[2]
        shown = text.shown[slice(*match.span(2))]
        is_known = len(word) > 1 and any(word in person.given for person in people)
        is_initial = (
            len(word.replace(".", "")) == 1
            and shown.isupper()
            and any(person.given and person.allows(word.strip(".")) for person in people)
        )
        if not (is_initial or (is_known and shown[0].isupper())):
            break
        end = match.end(2) if not ("(" in match[1] and ")" in match[3]) else match.end(3)
        if is_initial and match[3].startswith(".") and "(" not in match[1]:
            end = match.end(2) + 1
    behind = LETTERS_BEHIND.match(text.folded, end)
    if behind is not None and text.shown[behind.start() : behind.end()].strip(" ,").isupper():
        end = behind.end()
    return end
