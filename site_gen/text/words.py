"""Plain words that know where in their file they stand."""

from typing import Self

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text with the place of every character; what is cut from it keeps its places.

    Columns are those of the file where a line bears no mark-up, else the nearest that is known.
    """

    text: str
    line: int = 1  # of the first character
    columns: tuple[int, ...] = (1,)  # of each line's first character; lines beyond begin at 1

    @classmethod
    def plain(cls, text: str, line: int = 1, column: int = 1) -> Self:
        """Words whose first character stands at `line` and `column`."""
        return cls(text, line, (column,))

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of the character at offset `at`."""
        below = self.text.count("\n", 0, at)
        start = self.text.rfind("\n", 0, at) + 1
        return self.line + below, self.column(below) + at - start

    def cut(self, start: int, end: int | None = None) -> "Words":
        """The words from `start` to `end`, without the white space at either end."""
        part = self.text[start:end]
        first = start + len(part) - len(part.lstrip())
        line, column = self.place(first)
        return Words(part.strip(), line, (column, *self.columns[line - self.line + 1 :]))

    def __bool__(self) -> bool:
        return bool(self.text)

    def column(self, below: int) -> int:
        """The column of the first character, `below` lines under the first line."""
        return self.columns[below] if below < len(self.columns) else 1
