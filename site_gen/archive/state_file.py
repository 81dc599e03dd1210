"""The file of the store: opened as it is, or made anew. Asks nothing of the archive's nouns."""

import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from site_gen.archive.store_schema import SCHEMA, SCHEMA_VERSION

Result = TypeVar("Result")
BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)  # what reading a broken store raises
# What a value gives that no code of ours left there: a sound store may hold one, where a bit of a
# text was lost. Where the fault is our own, the work without the store finds it again.
OF_ODD_VALUES = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    StopIteration,
)
# What SQLite says where a sound file cannot be used.
OF_THE_DISK = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


def open_state(file: Path, made_by: bytes = b"") -> sqlite3.Connection:
    """The store at `file`, made when it is missing, broken, or of other code.

    `made_by` stands for the code that reads and writes it. What other code kept cannot be trusted
    to unpack, and would be understood anew anyway.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(*BROKEN):  # no loss: it is made again
        connection = _connect(file)
        if _version(connection) == _wanted(made_by):
            return connection
        connection.close()
    _forget(file)
    connection = _connect(file)
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA user_version = {_wanted(made_by)}")
    return connection


def with_sound_state(file: Path, work: Callable[[], Result]) -> Result:
    """What `work` gives; begun anew without the store at `file` when that is found to be damaged.

    Raises what the work raised otherwise; sqlite3.OperationalError is of the disk.
    """
    try:
        return work()
    except Exception as error:
        if not _comes_of_damage(error, file):
            raise
    _forget(file)
    return work()


def open_state_readonly(file: Path) -> sqlite3.Connection:
    """The store at `file` as last committed."""
    # Not `as_uri`, which in CPython 3.14 loads all that fetches web pages.
    address = quote(file.resolve().as_posix()).lstrip("/")
    return sqlite3.connect(f"file:///{address}?mode=ro", uri=True)


def _forget(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        remove_kept(file.with_name(name))


def remove_kept(file: Path) -> None:
    """Remove what stands at a file's place in the folder of the state, be it a folder."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def _comes_of_damage(error: Exception, file: Path) -> bool:
    """Whether a store that is not as it was left explains the error."""
    if isinstance(error, sqlite3.OperationalError):
        code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return code == sqlite3.SQLITE_IOERR_SHORT_READ or code & 0xFF not in OF_THE_DISK
    if isinstance(error, sqlite3.DatabaseError):
        return True
    return isinstance(error, OF_ODD_VALUES) and not isinstance(error, OSError) and file.exists()


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # lost with the power, made again
        # What is withheld today may have been kept yesterday: what is dropped is written over.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_mode = WAL")
    except BROKEN:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _wanted(made_by: bytes) -> int:
    # SQLite keeps a number of 32 bits with a sign.
    return zlib.crc32(made_by, SCHEMA_VERSION) & 0x7FFFFFFF
