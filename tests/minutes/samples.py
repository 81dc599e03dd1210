"""Minutes for tests: parsed with front matter that says nothing but body, date and title."""

from __future__ import annotations

from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Parsed
from site_gen.minutes.understand import parse_meeting
from site_gen.model.meetings import Meeting
from site_gen.model.records import Record, RecordKind
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source

FRONT = "---\ndate: 2025-06-24\ntitle: A meeting\n---\n"
FIELDS = MeetingFields("housing-2025-06-24", "housing", PartialDate(2025, 6, 24), "A meeting")


def understand(
    body: str, *, fields: MeetingFields = FIELDS, settings: Settings | None = None
) -> Parsed[Meeting]:
    """What is understood of `body`, put under front matter as a clerk would."""
    source = Source("content/meetings/housing/2025-06-24.md", FRONT + body)
    line = FRONT.count("\n") + 1
    return parse_meeting(source, fields=fields, body_line=line, settings=settings or Settings())


def meeting(body: str) -> Meeting:
    """The meeting alone."""
    return understand(body).value


def records(body: str, *kinds: RecordKind) -> list[Record]:
    """The records of some kinds; without kinds, all but discussion."""
    found = meeting(body).records
    if kinds:
        return [record for record in found if record.kind in kinds]
    return [record for record in found if record.kind is not RecordKind.DISCUSSION]


def codes(body: str) -> list[str]:
    """The codes of what there is to say about `body`, in order."""
    return [found.code for found in understand(body).diagnostics]
