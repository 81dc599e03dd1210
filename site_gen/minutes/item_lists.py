"""One list of an item: entries that open records, tell of decisions, or only go on."""

from collections.abc import Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import comments, decisions, motions, questions
from site_gen.minutes.drafts import DecisionDraft, RecordDraft
from site_gen.minutes.item_paragraphs import read_paragraph
from site_gen.minutes.item_prose import acts_of, read_prose, read_sentences, tell
from site_gen.minutes.looking_ahead import take_bare_decision
from site_gen.minutes.openings import opens_record
from site_gen.minutes.reading import Reading, list_of, number_of
from site_gen.text.values import replace


def read_list(reading: Reading, blocks: Sequence[Block], at: int) -> None:
    """Read the list at `at` as what it opens or tells; else it goes on with what is open."""
    block = blocks[at]
    if comments.take_list(reading, block) or questions.take_list(reading, block):
        return
    if any(opens_record(reading, entry) for entry in block.children):
        for entry in block.children:
            _entry(reading, blocks, at, entry)
        return
    if decisions.take_list(reading, block) or motions.take_motion(reading, block):
        return
    if take_bare_decision(reading, blocks, at, block):
        return
    if reading.takes_block(block) or not any(_tells(reading, entry) for entry in block.children):
        reading.give(block)
        return
    for entry in block.children:
        _told_entry(reading, entry)


def _tells(reading: Reading, entry: Block) -> bool:
    """Whether a list's entry tells of a decision: "b) Bus shelter - it was agreed to ..."."""
    return any(
        child.kind is BlockKind.PARAGRAPH and acts_of(reading, child) for child in entry.children
    )


def _told_entry(reading: Reading, entry: Block) -> None:
    """One entry of a list in which decisions are told; its mark stays with its first words."""
    if not _tells(reading, entry):
        reading.discuss(list_of(entry))
        return
    first, *others = entry.children
    acts = acts_of(reading, first) if first.kind is BlockKind.PARAGRAPH else []
    at = acts[0].start if acts else len(first.text)
    number = number_of(entry)
    if first.kind is not BlockKind.PARAGRAPH or first.text[:at].strip():
        before = first.cut(0, at) if first.kind is BlockKind.PARAGRAPH else first
        reading.discuss(list_of(replace(entry, children=(before,))))
        number = None
    for act in acts:
        if (before := first.cut(at, act.start)).text:
            read_sentences(reading, before)
        tell(reading, first, replace(act, found=act.found.within(0)))
        if reading.record is not None:
            reading.record.number = reading.record.number or number
        at, number = act.end, None
    rest = first.cut(at) if acts else first
    if acts and rest.text:
        read_sentences(reading, rest)
    for child in others:
        if child.kind is BlockKind.PARAGRAPH:
            read_prose(reading, child)
        else:
            reading.give(child)


def _entry(reading: Reading, blocks: Sequence[Block], at: int, entry: Block) -> None:
    """One entry of such a list; its number is the number of the record that it opens."""
    if not opens_record(reading, entry):
        reading.give(list_of(entry))
        return
    first, *others = entry.children
    before, parts = reading.record, len(reading.flow)
    read_paragraph(reading, blocks, at, first)
    record = _first_record(reading, parts)
    if record is not None and record is not before and entry.marker:
        record.number = record.number or number_of(entry)
        if record.lead:  # the number was printed before the words that announce
            record.lead = [list_of(replace(entry, children=tuple(record.lead)))]
    for child in others:
        if child.kind is BlockKind.PARAGRAPH:
            read_paragraph(reading, blocks, at, child)
        else:
            reading.give(child)


def _first_record(reading: Reading, parts: int) -> RecordDraft | None:
    """The first record behind so many parts of the flow; the open one when nothing is there."""
    if len(reading.flow) == parts:
        return reading.record
    part = reading.flow[parts]
    if isinstance(part, DecisionDraft):
        return part.first_record
    return part if isinstance(part, RecordDraft) else None
