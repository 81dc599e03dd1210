"""Bullets and numbers that were typed by hand, to real lists, without a word changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from site_gen.content.block import Block, BlockKind
from site_gen.content.list_markers import MARKER, Marker, find_marker, read_marker
from site_gen.text.values import replace

MOST_LEVELS = 6
# A line inside a paragraph opens an entry when the line above ends like this.
LEAD_ENDS = (":", ";", ".", ",", "-", "–", "?", "!", "and", "or", "”", '"')
SENTENCE_ENDS = (".", "!", "?", "”", '"', "’")


def with_typed_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with every run of typed entries made a list, nested as the marks tell.

    "o" under "·" nests; "1. 2. 3." after "5." nests in it when it begins afresh there. What is
    not surely a list stays a paragraph.
    """
    run: list[_Typed] = []
    result: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and "\n" not in block.written:
            is_plain = MARKER.match(block.written.lstrip()) is None
        else:
            is_plain = block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST)
        typed = [] if is_plain else list(_typed(block, run))
        if typed:
            run += typed
            continue
        if run:
            result += _nested(run)
            run = []
        result.append(_within(block))
    result += _nested(run)
    return tuple(result)


@dataclass(slots=True)
class _Typed:
    """An entry before its place in a list is known, or plain words that lead into entries."""

    block: Block  # an entry, or a paragraph when `marker` is None
    marker: Marker | None


@dataclass(slots=True)
class _Level:
    """A list that is still open."""

    marker: Marker  # of its last entry
    entries: list["_Open"] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    entry: Block
    lists: list["_Level"] = field(default_factory=list)


def _within(block: Block) -> Block:
    if block.kind in (BlockKind.QUOTE, BlockKind.ENTRY):
        return replace(block, children=with_typed_lists(block.children))
    if block.kind is BlockKind.LIST:
        return replace(block, children=tuple(_within(child) for child in block.children))
    return block


def _typed(block: Block, before: list[_Typed]) -> Iterator[_Typed]:
    """The entries of a paragraph or of a numbered Markdown list; nothing for other blocks."""
    if block.kind is BlockKind.LIST and block.children[0].marker[:1].isdigit():
        for entry in block.children:
            yield _Typed(_within(entry), read_marker(entry.marker))
    elif block.kind is BlockKind.PARAGRAPH and not block.words.is_bold:
        last = next((typed.marker for typed in reversed(before) if typed.marker), None)
        starts = list(_starts(block, last))
        if starts:
            yield from _split(block, starts)


def _starts(block: Block, last: Marker | None) -> Iterator[tuple[int, Marker]]:
    """Which lines of the paragraph begin an entry; its first line must, or must lead into one."""
    previous = ""
    markers: list[Marker] = [last] if last else []
    lines = [line.lstrip() for line in block.written.split("\n")]
    for at, line in enumerate(lines):
        marker = find_marker(line)
        may_begin = marker is not None and (at == 0 or _may_begin(marker, markers, previous))
        if marker and may_begin and (marker.is_sure or _is_sequence(lines, at, marker, markers)):
            yield at, marker
            markers.append(marker)
        previous = line.rstrip()


def _may_begin(marker: Marker, markers: list[Marker], previous: str) -> bool:
    """Whether a line within a paragraph begins an entry and is not just broken there."""
    if not marker.numbers:
        return True
    follows = any(marker.value_after(other) == 1 for other in markers)
    if previous.isupper():
        return True  # "QUESTIONS", and the first of them on the next line
    return (marker.is_first or follows) and previous.endswith(LEAD_ENDS)


def _is_sequence(lines: list[str], at: int, marker: Marker, markers: list[Marker]) -> bool:
    if any(marker.value_after(other) == 1 for other in markers):
        return True
    if not marker.is_first:
        return False
    later = (find_marker(line) for line in lines[at + 1 :])
    return any(other is not None and other.value_after(marker) == 1 for other in later)


def _split(block: Block, starts: list[tuple[int, Marker]]) -> Iterator[_Typed]:
    lines = block.written.split("\n")
    offsets = [0]
    while (end := block.text.find("\n", offsets[-1])) >= 0:
        offsets.append(end + 1)
    if len(offsets) != len(lines):  # a line end within code: leave it be
        starts = [start for start in starts if start[0] == 0]
        offsets = [0]
    if starts and starts[0][0] > 0:
        yield _Typed(block.cut(0, offsets[starts[0][0]]), None)
    ends = [offsets[at] for at, _ in starts[1:]] + [len(block.text)]
    for (at, marker), end in zip(starts, ends, strict=True):
        yield _Typed(_entry(block, lines, marker, at, (offsets[at], end)), marker)


