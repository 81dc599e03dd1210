"""The blocks of one item to its records."""

from collections.abc import Callable, Iterable, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import circumstances, comments, decisions, questions
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.reading import Reading, Takes, names_somebody
from site_gen.minutes.wording import Found, Wording
from site_gen.model.prose import PassageRole, Withheld

Begin = Callable[[Reading, Block, Found], None]
BEGINNINGS: dict[str, Begin] = {
    "question": questions.begin,
    "supplementary": questions.begin,
    "response": questions.begin,
    "said": questions.begin,
    "written-response": questions.begin,
    "promise": questions.begin,
    "comment": comments.begin,
    "comments": comments.announce,
    "decision": decisions.begin,
    "recommendation": decisions.begin,
}
# Slots that must hold somebody, lest any sentence with "asked" in it be a question.
NAMED_SLOTS = ("speaker", "addressee")


def read_item(
    blocks: Sequence[Block], wording: Wording, attendance_lines: frozenset[int] = frozenset()
) -> Reading:
    """The item read: its flow has every word of `blocks`, in order.

    Lines of `attendance_lines` only say who was there and become passages.
    """
    reading = Reading(wording, attendance_lines)
    body, copy = _after_agenda_copy(blocks, wording)
    reading.flow += copy
    for at in range(len(body)):
        _read(reading, body, at)
    reading.close()
    reading.flow = _settled(reading.flow)
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


def _read(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    if block.withheld is not None:
        reading.withhold(block.withheld)
    elif block.line in reading.attendance_lines:
        reading.close()
        reading.passage(PassageRole.ATTENDANCE, block)
    elif block.kind is BlockKind.PARAGRAPH:
        _paragraph(reading, blocks, at)
    elif block.kind is BlockKind.LIST:
        _list(reading, blocks, at)
    elif block.kind is BlockKind.RULE:
        _page_break(reading, block)
    elif block.kind is not BlockKind.TABLE or not decisions.take_table(reading, block):
        _continue(reading, block)


def _paragraph(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    whole = reading.wording.whole(block.text)
    if whole is not None and whole.phrase == "furniture":
        reading.close()
        reading.passage(PassageRole.FURNITURE, block)
        return
    found = opening(reading, block)
    if found is not None and found.phrase in BEGINNINGS:
        BEGINNINGS[found.phrase](reading, block, found)
        return
    if decisions.take_paragraph(reading, block) or _bare_decision(reading, blocks, at):
        return
    context = circumstances.note(reading, block)
    if reading.takes is Takes.ALL and not _ends_speech(reading, context):
        _continue(reading, block)
        return
    reading.discuss(block)


def _ends_speech(reading: Reading, context: Iterable[Found]) -> bool:
    """Whether the minutes speak again: "Members noted ..." is no part of an officer's answer."""
    if reading.record is None or not reading.record.blocks:
        return False
    return any(found.phrase == "discussion" for found in context)


def opening(reading: Reading, block: Block) -> Found | None:
    """The phrase that opens a paragraph, if it may stand here and whoever it names is somebody."""
    for found in reading.wording.openings(block.text):
        if found.is_label:
            return found
        if not questions.may_stand(reading, found):
            continue
        if all(names_somebody(found.slot(slot)) for slot in NAMED_SLOTS if found.slot(slot)):
            return found
    return None


def _list(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    if comments.take_list(reading, block) or questions.take_list(reading, block):
        return
    if decisions.take_list(reading, block) or _bare_decision(reading, blocks, at):
        return
    _continue(reading, block)


def _bare_decision(reading: Reading, blocks: Sequence[Block], at: int) -> bool:
    """ "a) That ...; b) That ..." at the end of an item, under no heading."""
    if not decisions.is_bare_decision(blocks[at]):
        return False
    for block in blocks[at + 1 :]:
        if block.kind is BlockKind.RULE or decisions.is_bare_decision(block):
            continue
        found = reading.wording.whole(block.text)
        if found is None or found.phrase != "furniture":
            return False
    decisions.begin_bare(reading, [blocks[at]])
    return True


def _continue(reading: Reading, block: Block) -> None:
    """Give the block to what is open, or to the discussion."""
    takes_list = reading.takes is Takes.LIST and block.kind is BlockKind.LIST
    if reading.record is not None and (reading.takes is Takes.ALL or takes_list):
        reading.record.blocks.append(block)
    else:
        reading.discuss(block)


def _page_break(reading: Reading, block: Block) -> None:
    """A line between pages parts nothing; its page number stays where it was printed."""
    last = reading.flow[-1] if reading.flow else None
    if reading.record is not None and reading.record.blocks:
        reading.record.blocks.append(block)
    elif isinstance(last, (RecordDraft, PassageDraft)) and last.blocks:
        last.blocks.append(block)
    elif block.text:
        reading.passage(PassageRole.FURNITURE, block)


def _settled(flow: list[FlowDraft]) -> list[FlowDraft]:
    """The flow with records that have no words of their own made passages."""
    settled: list[FlowDraft] = []
    for part in flow:
        if isinstance(part, DecisionDraft) and not part.records:
            settled += part.flow
        elif isinstance(part, RecordDraft) and not part.blocks:
            settled.append(PassageDraft(PassageRole.LEAD, part.lead))
        else:
            settled.append(part)
    return settled
