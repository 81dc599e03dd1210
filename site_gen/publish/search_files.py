"""The search index from the store to the output folder: only what a change can have touched."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_gen.archive.reading import StoredArchive
from site_gen.archive.store import Store
from site_gen.publish.keys import digest
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.products import SEARCH
from site_gen.publish.worker_pool import in_workers
from site_gen.search.analysis import analyse_meeting
from site_gen.search.kept import MeetingEntry, Run, Sources
from site_gen.search.minutes_pieces import document_piece
from site_gen.site.directory import Directory
from site_gen.site.output import OutputFile

FEW = 400  # meetings; fewer are indexed sooner without other processes
DOCUMENT_KEY = "document-"


def write_search(
    archive: StoredArchive,
    store_file: Path,
    output: OutputFolder,
    untouched: Set[str],
    *,
    workers: int,
) -> None:
    """Write the files of the search index that are not as they should be.

    `untouched` are the files of the site that are still as the last build left them.
    """
    # Work on whole arrays takes a moment to load, and a build that changes nothing needs none.
    from site_gen.search.index import build_index  # noqa: PLC0415

    kept = _StoreKept(archive.store)
    before = _Before(archive.store)
    entries = [*_meeting_entries(archive.store), *_document_entries(archive, kept, before)]
    archive.store.commit()  # so that other processes can read the documents too
    sources = Sources(
        entries,
        _StoredAnalyses(store_file),
        before,
        glossary_pairs(archive.directory),
        filter_names(archive.directory),
        _runner(workers if len(entries) > FEW else 1),
    )
    report = build_index(sources, _IndexOutput(output, untouched), kept)
    kept.forget_unused(is_whole=report.is_whole)
    archive.store.forget_superseded()


def glossary_pairs(directory: Directory) -> list[tuple[str, str]]:
    """Words that find each other: acronyms and what they stand for, residents' words and ours."""
    acronyms = [(one.short, one.expansion) for one in directory.glossary.acronyms]
    return [*acronyms, *directory.glossary.words]


def filter_names(directory: Directory) -> Mapping[str, str]:
    """The names of people and offices by id."""
    people = {one.id: one.name for one in directory.people.values()}
    return people | {one.id: one.title for one in directory.offices.values()}


def _meeting_entries(store: Store) -> list[MeetingEntry]:
    rows = store.select(
        "SELECT m.id, m.day, f.key, f.published, f.own FROM meetings m JOIN files f USING (path) "
        "JOIN products p USING (path) WHERE NOT m.is_shadowed AND p.name = ? AND length(p.content)",
        SEARCH,
    )
    return [
        MeetingEntry(meeting, day, digest(key, published or b"", own or b"").hex())
        for meeting, day, key, published, own in rows
    ]


def _document_entries(
    archive: StoredArchive, kept: "_StoreKept", before: "_Before"
) -> list[MeetingEntry]:
    entries = []
    for document in archive.documents.values():
        piece = document_piece(document, archive.directory)
        analysis = analyse_meeting([piece])
        key = f"{DOCUMENT_KEY}{piece.meeting}"
        former = kept.get(key)
        if former != analysis:
            before.documents[piece.meeting] = former
            kept.put(key, analysis)
        entries.append(MeetingEntry(piece.meeting, piece.date, digest(analysis).hex()))
    return entries


@dataclass(frozen=True)
class _StoredAnalyses:
    """Reads analyses from the store, in whatever process it is called."""

    store_file: Path

    def __call__(self, ids: Sequence[str]) -> list[bytes]:
        with Store.open_readonly(self.store_file) as store:
            return [_analysis(store, identifier) for identifier in ids]


def _analysis(store: Store, identifier: str) -> bytes:
    found = store.select(
        "SELECT content FROM products JOIN meetings USING (path) "
        "WHERE id = ? AND NOT is_shadowed AND name = ?",
        identifier,
        SEARCH,
    )
    row = next(found, None) or next(
        store.select("SELECT value FROM kept WHERE key = ?", f"{DOCUMENT_KEY}{identifier}")
    )
    return bytes(row[0])


@dataclass
class _Before:
    """Finds what may have been a meeting's or a document's analysis when it was last indexed."""

    store: Store
    documents: dict[str, bytes | None] = field(default_factory=dict)  # those that changed

    def __call__(self, meeting: str) -> Iterator[bytes]:
        former = self.documents.get(meeting)
        if former is not None:
            yield former
        queries = (
            "SELECT content FROM superseded WHERE meeting = ?",
            # Another file may have been the one that is shown.
            "SELECT content FROM products JOIN meetings USING (path) WHERE id = ? AND name = ?",
            "SELECT value FROM kept WHERE key = ?",
        )
        values = ((meeting,), (meeting, SEARCH), (f"{DOCUMENT_KEY}{meeting}",))
        for query, given in zip(queries, values, strict=True):
            yield from (bytes(content) for (content,) in self.store.select(query, *given))


@dataclass
class _StoreKept:
    """What earlier builds left, in the store."""

    store: Store
    used: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        self.used.add(key)
        row = next(self.store.select("SELECT value FROM kept WHERE key = ?", key), None)
        return None if row is None else bytes(row[0])

    def put(self, key: str, value: bytes) -> None:
        self.used.add(key)
        self.store.connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def forget_unused(self, *, is_whole: bool) -> None:
        """Forget documents that are gone, and after a whole index all that it did not leave."""
        known = [key for (key,) in self.store.select("SELECT key FROM kept")]
        unused = [
            (key,)
            for key in known
            if key not in self.used and (is_whole or key.startswith(DOCUMENT_KEY))
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
    untouched: Set[str]

    @property
    def write_files(self) -> _FolderWriter:
        return _FolderWriter(self.output.folder)

    def wrote(self, paths: Iterable[str], changed: int) -> None:
        self.output.wrote(paths, changed)

    def write(self, path: str, content: bytes) -> None:
        self.output.write(OutputFile(path, content))

    def has(self, paths: Iterable[str]) -> bool:
        return self.untouched >= set(paths)

    def keep(self, paths: Iterable[str]) -> None:
        self.output.keep(paths)

    def read(self, path: str) -> bytes:
        return (self.output.folder / path).read_bytes()


def _runner(workers: int) -> Run:
    def run(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterable[Any]:
        if workers < 2 or len(tasks) < 2:
            return map(work, tasks)
        return in_workers(work, tasks, workers=workers)

    return run
