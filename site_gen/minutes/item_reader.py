"""The blocks of one item to its records."""

from collections.abc import Callable, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import comments, decisions, questions
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.reading import Reading, Takes, names_somebody
from site_gen.minutes.wording import Found, Wording
from site_gen.model.prose import PassageRole
from site_gen.text.sources import Source

Begin = Callable[[Reading, Block, Found], None]
BEGINNINGS: dict[str, Begin] = {
    "question": questions.begin,
    "supplementary": questions.begin,
    "response": questions.begin,
    "written-response": questions.begin,
    "promise": questions.begin,
    "comment": comments.begin,
    "comments": comments.announce,
    "decision": decisions.begin,
    "recommendation": decisions.begin,
}
# Slots that must hold somebody, lest any sentence with "asked" in it be a question.
NAMED_SLOTS = ("speaker", "addressee")


def read_item(blocks: Sequence[Block], source: Source, wording: Wording) -> list[FlowDraft]:
    """Every word of `blocks`, in order, as records, decisions and passages."""
    reading = Reading(source, wording)
    body, agenda = _after_agenda_copy(blocks, wording)
    reading.flow += agenda
    at = 0
    while at < len(body):
        at += _read(reading, body, at)
    return _settled(reading.flow)


def _after_agenda_copy(
    blocks: Sequence[Block], wording: Wording
) -> tuple[Sequence[Block], list[PassageDraft]]:
    """The agenda's own text, printed again before "Minutes:", and what comes after it."""
    for at, block in enumerate(blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.text) > 40:
            continue
        found = wording.whole(block.text)
        if found is not None and found.phrase == "minutes-begin":
            copy = [PassageDraft(PassageRole.AGENDA, list(blocks[:at]))] if at else []
            return blocks[at + 1 :], [*copy, PassageDraft(PassageRole.FURNITURE, [block])]
    return blocks, []


def _read(reading: Reading, blocks: Sequence[Block], at: int) -> int:
    """Read the block at `at`; gives how many blocks were read."""
    block = blocks[at]
    if block.kind is BlockKind.RULE:
        _continue(reading, block)
    elif block.kind is BlockKind.PARAGRAPH:
        _paragraph(reading, blocks, at)
    elif block.kind is BlockKind.LIST:
        _list(reading, blocks, at)
    elif block.kind is BlockKind.TABLE and decisions.take_table(reading, block):
        pass
    else:
        _continue(reading, block)
    return 1


def _paragraph(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    whole = reading.wording.whole(block.text)
    if whole is not None and whole.phrase == "furniture":
        reading.close()
        reading.passage(PassageRole.FURNITURE, block)
        return
    found = opening(reading.wording, block)
    if found is not None and found.phrase in BEGINNINGS:
        BEGINNINGS[found.phrase](reading, block, found)
        return
    if decisions.take_paragraph(reading, block):
        return
    if decisions.is_bare_decision(block) and _ends_item(reading, blocks, at):
        decisions.begin_bare(reading, [block])
        return
    if reading.takes is Takes.ALL and not _ends_speech(reading, block):
        _continue(reading, block)
        return
    reading.discuss(block)


def _ends_speech(reading: Reading, block: Block) -> bool:
    """Whether the minutes speak again: "Members noted ..." is no part of an officer's answer."""
    record = reading.record
    if record is None or not record.blocks:
        return False
    return any(found.phrase == "discussion" for found in reading.wording.context(block.text))


def opening(wording: Wording, block: Block) -> Found | None:
    """The phrase that opens a paragraph, if whoever it names is somebody."""
    for found in wording.openings(block.text):
        if found.is_label or all(
            names_somebody(found.slot(slot)) for slot in NAMED_SLOTS if found.slot(slot)
        ):
            return found
    return None


def _list(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    block = blocks[at]
    if comments.take_list(reading, block) or questions.take_list(reading, block):
        return
    if decisions.take_list(reading, block):
        return
    if decisions.is_bare_decision(block) and _ends_item(reading, blocks, at):
        decisions.begin_bare(reading, [block])
        return
    _continue(reading, block)


def _ends_item(reading: Reading, blocks: Sequence[Block], at: int) -> bool:
    """Whether nothing but furniture, or more of the same, follows."""
    for block in blocks[at + 1 :]:
        if block.kind is BlockKind.RULE or decisions.is_bare_decision(block):
            continue
        found = reading.wording.whole(block.text)
        if found is None or found.phrase != "furniture":
            return False
    return True


def _continue(reading: Reading, block: Block) -> None:
    """Give the block to what is open, or to the discussion."""
    record = reading.record
    if record is not None and (
        reading.takes is Takes.ALL or (reading.takes is Takes.LIST and block.kind is BlockKind.LIST)
    ):
        record.blocks.append(block)
    elif block.kind is BlockKind.RULE:
        if record is not None:
            record.blocks.append(block)
        elif reading.flow and isinstance(reading.flow[-1], RecordDraft):
            reading.flow[-1].blocks.append(block)
    else:
        reading.discuss(block)


def _settled(flow: list[FlowDraft]) -> list[FlowDraft]:
    """The flow with records that have no words of their own made passages."""
    settled: list[FlowDraft] = []
    for part in flow:
        if isinstance(part, DecisionDraft) and decisions.is_without_parts(part):
            settled += decisions.loosened(part)
        elif isinstance(part, RecordDraft) and not part.blocks:
            settled.append(PassageDraft(PassageRole.LEAD, part.lead))
        else:
            settled.append(part)
    return settled
