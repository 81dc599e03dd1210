"""The rounds of one size: each generator cold, with nothing changed, with one meeting changed."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.corpus.archive import town_of, write_text
from benchmarks.corpus.council import LAST_DAY
from benchmarks.corpus.meeting import write_meeting
from benchmarks.corpus.timetable import Course, Slot, build_timetable
from benchmarks.folders import Snapshot, compare, measure_output, take_snapshot
from benchmarks.measure import CommandFailedError, measure
from benchmarks.peers.pagefind import NAME as PAGEFIND
from benchmarks.peers.pagefind import Pagefind
from benchmarks.peers.site import Peer, Site
from benchmarks.results import ADDED, CHANGED, COLD, NOTHING, Measured

Say = Callable[[str], None]
EDITABLE = re.compile(r"The meeting considered (?:again, for time \d+, )?a report")
ADDED_COMMITTEE = 2


@dataclass(frozen=True, slots=True)
class Archive:
    """A generated archive to measure on."""

    root: Path
    meetings: int
    seed: int

    @property
    def slots(self) -> list[Slot]:
        """What is in it."""
        return build_timetable(self.meetings)


@dataclass(frozen=True, slots=True)
class Trial:
    """One generator that is ready, and where its figures go."""

    peer: Peer
    site: Site
    measured: Measured
    search: Pagefind | None = None  # run on its output after each build
    searched: Measured | None = None  # the figures of `search` alone


class Rounds:
    """Runs the rounds of one archive. Each round of a generator starts cold."""

    def __init__(self, archive: Archive, say: Say) -> None:
        self._archive = archive
        self._say = say
        slots = archive.slots
        held = [slot for slot in slots if slot.course is Course.ORDINARY]
        self._edited = held[len(held) // 2]
        self._ids = {slot.id for slot in slots}

    def run(self, trial: Trial, number: int) -> None:
        """Cold, nothing changed, one changed and one added; what fails ends its rounds."""
        if trial.measured.missing:
            return
        for folder in (trial.site.output, *trial.site.state):
            _remove(folder)
        try:
            self._build(trial, COLD)
            self._build(trial, NOTHING)
            self._edit(trial.site, number)
            self._observed(trial, CHANGED, number)
            if trial.peer.builds_in_part:
                added = self._add(trial.site, number)
                self._observed(trial, ADDED, number)
                added.unlink()
        except CommandFailedError as problem:
            trial.measured.missing = f"failed: {problem}"
            self._say(f"{trial.peer.name} {trial.measured.missing}\n{problem.said}")

    def _observed(self, trial: Trial, action: str, number: int) -> None:
        """A build; in the first round, with what it changed of the output."""
        is_first = number == 1 and trial.peer.builds_in_part
        before: Snapshot = take_snapshot(trial.site.output) if is_first else {}
        self._build(trial, action)
        if is_first:
            trial.measured.changes[action] = compare(before, take_snapshot(trial.site.output))

    def _build(self, trial: Trial, action: str) -> None:
        site = trial.site
        run = measure(site.command, folder=site.root, environment=site.environment)
        trial.measured.runs.setdefault(action, []).append(run)
        self._say(f"{trial.peer.name}, {action}: {run.seconds:.2f} s")
        if action == COLD:
            trial.measured.output = measure_output(site.output, self._ids)
        if trial.search is None or trial.searched is None:
            return
        command = (*trial.search.command, str(site.output))
        run = measure(command, folder=site.root, environment={})
        trial.searched.runs.setdefault(action, []).append(run)
        self._say(f"{PAGEFIND} on {trial.peer.name}, {action}: {run.seconds:.2f} s")
        if action == COLD:
            trial.searched.output = measure_output(site.output, self._ids)

    def _edit(self, site: Site, number: int) -> None:
        """Other words in one meeting, the same for every generator."""
        path = site.meetings / self._edited.committee_id / f"{self._edited.day}.md"
        words = f"The meeting considered again, for time {number}, a report"
        text, edits = EDITABLE.subn(words, path.read_text(encoding="utf-8"), count=1)
        if not edits:
            raise RuntimeError(f"nothing to edit in {path}")
        write_text(path, text)

    def _add(self, site: Site, number: int) -> Path:
        """The meeting after the last one."""
        day = LAST_DAY + timedelta(days=2 + number)
        slot = Slot(self._archive.meetings, ADDED_COMMITTEE, day, Course.ORDINARY)
        path = site.meetings / slot.committee_id / f"{day}.md"
        write_text(path, write_meeting(town_of(self._archive.seed), slot).markdown)
        return path


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
