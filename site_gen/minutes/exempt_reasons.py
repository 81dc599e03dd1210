"""Why minutes may be withheld, in plain words.

The numbered paragraphs are those of Part 1 of Schedule 12A to the Local Government Act 1972, as
substituted in England by SI 2006/88.
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
IN_PRIVATE = "Considered in private"


def withheld_for(line: int, paragraphs: tuple[str, ...] = ()) -> Withheld:
    """The value that stands for withheld text: where it stood and why, and none of its words."""
    reasons = [REASONS[number] for number in paragraphs if number in REASONS]
    reason = " and ".join(dict.fromkeys(reasons))
    summary = f"{IN_PRIVATE}: {reason}" if reason else IN_PRIVATE
    if paragraphs:
        noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
        summary += f" ({noun} {_listed(paragraphs)} of Schedule 12A)"
    return Withheld(line, paragraphs, reason, summary)


def _listed(numbers: tuple[str, ...]) -> str:
    if len(numbers) == 1:
        return numbers[0]
    return ", ".join(numbers[:-1]) + " and " + numbers[-1]
