"""What the last build left behind: which page made which file, and from what."""

import os
import pickle
import sqlite3
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.publish.report import BuildReport

FINISHED = "finished"
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


class Written(NamedTuple):
    """A file as it was written."""

    page: PageKey | None  # None for files that no page made
    size: int  # bytes
    modified: int  # nanoseconds

    def is_still(self, file: str | Path) -> bool:
        """Whether nobody has touched or removed the file since."""
        try:
            found = os.lstat(file)
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.modified)


@dataclass
class SiteState:
    """Kept in the store. A build that is cut short leaves none, so the next makes everything."""

    connection: sqlite3.Connection
    finished: Finished | None = None
    outputs: dict[str, Written] = field(default_factory=dict)  # by path in the output folder

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> "SiteState":
        """What the last build left; nothing when it did not come to its end."""
        row = connection.execute("SELECT value FROM built WHERE name = ?", (FINISHED,)).fetchone()
        if row is None:
            return cls(connection)
        kinds = {kind.value: kind for kind in PageKind}
        outputs = {
            path: Written(PageKey(kinds[kind], key, year) if kind else None, size, modified)
            for path, kind, key, year, size, modified in connection.execute("SELECT * FROM outputs")
        }
        finished = pickle.loads(row[0])  # noqa: S301 - the store is our own; see archive/store.py
        return cls(connection, finished, outputs)

    def begin(self) -> None:
        """From here on the output folder is between two states."""
        self.connection.execute("DELETE FROM built")
        self.connection.commit()

    def rows_of(
        self, folder: Path, written: Mapping[str, PageKey | None], made: Container[str]
    ) -> dict[str, Written]:
        """The files of this site as they lie there now, with the page of each.

        All but those of `made` lie there as the last build left them.
        """
        rows = {}
        for path, page in written.items():
            if path not in made and path in self.outputs:
                rows[path] = self.outputs[path]
                continue
            found = os.lstat(folder / path)
            rows[path] = Written(page, found.st_size, found.st_mtime_ns)
        return rows

    def finish(self, finished: Finished, rows: Mapping[str, Written]) -> None:
        """All files are in place: `rows`, and no others."""
        run = self.connection
        gone = [(path,) for path in self.outputs if path not in rows]
        run.executemany("DELETE FROM outputs WHERE path = ?", gone)
        run.executemany(
            "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)",
            (_row(path, now) for path, now in rows.items() if self.outputs.get(path) != now),
        )
        value = pickle.dumps(finished)
        run.execute("INSERT OR REPLACE INTO built VALUES (?, ?)", (FINISHED, value))
        run.commit()

    def touched(self, folder: Path) -> set[str]:
        """Paths of files that were removed or changed behind our back."""
        top = os.path.join(folder, "")  # noqa: PTH118 - as it stands before each path
        return {path for path, written in self.outputs.items() if not written.is_still(top + path)}

    def paths_of(self, pages: Iterable[PageKey]) -> dict[str, PageKey | None]:
        """The files that those pages made, as they were left."""
        wanted = set(pages)
        return {
            path: written.page for path, written in self.outputs.items() if written.page in wanted
        }


def _row(path: str, now: Written) -> tuple[str, str | None, str | None, int | None, int, int]:
    page = now.page
    key = (page.kind.value, page.id, page.year) if page else (None, None, None)
    return path, *key, now.size, now.modified
