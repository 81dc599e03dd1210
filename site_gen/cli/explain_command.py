"""`minutebook explain`: what was understood of a file, line by line, or what a code means."""

import argparse
import difflib
import os
import sys
from pathlib import Path

from site_gen.archive.explained import ExplainedFile, explain_file
from site_gen.cli.exits import ERRORS, GOOD, refuse
from site_gen.cli.explained_code import code_lines, list_lines
from site_gen.cli.explained_lines import explanation_lines
from site_gen.cli.findings import show_findings
from site_gen.cli.terminal import Terminal
from site_gen.diagnostics import Severity
from site_gen.diagnostics.rules import RULES

PAGES = (".html", ".htm")
WORD = ".docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "what",
        nargs="?",
        default="",
        metavar="FILE|CODE",
        help="a file of minutes, or the code of a message (default: list the codes)",
    )
    parser.add_argument(
        "--html",
        type=Path,
        metavar="OUT",
        help="write a page that can be passed on; withheld lines and hidden notes are not in it",
    )


def run(options: argparse.Namespace) -> int:
    """Explain a file or a code."""
    terminal = Terminal(sys.stdout)
    what: str = options.what
    file = next((one for one in (Path(what), options.root / what) if what and one.is_file()), None)
    if file is not None:
        return _explain_file(file, options, terminal)
    if options.html is not None:
        return refuse(f"there is no file {what}" if what else "--html needs a file of minutes")
    if what in RULES or not what:
        lines = code_lines(RULES[what], terminal) if what else list_lines(terminal)
        for line in lines:
            terminal.say(line)
        return GOOD
    return refuse(_unknown(what))


def _unknown(what: str) -> str:
    if Path(what).is_dir():
        return f"{what} is a folder; name one file of minutes in it"
    near = difflib.get_close_matches(what.lower(), RULES, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f'there is no file and no code called "{what}"{hint}'


def _explain_file(file: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    if file.suffix.lower() == WORD:
        return refuse(f"{file} is a Word file; import it first: minutebook import {file}")
    if options.html is not None and (refusal := _refusal_of_page(options.html, file)):
        return refuse(refusal)
    root: Path = options.root
    try:
        explained = explain_file(root, _path_within(file, root), file.read_bytes())
    except OSError as error:
        return refuse(f"{file} cannot be read: {error.strerror or error}")
    if explained.explanation is None:
        show_findings(explained.problems, root=root, terminal=terminal)
        terminal.say("Nothing is explained until that is mended: it may say that all is private.")
        return ERRORS
    if options.html is not None:
        return _write_page(explained, file, options.html, terminal)
    for line in explanation_lines(explained, terminal):
        terminal.say(line)
    return _status(explained)


def _status(explained: ExplainedFile) -> int:
    has_errors = any(one.severity is Severity.ERROR for one in explained.problems)
    return ERRORS if has_errors else GOOD


def _refusal_of_page(out: Path, file: Path) -> str:
    if out.suffix.lower() not in PAGES:
        return f"{out} is no name for a page; let it end in .html"
    if out.is_dir() or (out.exists() and out.samefile(file)):
        return f"{out} is not a place for the page; name another file"
    return ""


def _write_page(explained: ExplainedFile, file: Path, out: Path, terminal: Terminal) -> int:
    from site_gen.cli.explained_page import explanation_page  # noqa: PLC0415 - few want a page

    try:
        out.write_text(explanation_page(explained, file.name), encoding="utf-8")
    except OSError as error:
        return refuse(f"{out} cannot be written: {error.strerror or error}")
    terminal.say(f"{out} shows what was understood of {file}")
    terminal.say("Withheld lines and hidden notes are not in it; all other words are.")
    return _status(explained)


def _path_within(file: Path, root: Path) -> str:
    """The path of the file from the archive's root; as it was given when it lies elsewhere."""
    path = os.path.relpath(file.absolute(), root.absolute()).replace(os.sep, "/")
    return str(file) if path.startswith("..") else path
