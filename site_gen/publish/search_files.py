"""The search index from the store to the output folder: only what a change can have touched."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_gen.archive.reading import StoredArchive
from site_gen.archive.store import Store
from site_gen.publish.beside import Answer, Beside
from site_gen.publish.keys import digest
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.search_update import (
    DOCUMENT_KEY,
    SearchTask,
    SearchUpdate,
    StoredAnalyses,
    StoredBefore,
    allow_writing,
    begin_update,
    finish_update,
    load_shards,
    meeting_entries,
    take_shards,
)
from site_gen.publish.worker_pool import worker_pool
from site_gen.search.kept import IN_INDEX, PART_KEYS, MeetingEntry, Run, Sources
from site_gen.site.directory import Directory
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass, field

if TYPE_CHECKING:  # it takes a moment to load
    from concurrent.futures import ProcessPoolExecutor

    from site_gen.search.shard_patching import GroupChange

FEW = 400  # meetings; fewer are indexed sooner without other processes


class SearchFiles:
    """The search index of one build.

    What a change of few days changes is worked out in another process where there is one: from
    when this is made, and written from when `write_share` is called.
    """

    def __init__(
        self,
        archive: StoredArchive,
        store_file: Path,
        output: OutputFolder,
        sound: Set[str],
        touched: frozenset[str],
        *,
        beside: Beside | None,
    ) -> None:
        """`sound` are the files that are still as the last build left them, `touched` the rest."""
        self._archive = archive
        self._store_file = store_file
        self._output = output
        self._sound = sound
        self._touched = touched
        self._kept = _StoreKept(archive.store)
        self._former: dict[str, bytes | None] = {}  # of documents that changed
        self._documents = _document_entries(archive, self._kept, self._former)
        archive.store.commit()  # so that other processes can read the documents too
        self._beside = beside
        self._begun: Answer[list[GroupChange] | None] | None = None
        self._rest: Answer[SearchUpdate | None] | None = None
        self._in_index: Set[str] = frozenset()  # files that the last build left
        if beside is not None and sound:
            self._begun = beside.ask(begin_update, self._task())

    def write_share(self) -> None:
        """Write the part of an update that falls to this process; another goes on with the rest."""
        if self._beside is None or self._begun is None:
            return
        self._beside.ask(allow_writing)
        if not self._begun.is_there:
            load_shards()  # if there was no time for it before, there is now
        given = self._begun.get()
        if given is None:
            return
        from site_gen.search.shard_patching import patch_group  # noqa: PLC0415 - as in `_build`

        output = self._index_output()
        groups = []
        while given:
            more = self._beside.ask(take_shards)  # told by the time that these are done
            groups += [patch_group(change, output, self._kept) for change in given]
            given = more.get()
        self._rest = self._beside.ask(finish_update, groups)
        self._in_index = {path for path in self._sound if path.startswith(IN_INDEX)}

    def write(self, *, workers: int) -> None:
        """Write the files of the search index that are not as they should be.

        After `write_share`: what lies between the two is done while another process is busy.
        """
        if self._rest is None or not self._put(self._rest.get()):
            self._build(workers)
        self._archive.store.forget_superseded()

    def _task(self) -> SearchTask:
        archive, folder = self._archive, self._output.folder
        return SearchTask(
            self._store_file,
            folder,
            self._touched,
            self._documents,
            self._former,
            glossary_pairs(archive.directory),
            filter_names(archive.directory),
        )

    def _index_output(self) -> "_IndexOutput":
        return _IndexOutput(self._output, self._sound, self._touched)

    def _put(self, update: SearchUpdate | None) -> bool:
        """Keep what another process worked out; whether it did."""
        if update is None:
            return False
        self._output.wrote(update.written, update.changed)
        self._output.keep(self._in_index - update.gone)
        for key, value in update.kept.items():
            self._kept.put(key, value)
        self._kept.forget_unused(is_whole=False)
        return True

    def _build(self, workers: int) -> None:
        # Work on whole arrays takes a moment to load.
        from site_gen.search.index import build_index, make_whole_index  # noqa: PLC0415

        store = self._archive.store
        entries = [*meeting_entries(store), *self._documents]
        build = build_index if self._begun is None else make_whole_index
        with _running(workers if len(entries) > FEW else 1) as run:
            sources = Sources(
                entries,
                StoredAnalyses(self._store_file),
                StoredBefore(store, self._former),
                glossary_pairs(self._archive.directory),
                filter_names(self._archive.directory),
                run,
            )
            report = build(sources, self._index_output(), self._kept)
        self._kept.forget_unused(is_whole=report.is_whole)


def glossary_pairs(directory: Directory) -> list[tuple[str, str]]:
    """Words that find each other: acronyms and what they stand for, residents' words and ours."""
    acronyms = [(one.short, one.expansion) for one in directory.glossary.acronyms]
    return [*acronyms, *directory.glossary.words]


