"""What a build is made from, by content: every file of content/, templates/ and static/.

A file is read again unless the system says that nothing has happened to it since: same size, same
place on the disk, same times of its content and of its entry, and those well before we looked. So
a time that somebody sets, or that a checkout makes, never hides a change.

What is looked at here is opened later, and may have been saved in between. So whoever opens it
asks whether it still is what its digest says (`Inputs.stand`).
"""

import hashlib
import os
import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from site_gen.archive.packing import pack, unpack
from site_gen.publish.keys import KEY_BYTES, digest
from site_gen.text.values import dataclass, field

FOLDERS = ("content", "templates", "static")
READ_BYTES = 1 << 20  # at a time
# Clocks of file systems are coarse: what changed so shortly before it was read may change again
# without a later time. In nanoseconds.
TOO_FRESH = 2_000_000_000
# Windows keeps no time of a file's entry, so its files are always read.
HAS_ENTRY_TIMES = os.name == "posix"
NO_FILE = digest(b"no file")  # such as a pipe, whose reader would wait for ever
Facts = tuple[int, int, int, int]  # size, times of content and entry, number on the disk
# What was true of a file, when it was seen, and its digest; no facts where it is no ordinary one.
Seen = tuple[Facts | None, int, bytes]
FolderFacts = tuple[int, int]  # number on the disk, and time when a name in it last changed


@dataclass(frozen=True, slots=True)
class Inputs:
    """The digest of every file, by its path from the archive's root."""

    digests: Mapping[str, bytes]
    odd: tuple[str, ...] = ()  # those of them that are links, pipes and the like
    folders: Mapping[str, FolderFacts | None] = field(default_factory=dict)  # None: none is there

    def stand(
        self, root: Path, paths: Iterable[str] = (), *, below: Iterable[str] = FOLDERS
    ) -> bool:
        """Whether no name `below` has changed since, and the files at `paths` hold the same.

        Odd files, and what links lead to, are not looked at.
        """
        tops = frozenset(below)
        for folder, facts in self.folders.items():
            if folder.partition("/")[0] in tops and _folder_facts(root / folder) != facts:
                return False
        files = (path for path in paths if path not in self.odd)
        return all(_digest_at(root / path) == self.digests.get(path) for path in files)

    @property
    def names_key(self) -> bytes:
        """Of which files and odd ones there are, whatever they hold."""
        return digest(
            *(os.fsencode("\0".join(sorted(names))) for names in (self.digests, self.odd))
        )

    @property
    def key(self) -> bytes:
        """Of all of it: equal keys, equal files."""
        # No path holds the byte that parts them, and all digests are of one length.
        paths = sorted(self.digests)
        values = b"".join(map(self.digests.__getitem__, paths))
        return digest(os.fsencode("\0".join(paths)), values)


def read_inputs(root: Path, state: sqlite3.Connection) -> Inputs:
    """Every file that a build may read, hidden ones too; `state` remembers what was read before.

    A file that cannot be read has a digest of its own, so that mending it is a change.
    """
    known = _known(state)
    now = time.time_ns()
    found: dict[str, bytes] = {}
    odd: list[str] = []
    folders: dict[str, FolderFacts | None] = {}
    for folder, entries in _files(root, folders):
        before = known.pop(folder, {})
        seen = {one.name: _seen(one, before.get(one.name), now) for one in entries}
        found |= {f"{folder}/{name}": held for name, (_, _, held) in seen.items()}
        odd += [
            f"{folder}/{one.name}" for one in entries if seen[one.name][0] is None and _is_odd(one)
        ]
        if seen != before:
            _keep(state, folder, seen)
    state.executemany("DELETE FROM inputs WHERE folder = ?", [(folder,) for folder in known])
    state.commit()
    return Inputs(found, tuple(odd), folders)


def _keep(state: sqlite3.Connection, folder: str, seen: Mapping[str, Seen]) -> None:
    """Keep what was seen of the ordinary files of a folder."""
    if _is_text(folder):
        kept = {name: one for name, one in seen.items() if one[0] and _is_text(name)}
        state.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?)", (folder, pack(kept)))


def _known(state: sqlite3.Connection) -> dict[str, dict[str, Seen]]:
    """What was read before, by folder and name."""
    return {folder: unpack(files) for folder, files in state.execute("SELECT * FROM inputs")}


def content_digest(content: bytes) -> bytes:
    """The digest of an ordinary file that holds `content`."""
    return hashlib.blake2b(content, digest_size=KEY_BYTES).digest()


def error_digest(error: OSError) -> bytes:
    """The digest of a file that cannot be read."""
    return digest(b"error", str(error.errno).encode())


def _files(
    root: Path, folders: dict[str, FolderFacts | None]
) -> Iterator[tuple[str, list["os.DirEntry[str]"]]]:
    """The files of every folder; `folders` is given what was true of it before it was looked at."""
    top = os.fspath(root)
    waiting = list(FOLDERS)
    while waiting:
        folder = waiting.pop()
        folders[folder] = _folder_facts(root / folder)
        try:
            entries = list(os.scandir(f"{top}/{folder}"))
        except OSError:
            continue  # not there, or no folder; whoever needs it says so
        files = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{folder}/{entry.name}")
            else:
                files.append(entry)
        yield folder, files


def _folder_facts(folder: Path) -> FolderFacts | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _digest_at(file: Path) -> bytes:
    if not file.is_file():
        return NO_FILE
    try:
        with file.open("rb") as opened:
            return _digest_of(opened)
    except OSError as error:
        return error_digest(error)


def _is_text(name: str) -> bool:
    """Whether a name is in UTF-8; what is not cannot be kept, and is read every time."""
    return name.isprintable() or name.encode("utf-8", "replace") == os.fsencode(name)


def _seen(entry: "os.DirEntry[str]", before: Seen | None, now: int) -> Seen:
    """A file as it is now; as it was seen before, where nothing has happened to it since."""
    facts = _facts(entry)
    if before is not None and facts is not None:
        was, seen, _ = before
        if was == facts and max(facts[1], facts[2]) + TOO_FRESH < seen:
            return before
    return facts, now, _digest(entry)


def _facts(entry: "os.DirEntry[str]") -> Facts | None:
    """What the system says of an ordinary file; None for anything else."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if not HAS_ENTRY_TIMES or not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _is_odd(entry: "os.DirEntry[str]") -> bool:
    return not entry.is_file(follow_symlinks=False)


def _digest(entry: "os.DirEntry[str]") -> bytes:
    try:
        if entry.is_symlink():
            # Minutes that are links are refused; a template that is one counts as what it names.
            link = Path(entry.path)
            content = link.read_bytes() if link.is_file() else b""
            return digest(b"link", os.fsencode(link.readlink()), content)
        if not entry.is_file():
            return NO_FILE
        with open(entry.path, "rb") as opened:  # noqa: PTH123 - ten thousand times
            return _digest_of(opened)
    except OSError as error:
        return error_digest(error)


def _digest_of(opened: BinaryIO) -> bytes:
    hashed = hashlib.blake2b(digest_size=KEY_BYTES)
    while part := opened.read(READ_BYTES):
        hashed.update(part)
    return hashed.digest()
