"""Which terms stand in which pieces of a segment, and how often: columns of numbers as text.

For each term and field there are five columns, one entry for each posting:

- `gaps`: how many threads after the posting before it (0: another piece of that thread);
- `counts`: eight times the piece's place in its thread, plus how often the term stands there,
  less one; from eight times on, 7 and then the rest as a number of its own;
- `lengths`: the number of terms in that field of that piece, which Lunr's weight needs. Of a term
  that is common in the segment only the strong postings say it, where the length is at most the
  segment's `short` for each time the term stands there; the others say 0, and `long_lengths`
  has theirs. A first page of results needs none of these, and they are a third of the bytes;
- `runs`, for the shared fields alone: how many threads after this one have the same;
- `positions`: where the term stands, as often as it stands there; phrases alone need them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from operator import and_, rshift, sub
from typing import NamedTuple

from site_gen.search.analysis import STOP, Analysis
from site_gen.search.numbers import encode, encode_all
from site_gen.search.pieces import FIELDS
from site_gen.search.stemmer import stem
from site_gen.search.threads import Placed, Threads
from site_gen.text.values import dataclass

COMMON_SHARE = 40  # a term is common that stands in one of so many of a segment's pieces
SHORT_SHARE = 7  # the shortest texts, one of so many, are what a segment calls short
POSITION_BITS = 16  # a text has at most this many bits of positions; beyond, all share the last
_LAST_POSITION = (1 << POSITION_BITS) - 1
_MOST_COUNTED = 7
_FEW_WORDS = 12

Adder = Callable[[int], None]


class Columns(NamedTuple):
    """The postings of one term in one field of one segment."""

    field: int  # place in FIELDS
    postings: int
    pieces: int  # how many pieces those are: more than postings where they are stored in runs
    first: int  # thread of the first posting; `gaps` begins with the second
    last: int  # thread of the last posting
    gaps: str
    counts: str
    lengths: str
    long_lengths: str
    runs: str
    positions: str


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where every term of one field stands: a place is a posting's number and a position."""

    field: int
    places: dict[str, list[int]]
    threads: list[int]  # of each posting's number
    members: list[int]  # place in the thread, times eight
    lengths: list[int]
    runs: list[int]  # empty where the field is not shared
    pieces_before: list[int]  # of each thread; empty where the field is not shared
    short: int  # longest length that counts as short

    @property
    def common(self) -> int:
        """From how many postings on a term is common in this segment."""
        return 1 + len(self.threads) // COMMON_SHARE


def field_occurrences(analyses: Sequence[Analysis], threads: Threads) -> tuple[Occurrences, ...]:
    """The occurrences of all terms, one value for each of FIELDS."""
    lengths = [_text_lengths(analysis) for analysis in analyses]
    return tuple(
        _shared(number, analyses, threads, lengths)
        if field.is_shared
        else _single(number, analyses, threads, lengths)
        for number, field in enumerate(FIELDS)
    )


def term_columns(occurrences: Occurrences) -> Iterator[tuple[str, Columns]]:
    """Each term of one field with its columns, in no order."""
    for term, places in occurrences.places.items():
        if places:
            yield term, _columns(occurrences, places)


