"""What results show, in chunks of neighbouring threads of one day.

A result is one thread; its chunk follows from its day and its place there (see `chunks.py`), so no
table says which file it is in, and a changed meeting changes the chunks of its own day alone.
Chunks have no digest each, for there are too many to list: those of neighbouring days share one.

A chunk says its meetings (id, page, date, committee's id and name) and then its threads, each as
the place of its meeting, its item (0: that of the thread before it) and its pieces. A piece is its
fragment, kind, text, title, speaker, outcome, response and, where it is another than the thread's,
item; empty ones at the end are left out.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from site_gen.search.analysis import Analysis
from site_gen.search.cards import Card, Day
from site_gen.search.chunks import chunks_of_day
from site_gen.search.days import group_of
from site_gen.search.digests import short_digest
from site_gen.search.packed import packed
from site_gen.search.scripts import read_packed, script_path, write_packed
from site_gen.text.values import dataclass

CHUNK_SIZE = 9_000  # characters, about: ten results come from ten chunks at worst
_STEP = 4  # threads: so one meeting more rarely changes where all chunks of a year are cut
_LINE_END = ",\n"
_Shown = tuple[int, str, str]  # the place of its meeting, its item and its pieces


class Chunk(NamedTuple):
    """One file of display records, without its digest."""

    name: str
    packed: str


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day and its meetings' analyses, in order."""

    day: int
    analyses: Sequence[Analysis]


def threads_per_chunk(cards: Sequence[Card]) -> int:
    """How many threads of a year make a chunk."""
    threads = sum(card.plain + card.routine for card in cards)
    most = CHUNK_SIZE * threads / max(1, sum(card.shown for card in cards))
    return max(_STEP, round(most / _STEP) * _STEP)


def cut_day(day: ShownDay, per_chunk: int) -> list[Chunk]:
    """The chunks of a day."""
    values = _chunks(day, per_chunk)
    return [Chunk(_name(day.day, place), packed(value)) for place, value in enumerate(values)]


def read_day(day: Day, per_chunk: int, read: Callable[[str], bytes]) -> list[Chunk]:
    """The same of a day that did not change, from its files."""
    return [Chunk(name, read_packed(read(script_path(name)))) for name in _names(day, per_chunk)]


def group_files(chunks: Sequence[Chunk]) -> tuple[str, dict[str, bytes]]:
    """The digest of a group, of which these are all chunks, and its files by their paths."""
    digest = short_digest(*(chunk.packed.encode() for chunk in chunks))
    return digest, {
        script_path(chunk.name): write_packed(chunk.name, digest, chunk.packed) for chunk in chunks
    }


def chunk_paths(days: Iterable[Day], per_chunk: int) -> list[str]:
    """The paths of the files that some days have."""
    return [script_path(name) for day in days for name in _names(day, per_chunk)]


def grouped(days: Iterable[Day]) -> Iterator[tuple[int, list[Day]]]:
    """Days that share a digest, by their group."""
    for group, of_group in groupby(days, key=lambda one: group_of(one.day)):
        yield group, list(of_group)


def _names(day: Day, per_chunk: int) -> list[str]:
    number = chunks_of_day(day.plain, day.routine, per_chunk).number
    return [_name(day.day, place) for place in range(number)]


def _name(day: int, place: int) -> str:
    return f"d-{day}-{place}"


def _chunks(one: ShownDay, per_chunk: int) -> Iterator[str]:
    plain, routine = _in_order(one.analyses)
    chunks = chunks_of_day(len(plain), len(routine), per_chunk)
    for place in range(chunks.number):
        chunk = [plain[at] for at in chunks.plain_of(place)]
        chunk += [routine[at] for at in chunks.routine_of(place)]
        used = sorted({number for number, _, _ in chunk})
        meetings = [_meeting(one.analyses[number]) for number in used]
        lines = []
        before = ""
        for number, item, pieces in chunk:
            lines.append(f"[{used.index(number)},{0 if item == before else item},{pieces}]")
            before = item
        yield f"[[{','.join(meetings)}],[\n{_LINE_END.join(lines)}\n]]"


def _in_order(analyses: Sequence[Analysis]) -> tuple[list[_Shown], list[_Shown]]:
    """The threads of a day as they are placed: those that are not routine, and the others."""
    plain: list[_Shown] = []
    routine: list[_Shown] = []
    for number, analysis in enumerate(analyses):
        each = [(number, *shown) for shown in analysis.shown]
        plain += each[: analysis.plain]
        routine += each[analysis.plain :]
    return plain, routine


def _meeting(analysis: Analysis) -> str:
    facts = [analysis.meeting, analysis.page, analysis.date, analysis.body_id, analysis.body]
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
