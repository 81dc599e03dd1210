"""Diagnostics as lines on a terminal: the place, the sentence, the line itself with a caret."""

import re
import unicodedata
from collections.abc import Callable

from site_gen.diagnostics.diagnostic import Diagnostic, Severity

SEVERITY_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
WIDEST = 100  # characters of a line that are shown
AROUND = 40  # of those, before the place when the line is longer
CUT = "..."
# Letters of a file must not move the cursor, colour the terminal or turn its text round.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def render_text(
    diagnostic: Diagnostic, *, line_of: Callable[[str, int], str] = lambda _path, _line: ""
) -> str:
    """`path:line:column: severity[code] message`, the line with a caret when known, the hint.

    `line_of(path, line)` gives the text of a line, or "" to leave it out. Of a long line the part
    around the place is shown.
    """
    place = diagnostic.place
    word = SEVERITY_WORDS[diagnostic.severity]
    rows = [f"{plain(str(place))}: {word}[{diagnostic.code}] {plain(diagnostic.message)}"]
    written = "" if diagnostic.hides_line else line_of(place.path, place.line)
    if written:
        rows += _pointed_at(UNSEEN.sub(" ", written), place.column - 1, place.length)
    if diagnostic.hint:
        rows.append(f"  hint: {plain(diagnostic.hint)}")
    return "\n".join(rows)


def plain(words: str) -> str:
    """The words without characters that a terminal would obey."""
    return UNSEEN.sub(" ", words)


def _pointed_at(line: str, start: int, length: int) -> list[str]:
    start = min(start, len(line))
    first = start - AROUND if len(line) > WIDEST and start > AROUND else 0
    shown = line[first : first + WIDEST]
    before = CUT if first else ""
    after = CUT if first + WIDEST < len(line) else ""
    caret = "^" * _width(shown[start - first : start - first + max(length, 1)])
    indent = " " * (len(before) + _width(shown[: start - first]))
    return [f"  | {before}{shown}{after}", f"  | {indent}{caret or '^'}"]


def _width(text: str) -> int:
    """Columns that the text takes on a terminal (Unicode Standard Annex #11)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
