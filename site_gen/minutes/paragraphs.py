"""Blocks to the runs of words that the small readers take."""

from collections.abc import Iterable, Iterator, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.content.inline import parse_inline
from site_gen.text.values import dataclass
from site_gen.text.words import Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One leaf of the tree of blocks, with what stands around it."""

    words: Words
    line: int
    end_line: int
    level: int = 0  # headings: 1 to 6
    is_bold: bool = False
    is_entry: bool = False  # it stands in a list
    is_quoted: bool = False  # it stands in a quotation or a box


def words_of(block: Block) -> Words:
    """The words of a heading or paragraph; offsets are those of `block.text`."""
    return Words(block.text, block.line, block.columns)


def words_of_cell(cell: str, line: int = 1) -> Words:
    """The words of a table's cell; "<br>" ends a line."""
    return Words.plain(parse_inline(cell.replace("<br>", "\n").replace("<br/>", "\n")).text, line)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every leaf in order. A table's row is one paragraph, its cells parted by "\\n"."""
    return _paragraphs(blocks, is_entry=False, is_quoted=False)


def _paragraphs(blocks: Iterable[Block], *, is_entry: bool, is_quoted: bool) -> Iterator[Paragraph]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for at, row in enumerate(block.rows):
                line = block.line + at + (at > 0)
                text = "\n".join(words_of_cell(cell).text for cell in row).strip()
                yield Paragraph(Words.plain(text, line), line, line)
        elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CODE):
            yield Paragraph(
                words_of(block),
                block.line,
                block.end_line,
                level=block.level,
                is_bold=block.words.is_bold,
                is_entry=is_entry,
                is_quoted=is_quoted,
            )
        else:
            yield from _paragraphs(
                block.children,
                is_entry=is_entry or block.kind is BlockKind.ENTRY,
                is_quoted=is_quoted or block.kind is BlockKind.QUOTE,
            )


def joined(runs: Sequence[Words]) -> Words:
    """Runs of words as one, each on the line where it stands. None may be empty: at least one."""
    first = runs[0]
    lines: list[str] = []
    columns: list[int] = []
    for words in runs:
        missing = max(0, words.line - first.line - len(lines))
        own = words.text.split("\n")
        lines += [*[""] * missing, *own]
        columns += [*[1] * missing, *[words.column(at) for at in range(len(own))]]
    return Words("\n".join(lines), first.line, tuple(columns))
