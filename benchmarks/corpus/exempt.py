"""Items that are not published: the marks a clerk may use, and a word that must not leak."""

from benchmarks.corpus.draws import Draws
from benchmarks.corpus.headings import HeadingStyle
from benchmarks.corpus.prose import DISCUSSION, Prose
from benchmarks.corpus.written import Written

MARKABLE_HEADINGS = (HeadingStyle.MARKED_PLAIN, HeadingStyle.BOLD)
EXEMPT_WORDS = 90


def withheld_word(number: int) -> str:
    """A word that stands in the exempt text of that meeting and nowhere else."""
    return f"withheldword{number:06}"


def write_exempt(
    style: HeadingStyle, prose: Prose, draws: Draws, *, number: int
) -> tuple[str, Written]:
    """What the heading ends in, and the item's blocks."""
    mark = f"paragraph {draws.between(1, 3)}"
    secret = f"The {withheld_word(number)} was opened. {prose.passage(DISCUSSION, EXEMPT_WORDS)}"
    more = prose.passage(DISCUSSION, EXEMPT_WORDS)
    if style in MARKABLE_HEADINGS and draws.chance(0.5):
        return f" (exempt: {mark})", Written((secret, more))
    opening = f"**Exempt ({mark}):** {secret}"
    if draws.chance(0.5):
        return "", Written((opening, more))
    return "", Written((opening, more, "**End of exempt**"))
