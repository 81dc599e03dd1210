"""The one file that pages name: totals, and where everything else is."""

from collections.abc import Sequence
from typing import Any

from site_gen.search.blocks import Block, front_coded
from site_gen.search.pieces import FIELDS
from site_gen.search.segments import SegmentHead
from site_gen.text.values import dataclass

NAME = "manifest"


@dataclass(frozen=True, slots=True)
class BlockFiles:
    """What the manifest says of a block's files."""

    digest: str
    first_terms: tuple[str, ...]  # of each shard
    long_lengths: tuple[int, ...]  # numbers of the shards that have such a file beside them
    first_words: tuple[str, ...]  # of each file of the dictionary
    facets_digest: str
    people_digest: str


def manifest_value(
    heads: Sequence[SegmentHead],
    blocks: Sequence[tuple[Block, BlockFiles]],
    joins: Sequence[tuple[int, int]],
    glossary: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """What `static/js/search/archive.js` reads."""
    pieces = sum(head.pieces for head in heads)
    return {
        "pieces": pieces,
        "fields": [
            [
                field.name,
                field.boost,
                sum(head.lengths[number] for head in heads) / max(1, pieces),
                int(field.is_shared),
            ]
            for number, field in enumerate(FIELDS)
        ],
        "segments": [
            [
                head.year,
                head.threads,
                head.routine_from,
                head.short,
                head.per_chunk,
                head.chunk_digests,
            ]
            for head in heads
        ],
        "blocks": [
            {
                "name": block.name,
                "digest": files.digest,
                "segments": len(block.years),
                "terms": front_coded(files.first_terms),
                "longLengths": list(files.long_lengths),
                "words": front_coded(files.first_words),
                "facets": files.facets_digest,
                "people": files.people_digest,
            }
            for block, files in blocks
        ],
        "joins": [list(join) for join in joins],
        "glossary": [list(pair) for pair in glossary],
    }


def find_joins(heads: Sequence[SegmentHead], ids: dict[str, list[str]]) -> list[tuple[int, int]]:
    """Threads that go on in another segment: the number there, and that of the thread it joins.

    Numbers run through all segments. `ids` are of the threads of each year.
    """
    wanted = {thread: 0 for head in heads for _, thread in head.foreign}
    starts = _starts(heads)
    places = {
        id_: start + number
        for head, start in zip(heads, starts, strict=True)
        for number, id_ in enumerate(ids.get(head.year, ()))
        if id_ in wanted
    }
    return [
        (start + number, places[thread])
        for head, start in zip(heads, starts, strict=True)
        for number, thread in head.foreign
        if thread in places
    ]


def _starts(heads: Sequence[SegmentHead]) -> list[int]:
    starts = [0]
    for head in heads:
        starts.append(starts[-1] + head.threads)
    return starts[:-1]
