"""Markdown blocks as minutes need them: a tree whose leaves keep their source lines."""

from dataclasses import field
from enum import StrEnum

from site_gen.content.inline import NOTHING, Inline
from site_gen.model.prose import Withheld
from site_gen.text.values import dataclass


class BlockKind(StrEnum):
    """What a block is."""

    __hash__ = str.__hash__  # that of an enum is a call in Python, and asked very often

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"  # children are its entries
    ENTRY = "entry"  # one list entry; children are its blocks
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"
    WITHHELD = "withheld"  # stands where text was withheld; it has no words


BRANCHES = (BlockKind.LIST, BlockKind.ENTRY, BlockKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Block:
    """One block. Headings, paragraphs and code have words; lists, entries and quotes children."""

    kind: BlockKind
    line: int  # first source line, counted from 1
    end_line: int  # last source line, inclusive
    written: str = ""  # leaves: the source lines as typed, without what makes them a list or quote
    indent: int = 0  # characters that stand before `written` in the source lines
    children: "tuple[Block, ...]" = ()
    level: int = 0  # headings: 1 to 6
    marker: str = ""  # entries: as printed, "1.", "(iv)", "a)", "·", "-"
    rows: tuple[tuple[str, ...], ...] = ()  # tables: cells as inline Markdown, the head first
    words: Inline = NOTHING  # headings, paragraphs and code: their words, parsed once
    cells: tuple[tuple[Inline, ...], ...] = ()  # tables: the rows, parsed
    withheld: Withheld | None = None
    mark: str = ""  # quotes: what "[!note]" says they are
    # Its own words as plain text; lines end in "\n". Empty for what has children or rows.
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.words.text)  # asked for all the time

    @property
    def leaves(self) -> "tuple[Block, ...]":
        """The blocks without children in it, itself when it has none, in order."""
        if self.kind in BRANCHES:
            return tuple(leaf for child in self.children for leaf in child.leaves)
        return (self,)

    def line_at(self, offset: int) -> int:
        """The source line of the character at `offset` of its words."""
        return min(self.line + self.words.text.count("\n", 0, offset), self.end_line)

    @property
    def columns(self) -> tuple[int, ...]:
        """For each line of its words the column, from 1, where they begin in the source."""
        written = self.written.split("\n")
        columns = []
        for at, part in enumerate(self.words.text.split("\n")):
            line = written[at] if at < len(written) else ""
            found = line.find(part[:30]) if part else -1
            skipped = found if found >= 0 else len(line) - len(line.lstrip())
            columns.append(self.indent + skipped + 1)
        return tuple(columns)

    def cut(self, start: int, end: int | None = None) -> "Block":
        """The same block with only its words from `start` to `end`."""
        words = self.words.cut(start, end)
        if words is self.words:
            return self
        text = self.words.text
        skipped = text[start:end]
        at = start + len(skipped) - len(skipped.lstrip())
        above = text.count("\n", 0, at)
        first = min(self.line + above, self.end_line)
        last = first + words.text.count("\n")
        written = self.written.split("\n", above)[-1] if above else self.written
        return Block(
            self.kind,
            first,
            last,
            written=written,
            indent=self.indent,
            level=self.level,
            words=words,
        )
