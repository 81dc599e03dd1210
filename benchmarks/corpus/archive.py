"""A whole archive on disk."""

import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from benchmarks.corpus.manifest import ExpectedMeeting, expected_meeting, write_manifest
from benchmarks.corpus.meeting import write_meeting
from benchmarks.corpus.timetable import Slot, build_timetable
from benchmarks.corpus.town import Town, build_town
from benchmarks.corpus.town_files import town_files

SLOTS_AT_ONCE = 100

Progress = Callable[[int, int], None]  # (meetings written, meetings in all)


def manifest_path(root: Path) -> Path:
    """Where the expected records of an archive are: beside it, never inside."""
    return root.with_name(root.name + ".expected.json")


def write_archive(
    root: Path, *, meetings: int, seed: int, workers: int, progress: Progress = lambda *_: None
) -> None:
    """Write that many meetings, their town's files and their manifest.

    The bytes depend on `meetings` and `seed` alone. The folder appears under its name when it is
    complete.

    Raises:
        FileExistsError: `root` holds something already.
        ValueError: more meetings than committees have days.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise FileExistsError(f"{root} is not an empty folder; choose another or remove it")
    slots = build_timetable(meetings)
    partial_root = root.with_name(root.name + ".partial")
    shutil.rmtree(partial_root, ignore_errors=True)
    for path, text in town_files(town_of(seed)).items():
        write_text(partial_root / path, text)
    for folder in {slot.folder for slot in slots}:
        (partial_root / folder).mkdir(parents=True)
    expected = _write_meetings(partial_root, slots, seed, workers, progress)
    write_manifest(manifest_path(root), expected, seed=seed)
    if root.exists():
        root.rmdir()
    partial_root.rename(root)


@cache
def town_of(seed: int) -> Town:
    """The town of a seed, built once in each process."""
    return build_town(seed)


def write_text(path: Path, text: str) -> None:
    """The same bytes on every system: UTF-8, lines ended by one character."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _write_meetings(
    root: Path, slots: list[Slot], seed: int, workers: int, progress: Progress
) -> list[ExpectedMeeting]:
    expected: list[ExpectedMeeting] = []
    batches = [slots[at : at + SLOTS_AT_ONCE] for at in range(0, len(slots), SLOTS_AT_ONCE)]
    write = partial(_write_batch, root, seed)
    if workers == 1:
        for batch in batches:
            expected += write(batch)
            progress(len(expected), len(slots))
        return expected
    with ProcessPoolExecutor(workers) as executor:
        for written in executor.map(write, batches):
            expected += written
            progress(len(expected), len(slots))
    return expected


def _write_batch(root: Path, seed: int, slots: list[Slot]) -> list[ExpectedMeeting]:
    expected = []
    for slot in slots:
        meeting = write_meeting(town_of(seed), slot)
        (root / slot.path).write_bytes(meeting.markdown.encode())
        expected.append(expected_meeting(meeting))
    return expected
