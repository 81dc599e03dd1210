"""Diagnostics as lines on a terminal: the place, the sentence, the line itself with a caret."""

from collections.abc import Callable

from site_gen.diagnostics.diagnostic import Diagnostic, Severity

SEVERITY_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}


def render_text(
    diagnostic: Diagnostic, *, line_of: Callable[[str, int], str] = lambda _path, _line: ""
) -> str:
    """`path:line:column: severity[code] message`, the line with a caret when known, the hint.

    `line_of(path, line)` gives the text of a line, or "" to leave it out.
    """
    place = diagnostic.place
    word = SEVERITY_WORDS[diagnostic.severity]
    rows = [f"{place}: {word}[{diagnostic.code}] {diagnostic.message}"]
    written = "" if diagnostic.hides_line else line_of(place.path, place.line)
    if written:
        start = place.column - 1
        shown = written.replace("\t", " ")
        rows.append(f"  | {shown}")
        rows.append("  | " + " " * start + "^" * max(1, min(place.length, len(shown) - start)))
    if diagnostic.hint:
        rows.append(f"  hint: {diagnostic.hint}")
    return "\n".join(rows)
