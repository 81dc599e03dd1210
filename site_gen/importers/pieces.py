"""What every source becomes before it is written: paragraphs and tables, with their marks."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words under the same marks. A forced line break is a "\\n" within `text`."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False  # tells headings; it is not written
    is_capitals: bool = False  # shown in capitals, typed in small letters
    href: str = ""  # as the source has it
    picture: str = ""  # file name of a picture that stands here; `text` is what it shows


class Role(StrEnum):
    """What a paragraph is in its source."""

    TEXT = "text"
    TITLE = "title"  # of the whole document
    HEADING = "heading"
    ENTRY = "entry"  # of a list that the source numbers itself
    WITHIN = "within"  # a further paragraph of the entry before it
    QUOTE = "quote"
    NOTE = "note"  # a footnote or endnote


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    runs: tuple[Run, ...]
    role: Role = Role.TEXT
    level: int = 0  # HEADING: from 1; ENTRY and WITHIN: how deep, from 0
    label: str = ""  # the number that the source computes: "1.", "(a)"; "" for bullets

    @property
    def text(self) -> str:
        """Its words, without the computed number and without pictures."""
        return "".join(run.text for run in self.runs if not run.picture)

    @property
    def is_empty(self) -> bool:
        """It holds neither words nor a picture."""
        return not any(run.picture or run.text.strip() for run in self.runs)

    @property
    def stands_out(self) -> bool:
        """Every word is bold, underlined or in capitals: it looks like a heading."""
        written = [run for run in self.runs if any(map(str.isalnum, run.text)) and not run.picture]
        return bool(written) and all(
            run.is_bold or run.is_underlined or run.is_capitals or run.text.isupper()
            for run in written
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell the pieces that stand in it."""

    rows: tuple[tuple[tuple["Piece", ...], ...], ...]


Piece = Paragraph | Table


def paragraphs_of(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those in tables row by row."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece
        else:
            for row in piece.rows:
                for cell in row:
                    yield from paragraphs_of(cell)
