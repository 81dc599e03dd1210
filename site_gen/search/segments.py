"""One year's meetings to the part of the index that a change in that year costs.

A segment is a pure function of its meetings' analyses, numbered from 0 as if it stood alone.
Blocks of shards are made by joining segments, which moves numbers and reads no text again.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from site_gen.search.analysis import FIRST_WORD, Analysis, read_analysis
from site_gen.search.digests import digest_of
from site_gen.search.display import Chunk, cut_chunks
from site_gen.search.postings import Columns, field_occurrences, term_columns, total_length
from site_gen.search.threads import Threads, foreign_threads, number_threads
from site_gen.text.values import dataclass

FORMAT = 2  # of everything that browsers read; a change makes every segment anew
PARTITIONS = 28  # terms by first character: up to "9", "a" to "z", beyond "z"

TermColumns = tuple[str, list[Columns]]


@dataclass(frozen=True, slots=True)
class SegmentHead:
    """What is known of a segment without reading its terms."""

    year: str
    digest: str  # of all the rest of the segment
    threads: int
    routine_from: int
    pieces: int
    short: int  # longest text that counts as short: see `postings.py`
    lengths: tuple[int, ...]  # terms of all pieces, one number for each of FIELDS
    foreign: tuple[tuple[int, str], ...]  # threads that begin in another segment: number, id
    sizes: tuple[int, ...]  # of each partition, in characters
    per_chunk: int  # threads in a file of display records
    chunk_digests: str


@dataclass(frozen=True, slots=True)
class Segment:
    """What is kept of a segment, by name, and the files that are made of it alone."""

    parts: dict[str, bytes]  # head, facets, vocabulary, ids, terms-0 ... terms-27
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class SegmentFacets:
    """What the filters need: meetings in order, and of each thread its meeting and its kinds."""

    meetings: list[tuple[str, str, str]]  # date, body's id, body's name
    meeting_of: list[int]  # of each thread
    signatures: list[str]  # of each thread: see `signature`
    people: list[list[str]]  # of each thread, ids


def partition_of(term: str) -> int:
    """The partition of `term`; terms of a lower partition sort before those of a higher one."""
    first = term[0]
    if first < "a":
        return 0
    return ord(first) - ord("a") + 1 if first <= "z" else PARTITIONS - 1


def build_segment(year: str, stored: Sequence[bytes]) -> Segment:
    """The segment of `year`, from the analyses of all its meetings, in any order."""
    analyses = sorted(map(read_analysis, stored), key=lambda one: (one.date, one.meeting))
    threads = number_threads(analyses)
    occurrences = field_occurrences(analyses, threads)
    terms: list[dict[str, list[Columns]]] = [{} for _ in range(PARTITIONS)]
    for field in occurrences:
        for term, columns in term_columns(field):
            terms[partition_of(term)].setdefault(term, []).append(columns)
    partitions = [_dumped(sorted(partition.items())) for partition in terms]
    shown = [_shown(analyses, members) for members in threads.members]
    chunks = cut_chunks(year, shown, threads.routine_from)
    parts = {
        "facets": _dumped(_facets(analyses, threads)),
        "vocabulary": _dumped(_vocabulary(analyses)),
        "ids": _dumped([members[0].piece.id for members in threads.members]),
        **{f"terms-{number}": partition for number, partition in enumerate(partitions)},
    }
    head = SegmentHead(
        year=year,
        digest=digest_of(str(FORMAT).encode(), *parts.values()),
        threads=len(threads.members),
        routine_from=threads.routine_from,
        pieces=sum(map(len, threads.members)),
        short=occurrences[0].short,
        lengths=tuple(map(total_length, occurrences)),
        foreign=tuple(foreign_threads(threads)),
        sizes=tuple(map(len, partitions)),
        per_chunk=chunks.per_chunk,
        chunk_digests=chunks.digests,
    )
    return Segment({"head": _dumped(asdict(head)), **parts}, chunks.files)


def read_head(part: bytes) -> SegmentHead:
    """The head of a segment that `build_segment` made."""
    facts = json.loads(part)
    facts["foreign"] = tuple((thread, id_) for thread, id_ in facts["foreign"])
    for name in ("lengths", "sizes"):
        facts[name] = tuple(facts[name])
    return SegmentHead(**facts)


def read_facets(part: bytes) -> SegmentFacets:
    """What the filters need of a segment."""
    meetings, meeting_of, signatures, people = json.loads(part)
    return SegmentFacets(
        [(day, body, name) for day, body, name in meetings], meeting_of, signatures, people
    )


def read_terms(part: bytes) -> list[TermColumns]:
    """The terms of one partition in order, each with its columns by field."""
    return [(term, [Columns(*columns) for columns in fields]) for term, fields in json.loads(part)]


def signature(kinds: Sequence[str], responses: Sequence[str]) -> str:
    """A thread's kinds of pieces and, for its questions, whether an answer is recorded."""
    return " ".join(sorted({*kinds, *(f"={response}" for response in responses)}))


def _facets(analyses: Sequence[Analysis], threads: Threads) -> list[Any]:
    meetings = [(one.date, one.body_id, one.body) for one in analyses]
    members = [[placed.piece for placed in thread] for thread in threads.members]
    signatures = [
        signature(
            [piece.kind for piece in pieces],
            [piece.response for piece in pieces if piece.response],
        )
        for pieces in members
    ]
    people = [
        list(dict.fromkeys(person for piece in pieces for person in piece.person_ids))
        for pieces in members
    ]
    return [meetings, [thread[0].meeting for thread in threads.members], signatures, people]


def _vocabulary(analyses: Sequence[Analysis]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for analysis in analyses:
        counted.update(analysis.words[FIRST_WORD:])
    return dict(sorted(counted.items()))


def _shown(analyses: Sequence[Analysis], members: Sequence[Any]) -> str:
    first = members[0].meeting
    pieces = []
    for placed in members:
        shown = analyses[placed.meeting].shown[placed.place]
        if placed.meeting != first:  # an answer given at a later meeting
            shown = f"{shown[:-1]},{_meeting(analyses[placed.meeting])}]"
        pieces.append(shown)
    return f"[{_meeting(analyses[first])},{','.join(pieces)}]"


def _meeting(analysis: Analysis) -> str:
    return _dumped([analysis.date, analysis.body_id, analysis.body]).decode()


def _dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
