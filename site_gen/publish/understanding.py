"""Files of minutes to the store: only those that changed, in worker processes when many did."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.archive.permalinks import permalinks_key
from site_gen.archive.published import PublishedList
from site_gen.archive.scope import Reach, Scope, reach_of, scope_between
from site_gen.archive.store import Store, Twin
from site_gen.archive.stored_file import StoredFile, stored_file
from site_gen.archive.understood import Understood
from site_gen.diagnostics import Parsed
from site_gen.publish.beside import Beside
from site_gen.publish.inputs import Inputs
from site_gen.publish.keys import file_key
from site_gen.publish.product_names import SEARCH
from site_gen.publish.search_update import load_search
from site_gen.publish.worker_pool import in_workers
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass, replace

if TYPE_CHECKING:  # it takes long to load, and another process may do that
    from site_gen.archive.assemble import Understanding
    from site_gen.publish.minutes_reading import Read, Task

FEW = 40  # files; fewer are done sooner without other processes
MANY = 400  # files; when more changed, nobody asks how far each of them reaches
CHUNK = 16  # files handed to a worker at a time
NO_PERMALINKS = permalinks_key(())
# What the store calls the settings that it remembers, with their key, and what they give.
SETTINGS, PREPARATION = "directory", "preparation"


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the minutes since the site was last built."""

    paths: frozenset[str]  # of files that are new, changed or gone
    scope: Scope | None  # how far they reached and reach; None when too many to say
    twins: tuple[Twin, ...] = ()  # files that are not shown, since another has their meeting's id
    is_settled: bool = True  # every file held what it was taken for

    def __or__(self, earlier: "Changes") -> "Changes":
        """These and `earlier` ones; the rest is as it is now."""
        scope = None
        if self.scope is not None and earlier.scope is not None:
            scope = self.scope | earlier.scope
        return replace(self, paths=self.paths | earlier.paths, scope=scope)


@dataclass(frozen=True)
class MinutesReader:
    """Reads minutes below `root` as `understanding` has it."""

    root: Path
    inputs: Inputs
    directory: Directory
    shaping: bytes  # key of all that shapes the result besides the files
    workers: int
    beside: Beside | None  # a process that reads few files
    meanwhile: Iterable[Callable[[], object]]  # what may be done while that one reads
    published: PublishedList  # addresses given out before
    told: Callable[[int, int], None]  # of progress: files done, files in all

    def bring_up_to_date(self, store: Store, paths: Iterable[str]) -> Changes:
        """Make the store hold just the files at `paths`, and say what that changed."""
        known = store.keys()
        digests = self.inputs.digests
        keys = {path: file_key(self.shaping, digests.get(path, b"")) for path in paths}
        moved = self._paths_with_other_addresses(store)
        waiting = [path for path, key in keys.items() if known.get(path) != key or path in moved]
        gone = known.keys() - keys.keys()
        changed = frozenset({*waiting, *gone})
        is_large = len(changed) > MANY
        before = {} if is_large else _reaches(store, changed)
        store.sets_aside = "" if is_large else SEARCH
        store.forget(changed & known.keys())
        tasks = [(self.root, path, self.shaping) for path in waiting]
        is_settled = True
        is_most = is_large and len(waiting) > len(keys) / 2
        with store.without_indexes() if is_most else nullcontext():
            for number, (file, understood) in enumerate(self._understood(tasks), 1):
                store.put(self._with_kept_addresses(file, understood))
                is_settled &= file.key == keys[file.path]
                self.told(number, len(waiting))
        hidden = store.shadow_twins()
        scope = None if is_large else _scope(before, _reaches(store, changed))
        changes = Changes(changed, scope, tuple(hidden), is_settled) | _unbuilt(store)
        if changes.paths:
            store.keep_unbuilt((changes.paths, changes.scope))
        store.commit()
        return changes

    def _paths_with_other_addresses(self, store: Store) -> set[str]:
        """Files that were held against another list of published addresses than today's.

        A file whose own addresses are what was published since keeps them as it is.
        """
        if not self.published.meetings:
            return store.paths_with_other_addresses(NO_PERMALINKS)
        return {
            path
            for path, meeting_id, published, own in store.address_keys()
            if self._published_key(meeting_id) not in (published, own)
        }

    def _published_key(self, meeting_id: str) -> bytes:
        listed = self.published.of(meeting_id)
        return permalinks_key(listed) if listed else NO_PERMALINKS

    @cached_property
    def _understanding(self) -> "Understanding":
        from site_gen.publish.minutes_reading import understanding_of  # noqa: PLC0415

        return understanding_of(self.directory)

    def _with_kept_addresses(self, file: StoredFile, understood: Understood | None) -> StoredFile:
        """The same with every published address at the words for which it was published."""
        if file.meeting_id is None:
            return file
        key = self._published_key(file.meeting_id)
        if understood is None or key in (NO_PERMALINKS, file.own):
            return replace(file, published=key)
        return stored_file(self._understanding.keep_addresses(understood, self.published))

    def _understood(self, tasks: "list[Task]") -> "Iterator[Read]":
        """In the order of `tasks`, whoever reads them."""
        if not tasks:
            return
        is_whole = bool(self.published.meetings)
        if self.beside is not None and len(tasks) < FEW:
            answer = self.beside.ask(_read_files, self.directory, tasks, is_whole)
            self.beside.ask(load_search)  # while what is read now is taken in here
            for work in self.meanwhile:
                if not answer.is_there:
                    work()
            yield from answer.get()
        elif self.workers < 2 or len(tasks) < FEW:
            yield from _read_files(self.directory, tasks, is_whole)
        else:
            from site_gen.publish.minutes_reading import (  # noqa: PLC0415 - as above
                read_in_worker,
                start_worker,
            )

            yield from in_workers(
                read_in_worker,
                tasks,
                workers=self.workers,
                chunk=CHUNK,
                start=start_worker,
                given=(self.directory, is_whole),
            )


