"""Random draws that are the same on every machine and every Python."""

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Draws:
    """Draws named by a key: the same key gives the same draws, whatever else was drawn.

    Only `random.random()` seeded by a string is promised to stay the same between Pythons
    (documentation of `random`, "Notes on Reproducibility"); `choice`, `shuffle` and `sample` are
    not, so they are built here from it.
    """

    __slots__ = ("random",)

    def __init__(self, *key: str | int) -> None:
        self.random = random.Random("/".join(map(str, key))).random  # at least 0.0, below 1.0

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1."""
        return int(self.random() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in `share` of all draws."""
        return self.random() < share

    def pick(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[int(self.random() * len(values))]

    def several(self, values: Sequence[T], count: int) -> list[T]:
        """Different places of `values`, in the order drawn; all of them if there are fewer."""
        pool = list(values)
        count = min(count, len(pool))
        for place in range(count):
            other = place + int(self.random() * (len(pool) - place))
            pool[place], pool[other] = pool[other], pool[place]
        return pool[:count]


class Zipf(Generic[T]):
    """Values whose frequency falls with their rank, as words do: 1 / (rank + offset).

    The law is Zipf's with Mandelbrot's offset. Weights come from division alone, which IEEE 754
    rounds alike everywhere; powers and logarithms would differ between C libraries.
    """

    __slots__ = ("bounds", "total", "values")

    def __init__(self, values: Sequence[T], *, offset: float) -> None:
        self.values = tuple(values)
        self.bounds = list(accumulate(1 / (rank + offset) for rank in range(1, len(values) + 1)))
        self.total = self.bounds[-1]

    def draw(self, draws: Draws) -> T:
        """One value, the first ones most often."""
        return self.values[bisect(self.bounds, draws.random() * self.total)]
