"""The one file that pages name: totals, and where everything else is."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from site_gen.search.blocks import Block
from site_gen.search.cards import Card, days_of
from site_gen.search.front_coding import front_coded
from site_gen.search.numbers import encode_all
from site_gen.search.pieces import FIELDS
from site_gen.search.shard_files import Group
from site_gen.text.values import dataclass

NAME = "manifest"


class WordFile(NamedTuple):
    """One file of a dictionary."""

    first: str
    words: int  # how many
    digest: str


@dataclass(frozen=True, slots=True)
class BlockFiles:
    """What the manifest says of a block's files."""

    groups: tuple[Group, ...]
    words: tuple[WordFile, ...]
    facets: str  # digest
    people: str  # digest


@dataclass(frozen=True, slots=True)
class YearFiles:
    """What it says of a year's display records."""

    per_chunk: int  # threads
    digests: Mapping[int, str]  # by group of days


def manifest_value(
    cards: Mapping[str, Sequence[Card]],
    blocks: Sequence[tuple[Block, BlockFiles]],
    years: Mapping[str, YearFiles],
    joins: Sequence[tuple[int, int]],
    glossary: Sequence[Sequence[str]],
) -> dict[str, Any]:
    """What `static/js/search/archive.js` reads; `cards` are by year, in order."""
    every = [card for year in cards.values() for card in year]
    pieces = sum(card.pieces for card in every)
    lengths = [*map(sum, zip(*(card.lengths for card in every), strict=True))] or [0] * len(FIELDS)
    return {
        "pieces": pieces,
        "fields": [
            [
                field.name,
                field.boost,
                lengths[number] / max(1, pieces),
                int(field.is_shared),
            ]
            for number, field in enumerate(FIELDS)
        ],
        "blocks": [_block_value(block, files, cards, years) for block, files in blocks],
        "joins": [list(join) for join in joins],
        "glossary": [list(pair) for pair in glossary],
    }


def _block_value(
    block: Block,
    files: BlockFiles,
    cards: Mapping[str, Sequence[Card]],
    years: Mapping[str, YearFiles],
) -> dict[str, Any]:
    shards = [shard for group in files.groups for shard in group.shards]
    return {
        "name": block.name,
        "firstDay": block.first_day,
        "short": block.short,
        "years": _years_value(block, cards, years),
        "groups": [[group.partition, len(group.shards)] for group in files.groups],
        "terms": front_coded(shard.start for shard in shards),
        "digests": "".join(shard.digest for shard in shards),
        "longLengths": "".join(str(int(shard.has_long)) for shard in shards),
        "words": front_coded(one.first for one in files.words),
        "wordDigests": "".join(one.digest for one in files.words),
        "facets": files.facets,
        "people": files.people,
    }


def _years_value(
    block: Block, cards: Mapping[str, Sequence[Card]], years: Mapping[str, YearFiles]
) -> list[list[Any]]:
    """Of each year: its days, counted on from the block's first, and their threads."""
    found = []
    last = block.first_day
    for year in block.years:
        days = list(days_of(cards[year]))
        numbers = [last, *(day.day for day in days)]
        found.append(
            [
                year,
                encode_all([after - before for before, after in pairwise(numbers)]),
                encode_all([day.plain for day in days]),
                encode_all([day.routine for day in days]),
                years[year].per_chunk,
                "".join(digest for _, digest in sorted(years[year].digests.items())),
            ]
        )
        last = numbers[-1]
    return found


def find_joins(
    cards: Mapping[str, Sequence[Card]], places: Mapping[str, Mapping[str, int]]
) -> list[tuple[int, int]]:
    """Threads that go on in another meeting: the number there, and that of the thread it joins.

    Numbers run through all years. `places` says, of the meetings in which such threads begin, in
    which thread each piece is.
    """
    going_on = [card for year in cards.values() for card in year if card.foreign]
    if not going_on:
        return []
    thread_of = _ThreadNumbers(cards)
    joins = []
    for card in going_on:
        for place, first in card.foreign:
            meeting = first.rpartition("#")[0]
            joined = places.get(meeting, {}).get(first)
            if joined is not None:
                joins.append((thread_of(card.meeting, place), thread_of(meeting, joined)))
    return joins


class _ThreadNumbers:
    """The number of a thread of a meeting, counted through all years."""

    def __init__(self, cards: Mapping[str, Sequence[Card]]) -> None:
        self._starts: dict[str, tuple[int, int, int]] = {}  # plain, number plain, routine
        start = 0
        for year in cards.values():
            routine = start + sum(card.plain for card in year)
            for card in year:
                self._starts[card.meeting] = (start, card.plain, routine)
                start += card.plain
                routine += card.routine
            start = routine

    def __call__(self, meeting: str, place: int) -> int:
        start, plain, routine = self._starts[meeting]
        return start + place if place < plain else routine + place - plain
