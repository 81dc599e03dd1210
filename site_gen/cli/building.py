"""One build from the command line: what went wrong, what was found and what was done."""

import argparse
import gc
import sqlite3
import sys

from site_gen.cli.build_report import show_profile, show_report
from site_gen.cli.exits import ERRORS, GOOD, refuse
from site_gen.cli.findings import show_findings, tally
from site_gen.cli.terminal import ProgressBar, Terminal
from site_gen.diagnostics import Severity
from site_gen.publish.beside import Beside, WorkerLostError
from site_gen.publish.build import build_site
from site_gen.publish.output_folder import OutputRefusedError
from site_gen.publish.progress import Progress, Unwatched
from site_gen.publish.report import BuildOptions, BuildReport
from site_gen.site.theme_folders import ThemeError


def build(options: argparse.Namespace, beside: Beside | None) -> int:
    """Build, and say what was found and done; the exit status."""
    gc.freeze()  # what is loaded stays
    terminal = Terminal(sys.stdout)
    bar = None if options.quiet else ProgressBar.on()
    try:
        report = _built(options, bar or Unwatched(), beside)
    except WorkerLostError:
        return refuse(
            "a helping process was ended from outside; is there enough memory? "
            "build again, perhaps with --workers 1"
        )
    except OutputRefusedError as refused:
        return refuse(str(refused))
    except ThemeError as mistake:
        return refuse(
            f"{mistake.place(options.root)}: {mistake.reason}; what was published before is whole; "
            "mend it, and build again"
        )
    except PermissionError as error:
        return refuse(
            f"{error.filename} may not be read or written by you; "
            "what was published before is whole; allow it, and build again"
        )
    except (OSError, sqlite3.OperationalError) as error:
        return refuse(
            f"the disk did not take the site: {error}; what was published before is whole; "
            "make room, and build again"
        )
    finally:
        if bar is not None:
            bar.finish()
    told = [one for one in report.diagnostics if one.severity > Severity.HINT]
    show_findings(told, root=options.root, terminal=terminal, form=options.format)
    errors, warnings = tally(report.diagnostics)
    if not options.quiet:
        show_report(report, terminal)
    if options.profile is not None:
        show_profile(report, terminal)
    # The process ends now: to look for circles among all that it holds would take a tenth of the
    # time in which nothing changed.
    gc.freeze()
    return ERRORS if errors or (options.strict and warnings) else GOOD


def _built(options: argparse.Namespace, progress: Progress, beside: Beside | None) -> BuildReport:
    asked = BuildOptions(
        root=options.root,
        output=options.output or options.root / "public",
        address=options.address,
        previous=options.previous,
        workers=max(1, options.workers),
    )
    if not options.profile:
        return build_site(asked, progress, beside).report
    # Of this process alone: with --workers 1 it does everything itself.
    import cProfile  # noqa: PLC0415 - for whoever asks, and nobody else

    profile = cProfile.Profile()
    try:
        return profile.runcall(build_site, asked, progress, beside).report
    finally:
        profile.dump_stats(options.profile)
