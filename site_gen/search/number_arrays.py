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
_LONGEST = 1 + LENGTHS[-1][0]  # characters of a number
_WIDTHS = np.ones(BASE, dtype=np.int64)  # of a number, by its first digit
for _follow, _lead, _ in LENGTHS:
    _WIDTHS[_lead:] = 1 + _follow


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
                rest, digit = np.divmod(rest, BASE)
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
        digits = _VALUES[np.frombuffer(text.encode(), dtype=np.uint8)]
        leads = np.flatnonzero(digits >= SINGLES)
        if len(leads):
            leads = _true_leads(digits, leads)
        extra = _WIDTHS[digits[leads]] - 1
        self._extra = np.append(0, np.cumsum(extra))
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
    digits = _VALUES[np.frombuffer(text.encode(), dtype=np.uint8)]
    leads = np.flatnonzero(digits >= SINGLES)
    if not len(leads):
        return digits.astype(np.int64)
    first = _true_leads(digits, leads)
    width_of = _WIDTHS[digits[first]]
    is_start = np.ones(len(digits), dtype=bool)
    numbers = digits.astype(np.int64)
    for follow, lead, least in LENGTHS:
        chosen = first[width_of == 1 + follow]
        value = numbers[chosen] - lead
        for place in range(1, follow + 1):
            value = value * BASE + digits[chosen + place]
            is_start[chosen + place] = False
        numbers[chosen] = value + least
    return numbers[is_start]


def _true_leads(digits: Letters, leads: Numbers) -> Numbers:
    """Those of `leads` that begin a number: a digit that follows one may look like one itself."""
    steps = np.diff(leads, prepend=-_LONGEST)
    # Among leads of two characters alone, neighbours take turns: a lead, what follows it, a lead.
    order = np.arange(len(leads))
    in_run = order - np.maximum.accumulate(np.where(steps > 1, order, 0))
    is_true = in_run % 2 == 0
    # Where that finds longer ones, each near them must be looked at after the one before it.
    longer = is_true & (digits[leads] >= LENGTHS[1][1])
    found: Numbers
    if not longer.any():
        found = leads[is_true]
        return found
    near = np.cumsum(steps >= _LONGEST)
    has_longer = np.bincount(near, weights=longer) > 0
    free = 0
    for place in np.flatnonzero(has_longer[near]).tolist():
        lead = int(leads[place])
        is_true[place] = lead >= free
        if lead >= free:
            free = lead + int(_WIDTHS[digits[lead]])
    found = leads[is_true]
    return found
