"""One file of minutes to a meeting with its records: the entry to this package."""

from collections.abc import Iterable, Iterator

from site_gen.content.block import Block
from site_gen.content.blocks import parse_blocks
from site_gen.content.meeting_fields import MeetingFields
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.finishing import finish_flow, finish_passage
from site_gen.minutes.item_addresses import Addresses
from site_gen.minutes.item_reader import read_item
from site_gen.minutes.outline import Outline, Section, outline
from site_gen.minutes.roster import Roster
from site_gen.minutes.threads import link_threads
from site_gen.minutes.wording import Wording, load_wording
from site_gen.model.meetings import AgendaItem, DocumentReference, Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import PassageRole
from site_gen.site.settings import Settings
from site_gen.text.sources import Source


def parse_meeting(
    source: Source, *, fields: MeetingFields, body_line: int, settings: Settings
) -> Parsed[Meeting]:
    """The meeting whose minutes `source` holds from line `body_line` on.

    What the front matter says wins over the text. A pure function of its arguments. Withheld text
    is dropped before anything else reads it.
    """
    wording = load_wording(settings.wording, settings.phrases)
    blocks, problems = _blocks(source, body_line)
    plan = outline(blocks, wording)
    items = _items(plan, source, wording)
    roster = Roster.of(_speakers(flow for _, flow in items))
    meeting = _meeting(source, fields, plan, items, roster)
    return Parsed(meeting, tuple(sorted(problems, key=lambda each: each.sort_key)))


def _blocks(source: Source, body_line: int) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    parsed = parse_blocks(source, body_line)
    return parsed.value, list(parsed.diagnostics)


def _items(
    plan: Outline, source: Source, wording: Wording
) -> list[tuple[Section, list[FlowDraft]]]:
    items = []
    for section in plan.sections:
        flow = read_item(section.blocks, source, wording)
        link_threads(flow)
        items.append((section, flow))
    return items


def _speakers(flows: Iterable[list[FlowDraft]]) -> Iterator[Speaker]:
    for flow in flows:
        for part in flow:
            if isinstance(part, DecisionDraft):
                yield from filter(None, (part.moved_by, part.seconded_by))
            elif isinstance(part, RecordDraft):
                yield from filter(None, (part.speaker, part.addressed_to))


def _meeting(
    source: Source,
    fields: MeetingFields,
    plan: Outline,
    items: list[tuple[Section, list[FlowDraft]]],
    roster: Roster,
) -> Meeting:
    preamble = [PassageDraft(PassageRole.PROSE, list(plan.preamble))] if plan.preamble else []
    return Meeting(
        id=fields.id,
        path=source.path,
        body=fields.body,
        date=fields.date,
        title=fields.title or "Meeting",
        status=fields.status,
        start=fields.start,
        end=fields.end,
        venue=fields.venue,
        chair=fields.chair,
        language=fields.language,
        approved_at=fields.approved_at,
        is_private=fields.is_private,
        private_reason=fields.private_reason,
        joint_bodies=fields.joint_bodies,
        sittings=fields.sittings,
        source=fields.source,
        topics=fields.topics,
        corrections=fields.corrections,
        documents=tuple(_attachments(fields)),
        preamble=tuple(finish_passage(part) for part in preamble),
        items=tuple(_agenda_items(items, roster)),
    )


def _attachments(fields: MeetingFields) -> Iterator[DocumentReference]:
    for attachment in fields.attachments:
        yield DocumentReference(attachment.title, attachment.place.line, path=attachment.path)


def _agenda_items(
    items: list[tuple[Section, list[FlowDraft]]], roster: Roster
) -> Iterator[AgendaItem]:
    addresses = Addresses()
    for position, (section, flow) in enumerate(items, start=1):
        title = section.opening.title
        address = addresses.item(title, position, "")
        addresses.records(address, flow)
        yield AgendaItem(
            address=address,
            title=title.title,
            line=section.opening.line,
            flow=finish_flow(flow, roster),
            number=title.number,
            minute=title.minute,
            level=section.opening.level,
            part=title.part,
            state=title.state,
            is_routine=title.is_routine,
        )
