"""What one meeting adds to the feeds. Made once a meeting and kept; needs no whole address."""

import json
from collections.abc import Iterator

from site_gen.exports.json_text import json_line
from site_gen.exports.keywords import find_mentions
from site_gen.model.meetings import AgendaItem, Meeting, MeetingStatus
from site_gen.model.records import RecordKind
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass

DEMONSTRATION = "Demonstration: the people and the meetings are invented."
HELD = frozenset(
    {MeetingStatus.INQUORATE, MeetingStatus.DRAFT, MeetingStatus.APPROVED, MeetingStatus.SIGNED}
)
QUESTIONS = frozenset({RecordKind.QUESTION, RecordKind.SUPPLEMENTARY})
MOST_TITLES = 8


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of one feed."""

    feed: str  # address of the feed
    updated: str  # ISO 8601 day
    published: str  # ISO 8601 day
    url: str  # from the site's root
    title: str
    summary: str
    category: str  # name of the body on that day


def packed_feed_entry(entry: FeedEntry) -> bytes:
    """The entry as one JSON array."""
    fields = (entry.feed, entry.updated, entry.published, entry.url, entry.title, entry.summary)
    return json_line((*fields, entry.category)).encode()


def unpacked_feed_entry(packed: bytes) -> FeedEntry:
    """The entry that `packed_feed_entry` wrote."""
    return FeedEntry(*json.loads(packed))


def feed_entries(meeting: Meeting, directory: Directory) -> Iterator[FeedEntry]:
    """The meeting for the archive's feed and its bodies'; for a keyword, each item that has it.

    `updated` is the day of the meeting, or of the latest correction or approval after it; no
    clock is asked.
    """
    if meeting.is_private or meeting.status not in HELD:
        return
    whole = _entry_of_meeting(meeting, directory)
    bodies = dict.fromkeys((meeting.body, *meeting.joint_bodies))
    for feed in (addresses.FEED, *map(addresses.body_feed_url, bodies)):
        yield FeedEntry(feed, *whole)
    seen: set[tuple[str, str]] = set()
    for keyword in directory.settings.keywords:
        feed = addresses.keyword_feed_url(keyword)
        for entry in _entries_of_keyword(meeting, keyword, directory):
            if (feed, entry[2]) not in seen:
                seen.add((feed, entry[2]))
                yield FeedEntry(feed, *entry)


Fields = tuple[str, str, str, str, str, str]  # of a FeedEntry, without the feed


def _entry_of_meeting(meeting: Meeting, directory: Directory) -> Fields:
    body = _body_name(meeting, directory)
    return (
        _updated(meeting), _whole_day(meeting.date), addresses.meeting_url(meeting.id),
        f"{body}, {meeting.date.short}", _summary(meeting, directory), body,
    )  # fmt: skip


def _entries_of_keyword(meeting: Meeting, keyword: str, directory: Directory) -> Iterator[Fields]:
    body = _body_name(meeting, directory)
    for mention in find_mentions(meeting, keyword):
        title = mention.item.title or meeting.title
        yield (
            _updated(meeting), _whole_day(meeting.date),
            addresses.fragment_url(meeting.id, mention.address),
            f"{title} ({body}, {meeting.date.short})",
            _marked([mention.excerpt], directory), body,
        )  # fmt: skip


def _body_name(meeting: Meeting, directory: Directory) -> str:
    body = directory.bodies.get(meeting.body)
    return body.name_on(meeting.date) if body else meeting.title


def _updated(meeting: Meeting) -> str:
    days = [meeting.date, *(correction.date for correction in meeting.corrections)]
    if (approved := _date_or_none(meeting.approved_at)) is not None:
        days.append(approved)
    return max(map(_whole_day, days))


def _date_or_none(written: str) -> PartialDate | None:
    try:
        return PartialDate.parse(written)
    except ValueError:
        return None  # `approved_at` may also be the id of a meeting


def _whole_day(date: PartialDate) -> str:
    """The day, or the first one of a month or year of which no more is known."""
    return f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}"


def _summary(meeting: Meeting, directory: Directory) -> str:
    draft = meeting.status is MeetingStatus.DRAFT
    return _marked(
        [
            "Draft: may change when approved." if draft else "",
            _counts(meeting),
            _titles([item for item in meeting.items if item.title and not item.is_routine]),
        ],
        directory,
    )


def _marked(sentences: list[str], directory: Directory) -> str:
    mark = DEMONSTRATION if directory.settings.is_demonstration else ""
    return " ".join(filter(None, (mark, *sentences)))


def _counts(meeting: Meeting) -> str:
    questions = sum(record.kind in QUESTIONS for record in meeting.records)
    decisions = sum(1 for item in meeting.items for _ in item.decisions)
    counted = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (questions, "question", "questions"),
            (decisions, "decision", "decisions"),
        )
        if count
    ]
    return f"{', '.join(counted)}." if counted else ""


def _titles(items: list[AgendaItem]) -> str:
    titles = "; ".join(item.title.rstrip(".") for item in items[:MOST_TITLES])
    more = len(items) - MOST_TITLES
    rest = f"; and {more} more" if more > 0 else ""
    return f"On the agenda: {titles}{rest}." if titles else ""
