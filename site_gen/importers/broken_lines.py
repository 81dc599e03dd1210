"""Lines of one paragraph that stand apart, as programs leave them that read PDF files."""

import re
from itertools import pairwise

from site_gen.content.list_markers import find_marker
from site_gen.importers.findings import Confidence, Finding, guessed

LONG = 55  # characters; a shorter line may well be a paragraph
FEWEST = 10  # sentences that break off in a text of this kind
FEWEST_SHARE = 0.15  # of its long lines
FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)
MARKED = re.compile(r"[ \t]{4}|[ \t]*(?:[#>|<*_=-]|\d+[.)]|\\)")
BREAKS_OFF = re.compile(r"[a-z,]\Z")
# What no sentence ends with: the next line goes on, be it with a name.
GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|and|at|be|by|for|from|in|into|is|of|on|or|that|the|to|was|were|which|with"
    r"|Cllrs?\.?|Cmhlr\.?|Councillors?|Deputy|Dr\.?|Mayor|Mr\.?|Mrs\.?|Ms\.?|Miss|Senator))\Z"
)


def join_broken_lines(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with such lines in one paragraph each, and how many were joined to the one before.

    The words and their lines stay; blank lines between them go. A text in which few sentences
    break off so, or one with code in it, is given back as it is.
    """
    if FENCE.search(text) is not None:
        return text, ()
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    apart = [(at, next_at) for at, next_at in pairwise(filled) if next_at == at + 2]
    broken = sum(_breaks_off(lines[at], lines[next_at]) for at, next_at in apart)
    if broken < max(FEWEST, FEWEST_SHARE * sum(len(line) >= LONG for line in lines)):
        return text, ()
    joined = {at + 1 for at, next_at in apart if _goes_on(lines[at], lines[next_at])}
    message = f"{len(joined)} lines stood apart within a sentence; they are in one paragraph now"
    kept = (line for at, line in enumerate(lines) if at not in joined)
    return "\n".join(kept), (guessed("paragraphs", message, Confidence.HIGH),)


def _breaks_off(line: str, following: str) -> bool:
    """Whether a long line ends within a sentence, and the next begins within one."""
    line = line.rstrip()
    return (
        len(line) >= LONG
        and BREAKS_OFF.search(line) is not None
        and following[:1].islower()
        and find_marker(following) is None
    )


def _goes_on(line: str, following: str) -> bool:
    line = line.rstrip()
    if (
        len(line) < LONG
        or line.startswith("#")
        or MARKED.match(following)
        or find_marker(following) is not None
    ):
        return False
    return _breaks_off(line, following) or GOES_ON.search(line) is not None