def filter_names(directory: Directory) -> Mapping[str, str]:
    """The names of people and offices by id."""
    people = {one.id: one.name for one in directory.people.values()}
    return people | {one.id: one.title for one in directory.offices.values()}


def _document_entries(
    archive: StoredArchive, kept: "_StoreKept", former: dict[str, bytes | None]
) -> list[MeetingEntry]:
    """The entry of each document; `former` is given the analyses of those that changed."""
    if not archive.documents:
        return []
    from site_gen.search.analysis import analyse_meeting  # noqa: PLC0415 - as below
    from site_gen.search.minutes_pieces import document_piece  # noqa: PLC0415

    entries = []
    for document in archive.documents.values():
        piece = document_piece(document, archive.directory)
        analysis = analyse_meeting([piece])
        key = f"{DOCUMENT_KEY}{piece.meeting}"
        known = kept.get(key)
        if known != analysis:
            former[piece.meeting] = known
            kept.put(key, analysis)
        entries.append(MeetingEntry(piece.meeting, piece.date, digest(analysis).hex()))
    return entries


@dataclass
class _StoreKept:
    """What earlier builds left, in the store."""

    store: Store
    used: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        self.used.add(key)
        row = next(self.store.select("SELECT value FROM kept WHERE key = ?", key), None)
        return None if row is None else bytes(row[0])

    def put(self, key: str, value: bytes) -> None:
        self.used.add(key)
        self.made.add(key)
        self.store.connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def forget_unused(self, *, is_whole: bool) -> None:
        """Forget documents that are gone, and after a whole index all that it did not leave."""
        known = [key for (key,) in self.store.select("SELECT key FROM kept")]
        unused = [
            (key,)
            for key in known
            if (key not in self.used and (is_whole or key.startswith(DOCUMENT_KEY)))
            or (is_whole and key not in self.made and key.startswith(PART_KEYS))
        ]
        self.store.connection.executemany("DELETE FROM kept WHERE key = ?", unused)


@dataclass(frozen=True)
class _FolderWriter:
    """Writes files of the site, in whatever process it is called."""

    folder: Path

    def __call__(self, files: Mapping[str, bytes]) -> int:
        output = OutputFolder(self.folder)
        output.write_all(OutputFile(path, content) for path, content in files.items())
        return output.changed


@dataclass(frozen=True)
class _IndexOutput:
    """The output folder as the index builder sees it."""

    output: OutputFolder
    sound: Set[str]
    touched: Set[str]

    @property
    def write_files(self) -> _FolderWriter:
        return _FolderWriter(self.output.folder)

    def wrote(self, paths: Iterable[str], changed: int) -> None:
        self.output.wrote(paths, changed)

    def write(self, path: str, content: bytes) -> None:
        self.output.write(OutputFile(path, content))

    @property
    def is_whole(self) -> bool:
        return bool(self.sound) and not any(path.startswith(IN_INDEX) for path in self.touched)

    def has(self, path: str) -> bool:
        return path in self.sound

    def keep(self, path: str) -> None:
        self.output.keep([path])

    def keep_all_but(self, gone: Set[str]) -> None:
        self.output.keep({path for path in self.sound if path.startswith(IN_INDEX)} - gone)

    def read(self, path: str) -> bytes:
        return (self.output.folder / path).read_bytes()


@contextmanager
def _running(workers: int) -> Iterator[Run]:
    """Does years first and groups of terms after them, each kind of work in processes of its own.

    They load again what both kinds need, and give back the memory that a kind took before the next
    begins. The processes begin with the first task.
    """
    with ExitStack() as begun:
        pools: dict[Callable[[Any], Any], ProcessPoolExecutor] = {}

        def run(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterable[Any]:
            if workers < 2 or len(tasks) < 2:
                return map(work, tasks)
            if work not in pools:
                begun.close()
                pools[work] = begun.enter_context(worker_pool(workers))
            return pools[work].map(work, tasks)

        yield run
