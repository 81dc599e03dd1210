"""`minutebook check`: say what is wrong, and write nothing unless told to mend."""

import argparse
import os
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

from site_gen.cli.exits import ERRORS, GOOD, refusal_of_root, refuse
from site_gen.cli.findings import show_findings, tally, tally_words
from site_gen.cli.terminal import ProgressBar, Terminal
from site_gen.diagnostics import Diagnostic, Severity
from site_gen.diagnostics.text_lines import plain
from site_gen.publish.beside import WorkerLostError
from site_gen.publish.checking import check_site

FORMATS = ("text", "json", "sarif", "github")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="say only what is found in these files or folders (default: all of content/)",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first mend what surely is a slip: blanks at line ends, a misspelt key, a value "
        "without quotation marks, a date in words",
    )
    parser.add_argument("--strict", action="store_true", help="exit status 1 for warnings too")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="how to print findings: for people, for programs, for editors and code hosts, "
        "or as GitHub annotations",
    )
    parser.add_argument("--quiet", action="store_true", help="leave hints and the bar out")


def run(options: argparse.Namespace) -> int:
    """Check, and say what was found."""
    if refusal := refusal_of_root(options.root):
        return refuse(refusal)
    try:
        wanted = [_path_within(file, options.root) for file in options.files]
    except ValueError as wrong:
        return refuse(str(wrong))
    bar = None if options.quiet else ProgressBar.on()
    try:
        found = check_site(options.root, bar)
        if options.fix and _mend(options.root, found, wanted, bar):
            found = check_site(options.root, bar)
    except WorkerLostError:
        return refuse("a helping process was ended from outside; is there enough memory?")
    except PermissionError as error:
        return refuse(f"{error.filename} may not be read or written by you; allow it")
    except (OSError, sqlite3.OperationalError) as error:
        return refuse(f"what was found could not be kept: {error}; make room")
    finally:
        if bar is not None:
            bar.finish()
    findings = [one for one in found if _is_wanted(one, wanted)]
    if options.quiet:
        findings = [one for one in findings if one.severity > Severity.HINT]
    terminal = Terminal(sys.stdout)
    show_findings(findings, root=options.root, terminal=terminal, form=options.format)
    if options.format == "text":
        terminal.say(tally_words(findings))
    errors, warnings = tally(findings)
    return ERRORS if errors or (options.strict and warnings) else GOOD


def _path_within(file: Path, root: Path) -> str:
    """The path of a named file from the root, as findings have it.

    Accepts a path from the working folder or from the root. Raises ValueError for what is not
    there, or is no part of content/.
    """
    named = [one for one in (file, root / file) if one.exists()]
    if not named:
        raise ValueError(f"there is no file or folder {file}")
    for one in named:
        path = os.path.relpath(one.absolute(), root.absolute()).replace(os.sep, "/")
        if path.split("/")[0] == "content":
            return path
    raise ValueError(f"{file} does not lie in {root / 'content'}, and only that is checked")


def _mend(
    root: Path, found: Sequence[Diagnostic], wanted: Sequence[str], bar: ProgressBar | None
) -> bool:
    """Mend what can be, and say so where it disturbs no program; whether anything was."""
    if bar is not None:
        bar.finish()
    # It loads all that understands minutes, and few ask for it.
    from site_gen.publish.mending_site import mend_site  # noqa: PLC0415

    is_any = False
    for path, mended in mend_site(root, found, lambda path: _is_below(path, wanted)):
        is_any = True
        for change in mended.changes:
            print(plain(f"{path}: mended {change}"), file=sys.stderr)
    return is_any


def _is_wanted(finding: Diagnostic, paths: Sequence[str]) -> bool:
    return _is_below(finding.place.path, paths)


def _is_below(path: str, paths: Sequence[str]) -> bool:
    return not paths or any(path == one or path.startswith(f"{one}/") for one in paths)
