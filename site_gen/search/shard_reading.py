"""The files of a written index back to numbers: what the terminal's search reads.

Twin of `static/js/search/archive.js` and `postings.js`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple

from site_gen.search.display import GROUP
from site_gen.search.numbers import decode_all, read_number
from site_gen.search.pieces import FIELDS
from site_gen.search.scripts import read_script, script_path

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
        self.segments: list[list[Any]] = manifest["segments"]
        self.starts = list(accumulate((segment[1] for segment in self.segments), initial=0))
        self.blocks: list[dict[str, Any]] = manifest["blocks"]
        for block in self.blocks:
            block["first_terms"] = front_decoded(block["terms"])
            block["first_words"] = front_decoded(block["words"])
        counts = accumulate((block["segments"] for block in self.blocks), initial=0)
        self.block_starts = [self.starts[count] for count in counts]

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
                words, often = self.value(f"w-{block['name']}-{number}", block["digest"])
                for word, power in zip(front_decoded(words), decode_all(often), strict=True):
                    if word.startswith(start):
                        yield word, 1 << power

    def is_routine(self, thread: int) -> bool:
        """Whether a thread is routine business: apologies, declarations."""
        segment = last_not_after(self.starts[:-1], thread)
        routine_from: int = self.segments[segment][2]
        start: int = self.starts[segment]
        return thread - start >= routine_from

    def shown(self, thread: int) -> list[Any]:
        """What results show of a thread: its meeting, then its pieces (see `analysis.py`)."""
        place = last_not_after(self.starts[:-1], thread)
        year, _, routine_from, _, per_chunk, digests = self.segments[place]
        local = thread - self.starts[place]
        before = 0
        if local >= routine_from:
            local -= routine_from
            before = -(-routine_from // per_chunk)
        number = before + local // per_chunk
        group = 4 * (number // GROUP)
        chunk = self.value(f"d-{year}-{number}", digests[group : group + 4])
        found: list[Any] = chunk[local % per_chunk]
        return found

    def _add_shard(self, found: TermPostings, number: int, shard: int, term: str) -> None:
        name = f"{self.blocks[number]['name']}-{shard}"
        if name not in self._terms:
            self._terms[name] = self._read_shard(number, shard, name)
        of_block = self._terms[name].get(term)
        if of_block:
            found.pieces += of_block.pieces
            for place, postings in of_block.by_field.items():
                found.by_field.setdefault(place, []).extend(postings)

    def _read_shard(self, number: int, shard: int, name: str) -> dict[str, TermPostings]:
        block = self.blocks[number]
        value = self.value(name, block["digest"])
        if len(value) == 6:
            value += self.value(f"{name}-p", block["digest"])
        longer: Iterator[int] = iter(())
        if shard in block["longLengths"]:
            longer = decode_all(self.value(f"{name}-l", block["digest"])[0])
        return _read_terms(value, longer, self.block_starts[number])


def _read_terms(value: list[str], longer: Iterator[int], start: int) -> dict[str, TermPostings]:
    directory, gaps, counts, lengths, runs, positions = map(decode_all, value[1:])
    found = {}
    for term in front_decoded(value[0]):
        found[term] = TermPostings()
        fields = next(directory)
        for place, about in enumerate(FIELDS):
            if not fields >> place & 1:
                continue
            number = next(directory)
            found[term].pieces += next(directory) if about.is_shared else number
            postings = []
            thread = start
            for _ in range(number):
                thread += next(gaps)
                member, times = _member_and_times(counts)
                length = next(lengths) or next(longer)
                run = next(runs) if about.is_shared else 0
                places = tuple(next(positions) for _ in range(times))
                postings.append(Posting(thread, member, times, length, run, places))
            found[term].by_field[place] = postings
    return found


def _member_and_times(counts: Iterator[int]) -> tuple[int, int]:
    member, times = divmod(next(counts), 8)
    return member, times + 1 + (next(counts) if times == 7 else 0)


def front_decoded(text: str) -> list[str]:
    """The terms that `front_coded` wrote."""
    terms = []
    before = ""
    at = 0
    while at < len(text):
        shared, at = read_number(text, at)
        end = text.find(" ", at)
        end = len(text) if end < 0 else end
        before = before[:shared] + text[at:end]
        terms.append(before)
        at = end + 1
    return terms


def last_not_after(ordered: Sequence[Any], wanted: Any) -> int:
    """The place of the last of `ordered` that is not after `wanted`, or -1."""
    return bisect_right(ordered, wanted) - 1
