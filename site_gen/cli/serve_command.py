"""`minutebook serve`: the site on this machine, built again on every save."""

import argparse
import gc
import signal
import sys
import time
import traceback
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from types import FrameType

from site_gen.cli.exits import GOOD, refusal_of_root, refuse
from site_gen.cli.findings import show_findings, tally_words
from site_gen.cli.terminal import BOLD, RED, ProgressBar, Terminal
from site_gen.diagnostics import Diagnostic, Severity
from site_gen.preview.bulletin import Problem
from site_gen.preview.hosts import is_loopback
from site_gen.preview.preview import PreviewOptions, run_preview
from site_gen.preview.server import PortTakenError
from site_gen.publish.output_folder import OutputRefusedError
from site_gen.publish.report import BuildReport
from site_gen.text.values import dataclass, field


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: public/ in the root)"
    )
    parser.add_argument(
        "--port", type=_port, metavar="N", help="the port to serve at (default: 8000 or the next)"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="NAME",
        help="the address to serve at (default: this machine alone can read the site)",
    )
    parser.add_argument("--open", action="store_true", help="open the site in the browser")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C, saying after each build what was found and done."""
    if refusal := refusal_of_root(options.root):
        return refuse(refusal)
    gc.freeze()  # what is loaded stays
    root: Path = options.root
    desk = PreviewDesk(root, Terminal(sys.stdout), opens_browser=options.open)
    if not is_loopback(options.host):
        desk.say("Anybody who can reach this machine can read the site, drafts too.")
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _stop)
    preview = PreviewOptions(
        root=root,
        output=options.output or root / "public",
        host=options.host,
        port=options.port,
    )
    try:
        run_preview(preview, desk)
    except (OutputRefusedError, PortTakenError) as refused:
        desk.progress.finish()
        return refuse(str(refused))
    except KeyboardInterrupt:
        desk.progress.finish()
        desk.say("Stopped.")
        return GOOD


@dataclass
class PreviewDesk:
    """Says on a terminal what the preview does."""

    root: Path
    terminal: Terminal
    opens_browser: bool = False
    progress: ProgressBar = field(default_factory=ProgressBar.on)
    _shown: frozenset[Diagnostic] = frozenset()

    def say(self, words: str) -> None:
        """One line, at once."""
        self.terminal.say(words)
        self.terminal.stream.flush()

    def opened(self, address: str) -> None:
        """Say where the site is and how to stop."""
        self.say(f"The site is at {self.terminal.painted(address, BOLD)}")
        self.say("Save a file to see it change. Press Ctrl+C to stop.")
        if self.opens_browser:
            webbrowser.open(address)

    def built(self, report: BuildReport) -> None:
        """Say what a build did, and what it found that was not said before."""
        self.progress.finish()
        self._show(
            one
            for one in report.diagnostics
            if one not in self._shown and one.severity > Severity.HINT
        )
        self._shown = frozenset(report.diagnostics)
        self._say_now(
            f"built in {sum(report.seconds.values()):.1f} s: {report.changed:,} files written, "
            f"{report.removed:,} removed, {tally_words(report.diagnostics)}"
        )

    def failed(self, problem: Problem, unforeseen: Exception | None) -> None:
        """Say why a build could not go on."""
        self.progress.finish()
        if unforeseen is not None:
            traceback.print_exception(unforeseen)
        where = f"{problem.place}: " if problem.place else ""
        self._say_now(f"{where}{self.terminal.painted(problem.message, RED)} {problem.remedy}")

    def _show(self, findings: Iterable[Diagnostic]) -> None:
        show_findings(findings, root=self.root, terminal=self.terminal)

    def _say_now(self, words: str) -> None:
        self.say(f"{time.strftime('%H:%M:%S')} {words}")


def _port(written: str) -> int:
    if not written.isascii() or not written.isdigit() or int(written) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(written)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
