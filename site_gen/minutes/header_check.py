"""What the minutes say of themselves against what their front matter says."""

import re
from collections.abc import Iterator

from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.header import Header, Printed, PrintedDate
from site_gen.minutes.names import person_name
from site_gen.text.dates import WEEKDAYS, PartialDate
from site_gen.text.places import Place
from site_gen.text.slugs import slugify

CLOCK = re.compile(
    r"\s*(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?\s*(?:m\.?)?\s*"
    r"(?P<word>noon|midnight|hrs|hours)?\s*\Z",
    re.IGNORECASE,
)
# Words that tell no venue from another.
VENUE_FILLING = frozenset(
    {"the", "in", "at", "of", "and", "room", "hall", "council", "chamber", "co"}
)


def check_header(header: Header, fields: MeetingFields, path: str) -> tuple[Diagnostic, ...]:
    """Where the text contradicts the front matter or itself: both places are named.

    An impossible date of the meeting and a wrong weekday are told as well. The front matter's
    values hold all the same. What either leaves unsaid contradicts nothing.
    """
    return (
        *_date_findings(header, fields, path),
        *_clock_findings("time", header.start, fields.start, fields, path),
        *_clock_findings("end", header.end, fields.end, fields, path),
        *_venue_findings(header, fields, path),
        *_chair_findings(header, fields, path),
    )


def clock_minutes(printed: str) -> tuple[int, ...]:
    """The minutes after midnight that a printed time may mean; empty when it is no time.

    "7.30pm" is 1170; "7.30" may be 450 or 1170.
    """
    match = CLOCK.match(printed)
    if match is None:
        return ()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return ()
    half = (match["half"] or "").lower()
    word = (match["word"] or "").lower()
    if half == "p" or word == "noon":
        hours = [hour % 12 + 12]
    elif half == "a" or word == "midnight":
        hours = [hour % 12]
    else:
        hours = [hour] if hour > 12 else [hour, hour % 12 + 12]
    return tuple(each * 60 + minute for each in hours)


def _date_findings(header: Header, fields: MeetingFields, path: str) -> Iterator[Diagnostic]:
    for impossible in header.impossible_dates:
        message = f'there is no such day as "{_squeezed(impossible.found.printed)}"'
        yield finding("date-impossible", _date_place(impossible, path), message)
    printed = header.date
    if printed is None:
        return
    day = printed.date.day_date if printed.date is not None else None
    if printed.found.has_wrong_weekday and day is not None:
        message = f'"{_squeezed(printed.found.printed)}" was a {WEEKDAYS[day.weekday()]}'
        yield finding("weekday-wrong", _date_place(printed, path), message)
    if not _dates_agree(printed, fields):
        place = _date_place(printed, path)
        said = f'the minutes print "{_squeezed(printed.found.printed)}"'
        yield _contradiction("date", fields, place, said, fields.date.short)


def _dates_agree(printed: PrintedDate, fields: MeetingFields) -> bool:
    held = [fields.date, *(sitting.date for sitting in fields.sittings)]
    if printed.date is not None:
        return any(_may_be_one(printed.date, date) for date in held)
    day_and_month = printed.found.day_and_month
    return day_and_month is None or any(
        (date.day is None or date.day == day_and_month[0])
        and (date.month is None or date.month == day_and_month[1])
        for date in held
    )


def _may_be_one(one: PartialDate, other: PartialDate) -> bool:
    """Whether both name one day as far as they tell."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a is None or b is None or a == b for a, b in pairs)


def _clock_findings(
    name: str, printed: Printed | None, given: str, fields: MeetingFields, path: str
) -> Iterator[Diagnostic]:
    if printed is None or not given:
        return
    said, written = clock_minutes(printed.text), clock_minutes(given)
    if said and written and not set(said) & set(written):
        place = Place(path, printed.line, printed.column, len(printed.text))
        yield _contradiction(name, fields, place, f'the minutes print "{printed.text}"', given)


def _venue_findings(header: Header, fields: MeetingFields, path: str) -> Iterator[Diagnostic]:
    if header.venue is None or not fields.venue:
        return
    said, given = (_telling(text) for text in (header.venue.text, fields.venue))
    if said and given and not said & given:
        place = Place(path, header.venue.line, header.venue.column, len(header.venue.text))
        words = f'the minutes print "{header.venue.text}"'
        yield _contradiction("venue", fields, place, words, fields.venue)


def _telling(venue: str) -> set[str]:
    words = set(slugify(venue).split("-"))
    return words - VENUE_FILLING or words


def _chair_findings(header: Header, fields: MeetingFields, path: str) -> Iterator[Diagnostic]:
    if header.chair is None or not fields.chair:
        return
    said, given = person_name(header.chair.text), person_name(fields.chair)
    if said is None or given is None or slugify(said.family) == slugify(given.family):
        return
    place = Place(path, header.chair.line, header.chair.column, len(header.chair.text))
    words = f'the minutes print "{header.chair.text}"'
    yield _contradiction("chair", fields, place, words, fields.chair)


def _contradiction(
    name: str, fields: MeetingFields, place: Place, said: str, given: str
) -> Diagnostic:
    """At the words of the minutes; the place in the front matter stands in the message."""
    written = fields.places.get(name)
    where = f" in line {written.line}" if written is not None else ""
    return finding("header-contradicts", place, f'`{name}`{where} is "{given}", but {said}')


def _date_place(printed: PrintedDate, path: str) -> Place:
    first = printed.found.printed.split("\n", 1)[0]
    return Place(path, printed.line, printed.column, len(first))


def _squeezed(text: str) -> str:
    return " ".join(text.replace("*", " ").split())
