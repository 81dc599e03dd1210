"""The files of a written index back to numbers: what the terminal's search reads.

Twin of `static/js/search/archive.js` and `postings.js`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from site_gen.search.chunks import chunks_of_day
from site_gen.search.days import group_of
from site_gen.search.digests import SHORT
from site_gen.search.front_coding import front_decoded
from site_gen.search.numbers import decode_all
from site_gen.search.pieces import FIELDS
from site_gen.search.scripts import read_script, script_path
from site_gen.text.values import dataclass, field

MOST_COUNTED = 7  # as in `shards.py`, which works on whole arrays: a terminal does without them
_WITHOUT_POSITIONS = 7  # what the file of a closed shard says
ReadFile = Callable[[str], bytes]  # by path relative to the site's root; FileNotFoundError


class StaleIndexError(Exception):
    """The files of the index are not all of one build; the message names one that is not."""


class Posting(NamedTuple):
    """One term in one field of a piece, or of all pieces of neighbouring threads."""

    thread: int  # numbered through all blocks
    member: int
    times: int
    length: int
    run: int  # further threads with the same
    positions: tuple[int, ...]


@dataclass(slots=True)
class TermPostings:
    """All postings of a term, by field, and in how many pieces' fields they are."""

    pieces: int = 0
    by_field: dict[int, list[Posting]] = field(default_factory=dict)


class Day(NamedTuple):
    """The threads of a day; their numbers run through all blocks."""

    number: int
    start: int  # the first that is not routine
    plain: int  # how many are not
    routine: int  # the first that is
    routines: int  # how many are
    group: int  # which digest of its year its display records have

    def thread(self, place: int) -> int:
        """The number of the thread with this place on the day."""
        return self.start + place if place < self.plain else self.routine + place - self.plain


@dataclass(slots=True)
class Year:
    """A year of a block."""

    start: int  # its first thread
    routine_from: int  # the number of the first that is routine
    per_chunk: int
    digests: str
    days: list[Day]


class IndexReader:
    """Reads one written index; each file once."""

    def __init__(self, read_file: ReadFile) -> None:
        self._read_file = read_file
        self._terms: dict[str, dict[str, TermPostings]] = {}
        manifest = read_script(read_file(script_path("manifest"))).value
        self.pieces: int = manifest["pieces"]
        self.averages = [average for _, _, average, _ in manifest["fields"]]
        self.glossary: list[list[str]] = manifest["glossary"]
        self.joins: list[list[int]] = manifest["joins"]
        self.blocks: list[dict[str, Any]] = manifest["blocks"]
        self.years: list[Year] = []
        self.block_starts: list[int] = []
        self.threads = 0
        for block in self.blocks:
            self.block_starts.append(self.threads)
            self._read_block(block)
        self.starts = [year.start for year in self.years]

    def value(self, name: str, digest: str) -> Any:
        """What a file says. Raises StaleIndexError when it is of another build."""
        script = read_script(self._read_file(script_path(name)))
        if script.digest != digest:
            raise StaleIndexError(script_path(name))
        return script.value

    def postings(self, term: str) -> TermPostings:
        """Where `term` stands."""
        found = TermPostings()
        for number, block in enumerate(self.blocks):
            shard = last_not_after(block["first_terms"], term)
            if shard >= 0:
                self._add_shard(found, number, shard, term)
        return found

    def words_with(self, start: str) -> Iterator[tuple[str, int]]:
        """The words that begin with `start`, and how often each is there, roughly."""
        for block in self.blocks:
            firsts = block["first_words"]
            last = last_not_after(firsts, start + "\uffff")
            for number in range(max(0, last_not_after(firsts, start)), last + 1):
                digest = _split(block["wordDigests"])[number]
                words, often = self.value(f"w-{block['name']}-{number}", digest)
                for word, power in zip(front_decoded(words), decode_all(often), strict=True):
                    if word.startswith(start):
                        yield word, 1 << power

    def is_routine(self, thread: int) -> bool:
        """Whether a thread is routine business: apologies, declarations."""
        return thread >= self._year(thread).routine_from

    def shown(self, thread: int) -> list[Any]:
        """What results show of a thread: its meeting (date, committee's id and name), then pieces.

        A piece is its id, address, kind, title, item, speaker, outcome, response and text.
        """
        year = self._year(thread)
        is_routine = thread >= year.routine_from
        starts = [day.routine if is_routine else day.start for day in year.days]
        day = year.days[last_not_after(starts, thread)]
        place = day.plain + thread - day.routine if is_routine else thread - day.start
        chunk, local = chunks_of_day(day.plain, day.routines, year.per_chunk).place_of(place)
        digest = year.digests[SHORT * day.group :][:SHORT]
        value = self.value(f"d-{day.number}-{chunk}", digest)
        return _read_thread(value, local)

    def _year(self, thread: int) -> Year:
        return self.years[last_not_after(self.starts, thread)]

    def _read_block(self, block: dict[str, Any]) -> None:
        number = block["firstDay"]
        block["days"] = {}
        for _, *facts in block["years"]:
            year = _read_year(number, self.threads, *facts)
            self.years.append(year)
            self.threads = year.routine_from + sum(decode_all(facts[2]))
            number = year.days[-1].number
            block["days"].update((day.number, day) for day in year.days)
        names = [
            f"{block['name']}-{partition}-{shard}"
            for partition, count in block["groups"]
            for shard in range(count)
        ]
        block["shards"] = list(
            zip(names, _split(block["digests"]), block["longLengths"], strict=True)
        )
        block["first_terms"] = front_decoded(block["terms"])
        block["first_words"] = front_decoded(block["words"])

    def _add_shard(self, found: TermPostings, number: int, shard: int, term: str) -> None:
        block = self.blocks[number]
        name, digest, _ = block["shards"][shard]
        if name not in self._terms:
            value = self.value(name, digest)
            if len(value) == _WITHOUT_POSITIONS:
                value += self.value(f"{name}-p", digest)
            self._terms[name] = _read_terms(value, block)
        of_block = self._terms[name].get(term)
        if of_block:
            found.pieces += of_block.pieces
            for place, postings in of_block.by_field.items():
                found.by_field.setdefault(place, []).extend(postings)


