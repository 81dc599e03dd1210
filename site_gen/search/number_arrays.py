"""Columns of whole numbers as text, whole arrays at once: the form that `numbers.py` describes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from site_gen.search.numbers import BASE, DIGITS, LARGEST, LENGTHS, SINGLES

Numbers = NDArray[np.int64]
Letters = NDArray[np.uint8]

_DIGITS = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
_VALUES = np.zeros(128, dtype=np.uint8)
_VALUES[_DIGITS] = np.arange(BASE)
_FIRST_LEAD = ord(DIGITS[SINGLES])  # all leads come after all other digits
_FOLLOWING = np.zeros(128, dtype=np.int64)  # how many digits follow a lead
for _follow, _lead, _ in LENGTHS:
    _FOLLOWING[ord(DIGITS[_lead]) :] = _follow


class Column:
    """An array as text, cut anywhere between two numbers."""

    def __init__(self, numbers: NDArray[Any]) -> None:
        """Raises OverflowError for a number that is not from 0 to LARGEST."""
        if len(numbers) and not 0 <= int(numbers.min()) <= int(numbers.max()) <= LARGEST:
            message = f"a number is not between 0 and {LARGEST}"
            raise OverflowError(message)
        self._ends: Numbers | None = None  # of each number; None where each has one character
        if not len(numbers) or int(numbers.max()) < SINGLES:
            self._letters: Letters = _DIGITS[numbers]
            return
        widths = np.ones(len(numbers), dtype=np.int64)
        for follow, _, first in LENGTHS:
            widths[numbers >= first] = 1 + follow
        ends = np.cumsum(widths)
        starts = ends - widths
        letters = np.empty(int(ends[-1]), dtype=np.uint8)
        single = widths == 1
        letters[starts[single]] = _DIGITS[numbers[single]]
        for follow, lead, first in LENGTHS:
            chosen = np.flatnonzero(widths == 1 + follow)
            rest = numbers[chosen].astype(np.int64) - first
            for place in range(follow, 0, -1):
                rest, digit = np.divmod(rest, SINGLES)
                letters[starts[chosen] + place] = _DIGITS[digit]
            letters[starts[chosen]] = _DIGITS[lead + rest]
        self._letters = letters
        self._ends = ends

    def offsets(self, places: Numbers) -> Numbers:
        """At which character the numbers with these places start."""
        if self._ends is None:
            return places
        return np.concatenate(([0], self._ends))[places]

    def text(self, start: int, end: int) -> str:
        """The characters of a stretch between two offsets."""
        return self._letters[start:end].tobytes().decode()


class WrittenColumn:
    """A column as `Column` wrote it, of which stretches are read and others exchanged."""

    def __init__(self, text: str) -> None:
        self._text = text
        letters = np.frombuffer(text.encode(), dtype=np.uint8)
        leads = np.flatnonzero(letters >= _FIRST_LEAD)
        self._extra = np.append(0, np.cumsum(_FOLLOWING[letters[leads]]))
        self._long = leads - self._extra[:-1]  # places of numbers of several characters
        self._exchanged: list[tuple[int, int, str]] = []

    def offset(self, place: int) -> int:
        """At which character the number at `place` starts."""
        return place + int(self._extra[np.searchsorted(self._long, place)])

    def numbers(self, first: int, end: int) -> Numbers:
        """The numbers from place `first` to before `end`, as they were written."""
        return read_column(self._text[self.offset(first) : self.offset(end)])

    def exchange(self, first: int, end: int, numbers: NDArray[Any]) -> int:
        """Have `numbers` in place of those from `first` to before `end`; how many characters more.

        Stretches must come in their order, and not overlap.
        """
        start, stop = self.offset(first), self.offset(end)
        text = column_text(numbers)
        self._exchanged.append((start, stop, text))
        return len(text) - (stop - start)

    def text(self) -> str:
        """The whole column, with what was exchanged."""
        parts: list[str] = []
        before = 0
        for start, stop, text in self._exchanged:
            parts += (self._text[before:start], text)
            before = stop
        return "".join((*parts, self._text[before:]))


def column_text(numbers: NDArray[Any]) -> str:
    """All `numbers` as text. Raises OverflowError as `Column`."""
    column = Column(numbers)
    return column.text(0, len(column._letters))


def read_column(text: str) -> Numbers:
    """The numbers that `Column` or `encode_all` wrote."""
    letters = np.frombuffer(text.encode(), dtype=np.uint8)
    numbers = _VALUES[letters].astype(np.int64)
    leads = np.flatnonzero(letters >= _FIRST_LEAD)
    if not len(leads):
        return numbers
    following = _FOLLOWING[letters[leads]]
    is_first = np.ones(len(letters), dtype=bool)
    for follow, lead, least in LENGTHS:
        chosen = leads[following == follow]
        value = numbers[chosen] - lead
        for place in range(1, follow + 1):
            value = value * SINGLES + numbers[chosen + place]
            is_first[chosen + place] = False
        numbers[chosen] = value + least
    return numbers[is_first]
