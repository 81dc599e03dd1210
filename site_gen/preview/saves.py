"""Saves that follow each other quickly, taken as one.

Whoever wants to show a file can do so as soon as its writer has closed it; where nobody tells that,
and before everything is built, there is a short wait for more.
"""

import time
from collections.abc import Callable
from pathlib import PurePath
from threading import Condition

QUIET_SECONDS = 0.03  # without a save: whoever saved is done
LONGEST_SECONDS = 0.4  # of saving without a pause; then what is there is built


class Saves:
    """Gathers saves in one thread and lets another wait for them."""

    def __init__(self) -> None:
        self._waiting: set[PurePath] = set()
        self._last = 0.0
        self._is_whole = False  # whoever saved last is done
        self._changed = Condition()

    def note(self, path: PurePath, *, is_whole: bool = False) -> None:
        """Something was saved at `path`; `is_whole` when its writer is known to have closed it."""
        with self._changed:
            self._waiting.add(path)
            self._last = time.monotonic()
            self._is_whole = is_whole
            self._changed.notify_all()

    def forget(self) -> frozenset[PurePath]:
        """All that was saved up to now is about to be read; what that was."""
        with self._changed:
            saved = frozenset(self._waiting)
            self._waiting = set()
            return saved

    def paths(self) -> frozenset[PurePath]:
        """What was saved and not forgotten since."""
        with self._changed:
            return frozenset(self._waiting)

    def wait(self, timeout: float) -> bool:
        """Whether anything was saved within `timeout` seconds; comes back when it is whole."""
        with self._changed:
            if not self._changed.wait_for(lambda: bool(self._waiting), timeout):
                return False
            self._pause(lambda: self._is_whole)
            return True

    def settle(self) -> None:
        """Come back when saving pauses; at once where nothing was saved."""
        with self._changed:
            if self._waiting:
                self._pause(lambda: False)

    def _pause(self, is_enough: Callable[[], bool]) -> None:
        """Wait until nobody has saved for a moment, or it is enough."""
        latest = time.monotonic() + LONGEST_SECONDS
        while not is_enough():
            left = min(latest, self._last + QUIET_SECONDS) - time.monotonic()
            if left <= 0:
                return
            self._changed.wait(left)
