"""Why minutes may be withheld, in plain words.

The numbered paragraphs are those of Part 1 of Schedule 12A to the Local Government Act 1972, as
substituted in England by SI 2006/88; paragraphs 12 to 18 of Part 4 say the same for Wales.
"""

from site_gen.model.prose import Withheld

REASONS = {
    "1": "it concerns a particular person",
    "2": "it would show who a person is",
    "3": "it concerns someone's business affairs",
    "4": "it concerns negotiations with employees",
    "5": "it concerns legal advice",
    "6": "it concerns a notice or an order that the council may make",
    "7": "it concerns preventing or prosecuting crime",
}
WELSH = {str(number + 11): str(number) for number in range(1, 8)}
IN_PRIVATE = "Considered in private"


def withheld_for(line: int, paragraphs: tuple[str, ...] = ()) -> Withheld:
    """The value that stands for withheld text: where it stood and why, and none of its words."""
    reason = reason_of(paragraphs)
    summary = f"{IN_PRIVATE}: {reason}" if reason else IN_PRIVATE
    if paragraphs:
        noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
        summary += f" ({noun} {_listed(paragraphs)} of Schedule 12A)"
    return Withheld(line, paragraphs, reason, summary)


def reason_of(paragraphs: tuple[str, ...]) -> str:
    """What the numbered paragraphs are about; empty where none is known."""
    reasons = [REASONS.get(WELSH.get(number, number), "") for number in paragraphs]
    return " and ".join(dict.fromkeys(filter(None, reasons)))


def _listed(numbers: tuple[str, ...]) -> str:
    if len(numbers) == 1:
        return numbers[0]
    return ", ".join(numbers[:-1]) + " and " + numbers[-1]
