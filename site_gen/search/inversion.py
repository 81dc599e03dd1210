"""Meetings' analyses to postings: which word stands where, turned about."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

import numpy as np

from site_gen.search.analysis import COLUMNS, END, FIRST_WORD, Analysis
from site_gen.search.pieces import FIELDS
from site_gen.search.postings import FIELD_BITS, Array, Postings, no_postings, spread
from site_gen.search.stemmer import stem
from site_gen.text.values import dataclass, field_names

POSITION_BITS = 16  # a text has at most this many bits of positions; beyond, all share the last
UNIT_BITS = 24  # what is inverted at a time has at most this many bits of pieces and fields
_LAST_POSITION = (1 << POSITION_BITS) - 1
_STOPPED, _ENDED = -1, -2


@dataclass(frozen=True, slots=True)
class DayMeetings:
    """All meetings of one day, in order."""

    day: int
    analyses: Sequence[Analysis]


def invert(days: Sequence[DayMeetings]) -> Postings:
    """The postings of all meetings of some days, which are in order."""
    return invert_counted(days)[0]


def invert_counted(days: Sequence[DayMeetings]) -> tuple[Postings, dict[str, int]]:
    """The same, and in how many of the meetings each word stands."""
    if not days:
        return no_postings(), {}
    inverter = _Inverter()
    return inverter.invert(days), inverter.count()


class _Stems(dict[str, str]):
    """The stem of each word, worked out once in a process."""

    def __missing__(self, word: str) -> str:
        found = self[word] = stem(word)
        return found


_stems = _Stems()


@dataclass(frozen=True, slots=True)
class _Units:
    """What a posting speaks for: one field of a piece, or of a run of threads."""

    field: Array
    text: Array
    day: Array
    place: Array
    member: Array
    run: Array
    pieces: Array


class _Inverter:
    """Gathers the meetings, then sorts once."""

    def __init__(self) -> None:
        # A number for each word, in the order of their coming; asked some million times.
        self._numbers: dict[str, int] = defaultdict(count().__next__)
        self._words: list[Array] = []  # of each meeting, the numbers of its words
        self._tokens: list[Array] = []
        self._texts = 0
        self._rows: list[Array] = []  # place on the day, member, texts ..., is routine, day

    def invert(self, days: Sequence[DayMeetings]) -> Postings:
        for one in days:
            self._add_day(one)
        tokens = np.concatenate(self._tokens)
        ended = tokens == _ENDED
        text_of = np.cumsum(ended) - ended
        text_starts = np.append(0, np.flatnonzero(ended)[:-1] + 1)
        indexed = np.flatnonzero(tokens >= 0)
        positions = np.minimum(indexed - text_starts[text_of[indexed]], _LAST_POSITION)
        lengths = np.bincount(text_of[indexed], minlength=self._texts)
        units = _units(np.concatenate(self._rows), lengths)
        stems = [*map(_stems.__getitem__, self._numbers)]
        terms = sorted({*stems})
        place_of = {term: place for place, term in enumerate(terms)}
        ranks = np.array([place_of[term] for term in stems], dtype=np.int64)
        return _sorted(terms, ranks[tokens[indexed]] << FIELD_BITS, positions, lengths, units)

    def count(self) -> dict[str, int]:
        """In how many of the meetings each word stands, once all are inverted."""
        counts = np.bincount(np.concatenate(self._words), minlength=len(self._numbers))
        return dict(zip(self._numbers, counts.tolist(), strict=True))

    def _add_day(self, one: DayMeetings) -> None:
        plain = 0
        routine = sum(analysis.plain for analysis in one.analyses)
        for analysis in one.analyses:
            kind = np.dtype(analysis.width)
            numbers = [
                _STOPPED,
                _ENDED,
                *map(self._numbers.__getitem__, analysis.words[FIRST_WORD:]),
            ]
            words = np.array(numbers, dtype=np.int32)
            tokens = np.frombuffer(analysis.numbered, dtype=kind)
            self._words.append(words[FIRST_WORD:])
            self._tokens.append(words[tokens])
            table = np.frombuffer(analysis.rows, dtype=kind).reshape(-1, COLUMNS)
            rows = np.empty((len(table), COLUMNS + 2), dtype=np.int64)
            rows[:, :COLUMNS] = table
            is_routine = rows[:, 0] >= analysis.plain
            rows[:, 0] += np.where(is_routine, routine - analysis.plain, plain)
            rows[:, 2:COLUMNS] += self._texts
            rows[:, COLUMNS] = is_routine
            rows[:, COLUMNS + 1] = one.day
            self._rows.append(rows)
            self._texts += int(np.count_nonzero(tokens == END))
            plain += analysis.plain
            routine += len(analysis.signatures) - analysis.plain


def _units(rows: Array, lengths: Array) -> _Units:
    """All units, in the order of field, day, thread and piece."""
    found = []
    for number, field in enumerate(FIELDS):
        of_field = _shared_units(rows, number) if field.is_shared else _single_units(rows, number)
        found.append(_some(of_field, lengths[of_field.text] > 0))
    names = field_names(_Units)
    units = _Units(*(np.concatenate([getattr(one, name) for one in found]) for name in names))
    return _some(units, np.lexsort((units.member, units.place, units.day, units.field)))


def _some(units: _Units, chosen: Array) -> _Units:
    return _Units(*(getattr(units, name)[chosen] for name in field_names(_Units)))


def _single_units(rows: Array, field: int) -> _Units:
    nothing = np.zeros(len(rows), dtype=np.int64)
    return _Units(
        nothing + field,
        rows[:, 2 + field],
        rows[:, COLUMNS + 1],
        rows[:, 0],
        rows[:, 1],
        nothing,
        nothing + 1,
    )


def _shared_units(rows: Array, field: int) -> _Units:
    """Runs of threads whose pieces all have one text; each piece of a thread that has several."""
    texts, places, routine, days = rows[:, 2 + field], rows[:, 0], rows[:, COLUMNS], rows[:, -1]
    is_first = np.append(True, (np.diff(places) != 0) | (np.diff(days) != 0))
    firsts = np.flatnonzero(is_first)
    sizes = np.diff(np.append(firsts, len(rows)))
    lowest, highest = np.minimum.reduceat(texts, firsts), np.maximum.reduceat(texts, firsts)
    is_one = lowest == highest
    # Texts are numbered anew in each meeting, so a run ends with its meeting.
    is_start = np.append(True, (np.diff(lowest) != 0) | (np.diff(routine[firsts]) != 0))
    starts = np.flatnonzero(is_start | ~is_one | np.append(False, ~is_one[:-1]))
    threads = np.diff(np.append(starts, len(firsts)))
    pieces = np.add.reduceat(sizes, starts)
    whole = is_one[starts]
    first_rows = firsts[starts][whole]
    single = np.flatnonzero(np.repeat(~is_one, sizes))
    chosen = np.concatenate((first_rows, single))
    nothing = np.zeros(len(single), dtype=np.int64)
    return _Units(
        np.full(len(chosen), field),
        texts[chosen],
        days[chosen],
        places[chosen],
        np.concatenate((np.zeros(len(first_rows), dtype=np.int64), rows[single, 1])),
        np.concatenate((threads[whole] - 1, nothing)),
        np.concatenate((pieces[whole], nothing + 1)),
    )


def _sorted(
    terms: list[str], rows: Array, positions: Array, lengths: Array, units: _Units
) -> Postings:
    """Each word of each unit once, sorted; `rows` and `positions` are of the words of all texts."""
    starts = np.cumsum(lengths) - lengths
    per_unit = lengths[units.text]
    words = spread(starts[units.text], per_unit)
    unit_of = np.repeat(np.arange(len(units.text)), per_unit)
    keys: Array = rows[words] | units.field[unit_of]
    keys = (keys << UNIT_BITS | unit_of) << POSITION_BITS | positions[words]
    keys = keys.astype(np.uint64)
    if not len(keys):
        return no_postings()
    keys.sort()
    of_posting = keys >> np.uint64(POSITION_BITS)
    firsts = np.flatnonzero(np.append(True, of_posting[1:] != of_posting[:-1]))
    of_posting = of_posting[firsts].astype(np.int64)
    unit = of_posting & ((1 << UNIT_BITS) - 1)
    row = of_posting >> UNIT_BITS
    row_firsts = np.flatnonzero(np.diff(row, prepend=-1))
    return Postings(
        terms,
        row[row_firsts],
        np.add.reduceat(units.pieces[unit], row_firsts),
        np.append(row_firsts, len(row)),
        units.day[unit],
        units.place[unit],
        units.member[unit],
        np.diff(np.append(firsts, len(keys))),
        lengths[units.text[unit]],
        units.run[unit],
        (keys & np.uint64(_LAST_POSITION)).astype(np.int64),
    )
