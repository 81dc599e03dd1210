"""What each line of minutes was understood as, and by which phrase.

The same reading as every build has; only that what it went by is kept here and told.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from site_gen.content.block import Block, BlockKind
from site_gen.content.blocks import hidden_note_lines
from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Diagnostic
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.explained_facts import explain_facts, explain_front_matter
from site_gen.minutes.explained_notes import LineNote, NoteKind
from site_gen.minutes.outline import Outline, Section
from site_gen.minutes.reading import Reading
from site_gen.minutes.record_words import (
    PASSAGE_WORDS,
    decision_words,
    item_words,
    kind_of_record,
    record_words,
)
from site_gen.minutes.understand import MinutesRead, read_minutes
from site_gen.minutes.wording import Found
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage, PassageRole, Withheld
from site_gen.model.records import Decision, Record
from site_gen.site.settings import Settings
from site_gen.text.sources import Source
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be told of one file, line by line."""

    source: Source
    meeting: Meeting | None  # None for a private meeting, of which nothing is read
    notes: tuple[LineNote, ...]  # by line
    shown: frozenset[int]  # lines that the page shows whole; all others may hold withheld words
    withheld: frozenset[int]  # lines with words that are withheld
    problems: tuple[Diagnostic, ...]
    body_line: int = 1  # the first line after the front matter


def explain_minutes(
    source: Source, *, fields: MeetingFields, body_line: int, settings: Settings
) -> Explanation:
    """What `parse_meeting` makes of every line, and by which phrase."""
    every_line = range(body_line, len(source.lines) + 1)
    if fields.is_private:
        secret = frozenset(every_line)
        return Explanation(source, None, (), frozenset(), secret, (), body_line)
    read = read_minutes(source, fields=fields, body_line=body_line, settings=settings)
    private = hidden_note_lines(source, body_line)
    withheld = read.hidden_lines
    shown = frozenset(_lines(read.published)) - withheld - private
    notes = [
        *explain_front_matter(source, body_line),
        *explain_facts(read.facts, read.meeting),
        *_preamble(read),
        *_items(read),
        *_withheld(withheld, read.published),
        *(
            LineNote(line, line, NoteKind.HIDDEN, "a hidden note: not published")
            for line in private - withheld
        ),
    ]
    notes = [note for note in notes if note.kind in UNREAD or note.line not in withheld]
    ordered = sorted(notes, key=lambda note: (note.line, note.end_line))
    return Explanation(
        source, read.meeting, tuple(ordered), shown, withheld, read.problems, body_line
    )


UNREAD = (NoteKind.WITHHELD, NoteKind.HIDDEN)


def _lines(plan: Outline) -> Iterator[int]:
    """The lines of an outline: of its blocks, and of headings up to what stands under them."""
    for block in plan.preamble:
        yield from _reach(block)
    for section, end in _ended(plan):
        yield from _heading(section, end)
        for block in section.blocks:
            yield from _reach(block)


def _ended(plan: Outline) -> Iterator[tuple[Section, int | None]]:
    """The items, each with the line on which the next one begins; None for the last."""
    for section, following in pairwise((*plan.sections, None)):
        if section is not None:
            yield section, None if following is None else following.opening.line


def _heading(section: Section, end: int | None) -> Iterator[int]:
    """The lines of an item's heading, which may stand under its number."""
    first = section.opening.line
    yield first
    under = min((block.line for block in section.blocks), default=end or first + 1)
    if section.withheld is None:
        yield from range(first + 1, under)


def _reach(block: Block) -> range:
    return range(block.line, block.end_line + 1)


def _withheld(withheld: frozenset[int], published: Outline) -> Iterator[LineNote]:
    leaves = (leaf for leaf in _leaves(published) if leaf.kind is not BlockKind.WITHHELD)
    in_part = {line for leaf in leaves for line in _reach(leaf)}
    for line in sorted(withheld):
        says = "withheld in part: the rest of the line is published"
        words = says if line in in_part else "withheld: not published"
        yield LineNote(line, line, NoteKind.WITHHELD, words)


