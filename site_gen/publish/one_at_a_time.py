"""One build at a time in one archive; another waits for its turn."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.archive.state_file import remove_kept

PATIENCE = 3600.0  # seconds
# Seconds between two looks. SQLite would wait by itself, but deaf to Ctrl+C.
STEP = 0.1
LOCK_FILE = "lock.sqlite"


@contextmanager
def one_at_a_time(
    state_folder: Path, waiting: Callable[[], None] = lambda: None, *, patience: float = PATIENCE
) -> Iterator[None]:
    """Hold the archive until the end of the block; wait while another process holds it.

    `waiting` is called once when it has to wait. SQLite's own lock does it: it works on every
    system and goes with the process that held it. Raises OSError where the folder cannot be
    written to, TimeoutError after an hour.
    """
    state_folder.mkdir(parents=True, exist_ok=True)
    file = state_folder / LOCK_FILE
    if file.is_dir():
        remove_kept(file)
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        if not _is_sound(connection):  # something else has written to it: it held no lock
            connection.close()
            file.unlink(missing_ok=True)
            connection = sqlite3.connect(file, timeout=0, isolation_level=None)
        _lock(connection, state_folder, waiting, time.monotonic() + patience)
        yield
    finally:
        connection.close()


def _is_sound(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        return True  # somebody holds it
    except sqlite3.DatabaseError:
        return False
    return True


def _lock(
    connection: sqlite3.Connection, folder: Path, waiting: Callable[[], None], until: float
) -> None:
    is_told = False
    while True:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise PermissionError(f"{folder} cannot be written to") from error
            if time.monotonic() > until:
                raise TimeoutError("another build did not come to its end") from error
            if not is_told:
                waiting()
                is_told = True
            time.sleep(STEP)
        else:
            return
