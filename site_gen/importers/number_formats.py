"""Numbers as lists print them (ECMA-376, part 1, 17.18.59)."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 3999
LETTERS = 26
CARDINALS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen",
    "Nineteen",
)  # fmt: skip
ORDINALS = (
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth",
    "Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth",
    "Seventeenth", "Eighteenth", "Nineteenth",
)  # fmt: skip


def format_number(number: int, format: str) -> str:  # noqa: A002 - the standard's own word
    """`number` as a list with this `w:numFmt` prints it; formats not known here as 1, 2, 3."""
    match format:
        case "none":
            printed = ""
        case "decimalZero":
            printed = f"{number:02}"
        case "lowerLetter" | "upperLetter":
            printed = _letters(number)
        case "lowerRoman" | "upperRoman":
            printed = to_roman(number)
        case "ordinal":
            printed = f"{number}{_ordinal_ending(number)}"
        case "cardinalText" if number < len(CARDINALS):
            printed = CARDINALS[number]
        case "ordinalText" if number < len(ORDINALS):
            printed = ORDINALS[number]
        case _:
            printed = str(number)
    return printed.upper() if format.startswith("upper") else printed


def to_roman(number: int) -> str:
    """A Roman numeral in small letters; plain digits for what has none."""
    if not 0 < number <= LARGEST_ROMAN:
        return str(number)
    digits = []
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        digits.append(letters * times)
    return "".join(digits)


def _letters(number: int) -> str:
    """a to z, then aa, bb: Word repeats the letter."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, LETTERS)
    return chr(ord("a") + letter) * (min(times, 30) + 1)


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
