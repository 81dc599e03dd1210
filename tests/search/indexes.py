"""Small indexes on disk, made of pieces, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from site_gen.search.analysis import analyse_meeting
from site_gen.search.digests import digest_of
from site_gen.search.index import IndexReport, build_index
from site_gen.search.kept import (
    MeetingEntry,
    ReadBefore,
    Sources,
    WriteFiles,
    nothing_before,
)
from site_gen.search.pieces import Piece
from tests.search.javascript import run_javascript

# A loader that reads the files of `given.folder`, as a browser would by inserting scripts.
FROM_DISK = """
const load = async (name, digest) => {
  let said;
  minutebook.receive = (called, digest, ...parts) => { said = { digest, value: parts[0], parts }; };
  const file = path.join(given.folder, "search", `${name}.js`);
  if (!fs.existsSync(file)) throw new minutebook.MissingFile(name);
  vm.runInThisContext(fs.readFileSync(file, "utf8"));
  if (typeof said.value === "string") {
    said.value = (await Promise.all(said.parts.map(minutebook.unpacked))).flat();
  }
  return said;
};
const engine = minutebook.openSearch(minutebook.openFiles(load));
"""


@dataclass
class Memory:
    """Keeps what is handed to it."""

    values: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        return self.values.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.values[key] = value


_left: dict[Path, frozenset[str]] = {}  # the files that the last build left below each folder


@dataclass
class Folder:
    """Writes files below a folder, and remembers which."""

    root: Path
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def write(self, path: str, content: bytes) -> None:
        _write_files(self.root, {path: content})
        self.written.append(path)

    @property
    def write_files(self) -> WriteFiles:
        return partial(_write_files, self.root)

    def wrote(self, paths: Iterable[str], changed: int) -> None:
        self.written += paths

    @property
    def is_whole(self) -> bool:
        return self.root in _left and all((self.root / path).is_file() for path in _left[self.root])

    def has(self, path: str) -> bool:
        return (self.root / path).is_file()

    def keep(self, path: str) -> None:
        self.kept.append(path)

    def keep_all_but(self, gone: Set[str]) -> None:
        self.kept += _left[self.root] - gone

    def remove_stale(self) -> None:
        """Removes what no longer belongs to the index, as who owns the folder does."""
        there = {*self.written, *self.kept}
        for file in (self.root / "search").iterdir():
            if f"search/{file.name}" not in there:
                file.unlink()
        _left[self.root] = frozenset(there)

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()


def _write_files(root: Path, files: Mapping[str, bytes]) -> int:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return len(files)


def build(
    root: Path,
    pieces: Iterable[Piece],
    *,
    kept: Memory | None = None,
    glossary: Sequence[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
    before: ReadBefore | None = None,
) -> IndexReport:
    """The index of `pieces` (those of a meeting together) below `root`."""
    pieces = list(pieces)
    analyses = {
        meeting: analyse_meeting(list(each))
        for meeting, each in groupby(pieces, key=lambda piece: piece.meeting)
    }
    dates = {piece.meeting: piece.date for piece in pieces}
    entries = [
        MeetingEntry(meeting, dates[meeting], digest_of(analysis))
        for meeting, analysis in analyses.items()
    ]
    sources = Sources(
        entries,
        lambda ids: [analyses[one] for one in ids],
        before or nothing_before,
        glossary,
        names or {},
    )
    folder = Folder(root)
    report = build_index(sources, folder, Memory() if kept is None else kept)
    folder.remove_stale()
    return report


def search(root: Path, requests: Sequence[Mapping[str, Any]]) -> list[Any]:
    """What the browser's engine answers to each request, over the index below `root`."""
    asked = [{"order": "relevance", **request} for request in requests]
    answers: list[Any] = run_javascript(
        FROM_DISK + "answer(await Promise.all(given.asked.map((one) => engine.search(one))));",
        {"folder": str(root), "asked": asked},
    )
    return answers
