"""Lines that may number the items of a meeting, and which of them count up together."""

import re
from collections.abc import Callable, Iterator, Sequence

from site_gen.content.block import Block, BlockKind
from site_gen.minutes.exempt_marks import find_marks
from site_gen.minutes.item_titles import LETTERS, ItemTitle, parse_item_title
from site_gen.text.month_names import MONTH_NAMES
from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass, replace

LONGEST_TITLE = 250  # characters
END_BRACKETS = re.compile(r"\s*\([^()]{1,80}\)\s*\Z")
LONGEST_PLAIN_TITLE = 130  # of a title that is neither bold nor in capitals
LONGEST_STEP = 3  # numbers that are missing between two items
NUMBER_ONLY = compile_later(
    rf"[\s*_]*(?:(?P<number>\d{{1,3}})\s?(?P<part>\({LETTERS}\))?[.)]?|(?P<part_alone>\({LETTERS}\)))[\s*_.:]*\Z",
    re.IGNORECASE,
)
YEAR_AND_NUMBER = re.compile(r"(\d{1,4})/(\d{1,3})\Z")
MAIN_NUMBER = re.compile(r"\d{1,3}")
TITLE_AND_TEXT = compile_later(r"(?P<title>[^:.?!\n]{3,90}?)\s*(?P<mark>[:.–—]|\s-)(?=\s|\Z)")
# "March 2025" of "12 March 2025".
OF_A_DAY = compile_later(rf"(?:{'|'.join(MONTH_NAMES)})(?:\s+\d{{4}})?\W*\Z", re.IGNORECASE)
NO_TITLE_ENDS = (".", ";", ",", ":", "?")
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line that may be the heading of an item."""

    at: int  # index of its first block
    count: int  # how many blocks the heading takes
    title: ItemTitle
    line: int
    words: str  # the heading as printed, without its number where that stands alone
    rest: tuple[Block, ...] = ()  # words behind the title in the same block
    number: int | None = None  # the main number: 5 of "5(a)"; None of "(b)"
    is_strong: bool = False  # bold, in capitals, or a number alone
    heading: Block | None = None  # the block that is its title and nothing else
    is_run_in: bool = False  # the minute stands behind the title, in the same paragraph

    @property
    def is_below(self) -> bool:
        """It stands under the item with the main number: "5(b)", "(b)", "2.1"."""
        printed = self.title.number or ""
        return self.number is None or "(" in printed or "." in printed

    @property
    def is_part(self) -> bool:
        """It has no number but that of a part: "(b)"."""
        return self.number is None


def numbered_lines(
    blocks: Sequence[Block],
    announces: Callable[[str], bool] = lambda _: False,
    opens: Callable[[str], bool] = lambda _: False,
) -> list[NumberedLine]:
    """Every line that could be a numbered heading.

    `announces(title)`: the title announces a record, as "Question submitted by Mr Example" does.
    `opens(title)`: it begins one, as "RESOLVED" does.
    """
    found: list[NumberedLine] = []
    taken = -1
    for at, block in enumerate(blocks):
        if at <= taken:
            continue
        line = (
            _above_title(blocks, at)
            or _in_one_line(block, at, announces)
            or _entry(block, at, announces)
            or _run_in(block, at, opens)
        )
        if line is not None:
            found.append(line)
            taken = at + line.count - 1
    return found


def _number_alone(block: Block) -> re.Match[str] | None:
    """ "**4.**", "5(a)", or the empty entry of a list."""
    if block.kind is BlockKind.LIST:
        entry = block.children[0]
        is_empty = len(block.children) == 1 and not entry.children
        return NUMBER_ONLY.match(entry.marker) if is_empty else None
    if block.kind is not BlockKind.PARAGRAPH:
        return None  # a line between pages may bear the number of the page
    return NUMBER_ONLY.match(block.text) if len(block.text) < 20 else None


def _above_title(blocks: Sequence[Block], at: int) -> NumberedLine | None:
    """A number alone, with its title in the next paragraph."""
    number = _number_alone(blocks[at])
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if number is None or following is None or following.kind is not BlockKind.PARAGRAPH:
        return None
    is_bold = following.words.is_bold
    longest = LONGEST_TITLE if is_bold else LONGEST_PLAIN_TITLE
    if len(following.text) > longest or not LETTER.search(following.text):
        return None
    if not is_bold and (
        blocks[at].words.is_bold or following.text.rstrip().endswith(NO_TITLE_ENDS)
    ):
        return None
    printed = (number["number"] or "") + (number["part"] or number["part_alone"] or "")
    title = replace(parse_item_title(following.text, has_number=True), number=printed)
    main = int(number["number"]) if number["number"] else None
    return NumberedLine(
        at,
        2,
        title,
        blocks[at].line,
        following.text,
        number=main,
        is_strong=True,
        heading=following,
    )


def _in_one_line(block: Block, at: int, announces: Callable[[str], bool]) -> NumberedLine | None:
    """ "**11. Title**", "66. TITLE" or "**9.** Question submitted by Mr Example"."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > LONGEST_TITLE:
        return None
    title = parse_item_title(block.text)
    number = title.number or title.minute
    if number is None or not title.title:
        return None
    if not (block.words.is_bold or is_capital(block.text) or announces(title.title)):
        return None
    if is_mark(block):
        return None
    main = MAIN_NUMBER.match(number)
    return NumberedLine(
        at,
        1,
        title,
        block.line,
        block.text,
        number=int(main[0]) if main else None,
        is_strong=True,
        heading=block,
    )


