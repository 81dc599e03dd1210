"""Which lines of a file may be looked at, and quoted, when something is said of it."""

import re
from collections.abc import Container, Iterable

from site_gen.diagnostics import Diagnostic
from site_gen.text.sources import Source
from site_gen.text.values import replace

NOTE = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
SIGN = re.compile(r"[^\n]")


def shown_source(source: Source, hidden_lines: Container[int]) -> Source:
    """`source` with blanks for hidden lines and a clerk's notes; every place stays where it was.

    Whoever looks there for words cannot find them where they are withheld.
    """
    text = source.text
    if hidden_lines:
        lines = enumerate(source.lines, 1)
        text = "\n".join("" if number in hidden_lines else line for number, line in lines)
    if "<!--" in text:
        text = NOTE.sub(lambda note: SIGN.sub(" ", note[0]), text)
    return source if text is source.text else Source(source.path, text)


def without_hidden_lines(
    findings: Iterable[Diagnostic], hidden_lines: Container[int]
) -> tuple[Diagnostic, ...]:
    """The findings, those that stand on a hidden line marked so that it is not quoted."""
    return tuple(
        replace(one, hides_line=True) if one.place.line in hidden_lines else one for one in findings
    )
