"""How large a built site is, and what of it a build has changed."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A built site."""

    files: int
    total_bytes: int
    largest_list: str  # the largest page that is not one meeting's; "" when there is none
    largest_list_bytes: int


@dataclass(frozen=True, slots=True)
class Change:
    """What one build changed in one folder of its output."""

    folder: str  # "" for the whole output
    files: int
    changed_files: int  # changed, new or gone
    total_bytes: int
    changed_bytes: int  # of files changed or new


Snapshot = Mapping[str, tuple[int, bytes]]  # path to size and digest


def measure_output(folder: Path, meetings: set[str]) -> Output:
    """Its files and bytes, and its largest list; `meetings` are the ids of the meetings."""
    sizes = {path: path.stat().st_size for path in _files(folder)}
    lists = {
        path: size
        for path, size in sizes.items()
        if path.suffix == ".html" and not _names_of_page(path) & meetings
    }
    largest = max(lists, key=lambda path: lists[path], default=None)
    return Output(
        files=len(sizes),
        total_bytes=sum(sizes.values()),
        largest_list=largest.relative_to(folder).as_posix() if largest else "",
        largest_list_bytes=lists[largest] if largest else 0,
    )


def take_snapshot(folder: Path) -> Snapshot:
    """Size and digest of every file."""
    return {path.relative_to(folder).as_posix(): _size_and_digest(path) for path in _files(folder)}


def compare(before: Snapshot, after: Snapshot) -> list[Change]:
    """What changed in the whole output and in each of its folders."""
    folders = sorted({path.partition("/")[0] for path in after if "/" in path})
    return [_change(before, after, folder) for folder in ("", *folders)]


def _change(before: Snapshot, after: Snapshot, folder: str) -> Change:
    old = {path for path in before if path.startswith(folder and f"{folder}/")}
    new = {path for path in after if path.startswith(folder and f"{folder}/")}
    written = {path for path in new if before.get(path) != after[path]}
    return Change(
        folder=folder,
        files=len(new),
        changed_files=len(written) + len(old - new),
        total_bytes=sum(after[path][0] for path in new),
        changed_bytes=sum(after[path][0] for path in written),
    )


def _names_of_page(path: Path) -> set[str]:
    # A meeting lies as "planning-2012-03-12.html" or as "planning/2012-03-12.html".
    return {path.stem, f"{path.parent.name}-{path.stem}"}


def _size_and_digest(path: Path) -> tuple[int, bytes]:
    content = path.read_bytes()
    return len(content), hashlib.blake2b(content, digest_size=16).digest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
