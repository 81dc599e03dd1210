"""Plain words of Markdown, each character with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, Self

# Marks that a reader does not see. Alternatives are tried in this order at every character.
MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])(?P<escaped>.)"  # a backslash before punctuation: the next is as typed
    r"|(?P<nbsp>&nbsp;)"
    r"|(?<!\d)\*+(?=\S)|(?<=\S)\*+(?!\d)"  # broken emphasis too: "**REPLY*:**"
    r"|(?<!\w)_+(?=[^\s_])|(?<=[^\s_])_+(?!\w)"
    r"|`+"
    r"|!?\[(?=[^\[\]\n]{0,500}\]\()"  # a link keeps its words
    r"|\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,3})"
    r"(?:[ \t]\"[^\"\n]{0,200}\")?\)"
    r"|[\u200b-\u200d\u2060\ufeff\u00ad]"
)
MARK_CHARACTERS = re.compile(r"[\\*_`\[\]&\u200b-\u200d\u2060\ufeff\u00ad]")


class SourceLine(Protocol):
    """A line of a file, or what is left of it, with the place of its first character."""

    @property
    def number(self) -> int:
        """Counted from 1."""

    @property
    def column(self) -> int:
        """Of the first character of `text`, counted from 1."""

    @property
    def text(self) -> str:
        """Inline Markdown."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text that knows where in the file each character stands. Slices keep their places."""

    text: str
    _starts: tuple[int, ...] = (0,)  # where runs of unbroken characters begin
    _places: tuple[tuple[int, int], ...] = field(default=((1, 1),), repr=False)
    _offset: int = 0  # of `text` in the words that it was cut from

    @classmethod
    def plain(cls, text: str, line: int = 1, column: int = 1) -> Self:
        """Words of text without mark-up, its first character at `line` and `column`."""
        starts, places = [0], [(line, column)]
        for at, character in enumerate(text):
            if character == "\n":
                starts.append(at + 1)
                places.append((line + len(starts) - 1, 1))
        return cls(text.replace("\u00a0", " "), tuple(starts), tuple(places))

    @classmethod
    def of_lines(cls, lines: Iterable[SourceLine]) -> Self:
        """Words of lines of inline Markdown: emphasis, escapes and link targets are left out.

        Lines are joined by "\\n"; no-break spaces become spaces. Broken emphasis goes too.
        """
        runs: list[str] = []
        starts: list[int] = []
        places: list[tuple[int, int]] = []
        at = 0
        for line in lines:
            if runs:
                runs.append("\n")
                at += 1
            for skipped, run in _runs(line.text):
                starts.append(at)
                places.append((line.number, line.column + skipped))
                runs.append(run)
                at += len(run)
        return cls("".join(runs).replace("\u00a0", " "), tuple(starts), tuple(places))

    @classmethod
    def markdown(cls, text: str, line: int = 1, column: int = 1) -> Self:
        """Words of inline Markdown that begins at `line` and `column`."""
        parts = text.split("\n")
        return cls.of_lines(
            _TextLine(line + at, column if at == 0 else 1, part) for at, part in enumerate(parts)
        )

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of the character at offset `at`."""
        run = max(bisect_right(self._starts, self._offset + at) - 1, 0)
        line, column = self._places[run]
        return line, column + self._offset + at - self._starts[run]

    def cut(self, start: int, end: int | None = None) -> "Words":
        """The words from `start` to `end`, without the white space at either end."""
        part = self.text[start:end]
        left = len(part) - len(part.lstrip())
        return Words(part.strip(), self._starts, self._places, self._offset + start + left)

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class _TextLine:
    number: int
    column: int
    text: str


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Unbroken runs of seen characters, each with its offset in `text`. At least one."""
    at = 0
    if MARK_CHARACTERS.search(text) is not None:
        for mark in MARK.finditer(text):
            if mark.start() > at:
                yield at, text[at : mark.start()]
            if mark["escaped"] is not None:
                yield mark.start("escaped"), mark["escaped"]
            elif mark["nbsp"] is not None:
                yield mark.start(), " "
            at = mark.end()
    yield at, text[at:]
