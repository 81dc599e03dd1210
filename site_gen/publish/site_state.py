"""What the last build left behind: which page made which file, and from what."""

import os
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.archive.store import Store, unpack
from site_gen.pages.every_page import PageKey, PageKind

FINISHED = "finished"
YearLists = Mapping[tuple[PageKind, str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Finished:
    """What a build that came to its end was made from, besides the minutes."""

    site_key: bytes  # of settings, templates, code, addresses: whatever every page shares
    year_lists: YearLists  # the years of each list that has a page a year


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written."""

    page: PageKey | None  # None for files that no page made
    size: int  # bytes
    modified: int  # nanoseconds

    def is_still(self, file: Path) -> bool:
        """Whether nobody has touched or removed the file since."""
        try:
            found = os.lstat(file)
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.modified)


@dataclass
class SiteState:
    """Kept in the store. A build that is cut short leaves none, so the next makes everything."""

    store: Store
    finished: Finished | None = None
    outputs: dict[str, Written] = field(default_factory=dict)  # by path in the output folder

    @classmethod
    def read(cls, store: Store) -> "SiteState":
        """What the last build left; nothing when it did not come to its end."""
        row = next(store.select("SELECT value FROM built WHERE name = ?", FINISHED), None)
        if row is None:
            return cls(store)
        outputs = {
            path: Written(None if page is None else unpack(page), size, modified)
            for path, page, size, modified in store.select("SELECT * FROM outputs")
        }
        return cls(store, unpack(row[0]), outputs)

    def begin(self) -> None:
        """From here on the output folder is between two states."""
        self.store.connection.execute("DELETE FROM built")
        self.store.commit()

    def finish(
        self, finished: Finished, folder: Path, written: Mapping[str, PageKey | None]
    ) -> None:
        """All files are in place; `written` names those of this build, with the page of each."""
        run = self.store.connection
        gone = [(path,) for path in self.outputs if path not in written]
        run.executemany("DELETE FROM outputs WHERE path = ?", gone)
        run.executemany(
            "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)",
            (self._row(folder, path, page) for path, page in written.items()),
        )
        run.execute(
            "INSERT OR REPLACE INTO built VALUES (?, ?)", (FINISHED, pickle.dumps(finished))
        )
        self.store.commit()

    def missing_pages(self, folder: Path) -> set[PageKey]:
        """Pages that have a file which was removed or changed behind our back."""
        return {
            written.page
            for path, written in self.outputs.items()
            if written.page is not None and not written.is_still(folder / path)
        }

    def paths_of(self, pages: Iterable[PageKey]) -> dict[str, PageKey | None]:
        """The files that those pages made, as they were left."""
        wanted = set(pages)
        return {
            path: written.page for path, written in self.outputs.items() if written.page in wanted
        }

    def is_untouched(self, folder: Path) -> bool:
        """Whether every file is as the last build left it."""
        return all(written.is_still(folder / path) for path, written in self.outputs.items())

    def _row(
        self, folder: Path, path: str, page: PageKey | None
    ) -> tuple[str, bytes | None, int, int]:
        found = os.lstat(folder / path)
        packed = None if page is None else pickle.dumps(page)
        return path, packed, found.st_size, found.st_mtime_ns