def _entry(block: Block, at: int, announces: Callable[[str], bool]) -> NumberedLine | None:
    """ "2. Minutes: agreed": the entry of a list, its title up to the first stop."""
    if block.kind is not BlockKind.LIST or len(block.children) != 1:
        return None
    entry = block.children[0]
    number = entry.marker.removesuffix(".")
    if not (entry.marker.endswith(".") and number.isdigit() and entry.children):
        return None
    words, *others = entry.children
    end = _title_end(words.text) if words.kind is BlockKind.PARAGRAPH else None
    if end is None:
        return None
    title = parse_item_title(words.text[:end].strip(" :–—-"), has_number=True)
    rest = words.cut(end)
    behind = (rest,) if rest.text.strip(" :.–—-") else ()
    return NumberedLine(
        at,
        1,
        replace(title, number=number),
        block.line,
        words.text[:end],
        (*behind, *others),
        int(number),
        is_strong=words.words.is_bold or is_capital(words.text[:end]) or announces(title.title),
    )


def _run_in(block: Block, at: int, opens: Callable[[str], bool]) -> NumberedLine | None:
    """ "**2025/69 Correspondence** None.": number and title in bold, the minute behind them."""
    end = block.words.bold_start if block.kind is BlockKind.PARAGRAPH else 0
    if not 0 < end < len(block.text) or end > LONGEST_PLAIN_TITLE:
        return None
    head, rest = block.cut(0, end), block.cut(end)
    title = parse_item_title(head.text.rstrip(" :–—-"))
    number = title.number or title.minute
    main = MAIN_NUMBER.match(number or "")
    if main is None or not LETTER.search(title.title) or OF_A_DAY.match(title.title):
        return None
    # "**12 Members** of the public came" is a sentence, and "**3. RESOLVED**" is no title.
    if rest.text[:1].islower() or opens(title.title) or is_mark(block):
        return None
    behind = rest.cut(len(rest.text) - len(rest.text.lstrip(" :.–—-")))
    return NumberedLine(
        at,
        1,
        title,
        block.line,
        head.text,
        (behind,) if behind.text else (),
        int(main[0]),
        is_strong=True,
        is_run_in=True,
    )


def _title_end(text: str) -> int | None:
    """Where the title of a numbered line ends; None when it is a sentence and no title."""
    if len(text) <= LONGEST_PLAIN_TITLE and not text.rstrip().endswith(NO_TITLE_ENDS):
        return len(text)
    match = TITLE_AND_TEXT.match(text)
    if match is None or (match["mark"] == "." and len(match["title"].split()) > 8):
        return None
    return match.end()


def counting_up(lines: Sequence[NumberedLine]) -> list[NumberedLine]:
    """The longest run of lines whose numbers count up, with those that stand below them.

    Up to two numbers in a row may be missing. Other numbered lines, as tables have them, are
    left out.
    """
    lines = _with_running_numbers(lines)
    chain = set(_longest_chain([line for line in lines if not line.is_below]))
    kept: list[NumberedLine] = []
    current: int | None = None
    for line in lines:
        if line in chain:
            current = line.number
            kept.append(line)
        elif line.is_below and line.is_strong and _belongs(line, current):
            current = line.number if line.number is not None else current
            kept.append(line)
    return kept


def _with_running_numbers(lines: Sequence[NumberedLine]) -> list[NumberedLine]:
    """The lines with the part of "26/08" that counts: the second where the first is a year's."""
    parted = [YEAR_AND_NUMBER.match(line.title.number or line.title.minute or "") for line in lines]
    found = [match for match in parted if match is not None]
    if len(found) < 2 or len({match[1] for match in found}) > 1:
        return list(lines)
    return [
        line if match is None else replace(line, number=int(match[2]))
        for line, match in zip(lines, parted, strict=True)
    ]


def _belongs(line: NumberedLine, current: int | None) -> bool:
    """Whether "5(a)" comes in or right after item 5, or "(b)" after any item."""
    if line.number is None:
        return current is not None
    return current is None or current <= line.number <= current + LONGEST_STEP


def _longest_chain(lines: Sequence[NumberedLine]) -> Iterator[NumberedLine]:
    best: dict[int, tuple[int, int, int]] = {}  # number: (length, -gaps, index of its line)
    before: list[int | None] = []
    for index, line in enumerate(lines):
        number = line.number or 0
        ways = [
            (best[number - step], step)
            for step in range(1, LONGEST_STEP + 1)
            if number - step in best
        ]
        (length, gaps, previous), step = max(ways, default=((0, 0, -1), 1))
        before.append(previous if previous >= 0 else None)
        reached = (length + 1, gaps - (step - 1), index)
        if number not in best or reached[:2] > best[number][:2]:
            best[number] = reached
    if not best:
        return
    last: int | None = max(best.values(), key=lambda way: (way[0], way[1], -way[2]))[2]
    chain = []
    while last is not None:
        chain.append(lines[last])
        last = before[last]
    yield from reversed(chain)


def is_capital(text: str) -> bool:
    """Whether every letter is a capital, and there are some; brackets at the end do not count.

    Accepts "BUDGET (minute 42)" and "OFFICES (exempt: paragraph 3)".
    """
    words = END_BRACKETS.sub("", text)
    return words.isupper() and len(LETTER.findall(words)) > 3


def is_mark(block: Block) -> bool:
    """A line that begins with a mark for exempt text opens no item."""
    title = parse_item_title(block.text)
    if title.number or title.minute:
        return False
    return any(mark.start <= 3 for mark in find_marks(block.words))