def short_length(lengths: Sequence[int]) -> int:
    """The length that one in SHORT_SHARE of the texts that are not empty does not exceed."""
    some = sorted(filter(None, lengths))
    return some[len(some) // SHORT_SHARE] if some else 0


def total_length(occurrences: Occurrences) -> int:
    """How many terms all the pieces have in this field."""
    if not occurrences.runs:
        return sum(occurrences.lengths)
    before = occurrences.pieces_before
    return sum(
        length * _pieces_in_run(before, thread, member, run)
        for thread, member, length, run in zip(
            occurrences.threads,
            occurrences.members,
            occurrences.lengths,
            occurrences.runs,
            strict=True,
        )
    )


def _text_lengths(analysis: Analysis) -> list[int]:
    return [len(text) - text.count(STOP) for text in analysis.texts]


class _Terms:
    """Gathers the places of terms: all that `Occurrences.places` holds."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self.places: dict[str, list[int]] = {}
        self._analyses = analyses
        self._adders: dict[str, Adder] = {"": _ignore}
        self._of_meeting: dict[int, list[Adder]] = {}

    def add(self, meeting: int, text: int, posting: int) -> None:
        """All words of a text of a meeting stand in a posting."""
        analysis = self._analyses[meeting]
        self._add(map(self._meeting_adders(meeting).__getitem__, analysis.texts[text]), posting)

    def add_words(self, words: Iterable[str], posting: int) -> None:
        """As `add`, for a few words: nothing is prepared for a whole meeting."""
        self._add(map(self._adder, words), posting)

    def _add(self, adders: Iterator[Adder], posting: int) -> None:
        start = posting << POSITION_BITS
        for place, add in zip(range(start, start + _LAST_POSITION), adders, strict=False):
            add(place)
        for add in adders:
            add(start + _LAST_POSITION)

    def _meeting_adders(self, meeting: int) -> list[Adder]:
        found = self._of_meeting.get(meeting)
        if found is None:
            found = list(map(self._adder, self._analyses[meeting].words))
            self._of_meeting[meeting] = found
        return found

    def _adder(self, word: str) -> Adder:
        adder = self._adders.get(word)
        if adder is None:
            adder = self._adders[word] = self.places.setdefault(_stem(word), []).append
        return adder


_stem = lru_cache(1 << 17)(stem)


def _ignore(place: int) -> None:
    """Stands for the term that a stop word is not."""


def _single(
    field: int, analyses: Sequence[Analysis], threads: Threads, lengths: list[list[int]]
) -> Occurrences:
    terms = _Terms(analyses)
    postings: list[tuple[int, int, int]] = []  # thread, member times eight, length
    for thread, members in enumerate(threads.members):
        for member, placed in enumerate(members, start=0 if len(members) == 1 else 1):
            text = placed.piece.texts[field]
            length = lengths[placed.meeting][text]
            if length > _FEW_WORDS:
                terms.add(placed.meeting, text, len(postings))
            elif length:
                terms.add_words(_words_at(analyses[placed.meeting], text), len(postings))
            postings.append((thread, member * 8, length))
    return Occurrences(
        field,
        terms.places,
        [thread for thread, _, _ in postings],
        [member for _, member, _ in postings],
        [length for _, _, length in postings],
        [],
        [],
        short_length([length for _, _, length in postings]) if field == 0 else 0,
    )


def _words_at(analysis: Analysis, text: int) -> Iterator[str]:
    return map(analysis.words.__getitem__, analysis.texts[text])


def _shared(
    field: int, analyses: Sequence[Analysis], threads: Threads, lengths: list[list[int]]
) -> Occurrences:
    terms = _Terms(analyses)
    runs = _runs(field, analyses, threads)
    for number, run in enumerate(runs):
        terms.add_words(run.words, number)
    return Occurrences(
        field,
        terms.places,
        [run.thread for run in runs],
        [run.member * 8 for run in runs],
        [lengths[run.meeting][run.text] for run in runs],
        [run.more for run in runs],
        threads.first_pieces(),
        0,
    )


@dataclass(slots=True)
class _Run:
    """Neighbouring threads all of whose pieces have one text; or one piece that differs."""

    thread: int
    member: int  # 0: all pieces of the thread
    more: int  # further threads
    meeting: int
    text: int
    words: tuple[str, ...]

    def goes_on(self, thread: int, words: tuple[str, ...]) -> bool:
        return not self.member and self.thread + self.more == thread - 1 and self.words == words


def _runs(field: int, analyses: Sequence[Analysis], threads: Threads) -> list[_Run]:
    words_of = _TextWords(field, analyses)
    runs: list[_Run] = []
    for thread, members in enumerate(threads.members):
        texts = list(map(words_of, members))
        if any(text != texts[0] for text in texts):
            runs += [
                _Run(
                    thread, member, 0, placed.meeting, placed.piece.texts[field], texts[member - 1]
                )
                for member, placed in enumerate(members, start=1)
            ]
        elif runs and runs[-1].goes_on(thread, texts[0]):
            runs[-1].more += 1
        else:
            placed = members[0]
            runs.append(_Run(thread, 0, 0, placed.meeting, placed.piece.texts[field], texts[0]))
    return [run for run in runs if run.words]


class _TextWords:
    """The words of one field of a piece, each distinct text looked up once."""

    def __init__(self, field: int, analyses: Sequence[Analysis]) -> None:
        self._field = field
        self._analyses = analyses
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}

    def __call__(self, placed: Placed) -> tuple[str, ...]:
        key = (placed.meeting, placed.piece.texts[self._field])
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(_words_at(self._analyses[key[0]], key[1]))
        return found


def _columns(occurrences: Occurrences, places: list[int]) -> Columns:
    numbers = list(map(rshift, places, repeat(POSITION_BITS)))
    counted = Counter(numbers)
    postings = list(counted)
    threads = list(map(occurrences.threads.__getitem__, postings))
    runs = list(map(occurrences.runs.__getitem__, postings)) if occurrences.runs else []
    members = list(map(occurrences.members.__getitem__, postings))
    lengths = list(map(occurrences.lengths.__getitem__, postings))
    long_lengths: list[int] = []
    if occurrences.short and len(postings) >= occurrences.common:
        limits = [count * occurrences.short for count in counted.values()]
        long_lengths = [
            length for length, limit in zip(lengths, limits, strict=True) if length > limit
        ]
        lengths = [
            length if length <= limit else 0 for length, limit in zip(lengths, limits, strict=True)
        ]
    return Columns(
        occurrences.field,
        len(postings),
        _pieces(occurrences, threads, members, runs) if runs else len(postings),
        threads[0],
        threads[-1],
        encode_all(list(map(sub, threads[1:], threads))),
        _counts(members, counted.values()),
        encode_all(lengths),
        encode_all(long_lengths),
        encode_all(runs),
        encode_all(list(map(and_, places, repeat(_LAST_POSITION)))),
    )


def _counts(members: Sequence[int], counted: Iterable[int]) -> str:
    counts = list(counted)
    if max(counts) <= _MOST_COUNTED:
        return encode_all(
            [member + count - 1 for member, count in zip(members, counts, strict=True)]
        )
    return "".join(
        encode(member + count - 1)
        if count <= _MOST_COUNTED
        else encode(member + _MOST_COUNTED) + encode(count - _MOST_COUNTED - 1)
        for member, count in zip(members, counts, strict=True)
    )


def _pieces(
    occurrences: Occurrences, threads: list[int], members: list[int], runs: list[int]
) -> int:
    before = occurrences.pieces_before
    return sum(
        _pieces_in_run(before, thread, member, run)
        for thread, member, run in zip(threads, members, runs, strict=True)
    )


def _pieces_in_run(before: list[int], thread: int, member: int, run: int) -> int:
    return 1 if member else before[thread + run + 1] - before[thread]
