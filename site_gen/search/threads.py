"""The pieces of one segment in the order in which the index numbers them.

A thread's pieces stand together, threads in the order minuted, and routine ones (apologies,
declarations) after all others, so that "routine comes last" is one comparison. A piece is known
by its thread's number and its place in the thread: 0 where it is alone, else from 1.
"""

from collections.abc import Iterator, Sequence

from site_gen.search.analysis import AnalysedPiece, Analysis
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, with its meeting's and its own place in the analyses."""

    meeting: int
    place: int
    piece: AnalysedPiece


@dataclass(frozen=True, slots=True)
class Threads:
    """The threads of one segment, numbered from 0."""

    members: list[list[Placed]]  # of each thread, in order
    routine_from: int  # the number of the first routine thread

    def first_pieces(self) -> list[int]:
        """The number of each thread's first piece, and at last the number of all pieces."""
        numbers = [0]
        for members in self.members:
            numbers.append(numbers[-1] + len(members))
        return numbers


def number_threads(analyses: Sequence[Analysis]) -> Threads:
    """The pieces of `analyses`, gathered into threads.

    A piece whose thread began in another segment begins a thread here; `foreign_threads` says
    which those are.
    """
    gathered: dict[str, list[Placed]] = {}
    for placed in _in_order(analyses):
        gathered.setdefault(placed.piece.thread, []).append(placed)
    plain = [one for one in gathered.values() if not _is_routine(one)]
    routine = [one for one in gathered.values() if _is_routine(one)]
    return Threads(plain + routine, len(plain))


def foreign_threads(threads: Threads) -> list[tuple[int, str]]:
    """The numbers of threads whose first piece is elsewhere, each with that piece's id."""
    return [
        (number, members[0].piece.thread)
        for number, members in enumerate(threads.members)
        if all(placed.piece.id != placed.piece.thread for placed in members)
    ]


def _in_order(analyses: Sequence[Analysis]) -> Iterator[Placed]:
    for number, analysis in enumerate(analyses):
        for place, piece in enumerate(analysis.pieces):
            yield Placed(number, place, piece)


def _is_routine(members: list[Placed]) -> bool:
    return all(placed.piece.routine for placed in members)
