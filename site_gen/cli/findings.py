"""Diagnostics for people: as text with the line and a caret, or as GitHub annotations."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from site_gen.cli.terminal import BLUE, BOLD, RED, YELLOW, Terminal
from site_gen.diagnostics import Diagnostic, Severity
from site_gen.diagnostics.github_annotations import render_annotation
from site_gen.diagnostics.text_lines import SEVERITY_WORDS, render_text

COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: BLUE}
MOST_SHOWN = 200


def show_findings(
    findings: Iterable[Diagnostic], *, root: Path, terminal: Terminal, form: str = "text"
) -> None:
    """Print them, errors in full; of warnings no more than people read at once."""
    shown = list(findings)
    if form == "github":
        for one in shown:
            terminal.say(render_annotation(one))
        return
    errors = [one for one in shown if one.severity is Severity.ERROR]
    others = [one for one in shown if one.severity is not Severity.ERROR]
    for one in (*errors, *others[:MOST_SHOWN]):
        terminal.say(_painted(render_text(one, line_of=_line_reader(root)), one, terminal))
    if len(others) > MOST_SHOWN:
        terminal.say(f"... and {len(others) - MOST_SHOWN:,} more warnings")


def tally(findings: Iterable[Diagnostic]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    severities = [one.severity for one in findings]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def _painted(text: str, finding: Diagnostic, terminal: Terminal) -> str:
    word = f"{SEVERITY_WORDS[finding.severity]}[{finding.code}]"
    return text.replace(word, terminal.painted(word, BOLD, COLOURS[finding.severity]), 1)


def _line_reader(root: Path) -> Callable[[str, int], str]:
    read = lru_cache(maxsize=64)(_lines)  # no longer than one listing: files change

    def line_of(path: str, line: int) -> str:
        lines = read(root / path)
        return lines[line - 1] if line <= len(lines) else ""

    return line_of


def _lines(file: Path) -> tuple[str, ...]:
    try:
        return tuple(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()
