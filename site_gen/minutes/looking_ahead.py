"""What the following blocks of an item tell of the one that is read."""

from collections.abc import Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes import decisions, motions
from site_gen.minutes.openings import is_furniture
from site_gen.minutes.reading import Reading

FURTHEST_OUTCOME = 60  # blocks behind a motion in which its outcome is looked for


def has_outcome_ahead(reading: Reading, blocks: Sequence[Block], at: int) -> bool:
    """Whether the item tells what became of a motion before it turns to another."""
    for block in blocks[at + 1 : at + 1 + FURTHEST_OUTCOME]:
        for leaf in block.leaves:
            if leaf.kind is not BlockKind.PARAGRAPH:
                continue
            if leaf is not block and block.kind is BlockKind.LIST:
                continue
            found = reading.wording.openings(leaf.text)
            if any(each.phrase == "decision" for each in found):
                return False
            if motions.tells_outcome(leaf.text):
                return True
            if block.kind is BlockKind.PARAGRAPH and any(
                each.phrase in ("motion", "amendment", "question") for each in found
            ):
                return False
    return False


def tells_of_motion(reading: Reading, block: Block) -> bool:
    """Whether a paragraph says who moved, how it was voted or what came of it."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    found = reading.wording.openings(block.text)
    kinds = ("movers", "moved", "seconded", "vote", "motion", "amendment", "decision")
    return motions.tells_outcome(block.text) or any(each.phrase in kinds for each in found)


def take_bare_decision(reading: Reading, blocks: Sequence[Block], at: int, block: Block) -> bool:
    """ "a) That ...; b) That ..." under no heading: at the end of an item, or before its movers."""
    if not decisions.is_bare(block):
        return False
    for following in blocks[at + 1 :]:
        if following.kind is BlockKind.RULE or decisions.is_bare(following):
            continue
        if tells_of_motion(reading, following) or following.kind is BlockKind.QUOTE:
            break
        if not is_furniture(reading.wording, following):
            return False
    decisions.begin_bare(reading, block)
    return True
