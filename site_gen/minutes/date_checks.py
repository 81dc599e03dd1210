"""Dates of the text that cannot be, or bear the weekday of another day."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from site_gen.content.block import Block
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.dates import MONTHS, WEEKDAYS, PartialDate
from site_gen.text.patterns import mentions
from site_gen.text.prose_dates import DateProblem, FoundDate, find_dates, without_sure_dates
from site_gen.text.sources import Source

# A text without any of these, in small letters, has no date that can be held against anything.
DAYS_AND_MONTHS = ("day", *(name[:3] for name in map(str.lower, MONTHS)))
HUNDREDS = re.compile(r"\d{3}(?!\d)")
NEAR_YEARS = (0, 1, -1)  # of the meeting's, for a date without a year


def check_dates(
    leaves: Iterable[Block], meeting_date: PartialDate, source: Source
) -> Iterator[Diagnostic]:
    """A finding for each date of a paragraph that does not exist or has a wrong weekday.

    A day without a year is held against the meeting's year and those beside it, unless somebody
    has only worked out when the meeting was.
    """
    for leaf in leaves:
        text = leaf.text
        if not _may_be_wrong(text):
            continue
        for found in find_dates(text, with_yearless=not meeting_date.is_inferred):
            message = _problem(found, meeting_date)
            if message:
                line, column = leaf.place(found.start)
                length = len(found.printed.split("\n")[0])
                code = "weekday-wrong" if found.weekday is not None else "date-impossible"
                if found.problem is DateProblem.IMPOSSIBLE:
                    code = "date-impossible"
                yield finding(code, source.place(line, column, length=length), message)


def _may_be_wrong(text: str) -> bool:
    """Whether there is any date in it but those that cannot be wrong."""
    return mentions(text, DAYS_AND_MONTHS) and mentions(without_sure_dates(text), DAYS_AND_MONTHS)


def _problem(found: FoundDate, meeting_date: PartialDate) -> str:
    printed = " ".join(found.printed.replace("*", " ").split())
    if found.problem is DateProblem.IMPOSSIBLE:
        return f'there is no such day as "{printed}"' if _is_of_words(printed) else ""
    if found.weekday is None:
        return ""
    if found.problem is DateProblem.NO_YEAR and found.day_and_month is not None:
        days = list(_days(found.day_and_month, meeting_date.year))
        if not days or any(day.weekday() == found.weekday for day in days):
            return ""
        return f'"{printed}" was a {WEEKDAYS[days[0].weekday()]} in {days[0].year}'
    day = found.date.day_date if found.date is not None else None
    if day is None or not found.has_wrong_weekday:
        return ""
    return f'"{printed}" is a {WEEKDAYS[day.weekday()]}'


def _days(day_and_month: tuple[int, int], year: int) -> Iterator[dt.date]:
    for step in NEAR_YEARS:
        try:
            yield dt.date(year + step, day_and_month[1], day_and_month[0])
        except ValueError:
            continue


def _is_of_words(printed: str) -> bool:
    """Numbers with strokes or points may be a minute number or a price, and no date at all.

    Nor is what follows a number of three digits: "Bulletin 147 Jan 2005".
    """
    if HUNDREDS.match(printed) is not None:
        return False
    return any(part.isalpha() and len(part) > 2 for part in re.split(r"[\W\d]+", printed))
