"""Small indexes on disk, made of pieces, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from site_gen.search.analysis import analyse_meeting
from site_gen.search.digests import digest_of
from site_gen.search.index import IndexReport, build_index
from site_gen.search.kept import MeetingEntry
from site_gen.search.pieces import Piece
from tests.search.javascript import run_javascript

# A loader that reads the files of `given.folder`, as a browser would by inserting scripts.
FROM_DISK = """
const load = async (name, digest) => {
  let said;
  minutebook.receive = (called, digest, value) => { said = { digest, value }; };
  const file = path.join(given.folder, "search", `${name}.js`);
  if (!fs.existsSync(file)) throw new minutebook.MissingFile(name);
  vm.runInThisContext(fs.readFileSync(file, "utf8"));
  return said;
};
const engine = minutebook.openSearch(load);
"""


@dataclass
class Memory:
    """Keeps what is handed to it."""

    values: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        return self.values.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.values[key] = value


@dataclass
class Folder:
    """Writes files below a folder, and remembers which."""

    root: Path
    written: list[str] = field(default_factory=list)

    def write(self, path: str, content: bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self.written.append(path)

    def keep(self, paths: Sequence[str]) -> bool:
        return all((self.root / path).is_file() for path in paths)


def build(
    root: Path,
    pieces: Iterable[Piece],
    *,
    kept: Memory | None = None,
    glossary: Sequence[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
) -> IndexReport:
    """The index of `pieces` (those of a meeting together) below `root`."""
    analyses = {
        meeting: analyse_meeting(list(each))
        for meeting, each in groupby(pieces, key=lambda piece: piece.meeting)
    }
    dates = {piece.meeting: piece.date for piece in pieces}
    entries = [
        MeetingEntry(meeting, dates[meeting], digest_of(analysis))
        for meeting, analysis in analyses.items()
    ]
    return build_index(
        entries,
        lambda ids: [analyses[one] for one in ids],
        Folder(root),
        kept or Memory(),
        glossary=glossary,
        names=names,
    )


def search(root: Path, requests: Sequence[Mapping[str, Any]]) -> list[Any]:
    """What the browser's engine answers to each request, over the index below `root`."""
    asked = [{"order": "relevance", **request} for request in requests]
    answers: list[Any] = run_javascript(
        FROM_DISK + "answer(await Promise.all(given.asked.map((one) => engine.search(one))));",
        {"folder": str(root), "asked": asked},
    )
    return answers
