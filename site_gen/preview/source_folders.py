"""The folders that a site is made from, and what lies in them at one moment."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from stat import S_ISREG

from site_gen.content.discovery import is_left_behind
from site_gen.site.theme_folders import static_folders, template_folders
from site_gen.text.values import dataclass

CONTENT, TEMPLATES, STATIC = "content", "templates", "static"
Stamp = tuple[int, int, int]  # time of last change in ns, bytes, number of the file on its disk


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every file that a build reads, with what changes when the file does."""

    content: dict[str, Stamp]
    theme: dict[str, Stamp]  # templates, styles and scripts


def source_folders(root: Path) -> tuple[Path, ...]:
    """The folders of the archive at `root` and the program's own; some may not exist."""
    own = [root / name for name in (CONTENT, TEMPLATES, STATIC)]
    return tuple(dict.fromkeys(path.resolve() for path in [*own, *_theme_folders(root)]))


def take_snapshot(root: Path) -> Snapshot:
    """What lies in the source folders now."""
    theme: dict[str, Stamp] = {}
    for folder in dict.fromkeys(path.resolve() for path in _theme_folders(root)):
        theme.update(_stamps(folder))
    return Snapshot(dict(_stamps((root / CONTENT).resolve())), theme)


def after_saves(before: Snapshot, paths: Iterable[PurePath]) -> Snapshot | None:
    """What lies there when only the files at `paths` are others; None when that cannot be told.

    Asking the system for ten thousand files takes longer than it takes to understand one. What
    changed besides shows as soon as somebody asks for all of them.
    """
    content, theme = dict(before.content), dict(before.theme)
    for path in map(str, paths):
        of_it = theme if path in theme else content
        try:
            found = os.lstat(path)
        except OSError:
            return None
        if path not in of_it or not S_ISREG(found.st_mode):
            return None
        of_it[path] = _stamp(found)
    return Snapshot(content, theme)


def is_source(path: PurePath) -> bool:
    """Whether a path below a source folder is one that a build reads.

    Hidden files are not, nor what editors leave for a moment or for good: `.march.md.swp`,
    `march.md~`, `#march.md#`.
    """
    return not any(map(is_left_behind, path.parts))


def _theme_folders(root: Path) -> tuple[Path, ...]:
    return (*template_folders(root), root / STATIC, *static_folders(root))


def _stamps(folder: Path) -> Iterator[tuple[str, Stamp]]:
    waiting = [str(folder)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if is_left_behind(entry.name):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry.path, _stamp(entry.stat(follow_symlinks=False))
            except OSError:
                continue


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_size, found.st_ino
