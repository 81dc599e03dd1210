"""The preview as a whole: build, serve, and build again after every save.

One build at a time, in the thread that calls `run`; the server and the watcher have their own.
"""

import gc
import os
import sqlite3
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath
from secrets import token_hex
from threading import Thread
from typing import NoReturn, Protocol

from site_gen.content.reading import read_source
from site_gen.content.settings_file import parse_settings
from site_gen.pages.frame import site_root_path
from site_gen.preview.bulletin import Bulletin, Problem
from site_gen.preview.problems import STAYS, bulletin_of, is_unforeseen, problem_of
from site_gen.preview.saves import Saves
from site_gen.preview.server import PreviewServer, ServedSite, open_server
from site_gen.preview.source_folders import (
    CONTENT,
    Snapshot,
    after_saves,
    source_folders,
    take_snapshot,
)
from site_gen.preview.watching import Watcher
from site_gen.publish.beside import Beside, WorkerLostError
from site_gen.publish.build import build_site
from site_gen.publish.output_folder import OutputRefusedError
from site_gen.publish.own_state import STATE
from site_gen.publish.progress import Progress
from site_gen.publish.report import BuildOptions, BuildReport, Built
from site_gen.publish.saved_page import SavedPages
from site_gen.publish.search_update import load_shards, rehearse_search
from site_gen.publish.second_process import needs_two
from site_gen.publish.understanding import rehearse_reading
from site_gen.site.settings import Settings
from site_gen.site.theme_folders import static_folders
from site_gen.text.values import dataclass, replace

LOOK_AGAIN_SECONDS = 2.0  # between looks for what the system did not tell
SHARE_OF_LOOKING = 0.02  # of the time, at most, goes into those looks
FEW_SAVED = 8  # files of minutes; when more were saved at once, nobody looks at one page
SWITCH_SECONDS = 0.0005  # a page is asked for while a build works in the same process
MANY_FILES = 2_000  # of a site; fewer are built again sooner without other processes


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What to show, and where."""

    root: Path
    output: Path
    host: str = "127.0.0.1"
    port: int | None = None  # None: the first that is free from 8000 on


class Audience(Protocol):
    """Whoever watches the preview: a terminal, a test."""

    @property
    def progress(self) -> Progress:
        """Whom a build tells how far it has come."""

    def opened(self, address: str) -> None:
        """The site can be read at `address`, as far as there is one yet."""

    def built(self, report: BuildReport) -> None:
        """A build has ended, and its site is shown."""

    def failed(self, problem: Problem, unforeseen: Exception | None) -> None:
        """A build could not go on; a mistake of this program's own is given too."""


