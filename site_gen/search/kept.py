"""What the index builder asks of its surroundings: what was kept, where files go, who works."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any, Protocol

from site_gen.text.values import dataclass, field

FOLDER = "search"  # of the site: it holds all files of the index
IN_INDEX = f"{FOLDER}/"  # with which the paths of all of them begin
# As `map`: results in the order of the tasks; it may work in other processes.
Run = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
# Gives the analyses of the meetings with these ids, in that order. It is called where `Run` works,
# so that they need not be sent there: where that is another process, it must go there by pickle.
ReadAnalyses = Callable[[Sequence[str]], Sequence[bytes]]
# Gives what may have been the analyses of a meeting when the index was last built.
ReadBefore = Callable[[str], Iterable[bytes]]
# Writes files of the site by path, and says how many changed. It too is called where `Run` works.
WriteFiles = Callable[[Mapping[str, bytes]], int]

# Keys of what a whole index leaves anew: those of an earlier one may hold what is now withheld.
PART_KEYS = ("cards-", "terms-", "words-")


class Kept(Protocol):
    """What earlier builds left, by key; between builds it may forget anything."""

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keeps `value` under `key`."""


class Writer(Protocol):
    """What takes single files."""

    def write(self, path: str, content: bytes) -> None:
        """A file of the site, relative to its root."""


class Output(Writer, Protocol):
    """Where the files of the index go."""

    @property
    def write_files(self) -> WriteFiles:
        """What writes files, in any process; `wrote` is to be told."""

    def wrote(self, paths: Iterable[str], changed: int) -> None:
        """Files of the site were written by `write_files`, of which so many changed."""

    @property
    def is_whole(self) -> bool:
        """Whether all files of the index are there as the last build left them."""

    def has(self, path: str) -> bool:
        """Whether a file is still as an earlier build wrote it."""

    def keep(self, path: str) -> None:
        """This file, which is there as it should be, stays."""

    def keep_all_but(self, gone: Set[str]) -> None:
        """So do all that the last build left of the index, but for those of `gone`."""

    def read(self, path: str) -> bytes:
        """A file that is there."""


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting to be indexed."""

    id: str
    date: str
    digest: str  # of its pieces, or of all that they were made of


def run_here(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterable[Any]:
    """Does the tasks one after another in this process."""
    return map(work, tasks)


def nothing_before(_meeting: str) -> Iterable[bytes]:
    """Remembers no analysis."""
    return ()


@dataclass(frozen=True, slots=True)
class Sources:
    """What an index is made of, and who helps."""

    meetings: Sequence[MeetingEntry]
    read_analyses: ReadAnalyses
    read_before: ReadBefore = nothing_before
    glossary: Sequence[tuple[str, str]] = ()  # pairs of words that mean the same
    names: Mapping[str, str] = field(default_factory=dict)  # of those who have a filter entry
    run: Run = run_here
