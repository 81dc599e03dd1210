"""What was imported before: so that importing again keeps what a clerk has changed since.

It holds hashes and names, never words: minutes that are corrected or withheld later must not
live on in a file that nobody looks at. It lies in content/ and is committed with it, so that
importing again does the same on any machine. Of minutes with a mark for exempt text it holds no
check sums of parts: a short one could be guessed.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from site_gen.text.values import dataclass, field

LEDGER_NAME = ".imports.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The last import of one Markdown file."""

    source: str  # name of the source, from the folder that was imported
    written: str  # hash of the Markdown as it was written
    parts: str = ""  # check sums of its parts, for merging; "" when they are not kept


@dataclass(slots=True)
class Ledger:
    """Entries by the path of the Markdown file, from the folder that is imported into."""

    entries: dict[str, Entry] = field(default_factory=dict)
    _targets: dict[tuple[str, str], str] = field(default_factory=dict)  # by source and folder

    def __post_init__(self) -> None:
        for target, entry in self.entries.items():
            self._targets.setdefault((entry.source, _folder(target)), target)

    def target_of(self, source: str, folder: str) -> str | None:
        """Where the source went before, if that was into the same committee's folder."""
        return self._targets.get((source, folder))

    def put(self, target: str, entry: Entry) -> bool:
        """Remember an import; false when it was known already."""
        if self.entries.get(target) == entry:
            return False
        self.entries[target] = entry
        self._targets[entry.source, _folder(target)] = target
        return True


def _folder(target: str) -> str:
    return target.rsplit("/", 1)[0]


def hash_text(text: str) -> str:
    """What tells whether a text is still the same."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_ledger(into: Path) -> Ledger:
    """The ledger in the folder; an empty one where there is none or it cannot be read.

    Without it, files that are there count as a clerk's own and are not written over.
    """
    try:
        data: Any = json.loads((into / LEDGER_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Ledger()
    if not isinstance(data, dict) or not isinstance(data.get("files"), dict):
        return Ledger()
    entries = {
        target: Entry(entry["source"], entry["written"], _parts(entry))
        for target, entry in data["files"].items()
        if isinstance(entry, dict)
        and isinstance(entry.get("source"), str)
        and isinstance(entry.get("written"), str)
    }
    return Ledger(entries)


def _parts(entry: dict[str, Any]) -> str:
    parts = entry.get("parts", "")
    return parts if isinstance(parts, str) else ""


def _written(entry: Entry) -> dict[str, str]:
    written = {"source": entry.source, "written": entry.written}
    return {**written, "parts": entry.parts} if entry.parts else written


def write_ledger(into: Path, ledger: Ledger) -> None:
    """Put the ledger into the folder, whole or not at all. Raises OSError."""
    files = {target: _written(entry) for target, entry in sorted(ledger.entries.items())}
    text = json.dumps({"version": VERSION, "files": files}, indent=1, ensure_ascii=False)
    write_file(into / LEDGER_NAME, f"{text}\n".encode())


def write_file(path: Path, content: bytes) -> None:
    """Put a file in place by renaming, so that nobody ever sees half of it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
