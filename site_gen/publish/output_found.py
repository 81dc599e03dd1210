"""What lies in the output folder, held against what the last build left there."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from site_gen.publish.output_folder import is_ours_at_top
from site_gen.text.values import dataclass

Stamp = tuple[int, int]  # bytes, and nanoseconds of the last change
# Files by name, by folder; a folder is named as the paths of its files begin.
Folders = Mapping[str, Mapping[str, Stamp]]
NO_FILES: Mapping[str, Stamp] = {}
LOOKS_FROM_FOLDERS = os.stat in os.supports_dir_fd  # not so on Windows


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

    def __or__(self, other: "OutputFound") -> "OutputFound":
        """How two parts of the folder differ, of which other parts were looked into."""
        return OutputFound(
            self.touched | other.touched, self.strange | other.strange, self.empty | other.empty
        )


def look_into(
    folder: Path, left: Folders, *, within: str = "", without: str | None = None
) -> OutputFound:
    """What is there, against the files that were `left`; hidden ones at the top are not ours.

    Only what is in the folder `within`, and not what is in `without`; both as in `Folders`.
    """
    touched: set[str] = set()
    strange: set[str] = set()
    empty: set[str] = set()
    there: set[str] = set()
    for inside, found in _folders(os.fspath(folder), within, without):
        there.add(inside)
        before = left.get(inside, NO_FILES)
        if found != before:
            touched.update(inside + name for name, _ in before.items() - found.items())
            strange.update(inside + name for name in found.keys() - before.keys())
        elif inside and not found:
            empty.add(inside)
    for inside in left.keys() - there:
        if not inside.startswith(within) or (without and inside.startswith(without)):
            continue
        touched.update(inside + name for name in left[inside])
    return OutputFound(
        touched=frozenset(touched),
        strange=frozenset(filter(_may_be_removed, strange)),
        empty=frozenset(empty),
    )


def _folders(top: str, within: str, without: str | None) -> Iterator[tuple[str, dict[str, Stamp]]]:
    """Every folder with its files, but where there are only folders; none hidden at the top."""
    is_link = within and os.path.islink(f"{top}/{within[:-1]}")  # noqa: PTH114 - as below
    waiting = [] if is_link else [within]
    while waiting:
        inside = waiting.pop()
        if inside == without:
            continue
        looked = _look(f"{top}/{inside}")
        if looked is None:
            continue
        files, folders = looked
        waiting += [f"{inside}{name}/" for name in folders if inside or not name.startswith(".")]
        if files or not folders:
            yield inside, files


def _look(folder: str) -> tuple[dict[str, Stamp], list[str]] | None:
    """The files in a folder and the names of its folders; a link to a folder is neither.

    None where it cannot be read.
    """
    files: dict[str, Stamp] = {}
    folders: list[str] = []
    opened = None
    try:
        # From an open folder the system need not walk down to each file from the top.
        opened = os.open(folder, os.O_RDONLY) if LOOKS_FROM_FOLDERS else None
        start = folder if opened is None else ""
        for name in os.listdir(folder):  # noqa: PTH208 - ten thousand names
            try:
                found = os.stat(start + name, dir_fd=opened, follow_symlinks=False)
            except OSError:
                continue  # removed while we looked
            if S_ISREG(found.st_mode):
                files[name] = (found.st_size, found.st_mtime_ns)
            elif S_ISDIR(found.st_mode):
                folders.append(name)
            elif not S_ISLNK(found.st_mode) or not os.path.isdir(folder + name):  # noqa: PTH112
                files[name] = (found.st_size, found.st_mtime_ns)
    except OSError:
        return None
    finally:
        if opened is not None:
            os.close(opened)
    return files, folders


def _may_be_removed(path: str) -> bool:
    return "/" in path or is_ours_at_top(path)
