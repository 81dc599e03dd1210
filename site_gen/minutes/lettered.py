"""Headings that number with Roman numerals or letters: "IV. Public comment", "A. Harbour wall"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.minutes.item_titles import ItemTitle, parse_item_title
from site_gen.text.values import replace

# A figure one among the letters is a slip of the typist's: "V1II."
NUMERAL = re.compile(
    r"\s*(?P<number>(?=[1IVXLC]*[IVXLC])[1IVXLC]{1,7}|[A-Z])[.)]\s+(?P<title>(?=[^\n]*[^\W\d_])\S.*)",
    re.DOTALL,
)
FEWEST_ROMAN = 2  # headings of one level with numerals


def lettered_titles(headings: Sequence[tuple[str, int]]) -> list[ItemTitle | None]:
    """The titles of those headings that such a number opens; None for each other one.

    `headings` are the words and the level of each. One letter alone may be an initial: it is a
    number only where it counts on from the heading before it, or is an A below another heading;
    I, V and X are also Roman where others of their level are.
    """
    matches = [NUMERAL.match(words) for words, _ in headings]
    levels = [level for _, level in headings]
    roman = _roman_levels(matches, levels)
    top = min(levels, default=1)
    following: dict[int, str] = {}  # by level: the letter that counts on
    found: list[ItemTitle | None] = []
    for at, (match, level) in enumerate(zip(matches, levels, strict=True)):
        following = {each: letter for each, letter in following.items() if each <= level}
        number = match["number"] if match is not None else ""
        is_numeral = level in roman and re.fullmatch("[1IVXLC]+", number) is not None
        begins = number == "A" and (
            level > top or _has_b(matches[at + 1 :], levels[at + 1 :], level)
        )
        if match is not None and (is_numeral or begins or following.get(level) == number):
            if not is_numeral:
                following[level] = chr(ord(number) + 1)
            title = parse_item_title(match["title"], has_number=True)
            found.append(replace(title, number=number))
        else:
            found.append(None)
    return found


def _roman_levels(matches: Sequence[re.Match[str] | None], levels: Sequence[int]) -> set[int]:
    """Levels whose headings bear Roman numerals, one of them of several letters."""
    numerals = [
        (level, match["number"])
        for match, level in zip(matches, levels, strict=True)
        if match is not None and re.fullmatch("[1IVXLC]+", match["number"]) is not None
    ]
    counted = Counter(level for level, _ in numerals)
    return {
        level for level, number in numerals if len(number) > 1 and counted[level] >= FEWEST_ROMAN
    }


def _has_b(matches: Sequence[re.Match[str] | None], levels: Sequence[int], level: int) -> bool:
    """Whether the next heading of the level is B."""
    return next(_same_level(matches, levels, level), "") == "B"


def _same_level(
    matches: Sequence[re.Match[str] | None], levels: Sequence[int], level: int
) -> Iterator[str]:
    for match, other in zip(matches, levels, strict=True):
        if other < level:
            return
        if other == level:
            yield match["number"] if match is not None else ""
