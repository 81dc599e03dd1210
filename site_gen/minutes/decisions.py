"""Decisions: what was resolved, recommended or moved, with movers, vote and outcome."""

import re
from collections.abc import Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes.drafts import DecisionDraft, RecordDraft
from site_gen.minutes.movers import Movers, parse_movers
from site_gen.minutes.outcomes import find_outcome
from site_gen.minutes.paragraphs import words_of
from site_gen.minutes.reading import Reading, Takes, ends_sentence, number_of
from site_gen.minutes.votes import merge_votes, parse_vote, parse_vote_table
from site_gen.minutes.wording import Found
from site_gen.model.prose import PassageRole
from site_gen.model.records import RecordKind

THAT = re.compile(r"[\s“\"‘'*_]*that\b", re.IGNORECASE)
LONGEST_OUTCOME = 300  # characters of a paragraph that says only what became of a motion


def begin(reading: Reading, block: Block, found: Found) -> None:
    """ "AGREED:", "RESOLVED that ...", "Recommended to Full Council:"."""
    decision = _open(reading, block)
    _movers(reading, block)
    reading.takes_parts = True
    kind = RecordKind.RESOLUTION
    if found.phrase == "recommendation":
        kind = RecordKind.RECOMMENDATION
    if not found.announces:
        _part(reading, block, kind, found)
        return
    reading.passage(PassageRole.LEAD, block.cut(found.start, found.end))
    decision.vote = merge_votes(decision.vote, parse_vote(words_of(block.cut(0, found.end))))
    if (rest := block.cut(found.end)).text:
        _part(reading, rest, kind, found)


def _open(reading: Reading, block: Block) -> DecisionDraft:
    """The decision whose movers stand right before, or another one."""
    decision = reading.decision
    if decision is not None and not decision.records:
        reading.record = None
        return decision
    reading.close()
    decision = DecisionDraft(block.line)
    reading.flow.append(decision)
    reading.decision = decision
    return decision


def _movers(reading: Reading, block: Block) -> Movers | None:
    movers = parse_movers(words_of(block))
    decision = reading.decision
    if movers is not None and decision is not None:
        decision.moved_by = decision.moved_by or movers.moved_by
        decision.seconded_by = decision.seconded_by or movers.seconded_by
    return movers


def _part(reading: Reading, block: Block, kind: RecordKind, found: Found | None = None) -> None:
    record = RecordDraft(kind, block.line, [block])
    if found is not None and kind is RecordKind.RECOMMENDATION:
        record.decides = found.slot("decides").strip() or None
    reading.open(record, Takes.LIST)


def take_list(reading: Reading, block: Block) -> bool:
    """Each entry of a list under an open decision is a part of it."""
    decision = reading.decision
    if decision is None or not reading.takes_parts:
        return False
    last = decision.records[-1] if decision.records else None
    if last is not None and last.text.rstrip().endswith(":") and number_of(block.children[0]):
        last.blocks.append(block)
        return True
    kind = last.kind if last is not None else RecordKind.RESOLUTION
    for entry in block.children:
        record = RecordDraft(kind, entry.line, list(entry.children), number=number_of(entry))
        record.decides = last.decides if last is not None else None
        reading.open(record, Takes.LIST)
    return True


def take_paragraph(reading: Reading, block: Block) -> bool:
    """A paragraph under an open decision: a part, the rest of one, or what became of it."""
    decision = reading.decision
    if decision is None:
        return False
    if takes_outcome(reading, block):
        return True
    if not reading.takes_parts:
        return False
    last = decision.records[-1] if decision.records else None
    if last is None or (THAT.match(block.text) and ends_sentence_or_part(last.text)):
        _part(reading, block, last.kind if last else RecordKind.RESOLUTION)
        return True
    if not ends_sentence(last.text):
        last.blocks.append(block)
        return True
    return False


def ends_sentence_or_part(text: str) -> bool:
    """Whether a part of a decision is complete."""
    stripped = text.rstrip()
    return ends_sentence(stripped) or stripped.endswith((";", ",", "; and", ", and", "and"))


def takes_outcome(reading: Reading, block: Block) -> bool:
    """A short paragraph or table that says how the vote went."""
    decision = reading.decision
    if decision is None or not (decision.records or decision.moved_by):
        return False
    if len(block.text) > LONGEST_OUTCOME:
        return False
    words = words_of(block)
    outcome = find_outcome(block.text)
    vote = parse_vote(words)
    if outcome is None and vote is None:
        return False
    if outcome is not None:
        decision.outcome = outcome.outcome
    decision.vote = merge_votes(decision.vote, vote)
    reading.passage(PassageRole.OUTCOME if outcome is not None else PassageRole.VOTE, block)
    return True


def take_table(reading: Reading, block: Block) -> bool:
    """A table of votes under an open decision."""
    decision = reading.decision
    vote = parse_vote_table(block.rows, block.line) if decision is not None else None
    if decision is None or vote is None:
        return False
    decision.vote = merge_votes(decision.vote, vote)
    reading.passage(PassageRole.VOTE, block)
    return True


def begin_bare(reading: Reading, blocks: Sequence[Block]) -> None:
    """ "a) That ...; b) That ..." at the end of an item, though nothing announces it."""
    _open(reading, blocks[0])
    reading.takes_parts = True
    for block in blocks:
        if block.kind is BlockKind.LIST:
            take_list(reading, block)
        else:
            _part(reading, block, RecordKind.RESOLUTION)
    reading.close()


def is_bare_decision(block: Block) -> bool:
    """Whether every entry, or the paragraph, begins with "That"."""
    if block.kind is BlockKind.LIST:
        return all(
            entry.children and THAT.match(entry.children[0].text) for entry in block.children
        )
    return block.kind is BlockKind.PARAGRAPH and block.text.startswith(("That ", "THAT "))
