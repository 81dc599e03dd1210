"""The text of one file, with its lines at hand."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from site_gen.text.places import Place
from site_gen.text.values import dataclass


@dataclass(frozen=True)
class Source:
    """A file's text as read: line ends made "\\n", no byte-order mark, nothing else changed."""

    path: str  # relative to the archive's root, with forward slashes
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty when there is no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def place(self, line: int = 1, column: int = 1, *, length: int = 1) -> Place:
        """A place in this file."""
        return Place(self.path, line, column, length)

    def place_of(self, words: str, *, start_line: int = 1) -> Place:
        """Where `words` first stand from `start_line` on; that line's start when they do not."""
        return self._found(words, start_line) or Place(self.path, start_line)

    def place_after(self, words: str, line: int) -> Place:
        """Where `words` first stand from `line` on, or in all; the first line's start if nowhere.

        Quick where each of many words stands near the one before.
        """
        return self._found(words, line) or self.place_of(words)

    def _found(self, words: str, start_line: int) -> Place | None:
        at = -1
        if start_line <= len(self.lines) and "\n" not in words:
            at = self.text.find(words, self._starts[start_line - 1])
        if at < 0:
            return None
        line = bisect_right(self._starts, at)
        return Place(self.path, line, at - self._starts[line - 1] + 1, len(words))

    def place_on(self, line: int, words: str) -> Place:
        """Where `words` first stand on that line; its start when they do not."""
        column = self.line(line).find(words)
        return Place(self.path, line, max(column, 0) + 1, len(words))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each line begins in the text."""
        return tuple(accumulate((len(line) + 1 for line in self.lines[:-1]), initial=0))
