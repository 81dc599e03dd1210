"""The marks that people type before the entries of a list, and which follows which."""

import re

from site_gen.text.patterns import compile_later
from site_gen.text.values import dataclass

GLYPHS = "·•▪▫◦‣●○■□◆➢➤►✓✔\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf0a8\uf06f"
# A gap that nobody types in running text: no-break spaces, a tab, several spaces.
GAP = r"(?:[ ]*[\u00a0\t][\s]*|[ ]{2,})"
# "The next character begins a sentence": "a)The meeting", "2.Apologies".
SENTENCE = r"(?=[A-Z£€$\"“‘'])"
MARKER = compile_later(
    rf"""
    (?P<glyph>[{GLYPHS}])[\s]*
    | (?P<weak>[o§ØüÜvq–—-])(?P<weak_gap>{GAP})(?=\S)
    | (?P<ordered>(?P<open>[(]?)
      (?P<value>\d{{1,3}}|[ivxlc]{{1,7}}|[IVXLC]{{1,7}}|[a-z]{{1,2}}|[A-Z])\\?(?P<close>[.)]))
      (?:(?P<gap>{GAP})|[ ]|(?P<none>{SENTENCE}))(?=\S)
    """,
    re.VERBOSE,
)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
PROPER_ROMAN = compile_later(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")

Step = tuple[str, str, int]  # style of a list, way to read its marks, value


@dataclass(frozen=True, slots=True)
class Marker:
    """A typed mark: "·", "(iv)", "5."."""

    printed: str
    style: str  # marks of one list share it: "·", "(x)", "x)", "x."
    gap: str = " "  # what was typed behind it
    numbers: tuple[tuple[str, int], ...] = ()  # ways to read it: (("roman", 1), ("letter", 9))
    is_sure: bool = True  # False when it may be something else: "A. Example"

    @property
    def is_first(self) -> bool:
        """It may begin a list."""
        return not self.numbers or any(value == 1 for _, value in self.numbers)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What it stands for in its list, in each way to read it."""
        if not self.numbers:
            return ((self.style, "", 0),)
        return tuple((self.style, kind, value) for kind, value in self.numbers)

    @property
    def next_steps(self) -> tuple[Step, ...]:
        """What the entry right behind it stands for."""
        if not self.numbers:
            return self.steps
        return tuple((self.style, kind, value + 1) for kind, value in self.numbers)

    def value_after(self, previous: "Marker") -> int | None:
        """How many steps it comes after `previous`; None when it is of another list."""
        if self.style != previous.style:
            return None
        if not self.numbers:
            return 1
        steps = [
            value - before
            for kind, value in self.numbers
            for other, before in previous.numbers
            if kind == other and value > before
        ]
        return min(steps, default=None)


def find_marker(written: str) -> Marker | None:
    """The mark that `written`, a line as typed, begins with."""
    match = MARKER.match(written)
    if match is None:
        return None
    if match["glyph"]:
        return Marker(match["glyph"], match["glyph"])
    if match["weak"]:
        return Marker(match["weak"], match["weak"], match["weak_gap"])
    value, gap = match["value"], match["gap"] or ("" if match["none"] is not None else " ")
    printed = match["open"] + value + match["close"]
    if match["close"] == "." and not value.isdigit() and not match["gap"]:
        # "A. Example" is a name and "a. That" an entry; who follows and precedes tells.
        return _ordered(printed, value, gap, is_sure=False)
    if match["none"] is not None and value.isdigit() and match["close"] == ".":
        return _ordered(printed, value, gap, is_sure=False)
    return _ordered(printed, value, gap)


def read_marker(printed: str, gap: str = " ") -> Marker:
    """The mark of a list that was written as Markdown has it."""
    value = printed.strip("().")
    return _ordered(printed, value, gap) if value.isdigit() else Marker(printed, printed, gap)


def _ordered(printed: str, value: str, gap: str, *, is_sure: bool = True) -> Marker:
    numbers: list[tuple[str, int]] = []
    if value.isdigit():
        numbers.append(("number", int(value)))
    else:
        case = "upper" if value.isupper() else "lower"
        if (roman := _roman(value.lower())) is not None:
            numbers.append((f"{case} roman", roman))
        if len(set(value)) == 1:  # after "z)" comes "aa)"
            letter = ord(value[0].lower()) - ord("a") + 1
            numbers.append((f"{case} letter", letter + 26 * (len(value) - 1)))
    style = printed.replace(value, "1" if value.isdigit() else "A" if value.isupper() else "a")
    return Marker(printed, style, gap, tuple(numbers), is_sure and bool(numbers))


def _roman(value: str) -> int | None:
    """The number of a Roman numeral up to 99."""
    if PROPER_ROMAN.match(value) is None:
        return None
    total = 0
    for digit, after in zip(value, [*value[1:], ""], strict=True):
        number = ROMAN[digit]
        total += -number if after and ROMAN[after] > number else number
    return total or None
