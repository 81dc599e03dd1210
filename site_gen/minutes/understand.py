"""One file of minutes to a meeting with its records: the entry to this package."""

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.content.blocks import parse_blocks
from site_gen.content.inline import Inline
from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.minutes.broken_titles import with_whole_titles
from site_gen.minutes.checks import check_items, check_links
from site_gen.minutes.date_checks import check_dates
from site_gen.minutes.drafts import DecisionDraft, PassageDraft, RecordDraft
from site_gen.minutes.exempt_checks import check_exempt
from site_gen.minutes.finishing import finish_flow, finish_passage, resolved
from site_gen.minutes.full_names import fuller_names
from site_gen.minutes.item_addresses import Addresses
from site_gen.minutes.item_reader import passages, read_item
from site_gen.minutes.item_titles import ItemTitle
from site_gen.minutes.label_slips import check_labels
from site_gen.minutes.meeting_facts import (
    MeetingFacts,
    all_leaves,
    attendees,
    contradictions,
    declarations,
    documents,
    meeting_facts,
)
from site_gen.minutes.openings import is_furniture
from site_gen.minutes.outline import Opening, Outline, Section, outline
from site_gen.minutes.page_breaks import with_page_breaks
from site_gen.minutes.parts import place_items
from site_gen.minutes.reading import Reading
from site_gen.minutes.roster import Roster
from site_gen.minutes.shown_lines import shown_source, without_hidden_lines
from site_gen.minutes.text_checks import check_text
from site_gen.minutes.threads import link_threads
from site_gen.minutes.unread_marks import check_marks
from site_gen.minutes.withholding import withhold
from site_gen.minutes.wording import Wording, load_wording
from site_gen.model.meetings import AgendaItem, DocumentReference, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, PassageRole, Withheld
from site_gen.model.records import RecordKind
from site_gen.site.settings import Settings
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, replace

