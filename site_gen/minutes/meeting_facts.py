"""What a meeting's text says beside its items, and whether the front matter agrees."""

import re
from collections.abc import Iterable, Iterator

from site_gen.content.block import Block
from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Diagnostic
from site_gen.minutes.attendance import Attendance, attendance_label, parse_attendance
from site_gen.minutes.declarations import parse_declarations
from site_gen.minutes.header import Header, Printed, parse_header
from site_gen.minutes.header_check import check_header
from site_gen.minutes.names import parse_speaker
from site_gen.minutes.outline import Outline, Section
from site_gen.minutes.paragraphs import words_of
from site_gen.minutes.references import find_references, linked_documents
from site_gen.minutes.roster import Roster
from site_gen.model.meetings import (
    Attendee,
    Declaration,
    DocumentReference,
    MeetingStatus,
    Presence,
)
from site_gen.text.patterns import mentions
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, replace

DECLARING = re.compile(r"declar|disclos", re.IGNORECASE)
# Items under which American boards list who was there.
OPENING_ITEM = re.compile(
    r"\W*(?:call(?:ed)?\s+to\s+order|opening|welcome|roll\s?call|introductions?|quorum)",
    re.IGNORECASE,
)
FIRST_ITEMS = 3  # of a meeting, among which one of those may stand
NOT_HELD = frozenset(
    {
        MeetingStatus.SCHEDULED,
        MeetingStatus.CANCELLED,
        MeetingStatus.POSTPONED,
        MeetingStatus.INQUORATE,
    }
)
NAMING_PAPERS = ("attach", "append", "accompanying", "enclosed", "filed", "marked")


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """When, where, who: as the text says."""

    header: Header
    attendance: tuple[Attendance, ...]  # of the preamble, and of items that list names
    lines: frozenset[int]  # source lines that only say who was there

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """Everybody, in the order printed."""
        return tuple(each for part in self.attendance for each in part.attendees)

    @property
    def chair(self) -> str:
        """Whoever was in the chair, as printed; empty when the text does not say."""
        chairs = [part.chair for part in self.attendance if part.chair is not None]
        if chairs:
            return chairs[0].speaker.name or chairs[0].speaker.printed
        return self.header.chair.text if self.header.chair is not None else ""


def meeting_facts(plan: Outline) -> MeetingFacts:
    """What the preamble and the items that list names say."""
    closing = plan.sections[-1].blocks[-6:] if plan.sections else plan.preamble[-6:]
    parts = [parse_attendance(plan.preamble)]
    has_members = any(each.presence is Presence.MEMBER for each in parts[0].attendees)
    for at, section in enumerate(plan.sections):
        may_open = not has_members and at < FIRST_ITEMS
        if (part := _attendance(section, may_open=may_open)) is not None:
            parts.append(part)
    lines = frozenset(line for part in parts for line in part.lines)
    return MeetingFacts(parse_header(plan.preamble, closing), tuple(parts), lines)


def _attendance(section: Section, *, may_open: bool) -> Attendance | None:
    """What an item says of who was there: its heading is a label, or it opens the meeting."""
    title = section.opening.title.title
    presence = attendance_label(title)
    if presence is not None:
        return parse_attendance(section.blocks, presence)
    return parse_attendance(section.blocks) if may_open and OPENING_ITEM.match(title) else None


def attendees(facts: MeetingFacts, fields: MeetingFields, roster: Roster) -> tuple[Attendee, ...]:
    """Who was there: as the front matter lists them, else as the text does."""
    lists = (
        (fields.present, Presence.MEMBER, "present"),
        (fields.apologies, Presence.APOLOGIES, "apologies"),
        (fields.in_attendance, Presence.OFFICER, "in_attendance"),
    )
    given = [
        Attendee(parse_speaker(name, _line(fields, key)), presence)
        for names, presence, key in lists
        for name in names
    ]
    stated = {attendee.presence for attendee in given}
    found = [each for each in facts.attendees if each.presence not in stated]
    return tuple(
        Attendee(
            roster.resolve(each.speaker),
            each.presence,
            each.capacity,
            each.is_chair,
            each.substitutes_for,
            each.arrived,
            each.departed,
        )
        for each in (*given, *found)
    )


def _line(fields: MeetingFields, key: str) -> int:
    place = fields.places.get(key)
    return place.line if place is not None else 1


def declarations(leaves: Iterable[Block], roster: Roster) -> Iterator[Declaration]:
    """The interests declared anywhere in the minutes."""
    for block in leaves:
        text = block.text
        if "nterest" in text and DECLARING.search(text):
            for declared in parse_declarations(words_of(block)):
                yield Declaration(
                    roster.resolve(declared.speaker),
                    declared.text,
                    declared.line,
                    declared.item_number,
                    declared.interest,
                )


def documents(blocks: Iterable[Block], item: str | None) -> Iterator[DocumentReference]:
    """The documents that these blocks name or link to, each once."""
    seen: set[str] = set()
    for block in blocks:
        for leaf in block.leaves:
            for found in _references(leaf):
                if found.title.lower() not in seen:
                    seen.add(found.title.lower())
                    yield DocumentReference(
                        found.title, found.line, found.path, found.href, found.note, item
                    )


def _references(leaf: Block) -> Iterator[DocumentReference]:
    if leaf.words.parts:
        for linked in linked_documents(leaf):
            if linked.path is None or not linked.path.endswith(".md"):
                yield linked
    if mentions(leaf.text, NAMING_PAPERS):
        yield from find_references(words_of(leaf))


def all_leaves(plan: Outline) -> tuple[Block, ...]:
    """Every paragraph of the minutes, in order."""
    return tuple(
        leaf
        for blocks in (plan.preamble, *(section.blocks for section in plan.sections))
        for block in blocks
        for leaf in block.leaves
    )


def contradictions(
    facts: MeetingFacts, fields: MeetingFields, source: Source
) -> Iterator[Diagnostic]:
    """Where the text and the front matter say different things, and dates that cannot be.

    Of a meeting that is to come, or came to nothing, the text speaks of other days.
    """
    if fields.status in NOT_HELD:
        return
    chair = next((part.chair.speaker for part in facts.attendance if part.chair is not None), None)
    header = facts.header
    if chair is not None:
        printed = Printed(chair.name or chair.printed, chair.line, chair.column)
        header = replace(header, chair=printed)
    yield from check_header(header, fields, source.path)
