"""Colour and progress, where there is a terminal to show them."""

import os
import sys
import time
from typing import TextIO

BAR_WIDTH = 24
RED, YELLOW, BLUE, BOLD, DIM = "31", "33", "34", "1", "2"


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
    """Shows how far a build has come: a bar on a terminal, one line a stage elsewhere."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._stage = ""
        self._began = 0.0
        self._shown = 0.0

    @classmethod
    def on(cls, stream: TextIO | None = None) -> "ProgressBar":
        """On `stream`, standard error when none is given."""
        return cls(Terminal(stream or sys.stderr))

    def waiting(self) -> None:
        """Another build holds the archive."""
        self._draw("Waiting for another build to end ...")

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self._stage = stage
        self._began = time.monotonic()
        self._draw(f"{stage} ...")

    def told(self, done: int, total: int) -> None:
        """So much of the stage is done."""
        now = time.monotonic()
        if not self._terminal.is_terminal or (now - self._shown < 0.1 and done < total):
            return
        self._shown = now
        filled = BAR_WIDTH * done // max(total, 1)
        bar = "#" * filled + "-" * (BAR_WIDTH - filled)
        left = (now - self._began) / max(done, 1) * (total - done)
        rest = f", {left:.0f} s left" if left >= 1 else ""
        self._draw(f"{self._stage} [{bar}] {done:,} of {total:,}{rest}")

    def finish(self) -> None:
        """Take the bar away."""
        self._draw("")

    def _draw(self, words: str) -> None:
        if self._terminal.is_terminal:
            self._terminal.stream.write(f"\r\x1b[2K{words}")
            self._terminal.stream.flush()
