"""The blocks of one item to its records."""

from collections.abc import Iterable, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import motions, questions
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.item_lists import read_list
from site_gen.minutes.item_paragraphs import BEGINNINGS, read_paragraph
from site_gen.minutes.item_titles import ANNOUNCING
from site_gen.minutes.labelled_lines import with_labelled_lines
from site_gen.minutes.looking_ahead import tells_of_motion
from site_gen.minutes.openings import opening
from site_gen.minutes.reading import Reading
from site_gen.minutes.wording import Wording
from site_gen.model.prose import PassageRole, Withheld
from site_gen.text.values import replace


def read_item(
    blocks: Sequence[Block],
    wording: Wording,
    *,
    attendance_lines: frozenset[int] = frozenset(),
    title: Block | None = None,
    is_minutes: bool = True,
) -> Reading:
    """The item read: its flow has every word of `blocks`, in order.

    Lines of `attendance_lines` only say who was there and become passages. A `title` such as
    "Question submitted by Councillor Example" opens what it announces. The prose of what is no
    minutes tells of no decisions.
    """
    reading = Reading(wording, attendance_lines, is_minutes=is_minutes)
    body, copy = _after_agenda_copy(with_labelled_lines(blocks, wording), wording)
    reading.flow += copy
    if title is not None:
        _begin_by_title(reading, title)
    for at in range(len(body)):
        _read(reading, body, at)
    reading.close()
    reading.flow = _settled(reading.flow, wording)
    return reading


def _after_agenda_copy(
    blocks: Sequence[Block], wording: Wording
) -> tuple[Sequence[Block], list[PassageDraft | Withheld]]:
    """The agenda's own text, printed again before "Minutes:", and what comes after it."""
    for at, block in enumerate(blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.text) > 40:
            continue
        found = wording.whole(block.text)
        if found is not None and found.phrase == "minutes-begin":
            copy = passages(PassageRole.AGENDA, blocks[:at])
            return blocks[at + 1 :], [*copy, PassageDraft(PassageRole.FURNITURE, [block])]
    return blocks, []


def passages(role: PassageRole, blocks: Iterable[Block]) -> list[PassageDraft | Withheld]:
    """Blocks as one passage, parted where text was withheld."""
    found: list[PassageDraft | Withheld] = []
    for block in blocks:
        last = found[-1] if found else None
        if block.withheld is not None:
            found.append(block.withheld)
        elif isinstance(last, PassageDraft):
            last.blocks.append(block)
        else:
            found.append(PassageDraft(role, [block]))
    return found


def _begin_by_title(reading: Reading, title: Block) -> None:
    """Open the question or motion that the item's title announces, without its words."""
    found = opening(reading, title)
    if found is None or found.phrase not in ANNOUNCING or not found.announces:
        return
    if found.phrase == "motion":
        motions.begin_by_title(reading, title, found)
        return
    announced = title.cut(0, found.end) if found.is_alone(title.text) else title
    BEGINNINGS[found.phrase](reading, announced, found)
    reading.titled = reading.record
    if reading.record is not None:
        reading.record.lead = []


def _read(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    if block.withheld is not None:
        reading.withhold(block.withheld)
    elif block.line in reading.attendance_lines:
        reading.close()
        reading.passage(PassageRole.ATTENDANCE, block)
    elif block.kind is BlockKind.PARAGRAPH:
        read_paragraph(reading, blocks, at, block)
    elif block.kind is BlockKind.HEADING:
        read_paragraph(reading, blocks, at, replace(block, kind=BlockKind.PARAGRAPH))
    elif block.kind is BlockKind.LIST:
        read_list(reading, blocks, at)
    elif block.kind is BlockKind.QUOTE:
        _quote(reading, blocks, at)
    elif block.kind is BlockKind.RULE:
        _page_break(reading, block)
    elif block.kind is not BlockKind.TABLE or not motions.take_table(reading, block):
        reading.give(block)


def _quote(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    """A quotation or a box: what it says of movers, votes and outcomes is read as such."""
    block = blocks[at]
    tells = [
        child
        for child in block.children
        if child.kind is BlockKind.TABLE or tells_of_motion(reading, child)
    ]
    if not tells:
        if not motions.take_motion(reading, block):
            reading.give(block)
        return
    for child in block.children:
        if child.kind is BlockKind.PARAGRAPH:
            read_paragraph(reading, blocks, at, child)
        elif child.kind is not BlockKind.TABLE or not motions.take_table(reading, child):
            reading.give(child)


def _page_break(reading: Reading, block: Block) -> None:
    """A line between pages parts nothing; its page number stays where it was printed."""
    last = reading.flow[-1] if reading.flow else None
    record = reading.record
    if record is not None and record.blocks:
        record.blocks.append(block)
    elif record is not None and record.lead:
        record.lead.append(block)
    elif record is not None and record is last and block.text:
        reading.flow.insert(-1, PassageDraft(PassageRole.FURNITURE, [block]))
    elif isinstance(last, (RecordDraft, PassageDraft)) and last.blocks:
        last.blocks.append(block)
    elif block.text:
        reading.passage(PassageRole.FURNITURE, block)


def _settled(flow: list[FlowDraft], wording: Wording) -> list[FlowDraft]:
    """The flow with records that have no words of their own made passages."""
    settled: list[FlowDraft] = []
    for part in flow:
        if isinstance(part, DecisionDraft):
            motions.settle_kinds(part)
        elif isinstance(part, RecordDraft):
            questions.settle_promise(part, wording)
        if isinstance(part, DecisionDraft) and part.first_record is None:
            settled += part.flow
        elif isinstance(part, RecordDraft) and not part.blocks:
            settled += [PassageDraft(PassageRole.LEAD, part.lead)] if part.lead else []
        else:
            settled.append(part)
    return settled
