"""One heading of the agenda with every word under it."""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import groupby
from typing import ClassVar

from site_gen.model.meetings import AgendaItem
from site_gen.model.prose import Passage, PassageRole, Withheld
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.pages.abbreviation_links import link_abbreviations
from site_gen.pages.decision_view import DecisionView, decision_view
from site_gen.pages.desk import Desk
from site_gen.pages.document_references import ReferenceView, reference_view
from site_gen.pages.naming import NameView
from site_gen.pages.prose_view import (
    DiscussionBlock,
    PrintedBlock,
    ProseBlock,
    WithheldBlock,
    word_blocks,
)
from site_gen.pages.record_view import RecordView, record_view
from site_gen.pages.threads import Batch, FlowPart, Thread, ThreadPart, thread_flow
from site_gen.pages.withheld_words import WithheldView, withheld_view
from site_gen.pages.words import STATES
from site_gen.text.values import dataclass

DEEPEST_HEADING = 6


class Run(Enum):
    """What neighbours of a flow are shown together as."""

    WORDS = auto()
    POINTS = auto()
    OTHERS = auto()


@dataclass(frozen=True, slots=True)
class ThreadPartView:
    """A question or answer, with the words that introduce it."""

    before: "tuple[Block, ...]"
    record: RecordView


@dataclass(frozen=True, slots=True)
class ThreadBlock:
    """A question with its answers and follow-up questions."""

    block: ClassVar[str] = "thread"
    parts: tuple[ThreadPartView, ...]


@dataclass(frozen=True, slots=True)
class BatchBlock:
    """Threads that the minutes print questions first."""

    block: ClassVar[str] = "batch"
    threads: tuple[ThreadBlock, ...]


@dataclass(frozen=True, slots=True)
class PointsBlock:
    """Points that were raised, one after another."""

    block: ClassVar[str] = "points"
    points: tuple[RecordView, ...]


Block = (
    ProseBlock
    | DiscussionBlock
    | PrintedBlock
    | WithheldBlock
    | ThreadBlock
    | BatchBlock
    | PointsBlock
    | RecordView
    | DecisionView
)


@dataclass(frozen=True, slots=True)
class ItemView:
    """One heading of the agenda."""

    address: str
    aliases: tuple[str, ...]  # further addresses that lead here
    heading: int  # 2 to 6: the level of its heading on the page
    number: str  # as printed; empty when it has none
    title: str
    minute: str  # "42"
    part: str  # "Part B", on the first one of a part
    state: str  # "Put off to a later meeting"
    presented_by: NameView | None
    introduced_by: NameView | None
    withheld: WithheldView | None  # all of it
    blocks: tuple[Block, ...]
    documents: tuple[ReferenceView, ...]
    href: str  # the link to itself


def item_view(item: AgendaItem, desk: Desk, *, heading: int, begins_part: bool) -> ItemView:
    """One heading of the agenda, of the level `heading`, with every word under it."""
    flow = link_abbreviations(item.flow, desk.abbreviations)
    return ItemView(
        address=item.address,
        aliases=desk.aliases.get(item.address, ()),
        heading=min(heading, DEEPEST_HEADING),
        number=item.number or "",
        title=item.title,
        minute=item.minute or "",
        part=item.part if begins_part else "",
        state=STATES[item.state] if item.state and not item.withheld else "",
        presented_by=desk.in_sentence(item.presented_by),
        introduced_by=desk.in_sentence(item.introduced_by),
        withheld=withheld_view(item.withheld) if item.withheld else None,
        blocks=tuple(_blocks(flow, desk)),
        documents=tuple(
            reference_view(one, desk) for one in desk.meeting.documents if one.item == item.address
        ),
        href=f"#{item.address}",
    )


def _blocks(flow: tuple[FlowPart, ...], desk: Desk) -> Iterator[Block]:
    for run, same in groupby(thread_flow(flow), key=_run_of):
        parts = tuple(same)
        if run is Run.WORDS:
            yield from word_blocks(
                tuple(part for part in parts if isinstance(part, Passage | Withheld))
            )
        elif run is Run.POINTS:
            yield PointsBlock(
                tuple(record_view(part, desk) for part in parts if isinstance(part, Record))
            )
        else:
            yield from (_block(part, desk) for part in parts)


def _run_of(part: FlowPart | Thread | Batch) -> Run:
    if isinstance(part, Passage | Withheld):
        return Run.WORDS
    if isinstance(part, Record) and part.kind is RecordKind.COMMENT:
        return Run.POINTS
    return Run.OTHERS


def _block(part: FlowPart | Thread | Batch, desk: Desk) -> Block:
    match part:
        case Thread():
            return _thread(part, desk)
        case Batch():
            return BatchBlock(tuple(_thread(one, desk) for one in part.threads))
        case Decision():
            return decision_view(part, desk)
        case Record(kind=RecordKind.DISCUSSION):
            return DiscussionBlock(part.address, desk.aliases.get(part.address, ()), part.prose)
        case Record():
            return record_view(part, desk)
        case _:
            raise TypeError(f"words stand in runs of their own: {part!r}")


def _thread(thread: Thread, desk: Desk) -> ThreadBlock:
    return ThreadBlock(tuple(_thread_part(part, desk) for part in thread.parts))


def _thread_part(part: ThreadPart, desk: Desk) -> ThreadPartView:
    before, lead = part.before, None
    last = before[-1] if before and not part.record.lead else None
    if isinstance(last, Passage) and last.role is PassageRole.LEAD:
        before, lead = before[:-1], last.prose
    return ThreadPartView(
        tuple(_blocks(before, desk)),
        record_view(part.record, desk, lead=lead),
    )
