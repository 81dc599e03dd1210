"""What the archive will make of imported minutes, told to the person who imports them."""

from collections.abc import Iterator

from site_gen.content.meeting_fields import MeetingFields
from site_gen.importers.findings import Confidence, Finding, found, guessed
from site_gen.importers.options import ImportOptions
from site_gen.importers.source_text import SourceText
from site_gen.minutes.understand import parse_meeting
from site_gen.model.meetings import Meeting, Presence
from site_gen.model.records import RecordKind
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source

AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})
UNKNOWN_DAY = PartialDate(2000)
KIND_NAMES = (
    (RecordKind.QUESTION, "question", "questions"),
    (RecordKind.RESPONSE, "answer", "answers"),
    (RecordKind.RESOLUTION, "decision", "decisions"),
    (RecordKind.MOTION, "motion", "motions"),
)


def understand(markdown: str, options: ImportOptions) -> Meeting:
    """The meeting as the archive reads it; its committee and day are not known yet."""
    source = Source("content/meetings/imported.md", markdown)
    fields = MeetingFields(id="imported", body="imported", date=UNKNOWN_DAY)
    return parse_meeting(source, fields=fields, body_line=1, settings=options.settings).value


def report_understanding(meeting: Meeting, read: SourceText, title: str) -> Iterator[Finding]:
    """What was found and what was worked out, but for date and committee."""
    yield from _records(meeting)
    yield from _facts(meeting, read, title)


def _records(meeting: Meeting) -> Iterator[Finding]:
    """One line on the items and records that the archive will find."""
    told = [_counted(sum(bool(item.title) for item in meeting.items), "item", "items")]
    for kind, one, many in KIND_NAMES:
        count = sum(record.kind is kind for record in meeting.records)
        told += [_counted(count, one, many)] if count else []
    yield found("understood", ", ".join(told))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _facts(meeting: Meeting, read: SourceText, title: str) -> Iterator[Finding]:
    if title:
        yield guessed("title", title, Confidence.MEDIUM)
    for about, given, printed in (
        ("time", read.facts.start, meeting.start),
        ("venue", read.facts.venue, meeting.venue),
        ("chair", "", meeting.chair),
    ):
        if given:
            yield found(about, f"{given}, from {read.facts.origin}")
        elif printed:
            yield guessed(about, printed, Confidence.HIGH)
    present = sum(each.presence not in AWAY for each in meeting.attendance)
    away = len(meeting.attendance) - present
    told = [f"{present} present"] if present else []
    told += [f"{away} with apologies or absent"] if away else []
    yield found("attendance", f"{' and '.join(told) or 'nobody'}, as the text is read")
