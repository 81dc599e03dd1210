"""Pages from the store to the disk, in worker processes when there are many."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from site_gen.archive.content_links import finish_links
from site_gen.archive.reading import StoredArchive
from site_gen.archive.store import Store
from site_gen.model.documents import Document, Page
from site_gen.pages.every_page import make_views
from site_gen.pages.page_keys import PageKey
from site_gen.pages.renderer import Renderer
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.worker_pool import in_workers
from site_gen.site.directory import Directory
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass

FEW = 300  # pages; fewer are done sooner without other processes, which take long to begin
CHUNK = 24  # pages handed to a worker at a time


@dataclass(frozen=True)
class PageWriter:
    """All that it takes to write pages; handed to each worker once."""

    store_file: Path
    output: Path
    directory: Directory
    documents: Mapping[str, Document]
    pages: Mapping[str, Page]
    urls: Mapping[str, str]  # of each path within content/ that has a page or is published
    renderer: Renderer

    def write(
        self,
        keys: list[PageKey],
        archive: StoredArchive,
        *,
        workers: int,
        told: Callable[[int, int], None],
    ) -> tuple[dict[str, PageKey], int]:
        """Write the pages of `keys`; the page of each path, and how many files changed.

        `archive` is what the store holds; other processes open it for themselves.
        """
        written: dict[str, PageKey] = {}
        changed = 0
        results = self._results(keys, archive, workers)
        for number, (key, (paths, count)) in enumerate(zip(keys, results, strict=True), 1):
            written |= dict.fromkeys(paths, key)
            changed += count
            told(number, len(keys))
        return written, changed

    def _results(
        self, keys: list[PageKey], archive: StoredArchive, workers: int
    ) -> Iterator[tuple[set[str], int]]:
        if workers < 2 or len(keys) < FEW:
            desk = PageDesk(self, archive)
            yield from (desk.write(key) for key in keys)
            return
        yield from in_workers(
            _in_worker, keys, workers=workers, chunk=CHUNK, start=_start_worker, given=(self,)
        )


class PageDesk:
    """One process's open store and templates."""

    def __init__(self, writer: PageWriter, archive: StoredArchive | None = None) -> None:
        self._writer = writer
        self._archive = archive or StoredArchive(
            Store.open_readonly(writer.store_file),
            writer.directory,
            writer.documents,
            writer.pages,
        )

    def write(self, key: PageKey) -> tuple[set[str], int]:
        """Write the page or pages of `key`; their paths, and how many changed."""
        folder = OutputFolder(self._writer.output)
        folder.write_all(self.files(key))
        return folder.written, folder.changed

    def files(self, key: PageKey) -> Iterable[OutputFile]:
        """The finished page or pages of `key`."""
        return page_files(self._archive, key, self._writer)


def page_files(archive: StoredArchive, key: PageKey, writer: PageWriter) -> Iterator[OutputFile]:
    """The finished page or pages of `key`, as `archive` has them."""
    for view in make_views(archive, key):
        path = view.frame.address
        html = writer.renderer.render(view)
        yield OutputFile(path, finish_links(html, page=path, urls=writer.urls).encode())


_desk: PageDesk | None = None  # of this worker process


def _start_worker(writer: PageWriter) -> None:
    global _desk  # noqa: PLW0603 - one for each worker process, made once
    _desk = PageDesk(writer)


def _in_worker(key: PageKey) -> tuple[set[str], int]:
    if _desk is None:
        raise RuntimeError("the worker was not started")
    return _desk.write(key)
