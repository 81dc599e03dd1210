"""Colour and progress, where there is a terminal to show them."""

import os
import sys
import time
from collections.abc import Callable
from typing import TextIO

BAR_WIDTH = 24
FIRST_GUESS = 0.03  # share of the work that is done before anybody is told how long it takes
BAR_SECONDS = 0.1  # between two looks of a bar
LOG_SECONDS = 10.0  # between two lines of a log, where a bar would fill it
RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN = "31", "32", "33", "34", "35", "36"
BOLD, DIM = "1", "2"


class Terminal:
    """One stream, with colour only where it is a terminal and NO_COLOR is not set."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.is_terminal = stream.isatty()
        self._has_colour = self.is_terminal and not os.environ.get("NO_COLOR")

    def painted(self, words: str, *styles: str) -> str:
        """`words` in the styles, or as they are."""
        if not self._has_colour or not styles:
            return words
        return f"\x1b[{';'.join(styles)}m{words}\x1b[0m"

    def say(self, words: str = "") -> None:
        """One line."""
        print(words, file=self.stream)


class ProgressBar:
    """Shows how far a build has come: a bar on a terminal, now and then a line elsewhere."""

    def __init__(self, terminal: Terminal, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._terminal = terminal
        self._clock = clock
        self._stage = ""
        self._began = clock()
        self._shown = self._began

    @classmethod
    def on(cls, stream: TextIO | None = None) -> "ProgressBar":
        """On `stream`, standard error when none is given."""
        return cls(Terminal(stream or sys.stderr))

    def waiting(self) -> None:
        """Another build holds the archive."""
        self._draw("Waiting for another build to end ...")
        self._log("waiting for another build to end")

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self._stage = stage
        self._began = self._clock()
        self._draw(f"{stage} ...")

    def told(self, done: int, total: int) -> None:
        """So much of the stage is done."""
        now = self._clock()
        pause = BAR_SECONDS if self._terminal.is_terminal else LOG_SECONDS
        if now - self._shown < pause and (done < total or not self._terminal.is_terminal):
            return
        self._shown = now
        filled = BAR_WIDTH * done // max(total, 1)
        bar = "#" * filled + "-" * (BAR_WIDTH - filled)
        left = (now - self._began) / max(done, 1) * (total - done)
        # The first file waits for the workers to start; what it took says nothing of the others.
        is_told = left >= 1 and done >= FIRST_GUESS * total
        rest = f", {left:.0f} s left" if is_told else ""
        self._draw(f"{self._stage} [{bar}] {done:,} of {total:,}{rest}")
        self._log(f"{self._stage.lower()}: {done:,} of {total:,}{rest}")

    def finish(self) -> None:
        """Take the bar away."""
        self._draw("")

    def _draw(self, words: str) -> None:
        if self._terminal.is_terminal:
            self._terminal.stream.write(f"\r\x1b[2K{words}")
            self._terminal.stream.flush()

    def _log(self, words: str) -> None:
        if not self._terminal.is_terminal:
            self._terminal.say(words)
            self._terminal.stream.flush()
