"""Which terms stand in which pieces, how often and where: arrays, sorted by term, field and time.

A posting is one term in one field of a piece. It is placed by the day of its meeting and by the
thread's place on that day, so that a meeting that comes, goes or changes moves no posting of
another day. In a field that neighbouring pieces share (see `pieces.py`) a posting speaks for a run
of threads, and member 0 stands for all the pieces of each.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from site_gen.search.days import DAY_BITS
from site_gen.text.values import dataclass

Array = NDArray[Any]
Contents = dict[str, tuple[bytes, bytes, bytes]]

FIELD_BITS = 3  # a row's number is its term's, with its field's in the lowest bits


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows of postings; a row is one term in one field. Arrays are of whole numbers."""

    terms: list[str]  # sorted, each with at least one row
    rows: Array  # of each row: its term's place in `terms`, shifted, and its field
    row_pieces: Array  # of each row: in how many pieces, as Lunr counts them
    starts: Array  # of each row its first posting, and at last the number of postings
    days: Array  # of each posting; see `days.py`
    places: Array  # of the thread, among those of its day
    members: Array  # of the piece in its thread
    counts: Array  # how often the term stands there
    lengths: Array  # terms in that field of that piece
    runs: Array  # further threads with the same; 0 where the field is not shared
    positions: Array  # `counts` of them for each posting

    def __len__(self) -> int:
        return len(self.days)

    @property
    def fields(self) -> Array:
        """The field of each row."""
        return self.rows & ((1 << FIELD_BITS) - 1)

    @property
    def row_lengths(self) -> Array:
        """How many postings each row has."""
        return np.diff(self.starts)

    def cut(self, first: int, end: int) -> "Postings":
        """The rows of the terms from place `first` to before `end`."""
        low, high = np.searchsorted(self.rows, [first << FIELD_BITS, end << FIELD_BITS])
        start, stop = int(self.starts[low]), int(self.starts[high])
        before = int(self.counts[:start].sum())
        inside = slice(start, stop)
        counts = self.counts[inside]
        return Postings(
            self.terms[first:end],
            self.rows[low:high] - (first << FIELD_BITS),
            self.row_pieces[low:high],
            self.starts[low : high + 1] - start,
            self.days[inside],
            self.places[inside],
            self.members[inside],
            counts,
            self.lengths[inside],
            self.runs[inside],
            self.positions[before : before + int(counts.sum())],
        )

    def between(self, first: str, end: str | None) -> "Postings":
        """The rows of terms from `first` to before `end`; None is beyond all."""
        low = bisect_left(self.terms, first)
        return self.cut(low, len(self.terms) if end is None else bisect_left(self.terms, end))

    def narrowed(self) -> "Postings":
        """The same in as few bytes as the numbers need, to be sent to another process."""
        return Postings(self.terms, *map(_narrow, self._arrays()))

    def _arrays(self) -> Iterator[Array]:
        yield from (self.rows, self.row_pieces, self.starts, self.days, self.places)
        yield from (self.members, self.counts, self.lengths, self.runs, self.positions)


def no_postings() -> Postings:
    """Postings of nothing."""
    nothing = np.zeros(0, dtype=np.int64)
    return Postings(
        [],
        rows=nothing,
        row_pieces=nothing,
        starts=np.zeros(1, dtype=np.int64),
        days=nothing,
        places=nothing,
        members=nothing,
        counts=nothing,
        lengths=nothing,
        runs=nothing,
        positions=nothing,
    )


def differing(one: Postings, other: Postings) -> tuple[Postings, Postings]:
    """What both have of the terms whose postings are not the same in both."""
    first, second = _contents(one), _contents(other)
    return _of_terms(one, first, second), _of_terms(other, second, first)


def joined(parts: Sequence[Postings]) -> Postings:
    """All postings of `parts`, of which none has a day that is before one of an earlier part."""
    parts = [part for part in parts if part.terms]
    if not parts:
        return no_postings()
    terms = sorted(set().union(*(part.terms for part in parts)))
    place_of = {term: place for place, term in enumerate(terms)}
    rows = np.concatenate([_renumbered(part, place_of) for part in parts])
    order = np.argsort(rows, kind="stable")
    lengths = np.concatenate([part.row_lengths for part in parts])
    before = np.cumsum([0, *map(len, parts[:-1])])
    starts = np.concatenate(
        [part.starts[:-1] + start for part, start in zip(parts, before, strict=True)]
    )
    rows = rows[order]
    firsts = np.flatnonzero(np.diff(rows, prepend=-1))
    pieces = np.concatenate([part.row_pieces for part in parts])[order]
    chosen = spread(starts[order], lengths[order])
    counts = np.concatenate([part.counts for part in parts])
    return Postings(
        terms,
        rows[firsts],
        np.add.reduceat(pieces, firsts, dtype=np.int64),
        np.append(0, np.cumsum(np.add.reduceat(lengths[order], firsts, dtype=np.int64))),
        np.concatenate([part.days for part in parts])[chosen],
        np.concatenate([part.places for part in parts])[chosen],
        np.concatenate([part.members for part in parts])[chosen],
        counts[chosen],
        np.concatenate([part.lengths for part in parts])[chosen],
        np.concatenate([part.runs for part in parts])[chosen],
        np.concatenate([part.positions for part in parts])[_position_places(counts, chosen)],
    )


