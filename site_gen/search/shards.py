"""Postings as the files that a browser loads, and back.

A block is cut by term, so that a query loads what its own terms need and no more. Of each term the
directory says which fields it is in, and of each field how many postings there are, in how many
pieces where that is another number. Then there are columns, one entry for each posting:

- `days`: how many days after the posting before it, in the same row;
- `places`: the thread's place on that day, less that of the posting before it if of the same day;
- `counts`: eight times the piece's place in its thread, plus how often the term stands there,
  less one; from eight times on, 7 and then the rest as a number of its own;
- `runs`, for the shared fields alone: how many threads after this one have the same;
- `lengths`: the number of terms in that field of that piece, which Lunr's weight needs. Of a term
  that is common in the block only the strong postings say it, where the length is at most the
  block's `short` for each time the term stands there; the others say 0, and `long_lengths` has
  theirs. A first page of results needs none of these, and they are a third of the bytes;
- `positions`: where the term stands, as often as it stands there; phrases alone need them.

Other words in a piece that had others change lengths and positions of all its terms, and of most of
them nothing else: so the columns up to `runs` are packed by themselves, and stay as they stand.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np

from site_gen.search.blocks import Block
from site_gen.search.front_coding import front_coded, front_decoded
from site_gen.search.number_arrays import Column, column_text, read_column
from site_gen.search.pieces import FIELDS
from site_gen.search.postings import FIELD_BITS, Array, Postings
from site_gen.text.values import dataclass

MOST_COUNTED = 7
IS_SHARED = np.array([field.is_shared for field in FIELDS])


@dataclass(frozen=True, slots=True)
class Shard:
    """A run of terms with their postings: what one file says, without its name."""

    words: tuple[str, ...]  # terms, directory, and the columns from days to runs
    lengths: str
    positions: str
    long_lengths: str
    packed_words: str = ""  # `words` as they stand in the file that they were read from


class ShardWriter:
    """Some terms of a block in all their columns, to be cut anywhere between two terms."""

    def __init__(self, postings: Postings, block: Block) -> None:
        self._postings = postings
        lengths = postings.row_lengths
        fields = np.repeat(postings.fields, lengths)
        is_first = np.zeros(len(postings), dtype=bool)
        is_first[postings.starts[:-1]] = True
        shared = IS_SHARED[fields]
        extra = postings.counts > MOST_COUNTED
        common = np.repeat(lengths >= block.common, lengths)
        is_long = are_long(block, fields, common, postings.counts, postings.lengths)
        days = postings.days.astype(np.int64) - block.first_day
        gaps = np.where(is_first, days, np.diff(days, prepend=0))
        places = postings.places.astype(np.int64)
        same = ~is_first & (gaps == 0)
        self._columns = [
            _Cut(gaps),
            _Cut(places - np.where(same, np.append(0, places[:-1]), 0)),
            _Cut(counts_entries(postings.members, postings.counts), extra.astype(np.int64) + 1),
            _Cut(postings.runs[shared], shared),
        ]
        self._lengths = _Cut(np.where(is_long, 0, postings.lengths))
        self._positions = _Cut(postings.positions, postings.counts)
        self._long = _Cut(postings.lengths[is_long], is_long)
        term_rows = rows_of_terms(postings.rows, len(postings.terms))
        self._directory, self._directory_starts = directory_entries(
            postings.rows, postings.row_lengths, postings.row_pieces, term_rows
        )
        self._term_starts = postings.starts[term_rows]

    def sizes(self) -> list[int]:
        """Of each term how many characters it takes, runs, positions and long lengths apart."""
        total = np.array([len(term) for term in self._postings.terms], dtype=np.int64)
        for column in (*self._columns[:3], self._lengths):
            total += np.diff(column.offsets(self._term_starts))
        found: list[int] = total.tolist()
        return found

    def shard(self, first: int, end: int) -> Shard:
        """The terms from place `first` to before `end`."""
        low, high = self._term_starts[[first, end]]
        directory = self._directory[self._directory_starts[first] : self._directory_starts[end]]
        return Shard(
            (
                front_coded(self._postings.terms[first:end]),
                column_text(directory),
                *(column.text(low, high) for column in self._columns),
            ),
            self._lengths.text(low, high),
            self._positions.text(low, high),
            self._long.text(low, high),
        )


def read_shard(shard: Shard, block: Block) -> Postings:
    """The postings that `ShardWriter` wrote."""
    terms = front_decoded(shard.words[0])
    directory, gaps, steps, counted, runs = map(read_column, shard.words[1:])
    rows, row_lengths, row_pieces = read_directory(directory.tolist())
    starts = np.append(0, np.cumsum(row_lengths))
    days = _summed(gaps, starts) + block.first_day
    is_first = np.append(True, np.diff(days) != 0)
    is_first[starts[:-1]] = True
    members, counts = read_counts(counted)
    lengths = read_column(shard.lengths)
    lengths[lengths == 0] = read_column(shard.long_lengths)
    shared = np.repeat(IS_SHARED[rows & ((1 << FIELD_BITS) - 1)], row_lengths)
    all_runs = np.zeros(len(days), dtype=np.int64)
    all_runs[shared] = runs
    return Postings(
        terms,
        rows,
        row_pieces,
        starts,
        days,
        _summed(steps, np.append(np.flatnonzero(is_first), len(days))),
        members,
        counts,
        lengths,
        all_runs,
        read_column(shard.positions),
    )


def cut_terms(sizes: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Neighbouring terms that make a shard of about `most` characters: first, and end.

    A term that is much larger than what stands before it gets a shard of its own.
    """
    ends = [*accumulate(sizes)]
    start = total = 0
    while start < len(ends):
        place = bisect_left(ends, total + most, start)  # the term that makes it large enough
        end = min(place + 1, len(ends))
        if start < place < len(ends):
            before = ends[place - 1] - total
            if before >= most // 3 and ends[place] - total > most + most // 2:
                end = place
        yield start, end
        start, total = end, ends[end - 1]


