"""What the last build left behind: which page made which file, and from what."""

import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.publish.output_found import Stamp
from site_gen.publish.report import BuildReport

FINISHED = "finished"
# Path, the page's kind, id and year where a page made the file, bytes and time of the last change.
Row = tuple[str, str | None, str, int, int, int]
YearLists = Mapping[tuple[PageKind, str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Finished:
    """What a build that came to its end was made from, and what it said."""

    inputs_key: bytes  # of all that it was made from; equal keys, equal site
    site_key: bytes  # of settings, templates, code, addresses: whatever every page shares
    year_lists: YearLists  # the years of each list that has a page a year
    theme: frozenset[str]  # paths of styles, scripts and pictures
    attachments: Mapping[str, bytes]  # digest of each, by its path within content/
    report: BuildReport


@dataclass
class SiteState:
    """Kept in the store. A build that is cut short leaves none, so the next makes everything."""

    connection: sqlite3.Connection
    finished: Finished | None = None

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> "SiteState":
        """What the last build left; nothing when it did not come to its end."""
        row = connection.execute("SELECT value FROM built WHERE name = ?", (FINISHED,)).fetchone()
        if row is None:
            return cls(connection)
        # The store is our own; see archive/store.py.
        return cls(connection, pickle.loads(row[0]))  # noqa: S301

    @cached_property
    def left(self) -> Mapping[str, Stamp]:
        """Every file as the last build left it, by its path in the output folder."""
        return {path: (size, modified) for path, _, _, _, size, modified in self._rows}

    @cached_property
    def pages(self) -> Mapping[str, PageKey]:
        """The page that made each file, of those that a page made."""
        kinds = {kind.value: kind for kind in PageKind}
        return {
            path: PageKey(kinds[kind], key, year)
            for path, kind, key, year, _, _ in self._rows
            if kind is not None
        }

    @cached_property
    def _rows(self) -> list[Row]:
        if self.finished is None:
            return []
        return self.connection.execute("SELECT * FROM outputs").fetchall()

    def begin(self) -> None:
        """From here on the output folder is between two states."""
        self.connection.execute("DELETE FROM built")
        self.connection.commit()

    def finish(
        self, finished: Finished, made: Mapping[str, Stamp], pages: Mapping[str, PageKey | None]
    ) -> None:
        """All files are in place: those of `made` as they are there now, the others as before."""
        run = self.connection
        run.executemany(
            "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)",
            (_row(path, pages.get(path), stamp) for path, stamp in made.items()),
        )
        value = pickle.dumps(finished)
        run.execute("INSERT OR REPLACE INTO built VALUES (?, ?)", (FINISHED, value))
        run.commit()

    def forget(self, paths: Iterable[str]) -> None:
        """Those files are not of the site any more."""
        if self.finished is None:
            self.connection.execute("DELETE FROM outputs")  # of a build before one cut short
            return
        rows = [(path,) for path in paths]
        self.connection.executemany("DELETE FROM outputs WHERE path = ?", rows)


def _row(path: str, page: PageKey | None, stamp: Stamp) -> Row:
    key = (page.kind.value, page.id, page.year) if page else (None, "", 0)
    return path, *key, *stamp
