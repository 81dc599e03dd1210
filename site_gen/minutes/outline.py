"""Where the items of a meeting begin: headings, or bold, numbered and capital lines."""

import re
from collections.abc import Iterator, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.content.typed_lists import joined_lists, parted_lists
from site_gen.minutes.item_titles import ANNOUNCING, ItemTitle, parse_item_title
from site_gen.minutes.lettered import lettered_titles
from site_gen.minutes.numbering import (
    LETTER,
    LONGEST_TITLE,
    NumberedLine,
    counting_up,
    is_capital,
    is_mark,
    numbered_lines,
)
from site_gen.minutes.wording import Wording
from site_gen.model.prose import Withheld
from site_gen.text.values import dataclass, replace

Blocks = tuple[Block, ...]
LONGEST_CAPITAL_LINE = 110  # characters
ITEM_NUMBER = re.compile(r"\W*(?:(?:agenda\s+)?item\s+)?\d{1,3}[.)]\s", re.IGNORECASE)
FEWEST_WORDS_DECIDING = 4  # of a heading that is a sentence and decides something
LONGEST_ANSWER_HEADING = 20  # characters
FEWEST_RUN_IN = 2  # numbered titles with the minute behind them; one may be emphasis
FEWEST_PLAIN_LINES = 3  # numbered lines in plain letters before they are taken for items


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
    heading: Block | None = None  # the block that is its heading and nothing else


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
    for scheme in (reader.labelled, reader.headings):
        if found := list(scheme()):
            return _outline(blocks, found, wording)
    parted = parted_lists(blocks)
    if found := _OutlineReader(parted, wording).numbered():
        return _outline(parted, found, wording)
    return _outline(blocks, list(reader.bold_lines()) or list(reader.capital_lines()), wording)


def _outline(blocks: Blocks, openings: list[Opening], wording: Wording) -> Outline:
    if not openings:
        return Outline(blocks, ())
    openings = [_without_decision(opening, blocks, wording) for opening in openings]
    sections = []
    ends = [opening.at for opening in openings[1:]] + [len(blocks)]
    for opening, end in zip(openings, ends, strict=True):
        under = (*opening.rest, *blocks[opening.at + opening.count : end])
        sections.append(Section(opening, joined_lists(under)))
    return Outline(joined_lists(blocks[: openings[0].at]), tuple(sections))


