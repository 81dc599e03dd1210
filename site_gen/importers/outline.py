"""Which paragraphs are headings of items, and how deep each stands.

Word minutes rarely use heading styles: an item is a numbered paragraph in bold or capitals, or
the number is typed. Paragraphs keep every word; they only become headings.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from site_gen.content.list_markers import Marker, find_marker
from site_gen.importers.findings import Confidence, Finding, guessed
from site_gen.importers.markdown import is_layout, row_as_prose
from site_gen.importers.pieces import Paragraph, Piece, Role, Run, Table
from site_gen.text.values import dataclass, field, replace

LONGEST_TITLE = 200  # characters
LONGEST_PLAIN_TITLE = 90  # of a title that nothing but its number marks
FEWEST_PLAIN_TITLES = 3
ITEM_LEVEL = 2  # "## 1. Apologies"; level 1 is the title of the meeting
# "VI.\tOLD BUSINESS", "V1II. NEW BUSINESS", "3 Apologies", "12/24: Finance"
TYPED_NUMBER = re.compile(
    r"\s*(?P<number>(?:item\s+)?\(?(?:\d{1,4}(?:[./]\d{1,4}){0,3}|[A-Z0-9]{1,7})[.):]?)"
    r"(?P<gap>[\s\u00a0]+)(?=\S)",
    re.IGNORECASE,
)
NUMBER_ALONE = re.compile(
    r"\s*\(?(?:\d{1,4}(?:[./]\d{1,4}){0,3}|[A-Z]|[IVXLC]{1,7})[.):]?\s*", re.IGNORECASE
)
DOTTED = re.compile(r"\(?\d{1,4}(?:\.\d{1,3})+\.?\)?\Z")
SENTENCE_END = re.compile(r"[.;,:]\s*\Z")


def find_outline(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """The pieces with their headings marked and levelled, and what was guessed.

    Tables that only place prose are opened first, row by row.
    """
    opened = tuple(_opened(pieces))
    styled = sum(
        isinstance(piece, Paragraph) and piece.role is Role.HEADING and bool(piece.text.strip())
        for piece in opened
    )
    if styled > 1:
        return tuple(_levelled(opened)), ()
    marked = _marked(opened, _bold_titles(opened))
    if marked is not None:
        return marked, (_finding(marked, "bold or capital letters with a number", Confidence.HIGH),)
    marked = _marked(opened, _plain_titles(opened))
    if marked is not None:
        return marked, (_finding(marked, "short numbered lines", Confidence.MEDIUM),)
    return tuple(_levelled(opened)), ()


def _finding(pieces: tuple[Piece, ...], by: str, confidence: Confidence) -> Finding:
    count = sum(isinstance(piece, Paragraph) and piece.role is Role.HEADING for piece in pieces)
    return guessed("headings", f"{count} headings of items, told by {by}", confidence)


def _opened(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, Table) and is_layout(piece):
            for row in piece.rows:
                yield from _opened(_row(row))
        else:
            yield piece


def _row(row: tuple[tuple[Piece, ...], ...]) -> Iterator[Piece]:
    """The pieces of a row; a number alone in the first cell goes before the words beside it."""
    pieces = list(row_as_prose(row))
    if len(pieces) > 1 and isinstance(pieces[0], Paragraph) and isinstance(pieces[1], Paragraph):
        number, title = pieces[0], pieces[1]
        if number.label and not number.text.strip() and not title.label:
            yield replace(title, role=Role.ENTRY, level=number.level, label=number.label)
            yield from pieces[2:]
            return
        if NUMBER_ALONE.fullmatch(number.text) and not title.label:
            space = Run(" ", is_bold=title.stands_out)
            yield replace(title, runs=(*number.runs, space, *title.runs))
            yield from pieces[2:]
            return
    yield from pieces


def _levelled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Headings by style: the title first, items on level 2 whatever the style said."""
    pieces = tuple(pieces)
    levels = [p.level for p in pieces if isinstance(p, Paragraph) and p.role is Role.HEADING]
    if not levels:
        yield from (_as_title(piece) for piece in pieces)
        return
    has_title = len(levels) > 1 and levels[0] < min(levels[1:])
    top = min(levels[1:]) if has_title else min(levels)
    for piece in pieces:
        if isinstance(piece, Paragraph) and piece.role is Role.HEADING:
            yield replace(piece, level=max(1, piece.level - top + ITEM_LEVEL))
        else:
            yield _as_title(piece)


