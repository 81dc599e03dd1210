"""Text to finished shards, beside lunr.py's Builder: `python -m benchmarks.search_builder DIR`.

DIR is an archive that `benchmarks.generate` wrote. Its pieces are laid out once, unmeasured; then
each builder runs in processes of its own and reads the same ones: ours on one core and on two,
lunr.py's `Builder` on one, with its own pipeline and our fields and boosts. What lunr.py takes to
write its index is not counted. CPU time is told beside the clock, for a machine that is busy.
"""

import argparse
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]
from lunr.stemmer import stemmer  # type: ignore[import-untyped]
from lunr.stop_word_filter import stop_word_filter  # type: ignore[import-untyped]
from lunr.trimmer import trimmer  # type: ignore[import-untyped]

from benchmarks.measure import TreeMemory
from benchmarks.search_pieces import read_meetings
from site_gen.search.analysis import analyse_meeting
from site_gen.search.digests import digest_of
from site_gen.search.index import build_index
from site_gen.search.kept import MeetingEntry, Sources
from site_gen.search.pieces import FIELDS, Piece

BATCH = 100  # meetings in a file of pieces
BUILDERS = {"lunr.py": 0, "ours, one core": 1, "ours, two cores": 2}  # 0: not ours
MEGABYTE = 1e6
Meetings = list[list[Piece]]


