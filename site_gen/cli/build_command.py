"""`minutebook build`: content/ to public/."""

import argparse
import os
import sqlite3
import sys
from pathlib import Path

from site_gen.cli.exits import ERRORS, GOOD, refusal_of_root, refuse
from site_gen.cli.findings import show_findings, tally, tally_words
from site_gen.cli.terminal import BOLD, ProgressBar, Terminal
from site_gen.diagnostics import Severity
from site_gen.publish.build import build_site
from site_gen.publish.output_folder import OutputRefusedError
from site_gen.publish.progress import Unwatched
from site_gen.publish.report import BuildOptions, BuildReport, WorkerLostError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: public/ in the root)"
    )
    parser.add_argument(
        "--address", default="", metavar="URL", help="where the site lies; wins over site.yaml"
    )
    parser.add_argument(
        "--previous",
        type=Path,
        metavar="FILE",
        help="permalinks.json of the published site: its addresses are kept, or named when gone",
    )
    parser.add_argument("--strict", action="store_true", help="exit status 1 for warnings too")
    parser.add_argument("--quiet", action="store_true", help="say only what is wrong")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes to use"
    )
    parser.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="how to print findings: for people, or as GitHub annotations",
    )


def run(options: argparse.Namespace) -> int:
    """Build, and say what was found and done."""
    if refusal := refusal_of_root(options.root):
        return refuse(refusal)
    terminal = Terminal(sys.stdout)
    bar = None if options.quiet else ProgressBar.on()
    try:
        report = build_site(
            BuildOptions(
                root=options.root,
                output=options.output or options.root / "public",
                address=options.address,
                previous=options.previous,
                workers=max(1, options.workers),
            ),
            bar or Unwatched(),
        ).report
    except WorkerLostError:
        return refuse(
            "a helping process was ended from outside; is there enough memory? "
            "build again, perhaps with --workers 1"
        )
    except OutputRefusedError as refused:
        return refuse(str(refused))
    except (OSError, sqlite3.OperationalError) as error:
        return refuse(
            f"the disk did not take the site: {error}; what was published before is whole; "
            "make room or allow writing, and build again"
        )
    finally:
        if bar is not None:
            bar.finish()
    told = [one for one in report.diagnostics if one.severity > Severity.HINT]
    show_findings(told, root=options.root, terminal=terminal, form=options.format)
    errors, warnings = tally(report.diagnostics)
    if not options.quiet:
        show_report(report, terminal)
    return ERRORS if errors or (options.strict and warnings) else GOOD


def show_report(report: BuildReport, terminal: Terminal) -> None:
    """What the site holds, what changed, and how long it took."""
    errors, _ = tally(report.diagnostics)
    records = ", ".join(f"{number:,} {kind}" for kind, number in report.records.items())
    unchanged = report.files - report.changed
    seconds = sum(report.seconds.values())
    stages = ", ".join(f"{stage.lower()} {spent:.2f} s" for stage, spent in report.seconds.items())
    terminal.say(f"{report.meetings:,} meetings: {records or 'no records'}")
    terminal.say(
        f"{report.files:,} files: {report.changed:,} written, {unchanged:,} unchanged, "
        f"{report.removed:,} removed"
    )
    terminal.say(f"{seconds:.2f} s: {stages}")
    summary = tally_words(report.diagnostics)
    terminal.say(terminal.painted(summary, BOLD) if errors else summary)
