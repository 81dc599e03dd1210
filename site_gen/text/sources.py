"""The text of one file, with its lines at hand."""

from functools import cached_property

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
        for number in range(start_line, len(self.lines) + 1):
            column = self.line(number).find(words)
            if column >= 0:
                return Place(self.path, number, column + 1, len(words))
        return Place(self.path, start_line)
