"""Diagnostics for people and programs: text with a caret, GitHub annotations, JSON or SARIF."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from site_gen import __version__
from site_gen.cli.terminal import BLUE, BOLD, RED, YELLOW, Terminal
from site_gen.diagnostics import Diagnostic, Severity
from site_gen.diagnostics.github_annotations import render_annotation
from site_gen.diagnostics.json_text import render_json
from site_gen.diagnostics.sarif import render_sarif
from site_gen.diagnostics.text_lines import SEVERITY_WORDS, render_text
from site_gen.text.values import replace

COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: BLUE}
MOST_SHOWN = 200
# Findings of many files that a line in one other file mends.
MENDED_ELSEWHERE = ("unknown-body",)


def show_findings(
    findings: Iterable[Diagnostic], *, root: Path, terminal: Terminal, form: str = "text"
) -> None:
    """Print them, errors in full; as text no more of the others than people read at once.

    The other forms have every one, with paths from the folder that the program was called in.
    """
    shown = list(findings)
    if form == "text":
        _show_text(shown, root, terminal)
        return
    shown = [_from_here(one, root) for one in shown]
    if form == "github":
        for one in shown:
            terminal.say(render_annotation(one))
    elif form == "json":
        terminal.say(render_json(shown))
    else:
        terminal.say(render_sarif(shown, version=__version__))


def tally(findings: Iterable[Diagnostic]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    severities = [one.severity for one in findings]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def tally_words(findings: Sequence[Diagnostic]) -> str:
    """ "1 error, 12 warnings, 3 hints"; hints are named only where there are any."""
    errors, warnings = tally(findings)
    hints = len(findings) - errors - warnings
    counted = [(errors, "error"), (warnings, "warning")] + ([(hints, "hint")] if hints else [])
    return ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counted)


def _show_text(shown: Sequence[Diagnostic], root: Path, terminal: Terminal) -> None:
    errors = [one for one in shown if one.severity is Severity.ERROR]
    others = [one for one in shown if one.severity is not Severity.ERROR]
    # Where some must be left out, warnings matter more than hints.
    others = sorted(others, key=lambda one: -one.severity)[:MOST_SHOWN]
    others.sort(key=lambda one: one.sort_key)
    line_of = _line_reader(root)
    for one, further in _told_once((*errors, *others)):
        terminal.say(_painted(render_text(one, line_of=line_of), one, terminal))
        if further:
            terminal.say(f"  and the same in {further:,} more file{'' if further == 1 else 's'}")
    if left := len(shown) - len(errors) - len(others):
        terminal.say(f"... and {left:,} more; name a file to see all that is said of it")


def _told_once(findings: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, int]]:
    """Each finding; one of those that one word elsewhere mends, and in how many more files."""
    counted: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in findings:
        if one.code not in MENDED_ELSEWHERE:
            yield one, 0
        else:
            counted.setdefault((one.code, one.message), []).append(one)
    for alike in counted.values():
        yield alike[0], len({one.place.path for one in alike}) - 1


def _painted(text: str, finding: Diagnostic, terminal: Terminal) -> str:
    word = f"{SEVERITY_WORDS[finding.severity]}[{finding.code}]"
    return text.replace(word, terminal.painted(word, BOLD, COLOURS[finding.severity]), 1)


def _from_here(finding: Diagnostic, root: Path) -> Diagnostic:
    """The finding with its path from the working folder, where the archive lies below that."""
    try:
        above = root.resolve().relative_to(Path.cwd())
    except ValueError:
        return finding
    path = PurePosixPath(above.as_posix(), finding.place.path)
    return replace(finding, place=replace(finding.place, path=str(path)))


def _line_reader(root: Path) -> Callable[[str, int], str]:
    read = lru_cache(maxsize=64)(_lines)  # no longer than one listing: files change

    def line_of(path: str, line: int) -> str:
        lines = read(root / path)
        return lines[line - 1] if line <= len(lines) else ""

    return line_of


def _lines(file: Path) -> tuple[str, ...]:
    if file.is_symlink() or not file.is_file():
        return ()  # what a link leads to is no text of the archive, and may be secret
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
