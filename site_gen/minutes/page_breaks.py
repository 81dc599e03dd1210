"""Page numbers that stand alone in the text of minutes."""

import re
from dataclasses import replace

from site_gen.content.block import Block, BlockKind

NUMBER = re.compile(r"[\s–—-]*\d{1,4}[\s–—-]*\Z")
PAGE = re.compile(r"[\s–—-]*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s.–—-]*\Z", re.IGNORECASE)


def with_page_breaks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a page number beside a line between pages made part of that line.

    So that a sentence or an answer that runs over the page stays one. "Page 3 of 7" is a page
    number wherever it stands.
    """
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        last = kept[-1] if kept else None
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


def _is_beside_line(blocks: tuple[Block, ...], at: int) -> bool:
    beside = blocks[max(0, at - 1) : at] + blocks[at + 1 : at + 2]
    return any(block.kind is BlockKind.RULE for block in beside)
