"""Lines that say who submitted a question, put right where a page or a scan broke them."""

import re
from collections.abc import Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.content.inline import Inline, Part
from site_gen.minutes.names import is_speaker
from site_gen.text.values import replace

LONGEST_NAME = 80  # characters
SUBMITTED = re.compile(
    r"[\W\d]{0,12}(?:questions?|(?:notices?\s+of\s+)?motions?)\s*(?:submitted|asked|put|raised)\s+by"
    r"(?P<who>[^\n]*)",
    re.IGNORECASE,
)


def with_whole_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such lines whole and apart from what follows them.

    "Question submitted by" and the name in the next paragraph become one; a question that runs on
    from the line of its name becomes a paragraph of its own. No word is changed.
    """
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        if before is not None and _lacks_name(before) and _is_name(block):
            kept[-1] = _joined(before, block)
        elif block.kind is BlockKind.PARAGRAPH:
            kept += _parted(block)
        elif block.kind is BlockKind.LIST and len(block.children) == 1:
            kept.append(_with_parted_entry(block))
        else:
            kept.append(block)
    return tuple(kept)


def _lacks_name(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > LONGEST_NAME:
        return False
    match = SUBMITTED.match(block.text)
    return match is not None and match.end() == len(block.text) and not match["who"].strip(" *_:")


def _is_name(block: Block) -> bool:
    is_short = block.kind is BlockKind.PARAGRAPH and len(block.text) <= LONGEST_NAME
    return is_short and is_speaker(block.text.strip(" *_:.\n"))


def _joined(first: Block, second: Block) -> Block:
    parts: tuple[Part, ...] = ()
    if first.words.parts or second.words.parts:
        parts = (*_parts(first.words), Part("\n"), *_parts(second.words))
    return replace(
        first,
        end_line=second.end_line,
        written=f"{first.written}\n{second.written}",
        words=Inline(f"{first.text}\n{second.text}", parts),
    )


def _parts(words: Inline) -> tuple[Part, ...]:
    return words.parts or (Part(words.text),)


def _parted(block: Block) -> list[Block]:
    """A paragraph as its first line and the rest, where the first line is such a line."""
    end = block.text.find("\n")
    match = SUBMITTED.match(block.text) if end > 0 else None
    if match is None or not is_speaker(match["who"].strip(" *_:.=~|")):
        return [block]
    return [block.cut(0, end), block.cut(end)]


def _with_parted_entry(block: Block) -> Block:
    entry = block.children[0]
    if not entry.children or entry.children[0].kind is not BlockKind.PARAGRAPH:
        return block
    first, *others = entry.children
    parted = _parted(first)
    if len(parted) == 1:
        return block
    return replace(block, children=(replace(entry, children=(*parted, *others)),))