def _as_title(piece: Piece) -> Piece:
    is_title = isinstance(piece, Paragraph) and piece.role is Role.TITLE
    return replace(piece, level=1) if isinstance(piece, Paragraph) and is_title else piece


def _marked(pieces: tuple[Piece, ...], titles: frozenset[int]) -> tuple[Piece, ...] | None:
    """The pieces with those at the places `titles` made headings; None for fewer than two."""
    if len(titles) < 2:
        return None
    levels = _Levels()
    marked: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at in titles and isinstance(piece, Paragraph):
            level = levels.level(piece.label or _typed_number(piece), piece.text)
            piece = replace(piece, role=Role.HEADING, level=level)  # noqa: PLW2901
        marked.append(_as_title(piece))
    return tuple(marked)


def _bold_titles(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """Where a short numbered paragraph stands out from its neighbours."""
    return frozenset(
        at
        for at, piece in enumerate(pieces)
        if isinstance(piece, Paragraph)
        and _may_be_title(piece, LONGEST_TITLE)
        and piece.stands_out
        and (piece.label or _typed_number(piece))
    )


def _plain_titles(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """Where a short paragraph that the source numbers is followed by words without a number.

    Only where most entries of the outermost list are like that: otherwise it is a list.
    """
    outermost, titles = 0, []
    for at, (piece, after) in enumerate(zip_longest(pieces, pieces[1:])):
        if not isinstance(piece, Paragraph) or piece.role is not Role.ENTRY or piece.level:
            continue
        if not piece.label:
            continue
        outermost += 1
        is_followed = isinstance(after, Table) or (
            isinstance(after, Paragraph) and not (after.role is Role.ENTRY and not after.level)
        )
        is_short = _may_be_title(piece, LONGEST_PLAIN_TITLE)
        if is_followed and is_short and not SENTENCE_END.search(piece.text):
            titles.append(at)
    if len(titles) < FEWEST_PLAIN_TITLES or len(titles) * 3 < outermost * 2:
        return frozenset()
    return frozenset(titles)


def _may_be_title(paragraph: Paragraph, longest: int) -> bool:
    text = paragraph.text.strip()
    is_bullet = paragraph.role is Role.ENTRY and not paragraph.label
    return (
        paragraph.role in (Role.TEXT, Role.ENTRY)
        and not is_bullet
        and 1 < len(text) <= longest
        and "\n" not in text
    )


def _typed_number(paragraph: Paragraph) -> str:
    """ "VI." of "VI.\tOLD BUSINESS"; "" where a word stands first."""
    match = TYPED_NUMBER.match(paragraph.text)
    if match is None:
        return ""
    number = match["number"]
    has_digit = any(map(str.isdigit, number))
    return number if has_digit or number[-1] in ".)" or "\t" in match["gap"] else ""


@dataclass(slots=True)
class _Levels:
    """Tells how deep an item stands by its number and those before it."""

    _last: list[Marker | None] = field(default_factory=list)  # of each open level

    def level(self, number: str, text: str) -> int:
        """The heading level of the item with this printed number."""
        if DOTTED.match(number):
            del self._last[1:]
            return ITEM_LEVEL + number.strip("().").count(".")
        marker = find_marker(f"{number if number[-1:] in '.)' else number + '.'}\u00a0x")
        depth = self._depth(marker, text)
        del self._last[depth:]
        while len(self._last) < depth:
            self._last.append(None)
        if marker is not None or self._last[-1] is None:
            self._last[-1] = marker
        return ITEM_LEVEL + depth - 1

    def _depth(self, marker: Marker | None, text: str) -> int:
        """From 1. A number that cannot be read stands with the items, as capitals do."""
        if marker is None or not self._last:
            return 1 if marker is None or text.isupper() or not self._last else len(self._last)
        steps = [None if last is None else marker.value_after(last) for last in self._last]
        for depth in range(len(steps), 0, -1):
            if steps[depth - 1] == 1:
                return depth
        for depth in range(len(steps), 0, -1):
            if steps[depth - 1] is not None and not marker.is_first:
                return depth
        same = [at for at, last in enumerate(self._last, 1) if last and last.style == marker.style]
        if same and not marker.is_first:
            return same[-1]
        return min(same[-1] if same and same[-1] > 1 else len(self._last) + 1, 4)