def _entry(block: Block, lines: list[str], marker: Marker, at: int, span: tuple[int, int]) -> Block:
    """The entry that begins on line `at` of the paragraph and has the words of `span`."""
    start, end = span
    line = block.line + at
    words = block.words.cut(start + len(marker.printed), end)
    last = line + words.text.count("\n")
    written = "\n".join(lines[at : at + 1 + last - line])
    leaf = Block(BlockKind.PARAGRAPH, line, last, written, block.indent, words=words)
    children = (leaf,) if words.text else ()
    return Block(BlockKind.ENTRY, line, last, children=children, marker=marker.printed)


def _nested(run: list[_Typed]) -> Iterator[Block]:
    """The lists of a run, one after another, and the words between them."""
    stack: list[_Level] = []
    for at, typed in enumerate(run):
        if typed.marker is None:
            yield from _closed(stack[:1])
            stack = []
            yield typed.block
            continue
        depth = _depth(stack, typed.marker, run[at + 1 :])
        if depth == 0:
            yield from _closed(stack[:1])
            stack = []
        if depth > len(stack) or not stack:
            level = _Level(typed.marker)
            if stack:
                stack[-1].entries[-1].lists.append(level)
            stack.append(level)
        else:
            del stack[depth:]
        stack[-1].marker = typed.marker
        stack[-1].entries.append(_Open(typed.block))
    yield from _closed(stack[:1])


def _depth(stack: list[_Level], marker: Marker, later: Sequence[_Typed]) -> int:
    """How deep the entry stands, from 1; 0 when it begins another list beside the open one."""
    steps = [marker.value_after(level.marker) for level in stack]
    for depth in range(len(stack), 0, -1):
        if steps[depth - 1] == 1:
            return depth
    for depth in range(len(stack), 0, -1):
        if steps[depth - 1] is not None and not marker.is_first:
            return depth
    if not stack or not marker.is_first or len(stack) >= MOST_LEVELS:
        return 0
    return len(stack) + 1 if _begins_within(stack, marker, later) else 0


def _begins_within(stack: list[_Level], marker: Marker, later: Sequence[_Typed]) -> bool:
    """Whether a list that begins afresh belongs to the entry before it."""
    outer = stack[-1].marker
    if not (outer.numbers or marker.numbers):
        return True  # "o" under "·"
    if marker.style == outer.style and marker.gap != outer.gap:
        return True
    words = next(iter(reversed([leaf.text for leaf in stack[-1].entries[-1].entry.leaves])), "")
    if not words.rstrip().endswith(SENTENCE_ENDS):
        return True
    resumed = (other.marker for other in later[:50] if other.marker is not None)
    return any(other.value_after(outer) == 1 and not other.is_first for other in resumed)


def _closed(levels: list[_Level]) -> Iterator[Block]:
    for level in levels:
        entries = []
        for opened in level.entries:
            children = (*opened.entry.children, *_closed(opened.lists))
            end = max([opened.entry.end_line, *(child.end_line for child in children)])
            entry = opened.entry
            entries.append(
                Block(entry.kind, entry.line, end, children=children, marker=entry.marker)
            )
        yield Block(BlockKind.LIST, entries[0].line, entries[-1].end_line, children=tuple(entries))


def parted_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with each entry of a numbered list made a list of its own."""
    parted: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.LIST and block.children[0].marker.rstrip(".)").isdigit():
            parted += [
                Block(BlockKind.LIST, entry.line, entry.end_line, children=(entry,))
                for entry in block.children
            ]
        else:
            parted.append(block)
    return tuple(parted)


def joined_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with neighbouring lists that count on made one: `parted_lists` undone."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and _counts_on(last, block):
            children = (*last.children, *block.children)
            joined[-1] = replace(last, children=children, end_line=block.end_line)
        else:
            joined.append(block)
    return tuple(joined)


def _counts_on(block: Block, following: Block) -> bool:
    if not block.kind is following.kind is BlockKind.LIST:
        return False
    before = read_marker(block.children[-1].marker)
    marker = read_marker(following.children[0].marker)
    return bool(marker.numbers) and marker.value_after(before) is not None