def _read_year(  # noqa: PLR0913, PLR0917 (the columns of the manifest, in their order)
    day: int, start: int, gaps: str, plain: str, routine: str, per_chunk: int, digests: str
) -> Year:
    counts = list(zip(decode_all(gaps), decode_all(plain), decode_all(routine), strict=True))
    routine_from = start + sum(plain for _, plain, _ in counts)
    year = Year(start, routine_from, per_chunk, digests, [])
    next_plain, next_routine = start, routine_from
    group = -1
    seen = None
    for gap, plain_count, routine_count in counts:
        day += gap
        group += group_of(day) != seen
        seen = group_of(day)
        year.days.append(Day(day, next_plain, plain_count, next_routine, routine_count, group))
        next_plain += plain_count
        next_routine += routine_count
    return year


def _read_thread(value: list[Any], local: int) -> list[Any]:
    meetings, threads = value
    number, item, *pieces = threads[local]
    while item == 0:
        local -= 1
        item = threads[local][1]
    meeting, page, *facts = meetings[number]
    return [facts, *(_read_piece(meeting, page, item, piece) for piece in pieces)]


def _read_piece(meeting: str, page: str, of_thread: str, piece: list[str]) -> list[str]:
    fragment, kind, text, title, speaker, outcome, response, item, *_ = [
        *piece,
        *[""] * (7 - len(piece)),
        of_thread,
    ]
    url = f"{page}#{fragment}" if fragment else page
    return [f"{meeting}#{fragment}", url, kind, title, item, speaker, outcome, response, text]


def _read_terms(value: list[str], block: dict[str, Any]) -> dict[str, TermPostings]:
    columns = _Columns(*map(decode_all, value[1:]))
    found = {}
    for term in front_decoded(value[0]):
        found[term] = TermPostings()
        fields = next(columns.directory)
        for place, about in enumerate(FIELDS):
            if not fields >> place & 1:
                continue
            number = next(columns.directory)
            pieces = next(columns.directory) if about.is_shared else number
            found[term].pieces += pieces
            found[term].by_field[place] = [*columns.row(number, block, is_shared=about.is_shared)]
    return found


@dataclass(slots=True)
class _Columns:
    """What is left to read of a shard's columns: see `shards.py`."""

    directory: Iterator[int]
    days: Iterator[int]
    places: Iterator[int]
    counts: Iterator[int]
    runs: Iterator[int]
    lengths: Iterator[int]
    positions: Iterator[int]
    longer: Iterator[int]

    def row(self, number: int, block: dict[str, Any], *, is_shared: bool) -> Iterator[Posting]:
        """The next postings."""
        day = block["firstDay"]
        place = 0
        for each in range(number):
            gap = next(self.days)
            day += gap
            place = next(self.places) + (place if each and not gap else 0)
            member, times = divmod(next(self.counts), 8)
            times += 1 + (next(self.counts) if times == MOST_COUNTED else 0)
            yield Posting(
                block["days"][day].thread(place),
                member,
                times,
                next(self.lengths) or next(self.longer),
                next(self.runs) if is_shared else 0,
                tuple(next(self.positions) for _ in range(times)),
            )


def _split(digests: str) -> list[str]:
    return [digests[start : start + SHORT] for start in range(0, len(digests), SHORT)]


def last_not_after(ordered: Sequence[Any], wanted: Any) -> int:
    """The place of the last of `ordered` that is not after `wanted`, or -1."""
    return bisect_right(ordered, wanted) - 1
