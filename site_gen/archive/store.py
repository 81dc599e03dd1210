"""The archive's disposable memory; `state_file` opens it.

Each file's understood form is kept under a key of all that shaped it, so a build reads back what
did not change. Deleting the store costs time and nothing else.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from site_gen.archive.content_links import ContentLink
from site_gen.archive.packing import pack, unpack, unpack_of, unseal
from site_gen.archive.state_file import open_state, open_state_readonly
from site_gen.archive.store_schema import TABLES_BY_PATH
from site_gen.archive.stored_file import StoredFile
from site_gen.diagnostics import Diagnostic
from site_gen.model.meetings import Meeting
from site_gen.site.addresses import meeting_url

UNBUILT = "unbuilt"
Value = TypeVar("Value")


class Twin(NamedTuple):
    """A file that is not shown, since another has its meeting's id."""

    meeting_id: str
    shown: str  # path of the file that is shown
    path: str


class Store:
    """Everything that was understood, on disk, asked in SQL."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        # Name of the product that is set aside when its file is forgotten; none where "".
        self.sets_aside = ""
        self._is_settled = True

    @classmethod
    def open(cls, file: Path, made_by: bytes = b"") -> Self:
        """The store at `file`, made when it is missing, broken, or of other code."""
        return cls(open_state(file, made_by))

    @classmethod
    def open_readonly(cls, file: Path) -> Self:
        """The store at `file` as last committed, for a worker process."""
        return cls(open_state_readonly(file))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.connection.close()

    def commit(self) -> None:
        """Make what was put visible to other processes."""
        self.connection.commit()

    def keys(self) -> dict[str, bytes]:
        """The key under which each path was understood."""
        return dict(self.connection.execute("SELECT path, key FROM files"))

    def address_keys(self) -> Iterator[tuple[str, str, bytes, bytes]]:
        """(path, meeting id, key of the published addresses it keeps, key of its own)."""
        return iter(
            self.connection.execute(
                "SELECT path, id, published, own FROM files JOIN meetings USING (path)"
            )
        )

    def paths_with_other_addresses(self, key: bytes) -> set[str]:
        """Files with a meeting that keeps, or has, other addresses than those of `key`."""
        rows = self.connection.execute(
            "SELECT path FROM files JOIN meetings USING (path) WHERE ? NOT IN (published, own)",
            (key,),
        )
        return {path for (path,) in rows}

    def forget(self, paths: Iterable[str]) -> None:
        """Drop all that is known of `paths`."""
        rows = [(path,) for path in paths]
        if self.sets_aside:
            # What an earlier build set aside and no later one took up stays: it came before.
            self.connection.executemany(
                "INSERT OR IGNORE INTO superseded SELECT path, id, content "
                "FROM products JOIN meetings USING (path) WHERE name = ? AND path = ?",
                [(self.sets_aside, path) for (path,) in rows],
            )
        for table in TABLES_BY_PATH:
            self.connection.executemany(f"DELETE FROM {table} WHERE path = ?", rows)  # noqa: S608

    def forget_superseded(self) -> None:
        """Drop what was set aside: all that is made of it is up to date."""
        self.connection.execute("DELETE FROM superseded")

    def put(self, file: StoredFile) -> None:
        """Keep all of a file of which nothing is kept; `forget` what was known of its path."""
        whole = (file.path, file.key, file.published, file.own, file.diagnostics)
        self._insert("files", whole)
        for table, rows in groupby(file.rows, key=itemgetter(0)):
            self._insert(table, *(values for _, values in rows))

    @contextmanager
    def without_indexes(self) -> Iterator[None]:
        """Many files are put sooner so: the indexes are made again after them, each in one go.

        Nothing is asked of the store meanwhile. Whoever is stopped leaves it as last committed.
        """
        run = self.connection.execute
        if not self.connection.in_transaction:
            run("BEGIN")
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        indexes = run(query).fetchall()
        try:
            for name, _ in indexes:
                run(f"DROP INDEX {name}")
            yield
            for _, definition in indexes:
                run(definition)
        except BaseException:
            self.connection.rollback()
            raise

    def _insert(self, table: str, *rows: tuple[object, ...]) -> None:
        marks = ",".join("?" * len(rows[0]))
        self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def shadow_twins(self) -> list[Twin]:
        """Show only the first file, by path, of each meeting id; the other files of each."""
        run = self.connection.execute
        run("UPDATE meetings SET is_shadowed = 0 WHERE is_shadowed")
        twins = run(
            "SELECT m.id, (SELECT min(path) FROM meetings f WHERE f.id = m.id), m.path "
            "FROM meetings m WHERE m.id IN "
            "(SELECT id FROM meetings GROUP BY id HAVING count(*) > 1) ORDER BY m.path"
        ).fetchall()
        hidden = [Twin(*row) for row in twins if row[2] != row[1]]
        self.connection.executemany(
            "UPDATE meetings SET is_shadowed = 1 WHERE path = ?", [(twin.path,) for twin in hidden]
        )
        return hidden

    def remembered(self, name: str, key: bytes, make: Callable[[], Value]) -> Value:
        """What `make` gives; as it was last time, when that was under the same key."""
        run = self.connection.execute
        row = run("SELECT key, value FROM remembered WHERE name = ?", (name,)).fetchone()
        if row is not None and row[0] == key:
            known: Value = unpack(row[1])
            return known
        value = make()
        self._remember(name, key, value)
        return value

    def ensure(self, name: str, key: bytes, make: Callable[[], object]) -> None:
        """Have remembered what `make` gives, unless it is there under the same key."""
        query = "SELECT 1 FROM remembered WHERE name = ? AND key = ?"
        if next(self.select(query, name, key), None) is None:
            self._remember(name, key, make())

    def _remember(self, name: str, key: bytes, value: object) -> None:
        if self._is_settled:
            self.connection.execute(
                "INSERT OR REPLACE INTO remembered VALUES (?, ?, ?)", (name, key, pack(value))
            )

    def unsettle(self) -> None:
        """What is remembered may not be what its key says: forget it, and remember no more."""
        self._is_settled = False
        self.connection.execute("DELETE FROM remembered")

    def recalled(self, name: str, key: bytes | None = None) -> Any:
        """What is remembered under `name`; None when nothing is, or it is under another key."""
        row = next(self.select("SELECT key, value FROM remembered WHERE name = ?", name), None)
        return None if row is None or key not in (None, row[0]) else unpack(row[1])

    def latest_path(self) -> str | None:
        """The file of the latest minutes that are shown; None where there are none."""
        found = "SELECT path FROM meetings WHERE NOT is_shadowed ORDER BY day DESC, id LIMIT 1"
        return next((path for (path,) in self.select(found)), None)

    def keep_unbuilt(self, changes: object) -> None:
        """Keep what was read until a build begins to write, which empties the table."""
        self.connection.execute(
            "INSERT OR REPLACE INTO built VALUES (?, ?)", (UNBUILT, pack(changes))
        )

    def unbuilt(self) -> Any:
        """What was kept so; None when a build has shown it all."""
        row = self.connection.execute(
            "SELECT value FROM built WHERE name = ?", (UNBUILT,)
        ).fetchone()
        return None if row is None else unpack(row[0])

    def diagnostics(self) -> list[Diagnostic]:
        """What was said of all files, in no order."""
        rows = self.connection.execute(
            "SELECT diagnostics FROM files WHERE diagnostics IS NOT NULL"
        )
        return [one for (packed,) in rows for one in unpack(packed)]

    def meeting(self, meeting_id: str) -> Meeting:
        """One meeting, whole. Raises KeyError when there is none of that id."""
        found = self.connection.execute(
            "SELECT meeting FROM meetings JOIN whole_meetings USING (path) "
            "WHERE id = ? AND NOT is_shadowed",
            (meeting_id,),
        ).fetchone()
        if found is None:
            raise KeyError(meeting_id)
        meeting: Meeting = unpack_of(found[0], meeting_id)
        return meeting

    def links(self) -> Iterator[ContentLink]:
        """Every link into content/ from minutes that are shown, in order of their paths."""
        rows = self.connection.execute(
            "SELECT link FROM links JOIN meetings USING (path) WHERE NOT is_shadowed "
            "ORDER BY path, links.rowid"
        )
        return (unpack(packed) for (packed,) in rows)

    def urls(self) -> dict[str, str]:
        """The page of each file of minutes that is shown, by its path within content/."""
        rows = self.connection.execute("SELECT path, id FROM meetings WHERE NOT is_shadowed")
        return {path.removeprefix("content/"): meeting_url(meeting) for path, meeting in rows}

    def meeting_at(self, path: str) -> Meeting | None:
        """The meeting that was understood from `path`; None when there is none."""
        row = self.connection.execute(
            "SELECT meeting FROM whole_meetings WHERE path = ?", (path,)
        ).fetchone()
        return None if row is None else unpack(row[0])

    def record_counts(self) -> dict[str, int]:
        """How many records of each kind lists show; of decisions, not their parts."""
        # Hidden minutes are few: all are counted, and those taken off.
        found: dict[str, int] = dict(self.select("SELECT kind, number FROM record_sums"))
        for kind, number in self.select(
            "SELECT kind, sum(number) FROM meetings CROSS JOIN record_counts USING (path) "
            "WHERE is_shadowed GROUP BY kind"
        ):
            found[kind] -= number
        return {kind: number for kind, number in found.items() if number}

    def select(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query in the dialect of SQLite, its values given apart."""
        return iter(self.connection.execute(query, values))

    def highest_entries(self, which: str, limit: int) -> Iterator[bytes]:
        """The entries of a list that rank highest, the highest first."""
        rows = self.connection.execute(
            "SELECT content FROM entries JOIN meetings USING (path) "
            "WHERE list = ? AND NOT is_shadowed ORDER BY rank DESC LIMIT ?",
            (which, limit),
        )
        return (unseal(content) for (content,) in rows)

    def products(self, name: str, *, year: int | None = None) -> Iterator[tuple[str, bytes]]:
        """(meeting id, what later stations made under `name`), of one year or all, oldest first."""
        query = (
            "SELECT id, content FROM products JOIN meetings USING (path) "
            "WHERE name = ? AND NOT is_shadowed "
        )
        values: tuple[object, ...] = (name,)
        if year is not None:
            query += "AND year = ? "
            values = (name, year)
        rows = self.connection.execute(query + "ORDER BY day, id", values)
        return ((meeting, unseal(content)) for meeting, content in rows)

    def product(self, name: str, meeting_id: str) -> bytes:
        """What later stations made of one meeting under `name`. Raises KeyError without it."""
        query = (
            "SELECT content FROM products JOIN meetings USING (path) "
            "WHERE id = ? AND NOT is_shadowed AND name = ?"
        )
        for (content,) in self.select(query, meeting_id, name):
            return unseal(content)
        raise KeyError(meeting_id)
