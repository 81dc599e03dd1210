"""The files that a person names for import, folders opened, in an order that never changes."""

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from site_gen.importers.sniffing import MOST_BYTES
from site_gen.text.values import dataclass

SAVED_PAGE = (".html", ".htm")
MOST_BESIDE = 20_000_000  # bytes of one file next to a saved page


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to import."""

    path: Path
    name: str  # from the folder that was named, with forward slashes: tells it at the next import
    folder: str  # name of the folder that was named; "" for a file that was named itself
    is_link: bool = False


def find_sources(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """Every file under `paths`, each once. Hidden files and the folders that browsers save with a
    page are passed over. A path that is not there is given too: opening it says so.
    """
    found: dict[Path, SourceFile] = {}
    for path in paths:
        if path.is_dir():
            for source in _in_folder(path):
                found.setdefault(source.path, source)
        else:
            found.setdefault(path, SourceFile(path, path.name, "", path.is_symlink()))
    return tuple(found.values())


def _in_folder(folder: Path) -> Iterator[SourceFile]:
    named = folder.resolve().name
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        pages = {entry.name.rsplit(".", 1)[0] for entry in entries if _is_page(entry.name)}
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not _belongs_to_page(entry.name, pages):
                    folders.append(Path(entry.path))
                continue
            path = Path(entry.path)
            name = PurePosixPath(*path.relative_to(folder).parts)
            yield SourceFile(path, str(name), named, entry.is_symlink())
        waiting += reversed(folders)


def _is_page(name: str) -> bool:
    return name.lower().endswith(SAVED_PAGE)


def _belongs_to_page(name: str, pages: set[str]) -> bool:
    """ "Minutes_files", which a browser saves beside "Minutes.html"."""
    return any(name in (f"{page}_files", f"{page}-Dateien", f"{page}.files") for page in pages)


def read_source_file(source: SourceFile) -> bytes:
    """The bytes of the file; of one that is too large only so many that it is seen to be.

    Raises OSError, also for a pipe, whose reader would wait for ever.
    """
    if source.path.exists() and not source.path.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file")
    with source.path.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def reader_beside(source: SourceFile) -> Callable[[str], bytes | None]:
    """Reads files that a saved page refers to, from its own folder and those below it only."""
    folder = source.path.parent

    def read(name: str) -> bytes | None:
        parts = PurePosixPath(re.split("[?#]", name, maxsplit=1)[0].replace("\\", "/")).parts
        if not parts or ".." in parts or parts[0] == "/" or any(":" in part for part in parts):
            return None
        path = folder.joinpath(*parts)
        try:
            inside = [folder.joinpath(*parts[: at + 1]) for at in range(len(parts))]
            is_apart = any(each.is_symlink() for each in inside) or not path.is_file()
            if is_apart or path.stat().st_size > MOST_BESIDE:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return read
