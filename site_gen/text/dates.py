"""Dates as clerks give them: whole, partial or inferred."""

import datetime as dt
import re
from functools import lru_cache
from typing import Self

from site_gen.text.values import dataclass

ISO_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or a month or year where no more is known (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None
    is_inferred: bool = False  # worked out by a person, not printed in the minutes

    @classmethod
    def parse(cls, written: str, *, is_inferred: bool = False) -> Self:
        """Read "2018", "2018-06" or "2018-06-21". Raises ValueError for anything else."""
        match = ISO_PARTIAL.match(written.strip())
        if match is None:
            raise ValueError(f"not a date: {written!r}")
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.group(2, 3))
        dt.date(
            year, 1 if month is None else month, 1 if day is None else day
        )  # raises ValueError for impossible days
        return cls(year, month, day, is_inferred)

    @property
    def iso(self) -> str:
        """As written in data: "2018", "2018-06" or "2018-06-21"."""
        return _iso(self.year, self.month, self.day)

    @property
    def sort_key(self) -> str:
        """Orders partial dates before the whole ones of their time."""
        return self.iso

    @property
    def day_date(self) -> dt.date | None:
        """The day, when it is known."""
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def long(self) -> str:
        """As people read it: "Tuesday 24 June 2025", "June 2018" or "2018"."""
        if (day := self.day_date) is not None:
            return f"{WEEKDAYS[day.weekday()]} {self.short}"
        return self.short

    @property
    def short(self) -> str:
        """As people read it in a list: "24 June 2025", "June 2018" or "2018"."""
        return _short(self.year, self.month, self.day)


@lru_cache(maxsize=8192)  # an archive has few days, and each is asked for often
def _iso(year: int, month: int | None, day: int | None) -> str:
    parts = [f"{year:04}"]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


@lru_cache(maxsize=8192)
def _short(year: int, month: int | None, day: int | None) -> str:
    parts = [str(year)]
    if month is not None:
        parts.insert(0, MONTHS[month - 1])
        if day is not None:
            parts.insert(0, str(day))
    return " ".join(parts)
