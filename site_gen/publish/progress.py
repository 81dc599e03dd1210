"""How far a long piece of work has come, and how long each stage took."""

import os
import time
from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Whoever watches: a terminal, a log, nobody."""

    def waiting(self) -> None:
        """Another build holds the archive."""

    def begin(self, stage: str) -> None:
        """A stage begins."""

    def told(self, done: int, total: int) -> None:
        """So much of the stage is done."""


class Unwatched:
    """Nobody watches."""

    def waiting(self) -> None:
        """Say nothing."""

    def begin(self, stage: str) -> None:
        """Say nothing."""

    def told(self, done: int, total: int) -> None:
        """Say nothing."""


class Stages:
    """Times each stage, and passes on what happens in it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._seconds: dict[str, float] = {}
        self.worked: dict[str, float] = {}  # seconds of processors by stage, helpers' too
        self.beside: Callable[[], float] = lambda: 0.0  # those of a helper that has not ended
        self._stage = ""
        self._began = 0.0
        self._worked_before = 0.0

    def begin(self, stage: str) -> None:
        """End the stage before and begin the next."""
        self.end()
        self._stage = stage
        self._began = time.perf_counter()
        self._worked_before = self._worked()
        self._progress.begin(stage)

    def told(self, done: int, total: int) -> None:
        """So much of the stage is done."""
        self._progress.told(done, total)

    def end(self) -> dict[str, float]:
        """End the stage; the seconds of each so far, in order."""
        if self._stage:
            spent = time.perf_counter() - self._began
            self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + spent
            worked = self._worked() - self._worked_before
            self.worked[self._stage] = self.worked.get(self._stage, 0.0) + worked
            self._stage = ""
        return dict(self._seconds)

    def _worked(self) -> float:
        """Seconds that processors have worked for this process and its helpers."""
        times = os.times()
        ended = times.children_user + times.children_system
        return times.user + times.system + ended + self.beside()
