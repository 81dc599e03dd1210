"""Whole numbers as short runs of printable characters, twin of `static/js/search/numbers.js`.

Shards are JavaScript, and compressed on their way. One character for one small number, with no
quotation mark or backslash among them, lets the compressor see the numbers, costs nothing to
escape, and is read with one look per character.

A number below 81 is one of the first 81 digits. Above that the first character, one of the other
12, says how many follow: one (9 leads), two (2 leads) or four (1 lead), in base 81. So where a
number begins shows wherever one looks.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

DIGITS = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
BASE = len(DIGITS)  # of bits in characters: see `packed.py`
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
# How many digits follow the lead, the first lead of that length, and the first number it writes.
SINGLES = 81
LENGTHS = ((1, 81, 81), (2, 90, 81 + 9 * SINGLES), (4, 92, 81 + 9 * SINGLES + 2 * SINGLES**2))
LARGEST = LENGTHS[-1][2] + SINGLES**4 - 1


def encode(number: int) -> str:
    """`number` as one, two, three or five characters; from 0 to LARGEST, else OverflowError."""
    if 0 <= number < SINGLES:
        return DIGITS[number]
    if not 0 <= number <= LARGEST:
        message = f"{number} is not between 0 and {LARGEST}"
        raise OverflowError(message)
    follow, lead, start = next(one for one in reversed(LENGTHS) if number >= one[2])
    rest = number - start
    digits = ""
    for _ in range(follow):
        rest, digit = divmod(rest, SINGLES)
        digits = DIGITS[digit] + digits
    return DIGITS[lead + rest] + digits


@cache
def _common() -> list[str]:
    """As `encode` writes them, from 0 on: all of up to three characters."""
    return [
        "".join(digits)
        for leads, follow in ((DIGITS[:SINGLES], 0), (DIGITS[81:90], 1), (DIGITS[90:92], 2))
        for digits in product(leads, *[DIGITS[:SINGLES]] * follow)
    ]


def encode_all(numbers: Sequence[int]) -> str:
    """`numbers` one after another, each as `encode` writes it."""
    try:
        return "".join(map(_common().__getitem__, numbers))
    except IndexError:
        return "".join(map(encode, numbers))


def read_number(text: str, at: int) -> tuple[int, int]:
    """The number that starts at `at`, and where it ends.

    Raises KeyError for a character that is no digit, IndexError where the text breaks off.
    """
    lead = _VALUES[text[at]]
    if lead < SINGLES:
        return lead, at + 1
    follow, first, start = next(one for one in reversed(LENGTHS) if lead >= one[1])
    rest = lead - first
    for place in range(at + 1, at + 1 + follow):
        rest = rest * SINGLES + _VALUES[text[place]]
    return start + rest, at + 1 + follow


def decode_all(text: str) -> Iterator[int]:
    """The numbers that `encode_all` wrote. Raises as `read_number`."""
    at = 0
    while at < len(text):
        number, at = read_number(text, at)
        yield number
