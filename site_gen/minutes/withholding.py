"""Text that must not be published, dropped before anything else reads it.

What is dropped leaves a block of the kind WITHHELD, which has no words. Findings about unclear
marks give a line and no words of it.
"""

from collections.abc import Iterable, Iterator
from posixpath import normpath
from urllib.parse import unquote

from site_gen.content.archive_links import ARCHIVE
from site_gen.content.block import Block, BlockKind
from site_gen.content.inline import Inline
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.exempt_marks import (
    ExemptMark,
    MarkKind,
    find_marks,
    heading_mark,
    may_hold_marks,
)
from site_gen.minutes.exempt_reasons import IN_PRIVATE, withheld_for
from site_gen.minutes.item_titles import ItemTitle, parse_item_title
from site_gen.minutes.outline import Outline, Section
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, field, replace

MOST_MARKS = 40  # in one paragraph; with more of them nobody can tell what is meant
BRANCHES = (BlockKind.LIST, BlockKind.ENTRY, BlockKind.QUOTE)

# What is said of a mark, and what to do.
_Said = tuple[str, str]
UNCLEAR: _Said = ("these words look like a mark for exempt text but are not one", "")
IN_HEADING: _Said = (
    "this heading looks like a mark for exempt text but is not one; the item is kept back",
    'end the heading with "(exempt: paragraph 3)", or write its title in other words',
)
OVER_PART: _Said = (
    "this heading looks like a mark for exempt text but is not one; all of its part is kept back",
    'end the heading of each exempt item with "(exempt: paragraph 3)"; give this one other words',
)
STRAY_END: _Said = (
    '"End of exempt" stands here, and no exempt text begins before it; the item is kept back',
    'write "**Exempt (paragraph 3):**" where the exempt text begins, or take this mark out',
)


@dataclass(frozen=True, slots=True)
class Published:
    """What may be read, and which attachments only withheld text links to."""

    outline: Outline
    hidden_files: frozenset[str]  # paths within content/
    problems: tuple[Diagnostic, ...]
    hidden_lines: frozenset[int] = frozenset()  # source lines that hold withheld words


def withhold(plan: Outline, source: Source) -> Published:
    """The outline without withheld text.

    A mark holds to "End of exempt", else to the end of its item with all items below that. What
    only resembles a mark withholds as well and is an error; when it stands over a whole part of
    the minutes it holds to the next part.
    """
    if not may_hold_marks(source.text):
        return Published(plan, frozenset(), ())
    state = _Withholding(source)
    preamble = state.blocks(plan.preamble)
    state.leave_item()
    sections: list[Section] = []
    for section in plan.sections:
        if (kept := state.section(section)) is not None:
            sections.append(kept)
        elif sections and state.rest:
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *state.rest))
    published = Outline(tuple(preamble), tuple(sections))
    shown = _links(_all_blocks(published))
    return Published(
        published,
        frozenset(state.links - shown),
        tuple(state.problems),
        frozenset(_lost_lines(plan, published)),
    )


