"""What lies in the output folder, held against what the last build left there."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_gen.publish.output_folder import is_ours_at_top

Stamp = tuple[int, int]  # bytes, and nanoseconds of the last change


@dataclass(frozen=True, slots=True)
class OutputFound:
    """How the folder differs from what the last build left. Paths are as in the site."""

    touched: frozenset[str] = frozenset()  # files that were changed or removed behind our back
    strange: frozenset[str] = frozenset()  # files that no build left there
    empty: frozenset[str] = frozenset()  # folders that hold nothing

    @property
    def is_whole(self) -> bool:
        """Whether every file is as it was left, and there is no other."""
        return not self.touched and not self.strange


def look_into(folder: Path, left: Mapping[str, Stamp]) -> OutputFound:
    """What is there, against the files that were `left`; hidden ones at the top are not ours."""
    found: dict[str, Stamp] = {}
    empty = set()
    for inside, entries in _folders(os.fspath(folder)):
        if not entries and inside:
            empty.add(inside)
        for entry in entries:
            try:
                state = entry.stat(follow_symlinks=False)
            except OSError:
                continue  # removed while we looked
            found[inside + entry.name] = (state.st_size, state.st_mtime_ns)
    return OutputFound(
        touched=frozenset(path for path, _ in left.items() - found.items()),
        strange=frozenset(filter(_may_be_removed, found.keys() - left.keys())),
        empty=frozenset(empty),
    )


def _folders(top: str) -> Iterator[tuple[str, list["os.DirEntry[str]"]]]:
    """Every folder, as its files' paths begin, with its files; none that is hidden at the top."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            entries = list(os.scandir(f"{top}/{inside}"))
        except OSError:
            continue
        # A link to a folder is neither followed nor removed.
        folders = [entry for entry in entries if entry.is_dir()]
        waiting += [
            f"{inside}{entry.name}/"
            for entry in folders
            if not entry.is_symlink() and (inside or not entry.name.startswith("."))
        ]
        files = entries if not folders else [one for one in entries if not one.is_dir()]
        if files or not folders:
            yield inside, files


def _may_be_removed(path: str) -> bool:
    return "/" in path or is_ours_at_top(path)
