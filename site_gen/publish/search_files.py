"""The search index from the store to the output folder: only what a change can have touched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_gen.archive.reading import StoredArchive
from site_gen.archive.store import Store
from site_gen.publish.keys import digest
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.products import SEARCH
from site_gen.publish.site_state import SiteState
from site_gen.publish.worker_pool import in_workers
from site_gen.search.analysis import analyse_meeting
from site_gen.search.index import build_index
from site_gen.search.kept import MeetingEntry
from site_gen.search.minutes_pieces import document_piece
from site_gen.site.directory import Directory
from site_gen.site.output import OutputFile

FEW = 400  # meetings; fewer are indexed sooner without other processes
DOCUMENT_KEY = "document-"


def write_search(
    archive: StoredArchive,
    store_file: Path,
    output: OutputFolder,
    state: SiteState,
    *,
    workers: int,
) -> None:
    """Write the files of the search index that are not as they should be."""
    kept = _StoreKept(archive.store)
    entries = [*_meeting_entries(archive.store), *_document_entries(archive, kept)]
    archive.store.commit()  # so that other processes can read the documents too
    build_index(
        entries,
        _StoredAnalyses(store_file),
        _IndexOutput(output, state),
        kept,
        glossary=glossary_pairs(archive.directory),
        names=filter_names(archive.directory),
        run=_runner(workers if len(entries) > FEW else 1),
    )
    kept.forget_unused()


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
        "JOIN products p USING (path) WHERE NOT m.is_shadowed AND p.name = ? AND p.content <> ?",
        SEARCH,
        b"",
    )
    return [
        MeetingEntry(meeting, day, digest(key, published or b"", own or b"").hex())
        for meeting, day, key, published, own in rows
    ]


def _document_entries(archive: StoredArchive, kept: "_StoreKept") -> list[MeetingEntry]:
    entries = []
    for document in archive.documents.values():
        piece = document_piece(document, archive.directory)
        analysis = analyse_meeting([piece])
        kept.put(f"{DOCUMENT_KEY}{piece.meeting}", analysis)
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
class _StoreKept:
    """What earlier builds left, in the store; what this build did not ask for is forgotten."""

    store: Store
    used: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        self.used.add(key)
        row = next(self.store.select("SELECT value FROM kept WHERE key = ?", key), None)
        return None if row is None else bytes(row[0])

    def put(self, key: str, value: bytes) -> None:
        self.used.add(key)
        self.store.connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def forget_unused(self) -> None:
        # The parts of one segment are kept under "segment-<digest>-<part>" and needed together,
        # though a build that changes nothing in their block asks for one of them alone.
        whole = {_stem(key) for key in self.used}
        known = [key for (key,) in self.store.select("SELECT key FROM kept")]
        unused = [(key,) for key in known if _stem(key) not in whole]
        self.store.connection.executemany("DELETE FROM kept WHERE key = ?", unused)


def _stem(key: str) -> str:
    return "-".join(key.split("-")[:2]) if key.startswith("segment-") else key


@dataclass(frozen=True)
class _IndexOutput:
    """The output folder as the index builder sees it."""

    output: OutputFolder
    state: SiteState

    def write(self, path: str, content: bytes) -> None:
        self.output.write(OutputFile(path, content))

    def keep(self, paths: Sequence[str]) -> bool:
        known = self.state.outputs
        folder = self.output.folder
        if not all(path in known and known[path].is_still(folder / path) for path in paths):
            return False
        self.output.written.update(paths)
        return True


def _runner(workers: int) -> Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]:
    def run(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterable[Any]:
        if workers < 2 or len(tasks) < 2:
            yield from map(work, tasks)
            return
        yield from in_workers(work, tasks, workers=workers)

    return run
