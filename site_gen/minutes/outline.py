"""Where the items of a meeting begin: headings, or bold, numbered and capital lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_gen.content.block import Block, BlockKind
from site_gen.content.typed_lists import joined_lists, parted_lists
from site_gen.minutes.exempt_marks import find_marks
from site_gen.minutes.item_titles import ItemTitle, parse_item_title
from site_gen.minutes.wording import Wording
from site_gen.model.prose import Withheld

Blocks = tuple[Block, ...]
LONGEST_TITLE = 250  # characters
LONGEST_LINE_TITLE = 110  # of a title that is only a numbered or capital line
FEWEST_LINES = 3  # numbered lines that count up before they are taken for items
NUMBER_ONLY = re.compile(
    r"\W*\d{1,3}(?:\s?\([a-z]{1,3}\))?[.)]?\W*\Z|\W*\([a-z]{1,3}\)\W*\Z", re.IGNORECASE
)
TITLE_AND_TEXT = re.compile(r"(?P<title>[^:.?!\n]{3,90}?)\s*(?P<mark>[:.–—]|\s-)(?=\s|\Z)")
LETTER = re.compile(r"[^\W\d_]")
NO_TITLE_ENDS = (".", ";", ",", ":", "?")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where an item opens, and which blocks its heading takes."""

    at: int  # index of the block where it begins
    count: int  # how many blocks its heading takes
    title: ItemTitle
    line: int
    level: int = 1
    rest: Blocks = ()  # words behind the title in the same block
    words: str = ""  # the heading as printed