def _read_files(directory: Directory, tasks: "list[Task]", is_whole: bool) -> "list[Read]":
    # Where another process is asked, what this loads is loaded there alone.
    from site_gen.publish.minutes_reading import read_files  # noqa: PLC0415

    return read_files(directory, tasks, is_whole)


def prepare_reading(state: Path) -> None:
    """Have at hand what understands minutes, if the settings are those that the store has.

    Whoever then reads under other settings does not use it.
    """
    from site_gen.publish.minutes_reading import prepare  # noqa: PLC0415 - long to load

    if (settings := _settings(state)) is None:
        return
    with suppress(sqlite3.Error), Store.open_readonly(state) as store:
        if (preparation := store.recalled(PREPARATION, settings[1])) is not None:
            prepare(settings[0].value, settings[1], preparation)


def rehearse_reading(root: Path, state: Path) -> None:
    """Read the latest minutes and keep nothing: all that reads the next is loaded and was used.

    Where the store has no settings yet, or is held by others, it is only loaded.
    """
    from site_gen.publish.minutes_reading import make_ready  # noqa: PLC0415 - long to load

    if (settings := _settings(state)) is None:
        return
    make_ready(settings[0].value, settings[1])
    with Store.open_readonly(state) as store:
        latest = store.latest_path()
    if latest is not None:
        _read_files(settings[0].value, [(root, latest, settings[1])], False)


def _settings(state: Path) -> tuple[Parsed[Directory], bytes] | None:
    """The settings that the store remembers, and the key of all that shapes what is understood."""
    try:
        with Store.open_readonly(state) as store:
            settings: tuple[Parsed[Directory], bytes] | None = store.recalled(SETTINGS)
            return settings
    except sqlite3.Error:
        return None


def _unbuilt(store: Store) -> Changes:
    """What a check, or a build that was cut short, has read and no build has shown."""
    kept = store.unbuilt()
    return Changes(frozenset(), Scope()) if kept is None else Changes(*kept)


def _reaches(store: Store, paths: Iterable[str]) -> dict[str, Reach]:
    return {path: reach_of(store, path) for path in paths}


def _scope(before: Mapping[str, Reach], after: Mapping[str, Reach]) -> Scope:
    scope = Scope()
    for path, reach in after.items():
        scope |= scope_between(before[path], reach)
    return scope
