"""The file of the store: opened as it is, or made anew. Asks nothing of the archive's nouns."""

import sqlite3
import zlib
from contextlib import suppress
from pathlib import Path

from site_gen.archive.store_schema import SCHEMA, SCHEMA_VERSION


def open_state(file: Path, made_by: bytes = b"") -> sqlite3.Connection:
    """The store at `file`, made when it is missing, broken, or of other code.

    `made_by` stands for the code that reads and writes it. What other code kept cannot be trusted
    to unpack, and would be understood anew anyway.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(sqlite3.DatabaseError):  # a broken store is no loss: it is made again
        connection = _connect(file)
        if _version(connection) == _wanted(made_by):
            return connection
        connection.close()
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)
    connection = _connect(file)
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA user_version = {_wanted(made_by)}")
    return connection


def open_state_readonly(file: Path) -> sqlite3.Connection:
    """The store at `file` as last committed."""
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # lost with the power, made again
        # What is withheld today may have been kept yesterday: what is dropped is written over.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _wanted(made_by: bytes) -> int:
    # SQLite keeps a number of 32 bits with a sign.
    return zlib.crc32(made_by, SCHEMA_VERSION) & 0x7FFFFFFF
