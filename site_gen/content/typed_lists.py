"""Bullets and numbers that were typed by hand, to real lists, without a word changed."""

from collections.abc import Iterator, Mapping, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.content.list_markers import MARKER, Marker, Step, find_marker, read_marker
from site_gen.text.values import dataclass, field, replace

MOST_LEVELS = 6
LOOK_AHEAD = 50  # entries within which an outer list goes on behind an inner one
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
    lines = [line.lstrip() for line in block.written.split("\n")]
    found = [find_marker(line) for line in lines]
    ahead = {step: at for at, marker in enumerate(found) if marker for step in marker.steps}
    before = {*last.next_steps} if last else set()
    for at, (line, marker) in enumerate(zip(lines, found, strict=True)):
        if marker is not None:
            follows = not before.isdisjoint(marker.steps)
            if (at == 0 or _may_begin(marker, follows=follows, previous=previous)) and (
                marker.is_sure or follows or _leads_on(marker, at, ahead)
            ):
                yield at, marker
                before.update(marker.next_steps)
        previous = line.rstrip()


def _may_begin(marker: Marker, *, follows: bool, previous: str) -> bool:
    """Whether a line within a paragraph begins an entry and is not just broken there."""
    if not marker.numbers:
        return True
    if previous.isupper():
        return True  # "QUESTIONS", and the first of them on the next line
    return (marker.is_first or follows) and previous.endswith(LEAD_ENDS)


def _leads_on(marker: Marker, at: int, ahead: Mapping[Step, int]) -> bool:
    """Whether the mark on line `at` begins a list that goes on below; `ahead`: the last of each."""
    return marker.is_first and any(ahead.get(step, -1) > at for step in marker.next_steps)


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
        depth = _depth(stack, typed.marker, run[at + 1 : at + 1 + LOOK_AHEAD])
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
    resumed = (other.marker for other in later if other.marker is not None)
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
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and _counts_on(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return tuple(run[0] if len(run) == 1 else _joined(run) for run in runs)


def _joined(lists: list[Block]) -> Block:
    entries = tuple(entry for block in lists for entry in block.children)
    return replace(lists[0], children=entries, end_line=lists[-1].end_line)


def _counts_on(block: Block, following: Block) -> bool:
    if not block.kind is following.kind is BlockKind.LIST:
        return False
    before = read_marker(block.children[-1].marker)
    marker = read_marker(following.children[0].marker)
    return bool(marker.numbers) and marker.value_after(before) is not None