def replaced(postings: Postings, gone: Postings, come: Postings, days: Array) -> Postings:
    """`postings` with those of `come` in place of `gone`.

    `gone` has all of its terms' postings on `days`, and no term that `postings` has not.
    """
    goes = _are_of(postings, {*gone.terms, *come.terms}) & np.isin(postings.days, days)
    lengths = np.diff(np.append(0, np.cumsum(~goes))[postings.starts])
    kept = np.flatnonzero(~goes)
    pieces = postings.row_pieces.astype(np.int64)
    place_of = {term: place for place, term in enumerate(postings.terms)}
    pieces[np.searchsorted(postings.rows, _renumbered(gone, place_of))] -= gone.row_pieces
    left = _with_terms(postings, np.flatnonzero(lengths), lengths, pieces, kept)
    both = joined([left, come])
    keys = (np.repeat(np.arange(len(both.rows)), both.row_lengths) << DAY_BITS) | both.days
    order = np.argsort(keys, kind="stable")
    return Postings(
        both.terms,
        both.rows,
        both.row_pieces,
        both.starts,
        both.days[order],
        both.places[order],
        both.members[order],
        both.counts[order],
        both.lengths[order],
        both.runs[order],
        both.positions[_position_places(both.counts, order)],
    )


def spread(starts: Array, lengths: Array) -> Array:
    """The numbers of several stretches, one after another: each from its start, so many."""
    lengths = lengths.astype(np.int64)
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)


def _are_of(postings: Postings, terms: Set[str]) -> Array:
    """Which postings are of some terms."""
    chosen = np.array([term in terms for term in postings.terms], dtype=bool)
    found: Array = np.repeat(chosen[postings.rows >> FIELD_BITS], postings.row_lengths)
    return found


def _contents(postings: Postings) -> Contents:
    """Of each term all its rows and postings, to be compared."""
    term_rows = np.searchsorted(postings.rows, np.arange(len(postings.terms) + 1) << FIELD_BITS)
    starts = postings.starts[term_rows]
    positions = np.append(0, np.cumsum(postings.counts))[starts].tolist()
    rows = _table(postings.fields, postings.row_pieces, postings.row_lengths)
    table = _table(
        postings.days,
        postings.places,
        postings.members,
        postings.counts,
        postings.lengths,
        postings.runs,
    )
    bounds = zip(
        pairwise(term_rows.tolist()), pairwise(starts.tolist()), pairwise(positions), strict=True
    )
    return {
        term: (
            rows[row:row_end].tobytes(),
            table[start:end].tobytes(),
            postings.positions[first:last].tobytes(),
        )
        for term, ((row, row_end), (start, end), (first, last)) in zip(
            postings.terms, bounds, strict=True
        )
    }


def _table(*columns: Array) -> Array:
    return np.stack([column.astype(np.int64) for column in columns], axis=1)


def _of_terms(postings: Postings, own: Contents, others: Contents) -> Postings:
    """The terms of which the others have something else."""
    differs = np.array([own[term] != others.get(term) for term in postings.terms], dtype=bool)
    rows = np.flatnonzero(differs[postings.rows >> FIELD_BITS])
    lengths = postings.row_lengths
    kept = spread(postings.starts[rows], lengths[rows])
    return _with_terms(postings, rows, lengths, postings.row_pieces, kept)


def _with_terms(
    postings: Postings, rows: Array, lengths: Array, pieces: Array, kept: Array
) -> Postings:
    """Some rows, some postings; and those terms alone that still have a row."""
    old = postings.rows[rows] >> FIELD_BITS
    used, new = np.unique(old, return_inverse=True)
    return Postings(
        [postings.terms[place] for place in used],
        (new << FIELD_BITS) | postings.fields[rows],
        pieces[rows],
        np.append(0, np.cumsum(lengths[rows])),
        postings.days[kept],
        postings.places[kept],
        postings.members[kept],
        postings.counts[kept],
        postings.lengths[kept],
        postings.runs[kept],
        postings.positions[_position_places(postings.counts, kept)],
    )


def _renumbered(part: Postings, place_of: dict[str, int]) -> Array:
    """The rows of `part`, its terms numbered as elsewhere."""
    places = np.array([place_of[term] for term in part.terms], dtype=np.int64)
    rows = part.rows.astype(np.int64)
    return (places[rows >> FIELD_BITS] << FIELD_BITS) | part.fields if len(rows) else rows


def _position_places(counts: Array, chosen: Array) -> Array:
    counts = counts.astype(np.int64)
    return spread((np.cumsum(counts) - counts)[chosen], counts[chosen])


def _narrow(numbers: Array) -> Array:
    return numbers.astype(np.min_scalar_type(int(numbers.max()) if len(numbers) else 0))
