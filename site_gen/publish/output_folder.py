"""The folder of the finished site: written only where something changed, and always whole."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO

from site_gen.site.addresses import PERMALINKS
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass, field

# GitHub Pages must take the files as they are. What it says marks a folder as one that we wrote:
# other programs leave an empty file of this name, and their folders are not ours to tidy.
MARK = ".nojekyll"
MARK_WORDS = b"Minutebook built this folder. It removes what is no part of the site.\n"
HALF_WRITTEN = ".minutebook-tmp"


class _StayError(Exception):
    """A file is to stay as it is."""


class OutputRefusedError(Exception):
    """The output folder cannot be used; the message says why and what to do."""


@dataclass
class OutputFolder:
    """Writes files below one folder and remembers which; nothing outside it is ever touched."""

    folder: Path
    written: set[str] = field(default_factory=set)  # all that belong to the site now
    made: set[str] = field(default_factory=set)  # those that were made now, even if as before
    changed: int = 0
    _made: set[str] = field(default_factory=set)  # folders that are there

    def prepare(self) -> None:
        """Make the folder. Raises OutputRefusedError where it holds files that are not ours."""
        if self.folder.is_symlink() or (self.folder.exists() and not self.folder.is_dir()):
            raise OutputRefusedError(f"{self.folder} is not a folder; move it away")
        if self.folder.is_dir() and not self._is_ours():
            raise OutputRefusedError(
                f"{self.folder} holds files that were not built here; "
                "move them away, or build into another folder"
            )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.write(OutputFile(MARK, MARK_WORDS))
        except OSError as error:
            raise OutputRefusedError(
                f"{self.folder} cannot be written to: {error.strerror}"
            ) from error

    @property
    def is_prepared(self) -> bool:
        """Whether `prepare` has made it, and nobody has removed it since."""
        return (self.folder / MARK).is_file()

    def keep_apart(self, *others: Path) -> None:
        """Raises OutputRefusedError where the folder holds one of `others`, or lies in one."""
        own = self.folder.resolve()
        for other in (one.resolve() for one in others):
            if own == other or own in other.parents or other in own.parents:
                raise OutputRefusedError(
                    f"{self.folder} cannot take the site, because of {other}: what lies there "
                    "would be removed, or taken for minutes; build into a folder of its own"
                )

    def _is_ours(self) -> bool:
        """Whether a build wrote the folder, or it holds nothing."""
        names = {one.name for one in self.folder.iterdir()}
        if MARK not in names:
            return not names
        try:
            is_marked = (self.folder / MARK).read_bytes() == MARK_WORDS
        except OSError:
            return False
        # Earlier builds left the mark empty.
        return is_marked or PERMALINKS in names or names == {MARK}

    def write(self, file: OutputFile) -> None:
        """Write one file by rename, unless the same bytes are there already.

        Raises ValueError for a path that leads outside the folder, and OutputRefusedError where
        somebody has put a link in the place of one of its folders.
        """
        target = self._claim(file.path)
        if _holds(target, file.content):
            return
        with self._replacing(file.path, target) as opened:
            opened.write(file.content)
        self.changed += 1

    def rewrite(self, path: str, change: Callable[[bytes], bytes]) -> None:
        """Write a file of lines anew, each as `change` gives it; no more than one is held at once.

        Where it gives each line itself, the file stays. Raises as `write`, and FileNotFoundError.
        """
        target = self._claim(path)
        is_same = True
        with (
            suppress(_StayError),
            open(target, "rb") as before,  # noqa: PTH123 - as in `_replacing`
            self._replacing(path, target) as opened,
        ):
            for line in before:
                now = change(line)
                is_same &= now is line
                opened.write(now)
            if is_same:
                raise _StayError
            self.changed += 1

    def _claim(self, path: str) -> str:
        """Where a file of the site lies, which it has from now on. Raises ValueError as `write`."""
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts or not parts.parts:
            raise ValueError(f"outside the output folder: {path!r}")
        self.written.add(path)
        self.made.add(path)
        return os.path.join(self.folder, path)  # noqa: PTH118 - ten thousand times

    @contextmanager
    def _replacing(self, path: str, target: str) -> Iterator[IO[bytes]]:
        """A file to write to, which takes the place of `target` once the block is done."""
        parent = os.path.dirname(target)  # noqa: PTH120 - ten thousand times
        if parent not in self._made:
            self._refuse_links(PurePosixPath(path).parent)
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 - as above
            self._made.add(parent)
        # Not named after the file, whose name may be as long as the disk allows.
        half_written = os.path.join(parent, f".{os.urandom(8).hex()}{HALF_WRITTEN}")  # noqa: PTH118
        try:
            with open(half_written, "wb") as opened:  # noqa: PTH123 - as above
                yield opened
            os.replace(half_written, target)  # noqa: PTH105 - as above
        except BaseException:
            Path(half_written).unlink(missing_ok=True)
            raise

    def _refuse_links(self, inside: PurePosixPath) -> None:
        for folder in (inside, *inside.parents)[:-1]:
            if (self.folder / folder).is_symlink():
                raise OutputRefusedError(
                    f"{self.folder / folder} is a link, and files are written to folders only; "
                    "remove it"
                )

    def write_all(self, files: Iterable[OutputFile]) -> None:
        """Write each of `files`."""
        for file in files:
            self.write(file)

    def keep(self, paths: Iterable[str]) -> None:
        """These files of the site are there already, as the last build left them."""
        self.written.update(paths)

    def wrote(self, paths: Iterable[str], changed: int) -> None:
        """These files of the site were written elsewhere, and so many of them changed."""
        made = set(paths)
        self.made |= made
        self.written |= made
        self.changed += changed

    def stamps(self, paths: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Bytes, and nanoseconds of the last change, of files that are there."""
        found = {path: os.lstat(self.folder / path) for path in paths}
        return {path: (one.st_size, one.st_mtime_ns) for path, one in found.items()}

    def remove_stale(self, there: Iterable[str], empty: Iterable[str] = ()) -> int:
        """Remove every file of `there` that this build did not write; how many there were.

        Folders that are then empty go too, and those of `empty` that still are.
        """
        removed = 0
        left = {*empty}  # folders that may be empty
        for path in sorted({*there} - self.written):
            left.add(os.path.dirname(path))  # noqa: PTH120 - of a path in the site
            try:
                (self.folder / path).unlink()
            except FileNotFoundError:
                continue  # somebody was faster
            removed += 1
        for inside in left:
            self._remove_empty(self.folder / inside)
        return removed

    def _remove_empty(self, folder: Path) -> None:
        """Remove a folder that holds nothing, and those above it that then hold nothing."""
        while folder != self.folder and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def is_ours_at_top(name: str) -> bool:
    """Whether a file at the top may be removed: what is hidden is somebody else's.

    But for what a build that was ended from outside left half written.
    """
    return not name.startswith(".") or name.endswith(HALF_WRITTEN)


def _holds(target: str, content: bytes) -> bool:
    try:
        found = os.lstat(target)
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        with open(target, "rb") as opened:  # noqa: PTH123 - ten thousand times
            return opened.read() == content
    except OSError:
        return False