def _leaves(plan: Outline) -> Iterator[Block]:
    for blocks in (plan.preamble, *(section.blocks for section in plan.sections)):
        for block in blocks:
            yield from block.leaves


def _preamble(read: MinutesRead) -> Iterator[LineNote]:
    """The words before the first item, where nothing else is told of them."""
    for part, following in pairwise((*read.meeting.preamble, None)):
        if part is None or isinstance(part, Withheld) or part.role is PassageRole.ATTENDANCE:
            continue
        last = part.line if following is None else following.line - 1
        kind, says = PASSAGE_WORDS[part.role]
        yield LineNote(part.line, last, kind, says)


def _items(read: MinutesRead) -> Iterator[LineNote]:
    items = zip(read.meeting.items, read.openings, read.readings, strict=True)
    for item, opening, reading in items:
        trace = _Trace(reading)
        if item.withheld is None and (opening.count or item.title):
            yield LineNote(item.line, item.line, NoteKind.ITEM, item_words(item))
        for draft, part in zip(reading.flow, item.flow, strict=True):
            yield from _part(draft, part, item, trace)
        yield from trace.rest()


@dataclass(slots=True)
class _Trace:
    """The phrases by which an item was read; each is told once."""

    reading: Reading

    def take(self, lines: Iterable[int]) -> Found | None:
        """The first phrase that opens one of the lines and made something of it."""
        wanted = set(lines)
        for entry in self.reading.trace:
            if entry[0] in wanted and entry[1].phrase not in CIRCUMSTANCES:
                self.reading.trace.remove(entry)
                return entry[1]
        return None

    def rest(self) -> Iterator[LineNote]:
        """What phrases told that made no part of their own."""
        told: set[tuple[int, str]] = set()
        for line, found in self.reading.trace:
            if found.phrase in CIRCUMSTANCES and (line, found.phrase) not in told:
                told.add((line, found.phrase))
                yield LineNote(line, line, NoteKind.MEETING, CIRCUMSTANCES[found.phrase], found)


CIRCUMSTANCES = {
    "presenter": "says who presented the item",
    "introducer": "says who introduced the item",
    "deferred": "says that the item was deferred",
    "withdrawn": "says that the item was withdrawn",
    "not-reached": "says that the item was not reached",
    "taken-in-private": "says that the item was taken in private",
}


def _part(
    draft: FlowDraft,
    part: Passage | Record | Decision | Withheld,
    item: AgendaItem,
    trace: _Trace,
) -> Iterator[LineNote]:
    if isinstance(draft, DecisionDraft) and isinstance(part, Decision):
        yield from _decision(draft, part, item, trace)
    elif isinstance(draft, RecordDraft) and isinstance(part, Record):
        yield from _record(draft, part, item, trace)
    elif isinstance(draft, PassageDraft) and isinstance(part, Passage):
        if draft.role is PassageRole.ATTENDANCE:
            return  # told with the names
        kind, says = PASSAGE_WORDS[draft.role]
        first, last = _span(draft.blocks)
        yield LineNote(first, last, kind, says, trace.take(range(first, last + 1)))


def _record(
    draft: RecordDraft, record: Record, item: AgendaItem, trace: _Trace
) -> Iterator[LineNote]:
    first, last = _span([*draft.lead, *draft.blocks], draft.line)
    found = trace.take((draft.line, first))
    yield LineNote(first, last, kind_of_record(record), record_words(record, item), found)


def _decision(
    draft: DecisionDraft, decision: Decision, item: AgendaItem, trace: _Trace
) -> Iterator[LineNote]:
    words = decision_words(decision)
    yield LineNote(draft.line, draft.line, NoteKind.DECISION, words, trace.take((draft.line,)))
    for inner, part in zip(draft.flow, decision.flow, strict=True):
        yield from _part(inner, part, item, trace)


def _span(blocks: Sequence[Block], line: int | None = None) -> tuple[int, int]:
    lines = [block.line for block in blocks] + ([] if line is None else [line])
    return min(lines), max([*(block.end_line for block in blocks), *lines])
