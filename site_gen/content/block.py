"""Markdown blocks as minutes need them: a tree whose leaves keep their source lines."""

from collections.abc import Sequence
from enum import StrEnum

from site_gen.content.inline import NOTHING, Inline
from site_gen.model.prose import Withheld
from site_gen.text.values import dataclass, field


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
        parts = self.words.text.split("\n")
        return tuple(
            self._column(part, written[at] if at < len(written) else "")
            for at, part in enumerate(parts)
        )

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset` of its words, without all the others'."""
        text = self.words.text
        below, start = text.count("\n", 0, offset), text.rfind("\n", 0, offset) + 1
        written = self.written.split("\n", below + 1)
        line = written[below] if below < len(written) else ""
        end = text.find("\n", start)
        column = self._column(text[start : end if end >= 0 else None], line)
        return self.line + below, column + offset - start

    def _column(self, part: str, line: str) -> int:
        """Where a line of its words begins in the source line."""
        found = line.find(part[:30]) if part else -1
        skipped = found if found >= 0 else len(line) - len(line.lstrip())
        return self.indent + skipped + 1

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
        below = words.text.count("\n")
        last = first + below
        lines = self.written.split("\n", above + below + 1)
        written = "\n".join(lines[above : above + below + 1]) or lines[-1]
        return Block(
            self.kind,
            first,
            last,
            written=written,
            indent=self.indent,
            level=self.level,
            words=words,
        )

    def cut_at(self, starts: Sequence[int]) -> "tuple[Block, ...]":
        """The same block in parts, the first from its front and one from each of `starts` on.

        Halved and halved again: each part would else be cut from all words of a long paragraph.
        """
        if not starts:
            return (self,)
        at = len(starts) // 2
        middle = starts[at]
        right = self.cut(middle)
        skipped = len(self.text) - len(right.text) - (len(self.text) - len(self.text.rstrip()))
        left = self.cut(0, middle).cut_at(starts[:at])
        return (*left, *right.cut_at([start - skipped for start in starts[at + 1 :]]))