def _without_decision(opening: Opening, blocks: Blocks, wording: Wording) -> Opening:
    """ "6. The accounts were accepted for payment." is a minute under its number, not a title."""
    title = opening.title
    if not (title.number or title.minute) or len(title.title.split()) < FEWEST_WORDS_DECIDING:
        return opening
    told = {found.phrase for each in wording.sentences(title.title) for found in each.found}
    if not told & {"decision-told", "decision-in-prose"}:
        return opening
    block = blocks[opening.at + opening.count - 1]
    if block.kind is BlockKind.LIST:
        rest = block.children[0].children
    else:
        at = block.text.find(title.title.split()[0])
        words = replace(block, kind=BlockKind.PARAGRAPH, level=0).cut(max(at, 0))
        if " ".join(words.text.split()) != title.title:
            return opening
        rest = (words,)
    return replace(opening, title=replace(title, title="", state=None), rest=rest)


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
            if found is not None and found.phrase == "agenda-item" and self._blocks[at + 1].text:
                yield self._opening(at + 1)

    def headings(self) -> Iterator[Opening]:
        """Markdown headings, but for one that names the meeting."""
        found = [
            (at, block)
            for at, block in enumerate(self._blocks)
            if block.kind is BlockKind.HEADING and not self._is_answer(block)
        ]
        if found and _names_meeting([block for _, block in found]):
            del found[0]
        top = min((block.level for _, block in found), default=1)
        lettered = lettered_titles([(block.text, block.level) for _, block in found])
        for (at, block), title in zip(found, lettered, strict=True):
            opening = self._opening(at, block.level - top + 1)
            yield opening if title is None else replace(opening, title=title)

    def _is_answer(self, block: Block) -> bool:
        """A heading "Reply" belongs to the question above it."""
        if len(block.text) > LONGEST_ANSWER_HEADING:
            return False
        whole = self._wording.whole(block.text)
        return whole is not None and whole.phrase == "reply-alone"

    def numbered(self) -> list[Opening]:
        """Lines that count up through the text, with headings in capitals between them."""
        lines = numbered_lines(self._blocks, self._announces, self._opens)
        if sum(line.is_run_in for line in lines) < FEWEST_RUN_IN:
            lines = [line for line in lines if not line.is_run_in]
        kept = counting_up([line for line in lines if line.is_strong])
        plain = counting_up(lines)
        if len(plain) >= max(FEWEST_PLAIN_LINES, 2 * len(kept)):
            kept = plain
        found = [_numbered_opening(line) for line in self._without_parts(kept)]
        first = {opening.at for opening in found}
        taken = first | {opening.at + 1 for opening in found if opening.count > 1}
        for at, block in enumerate(self._blocks):
            if at + 1 in first and at not in taken and self._is_section_title(block):
                found.append(self._opening(at))
        return sorted(found, key=lambda opening: opening.at)

    def _announces(self, title: str) -> bool:
        """Whether the line announces a question or the like and says nothing more."""
        found = self._wording.openings(title)
        return any(each.phrase in ANNOUNCING and each.is_alone(title) for each in found)

    def _opens(self, title: str) -> bool:
        """Whether a record begins with the title, as one does with "RESOLVED"."""
        return bool(self._wording.openings(title))

    def _without_parts(self, lines: Sequence[NumberedLine]) -> Iterator[NumberedLine]:
        """The lines but for "(a)", "(b)" and "(c)" of one question, and numbers over an answer."""
        is_announced = False
        for line in lines:
            found = self._wording.openings(line.title.title)
            if any(each.phrase == "response" for each in found):
                continue
            announces = any(each.phrase in ANNOUNCING for each in found)
            if line.is_part and is_announced and not announces:
                continue
            is_announced = announces if not line.is_part else is_announced
            yield line

    def bold_lines(self) -> Iterator[Opening]:
        """Bold paragraphs, when none of them has a number."""
        for at, block in enumerate(self._blocks):
            if block.kind is BlockKind.PARAGRAPH and block.words.is_bold and self._is_title(block):
                yield self._opening(at)

    def capital_lines(self) -> Iterator[Opening]:
        """Short paragraphs in capital letters, when there are several."""
        found = [at for at, block in enumerate(self._blocks) if self._is_capital_line(block)]
        if len(found) > 1:
            yield from (self._opening(at) for at in found)

    def _opening(self, at: int, level: int = 1) -> Opening:
        block = self._blocks[at]
        title = parse_item_title(block.text)
        return Opening(at, 1, title, block.line, level, words=block.text, heading=block)

    def _is_section_title(self, block: Block) -> bool:
        """ "QUESTIONS" or "Part B" over a numbered item."""
        if block.kind is not BlockKind.PARAGRAPH or not self._is_title(block):
            return False
        if parse_item_title(block.text).part:
            return True
        return block.words.is_bold and is_capital(block.text)

    def _is_capital_line(self, block: Block) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or len(block.text) > LONGEST_CAPITAL_LINE:
            return False
        return is_capital(block.text) and self._is_title(block)

    def _is_title(self, block: Block) -> bool:
        """Neither a label nor a mark, and short."""
        if len(block.text) > LONGEST_TITLE or LETTER.search(block.text) is None:
            return False
        if block.text.rstrip().endswith((",", ";")) or is_mark(block):
            return False
        if block.text.rstrip().endswith(":") and is_capital(block.text):
            return False
        return not self._wording.openings(block.text)


def _numbered_opening(line: NumberedLine) -> Opening:
    level = 2 if line.is_below else 1
    return Opening(
        line.at, line.count, line.title, line.line, level, line.rest, line.words, line.heading
    )


def _names_meeting(headings: Sequence[Block]) -> bool:
    """The first heading is the meeting's when no other is as high, or it stands alone."""
    first, *others = headings
    if ITEM_NUMBER.match(first.text) is not None:
        return False
    if others:
        return first.level < min(block.level for block in others)
    title = parse_item_title(first.text)
    return first.level == 1 and not (title.number or title.minute)
