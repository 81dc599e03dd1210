"""A save in a source folder, noticed at once."""

import os
from pathlib import Path, PurePath
from typing import Protocol

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from site_gen.preview.source_folders import is_source
from site_gen.text.values import dataclass

WHOLE = {EVENT_TYPE_CLOSED, EVENT_TYPE_MOVED}  # nobody is writing any more
READING = {EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE}
Identity = tuple[int, int]  # of a folder on its disk


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder that is being watched."""

    identity: Identity
    watch: ObservedWatch


class Told(Protocol):
    """Whom a watcher tells."""

    def __call__(self, path: PurePath, /, *, is_whole: bool) -> None:
        """Something changed at `path`; `is_whole` when whoever wrote it is known to be done."""


class Watcher:
    """Calls `told` with the path, from a thread of its own, when something in `folders` changes.

    What the system does not tell (network drives, too many folders) is not noticed; whoever must
    be right all the same looks again now and then.
    """

    def __init__(self, folders: tuple[Path, ...], told: Told) -> None:
        self._folders = folders
        self._told = told
        self._watched: dict[Path, Watched] = {}
        # Their parents tell when one of them comes or goes.
        self._parents = {folder.parent for folder in folders} - {*folders}
        self._observer = Observer()
        self._observer.daemon = True

    def start(self) -> None:
        """Begin, and watch the folders that are there."""
        self._observer.start()
        for parent in sorted(self._parents):
            self._schedule(_SourceEvents(self._folders, self._told), parent, is_recursive=False)
        self.refresh()

    def stop(self) -> None:
        """End; nobody is told any more."""
        self._observer.stop()
        self._observer.join()

    def refresh(self) -> None:
        """Follow folders that came, went or were put in place of others of the same name."""
        for folder in self._folders:
            identity = _identity(folder)
            watched = self._watched.get(folder)
            if watched is not None and watched.identity != identity:
                self._observer.unschedule(watched.watch)
                del self._watched[folder]
            if identity is not None and folder not in self._watched:
                handler = _SourceEvents((folder,), self._told)
                if (watch := self._schedule(handler, folder, is_recursive=True)) is not None:
                    self._watched[folder] = Watched(identity, watch)

    def _schedule(
        self, handler: FileSystemEventHandler, folder: Path, *, is_recursive: bool
    ) -> ObservedWatch | None:
        try:
            return self._observer.schedule(handler, str(folder), recursive=is_recursive)
        except OSError:
            return None  # too many watches, or the folder has just gone


class _SourceEvents(FileSystemEventHandler):
    """Tells of events that may change what a build reads below `folders`."""

    def __init__(self, folders: tuple[Path, ...], told: Told) -> None:
        self._folders = folders
        self._told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in READING:
            return
        # A folder is modified by whatever is done in it; that has an event of its own.
        if event.is_directory and event.event_type == EVENT_TYPE_MODIFIED:
            return
        for path in (event.src_path, event.dest_path):
            changed = PurePath(os.fsdecode(path)) if path else None
            if changed is not None and self._is_source(changed):
                self._told(changed, is_whole=event.event_type in WHOLE)

    def _is_source(self, changed: PurePath) -> bool:
        return any(
            is_source(changed.relative_to(folder))
            for folder in self._folders
            if changed.is_relative_to(folder)
        )


def _identity(folder: Path) -> Identity | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if folder.is_dir() else None
