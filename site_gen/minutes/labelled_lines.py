"""Labels on lines of one paragraph: a clerk who writes an answer right under its question.

Markdown makes one paragraph of lines that no empty line parts.
"""

import re
from collections.abc import Iterable, Iterator

from site_gen.content.block import Block, BlockKind
from site_gen.minutes.wording import Wording

# "Q: ..." and "A1: ...", which are no labels anywhere else.
SHORT = re.compile(r"[QA][ ]?\d{0,3}\.?:\s")
LONGEST_LABEL = 120  # characters before the colon of a label
# A line that goes on with the sentence before it does not begin with a label.
ENDS = (".", "?", "!", ":", ";", ")", "]", '"', "'", "”", "’", "…", "*", "_")


def with_labelled_lines(blocks: Iterable[Block], wording: Wording) -> tuple[Block, ...]:
    """The blocks, with a paragraph parted before each of its lines that a label opens."""
    return tuple(part for block in blocks for part in _parted(block, wording))


def _parted(block: Block, wording: Wording) -> Iterator[Block]:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in text or ":" not in text:
        yield block
        return
    line = 0
    starts: list[int] = []
    is_label = _opens(text, 0, wording)
    at = text.find("\n")
    while at >= 0:
        is_over = is_label or text[line:at].rstrip().endswith(ENDS)
        if is_over and _opens(text, at + 1, wording):
            is_label = True
            starts.append(at + 1)
        line = at + 1
        at = text.find("\n", line)
    yield from block.cut_at(starts)


def _opens(text: str, start: int, wording: Wording) -> bool:
    """Whether the line at `start` begins with a label."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else None]
    if ":" not in line[:LONGEST_LABEL]:
        return False
    if SHORT.match(line) is not None:
        return True
    return any(found.is_label for found in wording.openings(line))