LONGEST_HEADER = 10  # blocks among which minutes call themselves so
MINUTES_OF = re.compile(r"\W*(?:draft\s+)?(?:the\s+)?(?:minutes|notes)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Read:
    """One item, read."""

    section: Section
    reading: Reading


@dataclass(frozen=True, slots=True)
class MinutesRead:
    """What minutes were understood as, and the steps to it, which are thrown away but to explain.

    `openings` and `readings` are those of the meeting's items, in order.
    """

    meeting: Meeting
    problems: tuple[Diagnostic, ...]
    published: Outline  # without withheld text
    facts: MeetingFacts
    openings: tuple[Opening, ...]
    readings: tuple[Reading, ...]
    shown: Source  # the file with blanks for every line that holds withheld words or a note
    hidden_lines: frozenset[int]  # those that hold withheld words


def parse_meeting(
    source: Source, *, fields: MeetingFields, body_line: int, settings: Settings
) -> Parsed[Meeting]:
    """The meeting whose minutes `source` holds from line `body_line` on.

    What the front matter says wins over the text. A pure function of its arguments. Withheld text
    is dropped before anything else reads it; of a private meeting nothing is read at all.
    """
    if fields.is_private:
        return Parsed(private_meeting(source, fields))
    read = read_minutes(source, fields=fields, body_line=body_line, settings=settings)
    return Parsed(read.meeting, read.problems)


def read_minutes(
    source: Source, *, fields: MeetingFields, body_line: int, settings: Settings
) -> MinutesRead:
    """As `parse_meeting`, of a meeting that is not private, with how it was come to."""
    wording = load_wording(settings.wording, settings.phrases)
    parsed = parse_blocks(source, body_line)
    blocks = with_whole_titles(with_page_breaks(parsed.value))
    published = withhold(outline(blocks, wording), source)
    plan = published.outline
    facts = meeting_facts(plan)
    plan, items = _items(plan, facts, wording)
    meeting = _meeting(source, fields, plan, items, facts, wording)
    meeting = replace(meeting, documents=_shown(meeting.documents, published.hidden_files))
    hidden = published.hidden_lines
    shown = shown_source(source, hidden)
    problems: list[Diagnostic] = [*parsed.diagnostics, *published.problems]
    problems += contradictions(facts, fields, source)
    leaves = all_leaves(plan)
    problems += check_links(leaves, shown)
    problems += check_items(meeting, shown)
    problems += check_exempt(meeting, shown)
    problems += check_labels(plan.sections, leaves, wording, shown)
    problems += check_text(blocks, shown, hidden)
    problems += check_marks(leaves, shown, hidden)
    problems += _not_told_yet(check_dates(leaves, fields.date, shown), problems)
    ordered = sorted(problems, key=lambda each: each.sort_key)
    return MinutesRead(
        meeting=meeting,
        problems=without_hidden_lines(ordered, hidden),
        published=published.outline,
        facts=facts,
        openings=tuple(item.section.opening for item in items),
        readings=tuple(item.reading for item in items),
        shown=shown,
        hidden_lines=hidden,
    )


def _not_told_yet(dates: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings of dates but for those that are told already, there or of the same words."""
    places = {(one.code, one.place.line) for one in told}
    words = {(one.code, _quoted(one)) for one in told}
    left = []
    for one in dates:
        if (one.code, one.place.line) in places or (one.code, _quoted(one)) in words:
            continue
        words.add((one.code, _quoted(one)))
        left.append(one)
    return left


def _quoted(found: Diagnostic) -> str:
    """The words of the minutes that a message begins with: "Thursday 12 November 2002"."""
    return found.message.split('"')[1] if found.message.startswith('"') else found.message


def private_meeting(source: Source, fields: MeetingFields) -> Meeting:
    """All that is kept of a private meeting: its body, its date and the reason."""
    return Meeting(
        id=fields.id,
        path=source.path,
        body=fields.body,
        date=fields.date,
        title="",
        status=fields.status,
        is_private=True,
        private_reason=fields.private_reason,
    )


def _items(plan: Outline, facts: MeetingFacts, wording: Wording) -> tuple[Outline, list[_Read]]:
    """The items read. Words before any heading that are minutes all the same are an item too."""
    items: list[_Read] = []
    untitled = _untitled(plan, facts, wording)
    if untitled is not None:
        kept = len(plan.preamble) - len(untitled.section.blocks)
        plan = replace(plan, preamble=plan.preamble[:kept])
        items.append(untitled)
    items += [_Read(section, _read_section(section, facts, wording)) for section in plan.sections]
    for item in items:
        link_threads(item.reading.flow)
    return plan, items


def _untitled(plan: Outline, facts: MeetingFacts, wording: Wording) -> _Read | None:
    """The words after the header of minutes without headings, when there are records in them."""
    header = facts.header
    printed = (header.date, header.start, header.venue, header.title, header.chair)
    lines = [*facts.lines, *(each.line for each in printed if each is not None)]
    is_minutes = bool(facts.lines) or _names_minutes(plan.preamble)
    reading = read_item(plan.preamble, wording, attendance_lines=facts.lines, is_minutes=is_minutes)
    first = next(
        (
            part.line
            for part in reading.flow
            if isinstance(part, DecisionDraft)
            or (isinstance(part, RecordDraft) and part.kind is not RecordKind.DISCUSSION)
        ),
        None,
    )
    if first is None:
        return None
    header_end = max((line for line in lines if line < first), default=0)
    blocks = tuple(block for block in plan.preamble if block.line > header_end)
    opening = Opening(0, 0, ItemTitle(""), blocks[0].line)
    section = Section(opening, blocks)
    return _Read(
        section,
        read_item(blocks, wording, attendance_lines=facts.lines, is_minutes=is_minutes),
    )


def _names_minutes(blocks: Sequence[Block]) -> bool:
    """Whether one of the first lines calls the text minutes, or there are few lines at all."""
    leaves = [leaf.text for block in blocks[:LONGEST_HEADER] for leaf in block.leaves]
    is_short = len(blocks) < LONGEST_HEADER
    return is_short or any(MINUTES_OF.match(text) is not None for text in leaves)


def _read_section(section: Section, facts: MeetingFacts, wording: Wording) -> Reading:
    opening = section.opening
    title = None
    if opening.title.title and section.withheld is None:
        words = Inline(opening.title.title)
        title = Block(BlockKind.HEADING, opening.line, opening.line, words=words)
    return read_item(section.blocks, wording, attendance_lines=facts.lines, title=title)


def _roster(leaves: Iterable[Block], facts: MeetingFacts, items: Iterable[_Read]) -> Roster:
    speakers = list(_speakers(facts, items))
    texts = (leaf.text for leaf in leaves)
    return Roster.of((*speakers, *fuller_names(speakers, texts)))


def _speakers(facts: MeetingFacts, items: Iterable[_Read]) -> Iterator[Speaker]:
    for attendee in facts.attendees:
        yield attendee.speaker
    for item in items:
        reading = item.reading
        yield from filter(None, (reading.presented_by, reading.introduced_by))
        for part in reading.flow:
            if isinstance(part, DecisionDraft):
                yield from filter(None, (part.moved_by, part.seconded_by))
            elif isinstance(part, RecordDraft):
                yield from filter(None, (part.speaker, part.addressed_to))


def _meeting(
    source: Source,
    fields: MeetingFields,
    plan: Outline,
    items: list[_Read],
    facts: MeetingFacts,
    wording: Wording,
) -> Meeting:
    header = facts.header
    leaves = all_leaves(plan)
    roster = _roster(leaves, facts, items)
    agenda = tuple(_agenda_items(items, roster))
    papers = [*_attachments(fields), *documents(plan.preamble, None)]
    for item, read in zip(agenda, items, strict=True):
        papers += documents(_with_heading(read.section), item.address)
    return Meeting(
        id=fields.id,
        path=source.path,
        body=fields.body,
        date=fields.date,
        title=fields.title or (header.title.text if header.title is not None else ""),
        status=fields.status,
        start=fields.start or (header.start.text if header.start is not None else ""),
        end=fields.end or (header.end.text if header.end is not None else ""),
        venue=fields.venue or (header.venue.text if header.venue is not None else ""),
        chair=fields.chair or facts.chair,
        language=fields.language,
        approved_at=fields.approved_at,
        joint_bodies=fields.joint_bodies,
        sittings=fields.sittings,
        source=fields.source,
        topics=fields.topics,
        corrections=fields.corrections,
        attendance=attendees(facts, fields, roster),
        declarations=tuple(declarations(leaves, roster)),
        documents=tuple(papers),
        preamble=tuple(_preamble(plan.preamble, facts, wording)),
        items=agenda,
    )


def _with_heading(section: Section) -> Iterator[Block]:
    """The blocks of an item; before them its heading where that links to something."""
    heading = section.opening.heading
    if heading is not None and heading.words.links:
        yield heading
    yield from section.blocks


def _preamble(
    blocks: Iterable[Block], facts: MeetingFacts, wording: Wording
) -> Iterator[Passage | Withheld]:
    drafts: list[PassageDraft | Withheld] = []
    for block in blocks:
        role = PassageRole.PROSE
        if block.line in facts.lines:
            role = PassageRole.ATTENDANCE
        elif block.text and is_furniture(wording, block):
            role = PassageRole.FURNITURE
        last = drafts[-1] if drafts else None
        if isinstance(last, PassageDraft) and last.role is role and block.withheld is None:
            last.blocks.append(block)
        else:
            drafts += passages(role, [block])
    for draft in drafts:
        yield finish_passage(draft) if isinstance(draft, PassageDraft) else draft


def _attachments(fields: MeetingFields) -> Iterator[DocumentReference]:
    for attachment in fields.attachments:
        yield DocumentReference(attachment.title, attachment.place.line, path=attachment.path)


def _shown(
    papers: tuple[DocumentReference, ...], hidden: frozenset[str]
) -> tuple[DocumentReference, ...]:
    """The documents without those that only withheld text links to; each file once."""
    shown: list[DocumentReference] = []
    paths: set[str] = set()
    for paper in papers:
        if paper.path is not None and (paper.path in hidden or paper.path in paths):
            continue
        paths |= {paper.path} if paper.path is not None else set()
        shown.append(paper)
    return tuple(shown)


def _agenda_items(items: list[_Read], roster: Roster) -> Iterator[AgendaItem]:
    addresses = Addresses()
    placed = place_items([item.section.opening for item in items])
    for place, item in zip(placed, items, strict=True):
        reading, title = item.reading, place.title
        addresses.records(place.take(addresses), reading.flow)
        yield AgendaItem(
            address=place.address,
            title=title.title,
            line=item.section.opening.line,
            flow=finish_flow(reading.flow, roster),
            number=title.number,
            minute=title.minute,
            level=item.section.opening.level,
            parent=place.parent.address if place.parent is not None else None,
            part=place.part,
            state=title.state or reading.state,
            presented_by=resolved(reading.presented_by, roster),
            introduced_by=resolved(reading.introduced_by, roster),
            withheld=item.section.withheld,
            is_routine=title.is_routine,
        )
