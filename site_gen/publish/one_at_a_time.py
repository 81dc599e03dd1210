"""One build at a time in one archive; another waits for its turn."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 3600.0  # seconds
LOCK_FILE = "lock.sqlite"


@contextmanager
def one_at_a_time(state_folder: Path) -> Iterator[None]:
    """Hold the archive until the end of the block; wait while another process holds it.

    SQLite's own lock does it: it works on every system and goes with the process that held it.
    Raises OSError where the folder cannot be written to, TimeoutError after an hour.
    """
    state_folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(state_folder / LOCK_FILE, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        if "locked" in str(error):
            raise TimeoutError("another build did not come to its end") from error
        raise PermissionError(f"{state_folder} cannot be written to") from error
    try:
        yield
    finally:
        connection.close()
