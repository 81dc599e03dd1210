"""`minutebook import`: Word files, web pages and text to minutes for a person to check."""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from site_gen.cli.exits import ERRORS, GOOD, refuse
from site_gen.cli.terminal import BLUE, BOLD, DIM, RED, YELLOW, ProgressBar, Terminal
from site_gen.importers.findings import Finding, FindingKind
from site_gen.importers.options import ImportOptions
from site_gen.importers.outcome import WRITING, FileOutcome, ImportedFile, ImportRun
from site_gen.importers.run import run_import

FEW_FILES = 20  # up to so many, every finding is told
STYLES = {
    FileOutcome.REFUSED: (YELLOW,),
    FileOutcome.FAILED: (RED, BOLD),
    FileOutcome.KEPT: (YELLOW, BOLD),
    FileOutcome.MERGED: (BLUE,),
    FileOutcome.UNCHANGED: (DIM,),
    FileOutcome.DUPLICATE: (DIM,),
}
FINDING_STYLES = {FindingKind.LOOK: (YELLOW,), FindingKind.GUESSED: (BLUE,)}
# What a person has to do something about comes first.
ORDER = (FindingKind.LOOK, FindingKind.GUESSED, FindingKind.LEFT_OUT, FindingKind.FOUND)
SUMMARY = (
    (FileOutcome.WRITTEN, "written"),
    (FileOutcome.UPDATED, "updated"),
    (FileOutcome.MERGED, "merged"),
    (FileOutcome.OVERWRITTEN, "written over"),
    (FileOutcome.UNCHANGED, "as they were"),
    (FileOutcome.DUPLICATE, "there twice"),
    (FileOutcome.KEPT, "kept, because they were changed differently"),
    (FileOutcome.REFUSED, "not imported"),
    (FileOutcome.FAILED, "failed"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="files, and folders with files in them"
    )
    parser.add_argument(
        "--body", default="", metavar="ID", help="the committee; read from the text if not given"
    )
    parser.add_argument(
        "--into",
        default="content",
        metavar="DIR",
        help="the folder in the root that holds meetings/ (default: content)",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and do it not"
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="also write over minutes that somebody changed"
    )
    parser.add_argument(
        "--keep-edits",
        action="store_true",
        help="where the source and the archive changed the same words, keep the archive's",
    )
    parser.add_argument(
        "--minutes", action="store_true", help="import what does not read as minutes too"
    )
    parser.add_argument(
        "--source", default="", metavar="URL", help="where a saved page was on the web"
    )
    parser.add_argument(
        "--month-first",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="03/04/2018 is 4 March, or is not (default: as the text itself shows)",
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write everything that was found to a file"
    )
    parser.add_argument("--details", action="store_true", help="tell everything about many files")
    parser.add_argument("--quiet", action="store_true", help="say only what a person must look at")


def run(options: argparse.Namespace) -> int:
    """Import, and say what was found, guessed and left."""
    if refusal := _refusal(options):
        return refuse(refusal)
    bar = None if options.quiet else ProgressBar.on()
    if bar is not None:
        bar.begin("Importing")
    try:
        done = run_import(
            options.paths,
            root=options.root,
            body=options.body,
            into=options.into.strip("/"),
            dry_run=options.dry_run,
            overwrite=options.overwrite,
            keep_edits=options.keep_edits,
            progress=None if bar is None else lambda at, total, _: bar.told(at, total),
            options=ImportOptions(
                address=options.source,
                is_minutes=options.minutes,
                month_first=options.month_first,
            ),
        )
        if options.report is not None:
            report = "\n".join(report_lines(done, Terminal(io.StringIO()), is_full=True))
            options.report.write_text(f"{report}\n", encoding="utf-8")
    except OSError as error:
        return refuse(f"the disk did not take the minutes: {error}; what was written is whole")
    finally:
        if bar is not None:
            bar.finish()
    terminal = Terminal(sys.stdout)
    is_full = options.details or (len(done.files) <= FEW_FILES and not options.quiet)
    for line in report_lines(done, terminal, is_full=is_full, is_quiet=options.quiet):
        terminal.say(line)
    return GOOD if done.is_good else ERRORS


def _refusal(options: argparse.Namespace) -> str:
    """What stands against how the command was called; empty when nothing does."""
    if not options.root.is_dir():
        return f"there is no folder {options.root}"
    into = Path(options.into)
    if into.is_absolute() or ".." in into.parts or not into.parts:
        return f'--into "{options.into}" is not a folder in the root'
    missing = [path for path in options.paths if not path.exists() and not path.is_symlink()]
    if missing:
        return f"there is no file or folder {missing[0]}"
    return ""


def report_lines(
    done: ImportRun, terminal: Terminal, *, is_full: bool, is_quiet: bool = False
) -> Iterator[str]:
    """What became of each file, what was found in it, and the sum of it all.

    With `is_full` every finding is told, else only those that a person must look at.
    """
    for file in done.files:
        is_good = file.outcome in WRITING or file.outcome is FileOutcome.UNCHANGED
        wanted = sorted(file.findings, key=lambda finding: ORDER.index(finding.kind))
        if not is_full or file.outcome is FileOutcome.UNCHANGED:
            wanted = [finding for finding in wanted if finding.kind is FindingKind.LOOK]
        if is_quiet and is_good and not wanted:
            continue
        yield _file_line(file, terminal)
        if is_good or is_full:
            yield from (_finding_line(finding, terminal) for finding in wanted)
        if file.difference:
            yield from (f"    {line}" for line in file.difference.split("\n"))
    for note in done.notes:
        yield note.rstrip("\n")
    yield _summary(done, terminal)


def _file_line(file: ImportedFile, terminal: Terminal) -> str:
    outcome = terminal.painted(str(file.outcome), *STYLES.get(file.outcome, ()))
    where = f" -> {file.target}" if file.target and file.outcome in WRITING else ""
    why = f": {file.message}" if file.message else ""
    return f"{file.source}{where}: {outcome}{why}"


def _finding_line(finding: Finding, terminal: Terminal) -> str:
    kind = terminal.painted(f"{finding.kind:>12}", *FINDING_STYLES.get(finding.kind, ()))
    sure = f" ({finding.confidence})" if finding.confidence is not None else ""
    return f"  {kind}  {finding.about}: {finding.message}{sure}"


def _summary(done: ImportRun, terminal: Terminal) -> str:
    counts = [
        f"{done.count(outcome):,} {words}" for outcome, words in SUMMARY if done.count(outcome)
    ]
    told = ", ".join(counts) or "no files found"
    look = sum(
        any(finding.kind is FindingKind.LOOK for finding in file.findings)
        for file in done.files
        if file.outcome in WRITING
    )
    attention = f"; {look:,} need a look" if look else ""
    dry = "dry run, nothing was written: " if done.is_dry else ""
    return terminal.painted(f"{dry}{told}{attention}", BOLD)
