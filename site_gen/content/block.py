"""Markdown blocks as minutes need them: a tree whose leaves keep their source lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from site_gen.content.inline import NOTHING, Inline
from site_gen.model.prose import Withheld


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"  # children are its entries
    ENTRY = "entry"  # one list entry; children are its blocks
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"
    WITHHELD = "withheld"  # stands where text was withheld; it has no words


@dataclass(frozen=True, slots=True)
class Line:
    """One source line of a leaf, without the marks that made it what it is."""

    number: int  # counted from 1, front matter included
    column: int  # of the first character of `text`, counted from 1
    text: str  # inline Markdown, as written


@dataclass(frozen=True, slots=True)
class Block:
    """One block. Headings, paragraphs and code have lines; lists, entries and quotes children."""

    kind: BlockKind
    line: int  # first source line, counted from 1
    end_line: int  # last source line, inclusive
    lines: tuple[Line, ...] = ()
    children: "tuple[Block, ...]" = ()
    level: int = 0  # headings: 1 to 6
    marker: str = ""  # entries: as printed, "1.", "(iv)", "a)", "·", "-"
    rows: tuple[tuple[str, ...], ...] = ()  # tables: cells as inline Markdown, the head first
    words: Inline = NOTHING  # headings, paragraphs and code: their words, parsed once
    cells: tuple[tuple[Inline, ...], ...] = ()  # tables: the rows, parsed
    withheld: Withheld | None = None
    mark: str = ""  # quotes: what "[!note]" says they are

    @property
    def text(self) -> str:
        """Its own words as plain text; lines end in "\\n". Empty for what has children or rows."""
        return self.words.text

    @property
    def leaves(self) -> Iterator["Block"]:
        """The blocks without children in it, itself when it has none, in order."""
        if self.kind in (BlockKind.LIST, BlockKind.ENTRY, BlockKind.QUOTE):
            for child in self.children:
                yield from child.leaves
        else:
            yield self

    def line_at(self, offset: int) -> int:
        """The source line of the character at `offset` of its words."""
        return min(self.line + self.words.text.count("\n", 0, offset), self.end_line)

    def cut(self, start: int, end: int | None = None) -> "Block":
        """The same block with only its words from `start` to `end`."""
        words = self.words.cut(start, end)
        skipped = self.words.text[start:end]
        first = self.line_at(start + len(skipped) - len(skipped.lstrip()))
        lines = tuple(self._cut_lines(words.text, first))
        return replace(self, words=words, line=first, end_line=first + len(lines) - 1, lines=lines)

    def _cut_lines(self, text: str, first: int) -> Iterator[Line]:
        columns = {line.number: line for line in self.lines}
        for number, part in enumerate(text.split("\n"), start=first):
            written = columns.get(number)
            column = 1
            if written is not None:
                column = written.column + max(written.text.find(part[:30]), 0)
            yield Line(number, column, part)
