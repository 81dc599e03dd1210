"""What the index builder asks of its surroundings: what was kept, where files go, who works."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from site_gen.text.values import dataclass

# As `map`: results in the order of the tasks; it may work in other processes.
Run = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
# Gives the analyses of the meetings with these ids, in that order. It is called where `Run` works,
# so that they need not be sent there: where that is another process, it must go there by pickle.
ReadAnalyses = Callable[[Sequence[str]], Sequence[bytes]]


class Kept(Protocol):
    """What earlier builds left, by key; between builds it may forget anything."""

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keeps `value` under `key`."""


class Output(Protocol):
    """Where the files of the index go."""

    def write(self, path: str, content: bytes) -> None:
        """A file of the site, relative to its root."""

    def keep(self, paths: Sequence[str]) -> bool:
        """Whether all of `paths`, which an earlier build wrote, are still there and may stay."""


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting to be indexed."""

    id: str
    date: str
    digest: str  # of its pieces, or of all that they were made of


def run_here(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterable[Any]:
    """Does the tasks one after another in this process."""
    return map(work, tasks)
