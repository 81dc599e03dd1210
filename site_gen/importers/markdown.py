"""Pieces to Markdown as a careful clerk would type it."""

from collections.abc import Callable, Iterable, Iterator

from site_gen.content.list_markers import find_marker
from site_gen.importers.inline_markdown import inline_markdown
from site_gen.importers.pieces import Paragraph, Piece, Role, Table, paragraphs_of
from site_gen.text.values import dataclass, field

MOST_IN_CELL = 400  # characters; a cell with more is prose that was laid out in a table
MOST_COLUMNS = 30
NO_BREAK = "\u00a0"
DEEPEST_HEADING = 6


def write_markdown(pieces: Iterable[Piece], picture_path: Callable[[str], str]) -> str:
    """The pieces as Markdown, a blank line between them, list entries of one list together.

    `picture_path` gives the address of a picture by its name.
    """
    writer = _Writer(picture_path)
    for piece in pieces:
        writer.add(piece)
    return writer.text()


@dataclass(slots=True)
class _OpenEntry:
    level: int
    indent: int  # of what stands within the entry


@dataclass(slots=True)
class _Writer:
    picture_path: Callable[[str], str]
    _chunks: list[str] = field(default_factory=list)
    _is_entry: list[bool] = field(default_factory=list)
    _open: list[_OpenEntry] = field(default_factory=list)

    def text(self) -> str:
        """All that was added; ends in a line end unless it is empty."""
        parts: list[str] = []
        for at, chunk in enumerate(self._chunks):
            if at:
                tight = self._is_entry[at] and self._is_entry[at - 1]
                parts.append("\n" if tight else "\n\n")
            parts.append(chunk)
        return "".join(parts) + "\n" if parts else ""

    def add(self, piece: Piece) -> None:
        """Write one piece."""
        if isinstance(piece, Table):
            self._open.clear()
            self._add_table(piece)
        elif piece.role is Role.ENTRY:
            self._add_entry(piece)
        elif piece.role is Role.WITHIN and self._open:
            self._put(self._indented(self._inline(piece), self._open[-1].indent))
        elif not piece.is_empty:
            self._open.clear()
            self._put(self._paragraph(piece))

    def _put(self, chunk: str, *, is_entry: bool = False) -> None:
        if chunk.strip():
            self._chunks.append(chunk)
            self._is_entry.append(is_entry)

    def _inline(self, paragraph: Paragraph) -> str:
        return inline_markdown(paragraph.runs, picture_path=self.picture_path)

    def _paragraph(self, paragraph: Paragraph) -> str:
        if paragraph.role in (Role.TITLE, Role.HEADING):
            return self._heading(paragraph)
        if paragraph.role is Role.QUOTE:
            return "\n".join(f"> {line}" for line in self._inline(paragraph).split("\n"))
        return self._inline(paragraph)

    def _heading(self, paragraph: Paragraph) -> str:
        """One line; a computed number stands before the words."""
        words = inline_markdown(paragraph.runs, picture_path=self.picture_path, is_bold_kept=False)
        flat = " ".join(f"{paragraph.label} {words}".split())
        if flat.endswith("#"):
            flat = f"{flat[:-1]}\\#"
        return f"{'#' * max(1, min(paragraph.level, DEEPEST_HEADING))} {flat}"

    def _add_entry(self, entry: Paragraph) -> None:
        while self._open and self._open[-1].level >= entry.level:
            self._open.pop()
        indent = self._open[-1].indent if self._open else 0
        marker, is_markdown = _marker(entry.label)
        words = self._inline(entry)
        width = len(marker) if is_markdown else 0
        self._put(
            self._indented(marker + self._indented(words, width, is_first_bare=True), indent),
            is_entry=is_markdown,
        )
        self._open.append(_OpenEntry(entry.level, indent + width))

    @staticmethod
    def _indented(text: str, indent: int, *, is_first_bare: bool = False) -> str:
        first, *rest = text.split("\n")
        before = " " * indent
        return "\n".join([first if is_first_bare else before + first, *(before + r for r in rest)])

    def _add_table(self, table: Table) -> None:
        if is_layout(table):
            for row in table.rows:
                for piece in row_as_prose(row):
                    self.add(piece)
            return
        width = max(len(row) for row in table.rows)
        rows = [[self._cell(cell) for cell in row] for row in table.rows]
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        lines.insert(1, f"|{' --- |' * width}")
        self._put("\n".join(lines))

    def _cell(self, cell: tuple[Piece, ...]) -> str:
        words = []
        for paragraph in paragraphs_of(cell):
            flat = " ".join(self._inline(paragraph).split())
            words.append(f"{paragraph.label} {flat}" if paragraph.label else flat)
        return " ".join(words).replace("|", "\\|")


def _marker(label: str) -> tuple[str, bool]:
    """What to write before an entry, and whether Markdown itself makes a list of it."""
    if not label:
        return "- ", True
    number, close = label[:-1], label[-1]
    if number.isascii() and number.isdigit() and len(number) <= 9 and close in ".)":
        return f"{label} ", True
    marker = find_marker(f"{label} x")
    # "A. Example" could be a name; the no-break space says that it is an entry.
    gap = NO_BREAK if marker is not None and not marker.is_sure else " "
    return label + gap, False


def is_layout(table: Table) -> bool:
    """Whether the table only places prose: one column, or cells that hold more than a few words."""
    widest = max((len(row) for row in table.rows), default=0)
    if widest < 2 or widest > MOST_COLUMNS:
        return True
    return any(_is_prose(cell) for row in table.rows for cell in row)


def _is_prose(cell: tuple[Piece, ...]) -> bool:
    if any(isinstance(piece, Table) or piece.role is not Role.TEXT for piece in cell):
        return True
    words = sum(len(paragraph.text) for paragraph in paragraphs_of(cell))
    has_picture = any(run.picture for part in paragraphs_of(cell) for run in part.runs)
    return words > MOST_IN_CELL or len(cell) > 3 or has_picture


def row_as_prose(row: tuple[tuple[Piece, ...], ...]) -> Iterator[Piece]:
    """The pieces of a row in reading order."""
    for cell in row:
        yield from cell
