"""What lines tell of the meeting as a whole: when, where, who was there, which papers."""

import re
from collections.abc import Iterator

from site_gen.content.meeting_fields import MEETING_FIELDS
from site_gen.minutes.explained_notes import LineNote, NoteKind
from site_gen.minutes.meeting_facts import MeetingFacts
from site_gen.minutes.record_words import speaker_words
from site_gen.model.meetings import Attendee, Meeting, Presence
from site_gen.text.sources import Source

KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*:")

PRESENCES = {
    Presence.MEMBER: "present",
    Presence.OFFICER: "in attendance",
    Presence.OTHER: "also there",
    Presence.APOLOGIES: "sent apologies",
    Presence.ABSENT: "absent",
}


def explain_front_matter(source: Source, body_line: int) -> Iterator[LineNote]:
    """What each key of the front matter is, in the words of its reference."""
    meanings = {field.name: field.meaning for field in MEETING_FIELDS}
    for line in range(2, body_line - 1):
        match = KEY.match(source.line(line))
        if match is not None:
            words = meanings.get(match["key"], "a key that is not read here")
            yield LineNote(line, line, NoteKind.FRONT, f"{match['key']}: {words}")


def explain_facts(facts: MeetingFacts, meeting: Meeting) -> Iterator[LineNote]:
    """A note for every fact, at the line that tells it."""
    yield from _header(facts)
    yield from _attendance(facts)
    for declared in meeting.declarations:
        who = speaker_words(declared.speaker)
        words = f"{who} declares {declared.interest or 'an'} interest".replace("  ", " ")
        yield LineNote(declared.line, declared.line, NoteKind.MEETING, words)
    for paper in meeting.documents:
        words = f"names a document: {paper.title}"
        yield LineNote(paper.line, paper.line, NoteKind.MEETING, words)


def _header(facts: MeetingFacts) -> Iterator[LineNote]:
    header = facts.header
    if header.date is not None:
        date = header.date.date
        words = date.long if date is not None else "cannot be read"
        yield LineNote(header.date.line, header.date.line, NoteKind.MEETING, f"date: {words}")
    for name, printed in (
        ("title", header.title),
        ("committee", header.body_name),
        ("began", header.start),
        ("ended", header.end),
        ("place", header.venue),
        ("in the chair", header.chair),
    ):
        if printed is not None:
            words = f"{name}: {' '.join(printed.text.split())}"
            yield LineNote(printed.line, printed.line, NoteKind.MEETING, words)


def _attendance(facts: MeetingFacts) -> Iterator[LineNote]:
    """One note for each line of names, and one for lines that only belong to the list."""
    by_line: dict[int, list[Attendee]] = {}
    for attendee in facts.attendees:
        by_line.setdefault(attendee.speaker.line, []).append(attendee)
    for line, there in by_line.items():
        yield LineNote(line, line, NoteKind.ATTENDANCE, "; ".join(_told(there)))
    for line in facts.lines - by_line.keys():
        yield LineNote(line, line, NoteKind.ATTENDANCE, "attendance")


def _told(there: list[Attendee]) -> Iterator[str]:
    for presence, words in PRESENCES.items():
        names = [_name(each) for each in there if each.presence is presence]
        if names:
            yield f"{words}: {', '.join(names)}"


def _name(attendee: Attendee) -> str:
    return speaker_words(attendee.speaker) + (" (in the chair)" if attendee.is_chair else "")
