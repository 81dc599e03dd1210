"""Files of minutes to the store: only those that changed, in worker processes when many did."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from site_gen.archive.assemble import MakeProducts, Understanding, permalinks_key
from site_gen.archive.published import PublishedList
from site_gen.archive.scope import Scope, scope_of
from site_gen.archive.store import Store, Twin
from site_gen.archive.stored_file import StoredFile, stored_file
from site_gen.archive.understood import Understood
from site_gen.diagnostics.rules import finding
from site_gen.publish.inputs import Inputs, content_digest, error_digest
from site_gen.publish.keys import digest
from site_gen.publish.products import SEARCH
from site_gen.publish.worker_pool import in_workers
from site_gen.site.directory import Directory
from site_gen.text.places import Place

FEW = 40  # files; fewer are done sooner without other processes
MANY = 400  # files; when more changed, nobody asks how far each of them reaches
CHUNK = 16  # files handed to a worker at a time
Task = tuple[Path, str, bytes]  # root, path, key of all that shapes what is understood

# Understood as well only where published addresses may have to be kept: it takes time to hand over.
Read = tuple[StoredFile, Understood | None]
NO_PERMALINKS = permalinks_key(())

_reader: Callable[[Task], Read] | None = None  # of this worker process


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the minutes since the site was last built."""

    paths: frozenset[str]  # of files that are new, changed or gone
    scope: Scope | None  # how far they reached and reach; None when too many to say
    twins: tuple[Twin, ...] = ()  # files that are not shown, since another has their meeting's id

    def __or__(self, earlier: "Changes") -> "Changes":
        """These and `earlier` ones; which files are twins is as it is now."""
        scope = None
        if self.scope is not None and earlier.scope is not None:
            scope = self.scope | earlier.scope
        return Changes(self.paths | earlier.paths, scope, self.twins)


@dataclass(frozen=True)
class MinutesReader:
    """Reads minutes below `root` as `understanding` has it."""

    root: Path
    inputs: Inputs
    understanding: Understanding
    shaping: bytes  # key of all that shapes the result besides the files
    workers: int
    published: PublishedList  # addresses given out before
    told: Callable[[int, int], None]  # of progress: files done, files in all

    def bring_up_to_date(self, store: Store, paths: Iterable[str]) -> Changes:
        """Make the store hold just the files at `paths`, and say what that changed."""
        known = store.keys()
        keys = {path: self._key(path) for path in paths}
        moved = self._paths_with_other_addresses(store)
        waiting = [path for path, key in keys.items() if known.get(path) != key or path in moved]
        gone = known.keys() - keys.keys()
        changed = frozenset({*waiting, *gone})
        is_large = len(changed) > MANY
        before = None if is_large else _scope(store, changed)
        store.sets_aside = "" if is_large else SEARCH
        store.forget(changed & known.keys())
        tasks = [(self.root, path, self.shaping) for path in waiting]
        is_most = is_large and len(waiting) > len(keys) / 2
        with store.without_indexes() if is_most else nullcontext():
            for number, (file, understood) in enumerate(self._understood(tasks), 1):
                store.put(self._with_kept_addresses(file, understood))
                self.told(number, len(waiting))
        hidden = store.shadow_twins()
        after = None if is_large else _scope(store, changed)
        scope = before | after if before is not None and after is not None else None
        changes = Changes(changed, scope, tuple(hidden)) | _unbuilt(store)
        if changes.paths:
            store.keep_unbuilt((changes.paths, changes.scope))
        store.commit()
        return changes

    def _key(self, path: str) -> bytes:
        return _key(self.shaping, path, self.inputs.digests.get(path, b""))

    def _paths_with_other_addresses(self, store: Store) -> set[str]:
        """Files that were held against another list of published addresses than today's.

        A file whose own addresses are what was published since keeps them as it is.
        """
        return {
            path
            for path, meeting_id, published, own in store.address_keys()
            if self._published_key(meeting_id) not in (published, own)
        }

    def _published_key(self, meeting_id: str) -> bytes:
        listed = self.published.of(meeting_id)
        return permalinks_key(listed) if listed else NO_PERMALINKS

    def _with_kept_addresses(self, file: StoredFile, understood: Understood | None) -> StoredFile:
        """The same with every published address at the words for which it was published."""
        if file.meeting_id is None:
            return file
        key = self._published_key(file.meeting_id)
        if understood is None or key in (NO_PERMALINKS, file.own):
            return replace(file, published=key)
        return stored_file(self.understanding.keep_addresses(understood, self.published))

    def _understood(self, tasks: list[Task]) -> Iterator[Read]:
        """In the order of `tasks`, whatever the number of workers."""
        is_whole = bool(self.published.meetings)
        if self.workers < 2 or len(tasks) < FEW:
            for task in tasks:
                yield _read(task, self.understanding, is_whole=is_whole)
            return
        yield from in_workers(
            _in_worker,
            tasks,
            workers=self.workers,
            chunk=CHUNK,
            start=_start_worker,
            given=(self.understanding.directory, self.understanding.products, is_whole),
        )


def _unbuilt(store: Store) -> Changes:
    """What a check, or a build that was cut short, has read and no build has shown."""
    kept = store.unbuilt()
    return Changes(frozenset(), Scope()) if kept is None else Changes(*kept)


def _scope(store: Store, paths: Iterable[str]) -> Scope:
    scope = Scope()
    for path in sorted(paths):
        scope |= scope_of(store, path)
    return scope


def _start_worker(directory: Directory, products: MakeProducts, is_whole: bool) -> None:
    global _reader  # noqa: PLW0603 - one for each worker process, made once
    _reader = partial(_read, understanding=Understanding(directory, products), is_whole=is_whole)


def _in_worker(task: Task) -> Read:
    if _reader is None:
        raise RuntimeError("the worker was not started")
    return _reader(task)


def _read(task: Task, understanding: Understanding, *, is_whole: bool) -> Read:
    """One file ready for the store; as understood too, where `is_whole`."""
    understood = understanding.keep_addresses(
        _understand_one(*task, understanding), PublishedList()
    )
    return stored_file(understood), understood if is_whole else None


def _key(shaping: bytes, path: str, content: bytes) -> bytes:
    return digest(shaping, path.encode(), content)


def _understand_one(
    root: Path, path: str, shaping: bytes, understanding: Understanding
) -> Understood:
    file = root / path
    try:
        content = file.read_bytes()
    except OSError as error:
        message = f"the file cannot be opened: {os.strerror(error.errno or 0)}"
        key = _key(shaping, path, error_digest(error))
        return Understood(
            path, key, diagnostics=(finding("file-unreadable", Place(path), message),)
        )
    # Of what was read here and now: the file may have been saved again in the meantime.
    key = _key(shaping, path, content_digest(content))
    return understanding.understand(path, content, key=key)
