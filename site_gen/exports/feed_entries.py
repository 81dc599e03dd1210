"""What one meeting adds to the feeds. Made once a meeting and kept; needs no whole address."""

import json
from collections.abc import Iterator, Sequence
from operator import itemgetter

from site_gen.archive.bodies import body_of
from site_gen.archive.openings import opening_words
from site_gen.exports.json_text import json_line
from site_gen.exports.keywords import find_mentions
from site_gen.model.meetings import AgendaItem, Meeting, MeetingStatus
from site_gen.model.records import Record, RecordKind
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass

DEMONSTRATION = "Demonstration: the people and the meetings are invented."
HELD = frozenset(
    {MeetingStatus.INQUORATE, MeetingStatus.DRAFT, MeetingStatus.APPROVED, MeetingStatus.SIGNED}
)
MOST_TITLES = 8
MOST_TOLD = 3  # questions, and decisions, whose first words stand in a summary
TOLD_LENGTH = 120  # characters of each


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
        f"{_called(meeting, body)}, {meeting.date.short}", _summary(meeting, directory), body,
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
    return body_of(meeting.body, directory.bodies).name_on(meeting.date)


def _called(meeting: Meeting, body: str) -> str:
    """The body, and before it what this meeting is called where that is something else."""
    is_plain = meeting.title.casefold() in {"", body.casefold()}
    return body if is_plain else f"{meeting.title}, {body}"


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
            _told(_questions(meeting), "question", "questions"),
            _told(_decisions(meeting), "decision", "decisions"),
            _titles([item for item in meeting.items if item.title and not item.is_routine]),
        ],
        directory,
    )


def _marked(sentences: list[str], directory: Directory) -> str:
    mark = DEMONSTRATION if directory.settings.is_demonstration else ""
    return " ".join(filter(None, (mark, *sentences)))


def _told(records: Sequence[Record], one: str, many: str) -> str:
    """How many there are, and the first words of some."""
    if not records:
        return ""
    first = [opening_words(record.prose.text, length=TOLD_LENGTH) for record in records]
    shown = " ".join(f"“{words}”" for words in first[:MOST_TOLD] if words)
    return f"{len(records)} {one if len(records) == 1 else many}{': ' + shown if shown else '.'}"


def _questions(meeting: Meeting) -> list[Record]:
    """Follow-up questions are of the question that they follow, as on the pages."""
    return [record for record in meeting.records if record.kind is RecordKind.QUESTION]


def _decisions(meeting: Meeting) -> list[Record]:
    """The first part of each, those of routine items last; what was lost is no decision."""
    found = [
        (item.is_routine, decision.records[0])
        for item in meeting.items
        for decision in item.decisions
        if decision.records and decision.records[0].kind is not RecordKind.MOTION
    ]
    return [record for _, record in sorted(found, key=itemgetter(0))]


def _titles(items: list[AgendaItem]) -> str:
    titles = "; ".join(item.title.rstrip(".") for item in items[:MOST_TITLES])
    more = len(items) - MOST_TITLES
    rest = f"; and {more} more" if more > 0 else ""
    return f"On the agenda: {titles}{rest}." if titles else ""