def main() -> int:
    """Prints a line for each builder; status 1 when the folder holds no minutes."""
    options = _parser().parse_args()
    if options.workers is not None:
        print(json.dumps(_work(options.archive, options.workers)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        pieces = _lay_out(options.archive, Path(scratch))
        if not pieces:
            print(f"search_builder: no minutes in {options.archive}", file=sys.stderr)
            return 1
        print(f"{pieces} pieces")
        print(f"{'builder':16} {'seconds':>8} {'CPU s':>8} {'MB':>6}")
        for name, workers in BUILDERS.items():
            seconds, cpu, peak = _measured(Path(scratch), workers)
            print(f"{name:16} {seconds:8.1f} {cpu:8.1f} {peak / MEGABYTE:6.0f}", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search_builder", description=__doc__
    )
    parser.add_argument("archive", type=Path)
    parser.add_argument("--workers", type=int, help=argparse.SUPPRESS)  # in a child of ours
    return parser


def _lay_out(archive: Path, scratch: Path) -> int:
    """Writes the pieces of all meetings; how many there are."""
    count = 0
    meetings: Meetings = []
    for number, meeting in enumerate(read_meetings(archive), start=1):
        count += len(meeting)
        meetings.append(meeting)
        if number % BATCH == 0:
            _write_batch(scratch, number, meetings)
            meetings = []
    if meetings:
        _write_batch(scratch, 0, meetings)
    return count


def _write_batch(scratch: Path, number: int, meetings: Meetings) -> None:
    (scratch / f"{number:06}.pieces").write_bytes(pickle.dumps(meetings))


def _measured(scratch: Path, workers: int) -> tuple[float, float, int]:
    """Seconds by the clock, of the processors, and the most bytes that all processes held."""
    command = [sys.executable, "-m", "benchmarks.search_builder", str(scratch)]
    process = subprocess.Popen(
        [*command, "--workers", str(workers)], stdout=subprocess.PIPE, text=True
    )
    with TreeMemory(process.pid) as memory:
        said, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    seconds, cpu = json.loads(said)
    return seconds, cpu, memory.peak_bytes or 0


def _work(scratch: Path, workers: int) -> tuple[float, float]:
    """What a child does: builds, and says how long that took."""
    batches = sorted(scratch.glob("*.pieces"))
    started = time.perf_counter()
    if workers:
        with ExitStack() as stack:
            _build_ours(batches, Path(stack.enter_context(_folder())), _runner(workers, stack))
    else:
        _build_lunr(batches)
    seconds = time.perf_counter() - started
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return seconds, sum(one.ru_utime + one.ru_stime for one in used)


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def _runner(workers: int, stack: ExitStack) -> Callable[..., Iterable[Any]]:
    """Each kind of work in processes of its own, one kind after another, as in a build."""
    if workers < 2:
        return map
    begun = stack.enter_context(ExitStack())
    pools: dict[Callable[[Any], Any], ProcessPoolExecutor] = {}

    def run(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterable[Any]:
        if work not in pools:
            begun.close()
            pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
            pools[work] = begun.enter_context(pool)
        return pools[work].map(work, tasks)

    return run


def _read_batch(batch: Path) -> Meetings:
    meetings: Meetings = pickle.loads(batch.read_bytes())
    return meetings


def _build_lunr(batches: Iterable[Path]) -> None:
    builder = Builder()
    builder.ref("id")
    for one in FIELDS:
        builder.field(one.name, one.boost)
    builder.pipeline.add(trimmer, stop_word_filter, stemmer)
    for batch in batches:
        for meeting in _read_batch(batch):
            for piece in meeting:
                builder.add(
                    {"id": piece.id} | {one.name: getattr(piece, one.name) for one in FIELDS}
                )
    builder.build()


def _build_ours(batches: Sequence[Path], folder: Path, run: Callable[..., Iterable[Any]]) -> None:
    entries: list[MeetingEntry] = []
    places: dict[str, tuple[Path, int, int]] = {}
    for batch, found in zip(batches, run(_analyse_batch, batches), strict=True):
        for entry, start, end in found:
            entries.append(entry)
            places[entry.id] = (batch.with_suffix(".analyses"), start, end)
    build_index(Sources(entries, _Analyses(places), run=run), _Folder(folder), _Kept())


def _analyse_batch(batch: Path) -> list[tuple[MeetingEntry, int, int]]:
    """Keeps the analyses of some meetings; their entries, and where in the file each is."""
    found = []
    with batch.with_suffix(".analyses").open("wb") as kept:
        for meeting in _read_batch(batch):
            analysis = analyse_meeting(meeting)
            start = kept.tell()
            kept.write(analysis)
            entry = MeetingEntry(meeting[0].meeting, meeting[0].date, digest_of(analysis))
            found.append((entry, start, kept.tell()))
    return found


@dataclass(frozen=True)
class _Analyses:
    """Reads analyses in whatever process it is called."""

    places: Mapping[str, tuple[Path, int, int]]

    def __call__(self, ids: Sequence[str]) -> list[bytes]:
        return [*map(self._read, ids)]

    def _read(self, identifier: str) -> bytes:
        path, start, end = self.places[identifier]
        with path.open("rb") as kept:
            kept.seek(start)
            return kept.read(end - start)


@dataclass
class _Kept:
    """Keeps nothing: the index is built once."""

    def get(self, _key: str) -> bytes | None:
        return None

    def put(self, _key: str, _value: bytes) -> None:
        return None


@dataclass(frozen=True)
class _FolderWriter:
    """Writes files in whatever process it is called."""

    folder: Path

    def __call__(self, files: Mapping[str, bytes]) -> int:
        (self.folder / "search").mkdir(exist_ok=True)
        for path, content in files.items():
            (self.folder / path).write_bytes(content)
        return len(files)


@dataclass
class _Folder:
    """A site of which the index alone is written."""

    folder: Path
    paths: list[str] = field(default_factory=list)

    @property
    def write_files(self) -> _FolderWriter:
        return _FolderWriter(self.folder)

    def wrote(self, paths: Iterable[str], _changed: int) -> None:
        self.paths += paths

    def write(self, path: str, content: bytes) -> None:
        self.write_files({path: content})

    @property
    def is_whole(self) -> bool:
        return False

    def has(self, _path: str) -> bool:
        return False

    def keep(self, path: str) -> None:
        self.paths.append(path)

    def keep_all_but(self, _gone: Set[str]) -> None:
        """Nothing is kept: every index is made whole."""

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()


if __name__ == "__main__":
    sys.exit(main())
