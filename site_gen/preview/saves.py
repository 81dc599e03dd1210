"""Saves that follow each other quickly, taken as one."""

import time
from pathlib import PurePath
from threading import Condition

QUIET_SECONDS = 0.03  # without a save: whoever saved is done
LONGEST_SECONDS = 0.4  # of saving without a pause; then what is there is built


class Saves:
    """Gathers saves in one thread and lets another wait for them."""

    def __init__(self) -> None:
        self._waiting: set[PurePath] = set()
        self._last = 0.0
        self._changed = Condition()

    def note(self, path: PurePath) -> None:
        """Something was saved at `path`."""
        with self._changed:
            self._waiting.add(path)
            self._last = time.monotonic()
            self._changed.notify_all()

    def forget(self) -> None:
        """All that was saved up to now is about to be read."""
        with self._changed:
            self._waiting = set()

    def paths(self) -> frozenset[PurePath]:
        """What was saved and not forgotten since."""
        with self._changed:
            return frozenset(self._waiting)

    def wait(self, timeout: float) -> bool:
        """Whether anything was saved within `timeout` seconds; comes back when saving pauses."""
        with self._changed:
            if not self._changed.wait_for(lambda: bool(self._waiting), timeout):
                return False
            latest = time.monotonic() + LONGEST_SECONDS
            while (now := time.monotonic()) < min(latest, self._last + QUIET_SECONDS):
                self._changed.wait(min(latest, self._last + QUIET_SECONDS) - now)
            return True