@dataclass(slots=True)
class _Withholding:
    """Walks the minutes and knows whether it is inside withheld text."""

    source: Source
    problems: list[Diagnostic] = field(default_factory=list)
    links: set[str] = field(default_factory=set)  # that withheld text has
    is_inside: bool = False
    whole_part: bool = False  # to the next part, not only to the end of the item
    level: int = 0  # of the item whose heading or text began it; 0 outside items
    rest: list[Block] = field(default_factory=list)  # of a dropped section, after an end mark
    is_end_stray: bool = False  # "End of exempt" where nothing began

    def section(self, section: Section) -> Section | None:
        """What may be shown of an item; None when nothing of it may."""
        title = section.opening.title
        self.rest = []
        if self.is_inside and not self._ends_before(section):
            self._hide_heading(section)
            self.rest = self.blocks(section.blocks)
            return None
        self.leave_item()
        self.level = section.opening.level
        mark = heading_mark(section.opening.words)
        if mark is None:
            return replace(section, blocks=tuple(self.blocks(section.blocks)))
        is_part = mark.kind is MarkKind.UNCLEAR_SECTION
        self._begin(mark, section.opening.line, OVER_PART if is_part else IN_HEADING)
        reason = withheld_for(section.opening.line, mark.paragraphs)
        shown = _shown_title(title, section.opening.words, mark)
        blocks = self.blocks(section.blocks)
        self._hide_heading(section)
        opening = replace(section.opening, title=shown, words="", rest=(), heading=None)
        return replace(section, opening=opening, blocks=tuple(blocks), withheld=reason)

    def leave_item(self) -> None:
        """An item or the preamble has ended."""
        if not self.whole_part:
            self.is_inside = False

    def _ends_before(self, section: Section) -> bool:
        if self.whole_part:
            is_part = bool(section.opening.title.part)
            if is_part and heading_mark(section.opening.words) is None:
                self.whole_part = False
                return True
            return False
        return section.opening.level <= self.level

    def blocks(self, blocks: Iterable[Block]) -> list[Block]:
        """What may be shown, with a WITHHELD block where something was dropped."""
        self.is_end_stray = False
        kept = [shown for block in blocks for shown in self._block(block)]
        if self.is_end_stray:  # what was meant to be withheld stands somewhere before it
            kept = [_withheld(block.line) for block in kept if block.kind is BlockKind.WITHHELD][:1]
        return kept

    def _block(self, block: Block) -> Iterator[Block]:
        if block.kind in BRANCHES:
            yield from self._branch(block)
        elif block.kind is BlockKind.TABLE:
            yield from self._table(block)
        else:
            yield from self._leaf(block)

    def _branch(self, block: Block) -> Iterator[Block]:
        """A list or quotation, parted where something in it is withheld."""
        kept: list[Block] = []
        for part in (shown for child in block.children for shown in self._block(child)):
            if part.kind is not BlockKind.WITHHELD:
                kept.append(part)
                continue
            if kept:
                yield _with_children(block, kept)
            yield part
            kept = []
        if kept:
            yield _with_children(block, kept)
        elif not block.children and not self.is_inside:
            yield block

    def _table(self, block: Block) -> Iterator[Block]:
        cells = [cell for row in block.cells for cell in row]
        found = [mark for cell in cells for mark in find_marks(cell)]
        if self.is_inside:
            self._hide(cells)
        elif found:
            mark = next((each for each in found if each.kind is not MarkKind.END), found[0])
            self._hide(cells)
            self._problem(block.line)
            self._begin(replace(mark, kind=MarkKind.UNCLEAR), block.line, is_told=True)
            yield _withheld(block.line)
        else:
            yield block

    def _leaf(self, block: Block) -> Iterator[Block]:
        marks = find_marks(block.words)
        if not marks and not self.is_inside:
            yield block
            return
        if len(marks) > MOST_MARKS:
            marks = (replace(marks[0], kind=MarkKind.UNCLEAR, end=len(block.text)),)
        at = 0
        for mark in marks:
            if self.is_inside:
                if mark.kind is MarkKind.END:
                    self._hide([block.words.cut(at, mark.start)])
                    self.is_inside = self.whole_part = False
                    at = mark.end
                elif "end" in block.text[mark.start : mark.end].lower().split():
                    self._problem(block.line_at(mark.start))
                continue
            yield from _cut(block, at, mark.start)
            self.is_end_stray = self.is_end_stray or mark.kind is MarkKind.END
            line = block.line_at(mark.start)
            yield _withheld(line, mark.paragraphs)
            self._begin(mark, line)
            at = mark.end
        if self.is_inside:
            self._hide([block.words.cut(at)])
        else:
            yield from _cut(block, at, None)

    def _begin(
        self, mark: ExemptMark, line: int, said: _Said | None = None, *, is_told: bool = False
    ) -> None:
        self.is_inside = True
        self.whole_part = mark.kind is MarkKind.UNCLEAR_SECTION
        if mark.kind is not MarkKind.START and not is_told:
            self._problem(line, said or (STRAY_END if mark.kind is MarkKind.END else UNCLEAR))

    def _hide(self, words: Iterable[Inline]) -> None:
        self.links |= {path for inline in words for path in _targets(inline)}

    def _hide_heading(self, section: Section) -> None:
        if section.opening.heading is not None:
            self._hide([section.opening.heading.words])

    def _problem(self, line: int, said: _Said | None = None) -> None:
        message, hint = said or UNCLEAR
        found = finding("exempt-mark-unclear", self.source.place(line), message, hint)
        self.problems.append(replace(found, hides_line=True))


def _shown_title(title: ItemTitle, words: str, mark: ExemptMark) -> ItemTitle:
    """The title before an exact mark; nothing of a title with an unclear one."""
    if mark.kind is not MarkKind.START:
        return replace(title, title=IN_PRIVATE, state=None)
    shown = parse_item_title(words[: mark.start])
    return replace(shown, number=shown.number or title.number, minute=shown.minute or title.minute)


def _cut(block: Block, start: int, end: int | None) -> Iterator[Block]:
    kept = block.cut(start, end)
    if kept.text:
        yield kept


def _withheld(line: int, paragraphs: tuple[str, ...] = ()) -> Block:
    return Block(BlockKind.WITHHELD, line, line, withheld=withheld_for(line, paragraphs))


def _with_children(block: Block, children: list[Block]) -> Block:
    return replace(
        block, children=tuple(children), line=children[0].line, end_line=children[-1].end_line
    )


def _targets(words: Inline) -> Iterator[str]:
    for link in words.links:
        if link.target.startswith(ARCHIVE):
            yield normpath(unquote(link.target.removeprefix(ARCHIVE).partition("#")[0]))


def _all_blocks(plan: Outline) -> Iterator[Block]:
    yield from plan.preamble
    for section in plan.sections:
        if section.opening.heading is not None:
            yield section.opening.heading
        yield from section.blocks


def _lost_lines(plan: Outline, published: Outline) -> Iterator[int]:
    """Every source line of a block that is not shown whole, so that none of it is quoted."""
    shown = {_span(leaf) for block in _all_blocks(published) for leaf in block.leaves}
    for block in _all_blocks(plan):
        for leaf in block.leaves:
            if _span(leaf) not in shown:
                yield from range(leaf.line, leaf.end_line + 1)
    titles = {(section.opening.line, section.opening.words) for section in published.sections}
    for section in plan.sections:
        opening = section.opening
        if (opening.line, opening.words) not in titles:
            yield from range(opening.line, opening.line + opening.words.count("\n") + 1)


def _span(leaf: Block) -> tuple[BlockKind, int, int, str]:
    return (leaf.kind, leaf.line, leaf.end_line, leaf.text)


def _links(blocks: Iterable[Block]) -> set[str]:
    found: set[str] = set()
    for block in blocks:
        for leaf in block.leaves:
            cells = [cell for row in leaf.cells for cell in row]
            for words in (leaf.words, *cells):
                found |= set(_targets(words))
    return found
