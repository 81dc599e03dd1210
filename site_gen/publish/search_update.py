"""What a change of few days changes in the search index, worked out in another process.

A part of the shards is left to the process that asks: it has a processor too. The first of them it
is given before it has time for them, and each time that it comes for more, a part of those that
nobody has begun. Each writes the files of its own part, so that both wait for the disk at once;
what the next build needs is given back.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn

from site_gen.archive.packing import unseal
from site_gen.archive.store import Store
from site_gen.publish.beside import WorkerLostError
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.product_names import SEARCH
from site_gen.search.kept import IN_INDEX, MeetingEntry, Sources, WriteFiles
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass, field

if TYPE_CHECKING:  # see `load_search`
    from site_gen.search.shard_files import Group
    from site_gen.search.shard_patching import Elsewhere, GroupChange

DOCUMENT_KEY = "document-"
# Of the terms that are left, what is given away at a time: less than half, so that neither process
# waits long for the other in the end.
SHARE = 0.25


@dataclass(frozen=True, slots=True)
class SearchTask:
    """What to update, and what the store does not say."""

    store_file: Path
    folder: Path  # of the site
    touched: frozenset[str]  # files of the site that are not as the last build left them
    documents: Sequence[MeetingEntry]
    former: Mapping[str, bytes | None]  # analyses of documents that changed
    glossary: Sequence[tuple[str, str]]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SearchUpdate:
    """What was done, and what there is to keep."""

    written: frozenset[str]  # files of the site
    changed: int  # how many of them are not as they were
    gone: frozenset[str]  # files that the last build left of the index; all others stay
    kept: Mapping[str, bytes]  # for the next build


def load_search() -> None:
    """Load what an update needs: work on whole arrays takes a moment to load."""
    import site_gen.search.index  # noqa: F401, PLC0415


def load_shards() -> None:
    """Load what changes shards, which is less."""
    import site_gen.search.shard_patching  # noqa: F401, PLC0415 - as above


def begin_update(task: SearchTask) -> "list[GroupChange] | None":
    """Shards that whoever asks has to do; None: everything is to be made.

    What is worked out meanwhile is written from `allow_writing` on.
    """
    global _running  # noqa: PLW0603 - one for each process
    if _running is not None:
        _running.give_up()
    _running = _Running(task)
    _running.start()
    begun: list[GroupChange] | None = _running.told.get()()
    return begun


def allow_writing() -> None:
    """Have files written: whoever asks has come to the end of all that could stop it before."""
    _begun().output.allow()


def take_shards() -> "list[GroupChange]":
    """More shards for whoever asks, who has done with the former ones soon; none: that was all."""
    return _begun().give_away()


def finish_update(groups: "Sequence[Group | None]") -> SearchUpdate | None:
    """The update, now that the shards that were given away are as `groups` says, in their order.

    None when everything is to be made. Raises OSError where a file could not be written.
    """
    global _running
    running, _running = _begun(), None
    running.done.put(groups)
    update: SearchUpdate | None = running.told.get()()
    return update


class _Running(Thread):
    """An update that goes on while the other process does its part of it."""

    def __init__(self, task: SearchTask) -> None:
        super().__init__(daemon=True)
        self._task = task
        self.output = _Output(task.folder, task.touched)
        self.told: SimpleQueue[Callable[[], Any]] = SimpleQueue()
        self.done: SimpleQueue[Sequence[Group | None] | None] = SimpleQueue()
        self._left: deque[GroupChange] = deque()
        self._given: list[GroupChange] = []

    def run(self) -> None:
        """Tell what is given away, and then what `update_search` gives, or raises."""
        try:
            told: Callable[[], Any] = partial(_same, update_search(self._task, self.output, self))
        except Exception as error:  # noqa: BLE001 - raised again where it was asked
            told = partial(_raise, error)
        self.told.put(told)

    def give_up(self) -> None:
        """Let it come to its end: nobody wants it any more."""
        self.output.forbid()
        self.done.put(None)
        self.join()

    def share(self, tasks: "deque[GroupChange]") -> None:
        """Have a first part of `tasks` given away now, and more of them whenever that is asked."""
        self._left = tasks
        given = self.give_away() if len(tasks) > 1 else []  # which are for this process
        self.told.put(partial(_same, given))

    def give_away(self) -> "list[GroupChange]":
        """A part of what is left; none when nothing is."""
        most = SHARE * sum(task.size for task in self._left.copy())
        given: list[GroupChange] = []
        with suppress(IndexError):  # the other thread was faster
            while not given or self._left[0].size / 2 <= most:
                given.append(self._left.popleft())
                most -= given[-1].size
        self._given += given
        return given

    def wait(self) -> "Mapping[tuple[str, int], Group | None]":
        """What was made of all that was given away."""
        groups = self.done.get()
        if groups is None:
            raise WorkerLostError
        return {one.which: group for one, group in zip(self._given, groups, strict=False)}


_running: _Running | None = None


def _begun() -> _Running:
    if _running is None:
        raise RuntimeError("no update was begun")
    return _running


def _same(value: object) -> object:
    return value


def _raise(error: Exception) -> NoReturn:
    raise error


def update_search(
    task: SearchTask, output: "_Output", elsewhere: "Elsewhere | None" = None
) -> SearchUpdate | None:
    """The update; None when everything is to be made. `elsewhere` does a part of the shards."""
    from site_gen.search.index import update_index  # noqa: PLC0415 - see `load_search`

    with Store.open_readonly(task.store_file) as store:
        kept = _ReadKept(store)
        sources = Sources(
            [*meeting_entries(store), *task.documents],
            StoredAnalyses(task.store_file),
            StoredBefore(store, task.former),
            task.glossary,
            task.names,
        )
        if update_index(sources, output, kept, elsewhere) is None:
            return None
    return SearchUpdate(*output.written(), frozenset(output.gone), kept.changed)


def rehearse_search(store_file: Path, folder: Path) -> None:
    """Work out an update and keep nothing: what the next needs is loaded and has been used."""
    task = SearchTask(store_file, folder, frozenset(), (), {}, (), {})
    update_search(task, _Output(folder, task.touched))


def meeting_entries(store: Store) -> list[MeetingEntry]:
    """The entry of every meeting that is shown and has words."""
    rows = store.select(
        "SELECT id, day, made_of FROM meetings "
        "WHERE NOT is_shadowed AND path NOT IN (SELECT path FROM empty_products WHERE name = ?)",
        SEARCH,
    )
    return [MeetingEntry(*row) for row in rows]


@dataclass(frozen=True)
class StoredAnalyses:
    """Reads analyses from the store, in whatever process it is called."""

    store_file: Path

    def __call__(self, ids: Sequence[str]) -> list[bytes]:
        """The analyses of those meetings and documents, in that order."""
        with Store.open_readonly(self.store_file) as store:
            return [_analysis(store, identifier) for identifier in ids]


def _analysis(store: Store, identifier: str) -> bytes:
    with suppress(KeyError):
        return store.product(SEARCH, identifier)
    query = "SELECT value FROM kept WHERE key = ?"
    return bytes(next(store.select(query, f"{DOCUMENT_KEY}{identifier}"))[0])


@dataclass(frozen=True)
class StoredBefore:
    """Finds what may have been a meeting's or a document's analysis when it was last indexed."""

    store: Store
    documents: Mapping[str, bytes | None]  # those that changed

    def __call__(self, meeting: str) -> Iterator[bytes]:
        """Every one that it may have been."""
        former = self.documents.get(meeting)
        if former is not None:
            yield former
        queries: tuple[tuple[str, tuple[str, ...]], ...] = (
            ("SELECT content FROM superseded WHERE meeting = ?", (meeting,)),
            # Another file may have been the one that is shown.
            (
                "SELECT content FROM products JOIN meetings USING (path) WHERE id = ? AND name = ?",
                (meeting, SEARCH),
            ),
        )
        for query, given in queries:
            yield from (unseal(content) for (content,) in self.store.select(query, *given))
        documents = self.store.select(
            "SELECT value FROM kept WHERE key = ?", f"{DOCUMENT_KEY}{meeting}"
        )
        yield from (bytes(content) for (content,) in documents)


@dataclass
class _ReadKept:
    """What earlier builds left, and what this one leaves."""

    store: Store
    changed: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        if key in self.changed:
            return self.changed[key]
        row = next(self.store.select("SELECT value FROM kept WHERE key = ?", key), None)
        return None if row is None else bytes(row[0])

    def put(self, key: str, value: bytes) -> None:
        self.changed[key] = value


class _Output:
    """The output folder. Nothing is written before that is allowed."""

    def __init__(self, folder: Path, touched: Set[str]) -> None:
        self._folder = OutputFolder(folder)
        self._touched = touched
        self._waiting: dict[str, bytes] = {}  # files that are to be written
        self._is_allowed = False
        self.gone: set[str] = set()

    def allow(self) -> None:
        """Write from now on; what waits is written with the next file."""
        self._is_allowed = True

    def forbid(self) -> None:
        """Write no file any more."""
        self._is_allowed = False

    def written(self) -> tuple[frozenset[str], int]:
        """All that was written, and how much of it changed. What still waits is written first."""
        self._take({})
        return frozenset(self._folder.written), self._folder.changed

    def _take(self, files: Mapping[str, bytes]) -> int:
        self._waiting.update(files)
        while self._is_allowed and self._waiting:
            path = next(iter(self._waiting))
            self._folder.write(OutputFile(path, self._waiting.pop(path)))
        return 0  # they are counted here

    @property
    def write_files(self) -> WriteFiles:
        return self._take

    def wrote(self, paths: Iterable[str], changed: int) -> None:
        """Nothing to say: `write_files` is called in this process."""

    def write(self, path: str, content: bytes) -> None:
        self._take({path: content})

    @property
    def is_whole(self) -> bool:
        return not any(path.startswith(IN_INDEX) for path in self._touched)

    def has(self, path: str) -> bool:
        return path not in self._touched and (self._folder.folder / path).is_file()

    def keep(self, path: str) -> None:
        self.gone.discard(path)

    def keep_all_but(self, gone: Set[str]) -> None:
        self.gone |= gone

    def read(self, path: str) -> bytes:
        waiting = self._waiting.get(path)
        return (self._folder.folder / path).read_bytes() if waiting is None else waiting