class _Cut:
    """A column, of which each posting has one entry or as many as `each` says."""

    def __init__(self, numbers: Array, each: Array | None = None) -> None:
        self._column = Column(numbers)
        self._entries = None if each is None else np.append(0, np.cumsum(each, dtype=np.int64))

    def offsets(self, postings: Array) -> Array:
        """At which character the entries of these postings start."""
        entries = postings if self._entries is None else self._entries[postings]
        return self._column.offsets(entries)

    def text(self, first: int, end: int) -> str:
        """The entries from posting `first` to before `end`."""
        start, stop = self.offsets(np.array([first, end]))
        return self._column.text(start, stop)


def are_long(
    block: Block, fields: Array | int, common: Array | bool, counts: Array, lengths: Array
) -> Array:
    """Which postings leave their length to `long_lengths`; `common` are those of common rows."""
    most = counts.astype(np.int64) * block.short
    found: Array = common & (fields == 0) & (lengths > most)
    return found


def counts_entries(members: Array, counts: Array) -> Array:
    """The entries of `counts`: one for each posting, and one more for what stands very often."""
    often = counts.astype(np.int64) - 1
    first = members.astype(np.int64) * 8 + np.minimum(often, MOST_COUNTED)
    extra = counts > MOST_COUNTED
    return np.insert(first, np.flatnonzero(extra) + 1, often[extra] - MOST_COUNTED)


def read_counts(numbers: Array) -> tuple[Array, Array]:
    """Members and counts. The number after a full one is no entry, whatever it looks like."""
    full = np.flatnonzero((numbers & 7) == MOST_COUNTED).tolist()
    extra: list[int] = []
    for place in full:
        if not extra or place > extra[-1]:
            extra.append(place + 1)
    is_entry = np.ones(len(numbers), dtype=bool)
    is_entry[extra] = False
    counts = (numbers & 7) + 1
    counts[np.array(extra, dtype=np.int64) - 1] += numbers[extra]
    return numbers[is_entry] >> 3, counts[is_entry]


def rows_of_terms(rows: Array, terms: int) -> Array:
    """The first row of each term, and at last the number of rows."""
    found: Array = np.searchsorted(rows, np.arange(terms + 1) << FIELD_BITS)
    return found


def directory_entries(
    rows: Array, lengths: Array, pieces: Array, term_rows: Array
) -> tuple[Array, Array]:
    """The numbers of the directory, and where those of each term start."""
    fields = rows & ((1 << FIELD_BITS) - 1)
    shared = IS_SHARED[fields]
    entries = 1 + shared.astype(np.int64)
    entries[term_rows[:-1]] += 1
    ends = np.cumsum(entries)
    found = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.int64)
    masks = np.add.reduceat(1 << fields.astype(np.int64), term_rows[:-1])
    found[(ends - entries)[term_rows[:-1]]] = masks
    found[ends - 1 - shared] = lengths
    found[ends[shared] - 1] = pieces[shared]
    return found, np.append(0, ends)[term_rows]


def read_directory(numbers: list[int]) -> tuple[Array, Array, Array]:
    """Of each row its number, how many postings it has, and in how many pieces they are."""
    rows, lengths, pieces = [], [], []
    at = term = 0
    while at < len(numbers):
        mask = numbers[at]
        at += 1
        for place, field in enumerate(FIELDS):
            if mask >> place & 1:
                rows.append(term << FIELD_BITS | place)
                lengths.append(numbers[at])
                at += field.is_shared
                pieces.append(numbers[at])
                at += 1
        term += 1
    return np.array(rows), np.array(lengths), np.array(pieces)


def _summed(numbers: Array, starts: Array) -> Array:
    """Running sums that begin anew at each of `starts`, the last of which is the end."""
    sums: Array = np.cumsum(numbers)
    before = np.append(0, sums)[starts[:-1]]
    found: Array = sums - np.repeat(before, np.diff(starts))
    return found
