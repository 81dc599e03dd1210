"""Markdown blocks as minutes need them: a tree whose leaves keep their source lines."""

from dataclasses import dataclass, replace
from enum import StrEnum


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
    COMMENT = "comment"  # a clerk's hidden note: <!-- ... -->; never reaches any output


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

    @property
    def text(self) -> str:
        """The lines joined by "\\n", still inline Markdown."""
        return "\n".join(line.text for line in self.lines)

    def with_lines(self, lines: tuple[Line, ...]) -> "Block":
        """The same block with only some of its lines, for cutting a paragraph at a label."""
        return replace(self, lines=lines, line=lines[0].number, end_line=lines[-1].number)
