"""The numbers of a meeting's items: twice, or left out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.model.meetings import AgendaItem
from site_gen.text.sources import Source

MOST_NUMBERS = 12  # left out in one place, that are looked for
FEWEST_STEPS = 1  # from one number to the next, for each gap
ROMAN = re.compile(r"\([ivx]{1,5}\)", re.IGNORECASE)
NUMBERED_LINE = re.compile(r"\W*(?:(?:item|minute|no)\W+)?(\d+)", re.IGNORECASE)


def numbers_twice(items: Iterable[AgendaItem], source: Source) -> Iterator[Diagnostic]:
    """Two items of one number, under one heading and printed alike."""
    seen: dict[tuple[str, ...], AgendaItem] = {}
    above, letter = "", ""  # the number that "(a)" or "A" belongs to, and the "(a)" that "(i)" does
    row: list[str] = []  # the letters under that number so far
    for item in items:
        number = item.number or item.minute
        if number is None:
            continue
        if not (number.startswith("(") or (len(number) == 1 and number.isalpha())):
            above, letter, row = number, "", []
        elif not ROMAN.fullmatch(number) or letter == "(h)":
            letter = number
        # A clause "(a)" of a motion is printed otherwise than "**(a)**", a part of the item.
        marks = source.line(item.line).partition(number)[0].strip()
        first = seen.setdefault((item.part, above, letter, number, marks), item)
        is_again = number == above or _is_letter_again(number, row)
        row.append(number)
        if first is not item and is_again:
            message = f"item {number} stands here and on line {first.line}"
            yield finding("item-number-twice", source.place_on(item.line, number), message)


def _is_letter_again(number: str, row: Sequence[str]) -> bool:
    """Whether a letter stands right behind itself.

    Behind others it may begin a list anew, and "(i)" behind "(h)" and "(i)" is its first part.
    """
    return row[-1:] == [number] and not (number == "(i)" and row[-2:-1] == ["(h)"])


def numbers_missing(items: Iterable[AgendaItem], source: Source) -> Iterator[Diagnostic]:
    """Gaps in the whole numbers of each part; numbers that mostly leap are no count of items."""
    by_part: dict[str, list[tuple[int, AgendaItem]]] = {}
    for item in items:
        if item.number is not None and item.number.isdigit():
            by_part.setdefault(item.part, []).append((int(item.number), item))
    for numbered in by_part.values():
        pairs = list(pairwise(numbered))
        counted = sorted(number for number, _ in numbered)
        gaps = [
            (low, high, item)
            for (low, _), (high, item) in pairs
            if high > low + 1 and not _holds_between(counted, low, high)
        ]
        steps = sum(high == low + 1 for (low, _), (high, _) in pairs)
        if len(gaps) * FEWEST_STEPS > steps:
            continue
        first_lines = _first_lines(source) if gaps else {}
        for low, high, item in gaps:
            left_out = range(low + 1, min(high, low + MOST_NUMBERS))
            if any(first_lines.get(str(one), item.line) < item.line for one in left_out):
                continue  # printed further up, as no item's heading
            message = f"after item {low} comes item {high}"
            yield finding("item-number-missing", source.place_on(item.line, str(high)), message)


def _holds_between(ordered: Sequence[int], low: int, high: int) -> bool:
    """Whether one of the numbers, which stand in order, lies between two others."""
    at = bisect_right(ordered, low)
    return at < len(ordered) and ordered[at] < high


def _first_lines(source: Source) -> dict[str, int]:
    """The first line that begins with each number."""
    found: dict[str, int] = {}
    for at, line in enumerate(source.lines, 1):
        if (match := NUMBERED_LINE.match(line)) is not None:
            found.setdefault(match[1], at)
    return found
