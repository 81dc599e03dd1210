"""Page numbers that stand alone in the text of minutes."""

import re
from collections.abc import Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.text.values import replace

NUMBER = re.compile(r"[\s–—-]*\d{1,4}[\s–—-]*\Z")
SCAN_NOTE = re.compile(r"\W*(?:<small>)?\W*scanned page\b", re.IGNORECASE)
PAGE = re.compile(r"[\s–—-]*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s.–—-]*\Z", re.IGNORECASE)


def with_page_breaks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a page number beside a line between pages made part of that line.

    Also the number on a line of its own above the first words of a page. So that a sentence or an
    answer that runs over the page stays one. "Page 3 of 7" is a page number wherever it stands.
    """
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        last = kept[-1] if kept else None
        if (end := _number_end(block)) and _is_beside_line(kept, len(kept)):
            kept.append(replace(block.cut(0, end), kind=BlockKind.RULE))
            kept.append(block.cut(end))
            continue
        if block.kind is not BlockKind.PARAGRAPH or len(block.text) > 20:
            kept.append(block)
        elif PAGE.match(block.text) or (NUMBER.match(block.text) and _is_beside_line(blocks, at)):
            if last is not None and last.kind is BlockKind.RULE and not last.text:
                kept[-1] = replace(last, words=block.words, end_line=block.end_line)
            else:
                kept.append(replace(block, kind=BlockKind.RULE))
        else:
            kept.append(block)
    return tuple(kept)


def _number_end(block: Block) -> int:
    """Where the page number ends that is the first line of a paragraph; 0 when none is."""
    first, line_end, _ = block.text.partition("\n")
    is_number = block.kind is BlockKind.PARAGRAPH and line_end and NUMBER.match(first) is not None
    return len(first) if is_number else 0


def _is_beside_line(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line between pages stands before or behind, but for a note on the scan."""
    before = at - 1
    while before > 0 and SCAN_NOTE.match(blocks[before].text) is not None:
        before -= 1
    beside = [*blocks[max(0, before) : before + 1], *blocks[at + 1 : at + 2]]
    return any(block.kind is BlockKind.RULE for block in beside)