def run_preview(options: PreviewOptions, audience: Audience) -> NoReturn:
    """Serve the site and keep it up to date until KeyboardInterrupt, which is passed on.

    Raises PortTakenError where it cannot serve, OutputRefusedError for a folder that is not ours.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    site = ServedSite(options.output)
    server = open_server(site, host=options.host, port=options.port)
    saves = Saves()
    watcher = Watcher(source_folders(options.root), saves.note)
    builder = Builder(options, site, audience)
    with _serving(server), _watching(watcher), closing(builder):
        audience.opened(server.address)
        while True:
            builder.show_saved(saves.paths())
            saves.settle()
            saved = saves.forget()  # what is saved from here on is for the next build
            watcher.refresh()
            builder.build(saved)
            while not saves.wait(builder.patience):
                watcher.refresh()
                if builder.is_out_of_date():
                    break


@dataclass(slots=True)
class Builder:
    """Builds the site and tells the pages that are open."""

    options: PreviewOptions
    site: ServedSite
    audience: Audience
    patience: float = LOOK_AGAIN_SECONDS  # seconds until it is worth looking again
    _seen: Snapshot | None = None  # what the latest build began with
    _saved: frozenset[str] = frozenset()  # files that changed last, as findings name them
    _report: BuildReport | None = None  # of the latest build that ended
    _is_whole: bool = False  # nothing was left half done
    _saved_pages: SavedPages | None = None
    _beside: Beside | None = None  # stays between builds, with all that it has loaded

    def build(self, saved: Collection[PurePath] = ()) -> None:
        """Build once; whatever goes wrong is on the board, and the site before it stands.

        `saved` is what is known to have changed, if anything is.
        """
        board = self.site.board
        self._look(saved)
        board.post(replace(board.latest, is_building=True))
        if not (self.options.root / CONTENT).is_dir():
            # Not an empty archive: whoever renames the folder wants to see the site again.
            message = f"There is no folder called {CONTENT} in {self.options.root.resolve()}."
            self._fail(Problem(True, message, f"Put it back. {STAYS}"), None)
            return
        self.site.under = _path_of_site(self.options.root)
        self.site.has_own_scripts = _has_own_scripts(self.options.root)
        try:
            self._note_pages()
            built = self._built()
            self._note_pages()
        except Exception as error:  # whatever it is, the preview goes on and says so
            if isinstance(error, OutputRefusedError) and self._report is None:
                raise
            unforeseen = error if is_unforeseen(error) else None
            self._fail(problem_of(error, root=self.options.root), unforeseen)
        else:
            self._show(built.report)
            self._prepare(built.saved_pages)

    def close(self) -> None:
        """End the process that helps, where there is one."""
        if self._beside is not None:
            self._beside.close()
            self._beside = None

    def show_saved(self, paths: Iterable[PurePath]) -> None:
        """Write the pages of the minutes at `paths` at once; `build` sees to everything else."""
        if self._saved_pages is None:
            return
        top = self.options.root.resolve()
        minutes = [path for path in paths if path.is_relative_to(top) and path.suffix == ".md"]
        if not 0 < len(minutes) <= FEW_SAVED:
            return
        board = self.site.board
        # Nobody may take the page that comes first for the end of the build.
        board.post(replace(board.latest, is_building=True))
        before = self.site.visits.begun
        try:
            written = [
                self._saved_pages.write(path.relative_to(top).as_posix()) for path in minutes
            ]
        except Exception:  # noqa: BLE001 - the build meets it again, and tells it
            return
        board.post(board.latest)  # wakes those who wait, to look at their page again
        if any(written):
            self.site.visits.settle(before)

    def is_out_of_date(self) -> bool:
        """Whether the folders hold something else than when the latest build began."""
        before = self._seen
        began = time.monotonic()
        now = take_snapshot(self.options.root)
        self.patience = max(LOOK_AGAIN_SECONDS, (time.monotonic() - began) / SHARE_OF_LOOKING)
        return now != before

    def _built(self) -> Built:
        options, progress = self._build_options(), self.audience.progress
        try:
            return build_site(options, progress, self._beside)
        except WorkerLostError:
            if self._beside is None:
                raise
            self.close()  # somebody ended it; the next is begun after this build
            return build_site(options, progress)

    def _note_pages(self) -> None:
        """Remember where the pages of saved minutes are, for those who have them open."""
        minutes = [path for path in self._saved if path.endswith(".md")]
        if self._saved_pages is None or not 0 < len(minutes) <= FEW_SAVED:
            return
        with suppress(sqlite3.Error):  # without a state nobody knows; the build makes it again
            self.site.moves.note(self._saved_pages.addresses(minutes))

    def _prepare(self, pages: SavedPages | None) -> None:
        """Load what the next save needs, before it comes."""
        if pages is not None:
            pages.prepare(self._saved_pages)
            self._saved_pages = pages
        if self._beside is None and needs_two(self.options.root, self._build_options().workers):
            self._beside = Beside()
            state = self.options.root / STATE
            self._beside.ask(rehearse_reading, self.options.root, state)
            self._beside.ask(rehearse_search, state, self.options.output)
            load_shards()
            # What the first build left stays: nobody need go through it for what may be forgotten.
            gc.collect()
            gc.freeze()

    def _look(self, saved: Collection[PurePath]) -> None:
        before = self._seen
        seen = after_saves(before, saved) if before is not None and saved else None
        if seen is None:
            seen = take_snapshot(self.options.root)
        if before is not None and before.content != seen.content:
            changed = dict(seen.content.items() - before.content.items())
            top = self.options.root.resolve()
            self._saved = frozenset(os.path.relpath(path, top) for path in changed)
        self._seen = seen

    def _build_options(self) -> BuildOptions:
        is_small = self._report is not None and self._report.files < MANY_FILES
        workers = 1 if is_small else os.cpu_count() or 1
        return BuildOptions(
            self.options.root,
            self.options.output,
            workers=workers,
            is_watched=self._saved_pages is None,
        )

    def _show(self, report: BuildReport) -> None:
        board = self.site.board
        is_same = self._is_whole and not report.changed and not report.removed
        edition = board.latest.edition if is_same and board.latest.edition else token_hex(8)
        self._report, self._is_whole = report, True
        board.post(bulletin_of(report.diagnostics, edition=edition, saved=self._saved))
        self.audience.built(report)

    def _fail(self, problem: Problem, unforeseen: Exception | None) -> None:
        self._is_whole = False
        edition = self.site.board.latest.edition
        self.site.board.post(Bulletin(edition, problems=(problem,), errors=1))
        self.audience.failed(problem, unforeseen)


def _path_of_site(root: Path) -> str:
    """The path that site.yaml has the published site lie under."""
    source = read_source(root, f"{CONTENT}/site.yaml").value
    settings = parse_settings(source).value if source is not None else Settings()
    return site_root_path(settings.address)


def _has_own_scripts(root: Path) -> bool:
    *own, _ = static_folders(root)
    return any((folder / "js").exists() for folder in own)


@contextmanager
def _serving(server: PreviewServer) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.site.board.close()
        server.shutdown()
        server.server_close()


@contextmanager
def _watching(watcher: Watcher) -> Iterator[None]:
    watcher.start()
    try:
        yield
    finally:
        watcher.stop()
