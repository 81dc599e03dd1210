"""Where in a file something stands, for people to find it."""

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span within one line of one file; lines and columns are counted from 1, in characters."""

    path: str  # relative to the archive's root, with forward slashes
    line: int = 1
    column: int = 1
    length: int = 1  # characters; 0 marks a point

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
