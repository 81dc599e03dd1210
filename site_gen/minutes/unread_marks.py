"""Marks that were meant and are not read: headings, tables, and what Git leaves in a file."""

import re
from collections.abc import Container, Iterable, Iterator

from site_gen.content.block import Block, BlockKind
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.sources import Source

# "##2. Homes" is no heading for want of a blank; "#SaveOurPool" is none and is not meant as one.
HEADING = re.compile(
    r"[ ]{0,3}(?P<signs>#{2,6}(?=[^\W_])|#(?=(?:\d{1,3}[.)]?|[A-Z][a-z]+)[ ]\S))"
    r"(?P<words>.*[^\s.!?])\s*\Z"
)
LONGEST_HEADING = 160  # characters
ROW = re.compile(r"\s*\|.*\|\s*\Z")
# The second line of a table: "|---|:--:|".
RULER = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*\Z")
# Git's own: seven signs and a blank at the start of a line.
OURS, THEIRS = "<<<<<<< ", ">>>>>>> "


def check_marks(
    leaves: Iterable[Block], source: Source, hidden_lines: Container[int]
) -> Iterator[Diagnostic]:
    """A finding for each line that shows as plain signs and was meant to do something.

    What stands on hidden lines is not looked at, and `source` has blanks for them.
    """
    yield from _unsettled(source)
    for leaf in leaves:
        if leaf.kind is not BlockKind.PARAGRAPH or leaf.line in hidden_lines:
            continue
        if leaf.text.startswith("#"):
            yield from _headings(leaf, source)
        elif "|" in leaf.text:
            yield from _tables(leaf, source)


def _unsettled(source: Source) -> Iterator[Diagnostic]:
    if OURS not in source.text and THEIRS not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        if line.startswith((OURS, THEIRS)):
            message = "two versions of the text stand here, with marks between them"
            yield finding("versions-unsettled", source.place(number, length=7), message)


def _headings(leaf: Block, source: Source) -> Iterator[Diagnostic]:
    for number in range(leaf.line, leaf.end_line + 1):
        line = source.line(number)
        match = HEADING.match(line)
        if match is None or len(line) > LONGEST_HEADING:
            return
        signs = match["signs"]
        message = f'"{signs}" is no heading without a space behind it, and is read as plain words'
        place = source.place(number, match.start("signs") + 1, length=len(signs))
        yield finding("heading-unread", place, message, f"write it like this: {_mended(match)}")


def _mended(match: re.Match[str]) -> str:
    return f"{match['signs']} {match['words'].strip()}"


def _tables(leaf: Block, source: Source) -> Iterator[Diagnostic]:
    lines = leaf.written.split("\n")
    rows = [at for at, line in enumerate(lines) if ROW.match(line) is not None]
    if len(rows) < 2 or rows[1] != rows[0] + 1:
        return
    first, second = lines[rows[0]], lines[rows[1]]
    columns = _columns(first)
    ruler = f"|{'---|' * columns}"
    message = "these lines look like a table, and are read as plain words"
    hint = f"under the line that names the columns write: {ruler}"
    if RULER.match(second) is not None:
        if _columns(second) == columns:
            return
        message += f": the first has {columns} columns and the second {_columns(second)}"
        hint = f"write the second line like this: {ruler}"
    yield finding("table-unread", source.place(leaf.line + rows[0]), message, hint)


def _columns(row: str) -> int:
    return row.strip().strip("|").replace("\\|", "").count("|") + 1
