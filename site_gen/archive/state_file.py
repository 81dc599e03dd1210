"""The file of the store: opened as it is, or made anew. Asks nothing of the archive's nouns."""

import sqlite3
from pathlib import Path

from site_gen.archive.store_schema import SCHEMA, SCHEMA_VERSION


def open_state(file: Path) -> sqlite3.Connection:
    """The store at `file`, made when it is missing, of another version, or broken."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _connect(file)
        if _is_current(connection):
            return connection
        connection.close()
    except sqlite3.DatabaseError:
        pass  # a broken store is no loss: it is made again
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)
    connection = _connect(file)
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return connection


def open_state_readonly(file: Path) -> sqlite3.Connection:
    """The store at `file` as last committed."""
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA synchronous = OFF")  # lost with the power, made again
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def _is_current(connection: sqlite3.Connection) -> bool:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return bool(version == SCHEMA_VERSION)
