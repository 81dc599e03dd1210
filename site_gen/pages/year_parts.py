"""A year's rows cut into months where they would make too long a page.

The cut depends on the rows alone, so addresses stay as they are while a year grows: a year that
outgrows its page keeps its address as the overview of its months.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from site_gen.text.dates import MONTHS, PartialDate
from site_gen.text.values import dataclass

ROWS_A_PAGE = 400  # some 350 bytes each: half of the 300 kB that a list page may weigh
UNKNOWN_MONTH = 0


class DatedRow(Protocol):
    """Any row with a date."""

    @property
    def date(self) -> PartialDate:
        """When."""


Row = TypeVar("Row", bound=DatedRow)


@dataclass(frozen=True, slots=True)
class YearPart(Generic[Row]):
    """What stands on one page."""

    key: str  # "" for a whole year, "03" for March, "03-2" for its second part
    label: str  # "2024", "March 2024", "March 2024, part 2"
    rows: tuple[Row, ...]  # newest first


@dataclass(frozen=True, slots=True)
class MonthRows(Generic[Row]):
    """Rows of one month, newest first."""

    anchor: str  # "month-03"
    label: str  # "March"
    rows: tuple[Row, ...]


def cut_year(
    rows: Sequence[Row],
    year: int,
    *,
    meeting_of: Callable[[Row], Hashable],
    limit: int = ROWS_A_PAGE,
) -> tuple[YearPart[Row], ...]:
    """The whole year as one part when it fits, else its months, newest first.

    `meeting_of` names a row's meeting, whose rows stay together. A month that does not fit is
    cut again, counted from its oldest rows, so that its full parts never change.
    """
    if len(rows) <= limit:
        return (YearPart("", str(year), tuple(rows)),)
    parts: list[YearPart[Row]] = []
    for month in months_of(rows):
        key, label = month.anchor.removeprefix("month-"), f"{month.label} {year}"
        chunks = _chunks(month.rows, meeting_of, limit)
        for number in range(len(chunks), 0, -1):
            part_key = key if number == 1 else f"{key}-{number}"
            part_label = label if len(chunks) == 1 else f"{label}, part {number}"
            parts.append(YearPart(part_key, part_label, chunks[number - 1]))
    return tuple(parts)


def months_of(rows: Iterable[Row]) -> tuple[MonthRows[Row], ...]:
    """Rows by month, in their order."""
    return tuple(
        MonthRows(f"month-{month:02}", MONTHS[month - 1] if month else "Month not known", group)
        for month, same in groupby(rows, key=lambda row: row.date.month or UNKNOWN_MONTH)
        if (group := tuple(same))
    )


def _chunks(
    rows: Sequence[Row], meeting_of: Callable[[Row], Hashable], limit: int
) -> list[tuple[Row, ...]]:
    """Oldest rows in the first chunk; within each, newest first as they came."""
    meetings = [tuple(group) for _, group in groupby(rows, key=meeting_of)]
    chunks: list[tuple[Row, ...]] = [()]
    for meeting in reversed(meetings):
        if chunks[-1] and len(chunks[-1]) + len(meeting) > limit:
            chunks.append(())
        chunks[-1] = meeting + chunks[-1]
    return chunks