@dataclass(frozen=True, slots=True)
class Section:
    """An item's heading and the blocks under it, up to the next heading."""

    opening: Opening
    blocks: Blocks
    withheld: Withheld | None = None  # the whole item is withheld


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks before the first item, and the items."""

    preamble: Blocks
    sections: tuple[Section, ...]


def outline(blocks: Blocks, wording: Wording) -> Outline:
    """The items of a meeting, by the surest kind of heading that its text has."""
    reader = _OutlineReader(blocks, wording)
    for scheme in (reader.labelled, reader.headings, reader.bold_lines):
        if found := list(scheme()):
            return _outline(blocks, found)
    parted = parted_lists(blocks)
    if found := _OutlineReader(parted, wording).numbered_lines():
        return _outline(parted, found)
    return _outline(blocks, list(reader.capital_lines()))


def _outline(blocks: Blocks, openings: list[Opening]) -> Outline:
    if not openings:
        return Outline(blocks, ())
    sections = []
    ends = [opening.at for opening in openings[1:]] + [len(blocks)]
    for opening, end in zip(openings, ends, strict=True):
        under = (*opening.rest, *blocks[opening.at + opening.count : end])
        sections.append(Section(opening, joined_lists(under)))
    return Outline(joined_lists(blocks[: openings[0].at]), tuple(sections))


class _OutlineReader:
    """Looks for headings of one kind at a time."""

    def __init__(self, blocks: Blocks, wording: Wording) -> None:
        self._blocks = blocks
        self._wording = wording

    def labelled(self) -> Iterator[Opening]:
        """ "Agenda item", the title, and mostly "Minutes:", as council pages print one item."""
        for at, block in enumerate(self._blocks[:-1]):
            if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.text) > 60:
                continue
            found = self._wording.whole(block.text)
            following = self._blocks[at + 1]
            if found is not None and found.phrase == "agenda-item" and following.text:
                title = parse_item_title(following.text)
                yield Opening(at, 2, title, following.line, words=following.text)

    def headings(self) -> Iterator[Opening]:
        """Markdown headings, but for one that names the meeting."""
        found = [
            (at, block) for at, block in enumerate(self._blocks) if block.kind is BlockKind.HEADING
        ]
        if found and _names_meeting([block for _, block in found]):
            del found[0]
        top = min((block.level for _, block in found), default=1)
        for at, block in found:
            title = parse_item_title(block.text)
            level = block.level - top + 1
            yield Opening(at, 1, title, block.line, level, words=block.text)

    def bold_lines(self) -> Iterator[Opening]:
        """Bold paragraphs: those with numbers when there are such, otherwise all."""
        bold = [at for at, block in enumerate(self._blocks) if self._is_bold_line(block)]
        numbered = list(self._numbered_bold(bold))
        if not numbered:
            yield from (self._opening(at) for at in bold)
            return
        taken = {opening.at for opening in numbered}
        above = [  # "QUESTIONS" over a numbered item
            self._opening(at)
            for at in bold
            if at not in taken and at + 1 in taken and _is_capital(self._blocks[at].text)
        ]
        yield from sorted([*numbered, *above], key=lambda opening: opening.at)

    def numbered_lines(self) -> list[Opening]:
        """Lines that count up through the whole text: "1. Apologies", "2.Minutes: agreed"."""
        found: list[Opening] = []
        last = 0
        for opening, number in self._lines():
            if number == last + 1 or not found or last < number <= last + 2:
                found.append(opening)
                last = number
        return found if len(found) >= FEWEST_LINES else []

    def capital_lines(self) -> Iterator[Opening]:
        """Short paragraphs in capital letters, when there are several."""
        found = [at for at, block in enumerate(self._blocks) if self._is_capital_line(block)]
        if len(found) > 1:
            yield from (self._opening(at) for at in found)

    def _opening(self, at: int) -> Opening:
        block = self._blocks[at]
        return Opening(at, 1, parse_item_title(block.text), block.line, words=block.text)

    def _is_bold_line(self, block: Block) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or not block.words.is_bold:
            return False
        if NUMBER_ONLY.match(block.text) is not None:
            return True
        if len(block.text) > LONGEST_TITLE or LETTER.search(block.text) is None:
            return False
        if _is_mark(block):
            return False
        return not self._wording.openings(block.text)

    def _numbered_bold(self, bold: Sequence[int]) -> Iterator[Opening]:
        """Bold lines with a number, or a bold number with its title in the next bold paragraph."""
        used: set[int] = set()
        for at in bold:
            block = self._blocks[at]
            if at in used:
                continue
            if NUMBER_ONLY.match(block.text):
                if (opening := self._number_above_title(at)) is not None:
                    used.add(at + 1)
                    yield opening
                continue
            title = parse_item_title(block.text)
            if (title.number or title.minute) and title.title:
                yield Opening(at, 1, title, block.line, words=block.text)

    def _number_above_title(self, at: int) -> Opening | None:
        number = self._blocks[at]
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        if following is None or not following.words.is_bold:
            return None
        printed = parse_item_title(number.text.strip(" .") + " X")
        title = parse_item_title(following.text)
        merged = replace(title, number=printed.number, minute=printed.minute or title.minute)
        level = 2 if number.text.lstrip().startswith("(") else 1
        return Opening(at, 2, merged, number.line, level, words=following.text)

    def _lines(self) -> Iterator[tuple[Opening, int]]:
        for at, block in enumerate(self._blocks):
            if block.kind is not BlockKind.LIST or len(block.children) != 1:
                continue
            entry = block.children[0]
            number = entry.marker.removesuffix(".")
            if not (entry.marker.endswith(".") and number.isdigit() and entry.children):
                continue
            words, *others = entry.children
            end = _title_end(words.text) if words.kind is BlockKind.PARAGRAPH else None
            if end is None:
                continue
            title = parse_item_title(words.text[:end].strip(" :–—-"))
            rest = words.cut(end)
            behind = (rest,) if rest.text.strip(" :.–—-") else ()
            titled = replace(title, number=number)
            above = words.text[:end]
            opening = Opening(at, 1, titled, block.line, 1, (*behind, *others), words=above)
            yield opening, int(number)

    def _is_capital_line(self, block: Block) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or len(block.text) > LONGEST_LINE_TITLE:
            return False
        if not _is_capital(block.text) or block.text.rstrip().endswith((":", ",", ";")):
            return False
        if _is_mark(block):
            return False
        return not self._wording.openings(block.text)


def _is_mark(block: Block) -> bool:
    """A line that begins with a mark for exempt text opens no item."""
    title = parse_item_title(block.text)
    if title.number or title.minute:
        return False
    return any(mark.start <= 3 for mark in find_marks(block.words))


def _names_meeting(headings: Sequence[Block]) -> bool:
    """The first heading is the meeting's when no other is as high, or it stands alone."""
    first, *others = headings
    if others:
        return first.level < min(block.level for block in others)
    title = parse_item_title(first.text)
    return first.level == 1 and not (title.number or title.minute)


def _title_end(text: str) -> int | None:
    """Where the title of a numbered line ends; None when it is a sentence and no title."""
    if len(text) <= LONGEST_LINE_TITLE and not text.rstrip().endswith(NO_TITLE_ENDS):
        return len(text)
    match = TITLE_AND_TEXT.match(text)
    if match is None or (match["mark"] == "." and len(match["title"].split()) > 8):
        return None
    return match.end()


def _is_capital(text: str) -> bool:
    return len(LETTER.findall(text)) > 3 and text.upper() == text
