"""Which file has what a result shows of a thread: twin of `static/js/search/archive.js`.

The threads of a day are dealt to its files evenly, and so are those of them that are routine.
What is routine is short and rarely found: were it apart, the other files would be twice as long.
"""

from typing import NamedTuple


class Chunks(NamedTuple):
    """The files of one day."""

    plain: int  # threads of the day that are not routine
    routine: int  # threads that are
    number: int  # of files

    def plain_of(self, chunk: int) -> range:
        """Which of the threads that are not routine are in file `chunk`."""
        return _share(self.plain, chunk, self.number)

    def routine_of(self, chunk: int) -> range:
        """Which of the routine threads are in it; they come after the others."""
        return _share(self.routine, chunk, self.number)

    def place_of(self, place: int) -> tuple[int, int]:
        """The file that has the thread at `place` on the day, and the thread's place in it."""
        if place < self.plain:
            chunk = place * self.number // self.plain
            return chunk, place - self.plain_of(chunk).start
        place -= self.plain
        chunk = place * self.number // self.routine
        return chunk, len(self.plain_of(chunk)) + place - self.routine_of(chunk).start


def chunks_of_day(plain: int, routine: int, most: int) -> Chunks:
    """The files of a day with so many threads, at most `most` in each file (give or take one)."""
    return Chunks(plain, routine, -(-(plain + routine) // most))


def _share(count: int, chunk: int, chunks: int) -> range:
    return range(-(-chunk * count // chunks), -(-(chunk + 1) * count // chunks))
