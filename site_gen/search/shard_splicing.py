"""One day's postings exchanged within the text of a shard, of which most stays as it stands.

The shard of a common word has tens of thousands of postings, and a changed meeting a handful of
them: to read all and write all again takes three times as long as to exchange those. What comes of
it is the same as `replaced` and `ShardWriter` give.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from site_gen.search.blocks import Block
from site_gen.search.number_arrays import WrittenColumn, column_text, read_column
from site_gen.search.postings import FIELD_BITS, Array, Postings
from site_gen.search.shards import (
    IS_SHARED,
    MOST_COUNTED,
    Shard,
    are_long,
    counts_entries,
    directory_entries,
    read_counts,
    read_directory,
    rows_of_terms,
)
from site_gen.text.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Spliced:
    """A shard after the exchange."""

    shard: Shard
    growth: dict[int, int]  # by place of a term: how many characters more it takes


def spliced(
    shard: Shard, terms: Sequence[str], block: Block, day: int, gone: Postings, come: Postings
) -> Spliced | None:
    """`shard`, which has `terms`, with `come` on that day in place of `gone`.

    None where more of it would change: where a row of postings is new, or has no others, or is
    common now and was not, or the other way round.
    """
    place_of = {term: place for place, term in enumerate(terms)}
    if not place_of.keys() >= {*gone.terms, *come.terms}:
        return None
    splice = _Splice(shard, block, day)
    before, now = _rows(gone, place_of), _rows(come, place_of)
    for number in sorted({*before, *now}):
        if not splice.exchange(number, before.get(number, _NO_ROW), now.get(number, _NO_ROW)):
            return None
    return splice.result(len(terms))


@dataclass(frozen=True, slots=True)
class _Row:
    """What a day has in one row of postings."""

    pieces: int
    places: Array
    members: Array
    counts: Array
    lengths: Array
    runs: Array
    positions: Array

    def stands_as(self, other: "_Row") -> bool:
        """Whether all but lengths and positions is the same."""
        return (
            self.pieces == other.pieces
            and np.array_equal(self.places, other.places)
            and np.array_equal(self.members, other.members)
            and np.array_equal(self.counts, other.counts)
            and np.array_equal(self.runs, other.runs)
        )


_NO_ROW = _Row(0, *[np.zeros(0, dtype=np.int64)] * 6)


def _rows(postings: Postings, place_of: dict[str, int]) -> dict[int, _Row]:
    """The rows, by their numbers in the shard."""
    found = {}
    positions = np.append(0, np.cumsum(postings.counts))
    for place, row in enumerate(postings.rows.tolist()):
        term, field = divmod(row, 1 << FIELD_BITS)
        inside = slice(*postings.starts[place : place + 2].tolist())
        found[place_of[postings.terms[term]] << FIELD_BITS | field] = _Row(
            int(postings.row_pieces[place]),
            postings.places[inside].astype(np.int64),
            postings.members[inside],
            postings.counts[inside],
            postings.lengths[inside],
            postings.runs[inside],
            postings.positions[slice(*positions[[inside.start, inside.stop]].tolist())],
        )
    return found


class _Splice:
    """The columns of one shard, and what is exchanged in them."""

    def __init__(self, shard: Shard, block: Block, day: int) -> None:
        self._shard = shard
        self._block = block
        self._day = day
        self._rows, self._row_lengths, self._row_pieces = read_directory(
            read_column(shard.words[1]).tolist()
        )
        self._starts = np.append(0, np.cumsum(self._row_lengths))
        self._counted = read_counts(read_column(shard.words[4]))[1]
        self._days = WrittenColumn(shard.words[2])
        self._lengths = WrittenColumn(shard.lengths)
        self._positions = WrittenColumn(shard.positions)
        self._long = WrittenColumn(shard.long_lengths)
        self._words_change = False
        self._growth: dict[int, int] = {}

    def exchange(self, number: int, gone: _Row, come: _Row) -> bool:
        """Exchange the day's postings of one row, rows in their order; whether it can be done."""
        row = int(np.searchsorted(self._rows, number))
        if row == len(self._rows) or self._rows[row] != number:
            return False
        start, end = self._starts[row : row + 2].tolist()
        days = self._block.first_day + np.cumsum(self._days.numbers(start, end))
        low, high = np.searchsorted(days, [self._day, self._day + 1]).tolist()
        length = len(days) - (high - low) + len(come.places)
        is_common = length >= self._block.common
        if not length or is_common != (len(days) >= self._block.common):
            return False
        growth = self._put_lengths(number, start + low, start + high, come, is_common=is_common)
        if high - low != len(gone.places) or not gone.stands_as(come):
            self._words_change = True
            self._row_lengths[row] = length
            self._row_pieces[row] += come.pieces - gone.pieces
            growth += self._put_days(start, days, low, high, len(come.places))
            growth += self._put_columns(row, start + low, start + high, come)
        term = number >> FIELD_BITS
        self._growth[term] = self._growth.get(term, 0) + growth
        return True

    def _put_lengths(self, number: int, low: int, high: int, come: _Row, *, is_common: bool) -> int:
        """Lengths and positions; how many characters more those take that count for sizes."""
        field = number & ((1 << FIELD_BITS) - 1)
        is_long = are_long(self._block, field, is_common, come.counts, come.lengths)
        if is_common and not field:
            elsewhere = self._lengths.numbers(0, high) == 0
            first = int(elsewhere[:low].sum())
            self._long.exchange(first, first + int(elsewhere[low:].sum()), come.lengths[is_long])
        first = int(self._counted[:low].sum())
        self._positions.exchange(first, first + int(self._counted[low:high].sum()), come.positions)
        return self._lengths.exchange(low, high, np.where(is_long, 0, come.lengths))

    def _put_days(self, start: int, days: Array, low: int, high: int, new: int) -> int:
        """The day's gaps, and that of the posting after them."""
        stretch = [self._block.first_day, *days[low - 1 : low].tolist()][-1:]
        stretch += [self._day] * new + days[high : high + 1].tolist()
        end = min(high + 1, len(days))
        return self._days.exchange(start + low, start + end, np.diff(stretch))

    def _put_columns(self, row: int, low: int, high: int, come: _Row) -> int:
        """Places, counts and runs; how many characters more those take that count for sizes."""
        first_run = int(self._run_starts[row])
        if self._run_starts[row + 1] > first_run:
            start = first_run + low - int(self._starts[row])
            self._runs.exchange(start, start + high - low, come.runs)
        extra = int((self._counted[:low] > MOST_COUNTED).sum())
        extra_here = int((self._counted[low:high] > MOST_COUNTED).sum())
        return self._places.exchange(
            low, high, np.diff(come.places, prepend=0)
        ) + self._counts.exchange(
            low + extra, high + extra + extra_here, counts_entries(come.members, come.counts)
        )

    # Most changes leave all of these as they stand.

    @cached_property
    def _places(self) -> WrittenColumn:
        return WrittenColumn(self._shard.words[3])

    @cached_property
    def _counts(self) -> WrittenColumn:
        return WrittenColumn(self._shard.words[4])

    @cached_property
    def _runs(self) -> WrittenColumn:
        return WrittenColumn(self._shard.words[5])

    @cached_property
    def _run_starts(self) -> Array:
        """At which entry of `runs` those of each row start, as the shard was."""
        shared = IS_SHARED[self._rows & ((1 << FIELD_BITS) - 1)]
        found: Array = np.append(0, np.cumsum(np.where(shared, np.diff(self._starts), 0)))
        return found

    def result(self, terms: int) -> Spliced:
        """The shard with all that was exchanged."""
        shard = replace(
            self._shard,
            lengths=self._lengths.text(),
            positions=self._positions.text(),
            long_lengths=self._long.text(),
        )
        if self._words_change:
            shard = replace(shard, words=self._words(terms), packed_words="")
        return Spliced(shard, self._growth)

    def _words(self, terms: int) -> tuple[str, ...]:
        term_rows = rows_of_terms(self._rows, terms)
        directory = directory_entries(self._rows, self._row_lengths, self._row_pieces, term_rows)
        columns = (self._days, self._places, self._counts, self._runs)
        return (
            self._shard.words[0],
            column_text(directory[0]),
            *(column.text() for column in columns),
        )
