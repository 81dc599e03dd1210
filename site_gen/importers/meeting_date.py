"""The day of the meeting: what the text, the file's name and the front matter say of it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from site_gen.importers.findings import (
    Confidence,
    Finding,
    RefusalReason,
    RefusedError,
    found,
    guessed,
    look,
)
from site_gen.importers.source_text import SourceFacts
from site_gen.minutes.header import Header
from site_gen.text.dates import WEEKDAYS, PartialDate
from site_gen.text.prose_dates import DateProblem, FoundDate, find_dates
from site_gen.text.values import dataclass, replace

NUMERIC = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\Z")


@dataclass(frozen=True, slots=True)
class DatedMeeting:
    """A date, and all there is to say about it."""

    date: PartialDate
    findings: tuple[Finding, ...]


def find_meeting_date(
    header: Header, text: str, *, name: str, facts: SourceFacts, month_first: bool | None
) -> DatedMeeting:
    """The meeting's date. What the text says wins; a date that was worked out is marked inferred.

    Raises RefusedError when nothing gives a date. An impossible date is reported, never mended.
    """
    named = _date_in_name(name)
    findings = list(_impossible(header))
    order = _month_first(text, name) if month_first is None else month_first
    printed = None if header.date is None else _read(header.date.found, order)
    if facts.date is not None and facts.is_date_of_meeting:
        findings += _agreement(facts.date, printed, named)
        findings.append(found("date", f"{facts.date.long}, from {facts.origin}"))
        return DatedMeeting(facts.date, tuple(findings))
    if printed is not None and printed.date is not None and printed.date.day is not None:
        findings.append(found("date", f'{printed.date.long}, from "{_squeezed(printed.printed)}"'))
        findings += _weekday(printed)
        findings += _order(printed, named, is_said=month_first is not None, order=order)
        findings += _agreement(printed.date, None, named)
        return DatedMeeting(printed.date, tuple(findings))
    date, finding = _worked_out(printed, named, facts)
    return DatedMeeting(date, (*findings, finding))


def _worked_out(
    printed: FoundDate | None, named: PartialDate | None, facts: SourceFacts
) -> tuple[PartialDate, Finding]:
    """A date that the text does not give whole."""
    if printed is not None and printed.problem is DateProblem.NO_YEAR:
        with_year = _with_year(printed, [named, facts.date])
        if with_year is not None:
            message = (
                f'{with_year.long}: the text says "{_squeezed(printed.printed)}" without a year'
            )
            return with_year, guessed("date", message, Confidence.MEDIUM)
    if named is not None:
        message = f"{named.long}, from the file's name; the text gives none"
        return replace(named, is_inferred=True), guessed("date", message, Confidence.MEDIUM)
    if facts.date is not None:
        message = (
            f"{facts.date.long}, from {facts.origin}; it may be the day of publication. "
            "The text gives none"
        )
        return replace(facts.date, is_inferred=True), guessed("date", message, Confidence.LOW)
    if printed is not None and printed.date is not None:
        message = f"only {printed.date.long} is known"
        return printed.date, guessed("date", message, Confidence.LOW)
    message = (
        "no date of a meeting was found, in the text or in the file's name. Put it into the "
        "name, such as 2024-03-12.docx, and import again"
    )
    raise RefusedError(RefusalReason.NO_DATE, message)


def _with_year(printed: FoundDate, others: Iterable[PartialDate | None]) -> PartialDate | None:
    """The printed day in the year of another date, where the weekday does not speak against it."""
    day, month = printed.day_and_month or (0, 0)
    for other in others:
        if other is None:
            continue
        for year in (other.year, other.year - 1):
            try:
                date = PartialDate.parse(f"{year}-{month:02}-{day:02}", is_inferred=True)
            except ValueError:
                continue
            weekday = date.day_date.weekday() if date.day_date is not None else None
            is_after = date.sort_key > other.sort_key and other.day is not None
            if (printed.weekday is None or weekday == printed.weekday) and not is_after:
                return date
    return None


def _read(found_date: FoundDate, month_first: bool) -> FoundDate:
    """The date with day and month in the order that the text uses."""
    if not month_first or NUMERIC.match(found_date.printed.strip()) is None:
        return found_date
    return next(iter(find_dates(found_date.printed, month_first=True)), found_date)


def _month_first(text: str, name: str) -> bool:
    """Whether numbers alone are month first: some date is only possible like that."""
    written = [date for date in find_dates(f"{name}\n{text[:20_000]}") if _is_numeric(date)]
    month = [date for date in written if _second_number(date) > 12]
    day = [date for date in written if _first_number(date) > 12]
    return bool(month) and not day


def _is_numeric(date: FoundDate) -> bool:
    return NUMERIC.search(date.printed.strip()) is not None and not date.printed[:4].isdigit()


def _first_number(date: FoundDate) -> int:
    return int(re.findall(r"\d+", date.printed)[0])


def _second_number(date: FoundDate) -> int:
    return int(re.findall(r"\d+", date.printed)[1])


def _date_in_name(name: str) -> PartialDate | None:
    """The last whole date that the file's name gives."""
    stem = PurePosixPath(name).stem.replace("_", " ")
    dates = [each.date for each in find_dates(stem) if each.date is not None]
    whole = [date for date in dates if date.day is not None]
    return whole[-1] if whole else None


def _impossible(header: Header) -> Iterator[Finding]:
    for printed in header.impossible_dates:
        words = _squeezed(printed.found.printed)
        yield look("date", f'the text says "{words}", which is no date; correct the minutes')


def _weekday(printed: FoundDate) -> Iterator[Finding]:
    if printed.has_wrong_weekday and printed.date is not None and printed.weekday is not None:
        yield look(
            "date",
            f'"{_squeezed(printed.printed)}" was not a {WEEKDAYS[printed.weekday]}: it was '
            f"{printed.date.long}. Check which is right",
        )


def _order(
    printed: FoundDate, named: PartialDate | None, *, is_said: bool, order: bool
) -> Iterator[Finding]:
    """A date of numbers alone that could be read either way."""
    if is_said or not _is_numeric(printed) or printed.date is None or printed.date == named:
        return
    if _first_number(printed) > 12 or _second_number(printed) > 12 or order:
        return
    if _first_number(printed) != _second_number(printed):
        yield look("date", f'"{printed.printed}" was read as {printed.date.short}, day first')


def _agreement(
    date: PartialDate, printed: FoundDate | None, named: PartialDate | None
) -> Iterator[Finding]:
    """Other dates for the same meeting."""
    if printed is not None and printed.date is not None and printed.date.day is not None:
        yield from _weekday(printed)
        if printed.date.iso != date.iso:
            yield look("date", f'the text says "{_squeezed(printed.printed)}"')
    if named is not None and named.iso != date.iso and _swapped(named) != date.iso:
        yield look("date", f"the file's name says {named.long}. Check which is right")


def _swapped(date: PartialDate) -> str:
    return f"{date.year:04}-{date.day or 0:02}-{date.month or 0:02}"


def _squeezed(text: str) -> str:
    return " ".join(re.sub(r"[*_]+", "", text).split())
