"""Terms by their first character, so that a block can be worked on in parts."""

from collections.abc import Iterator, Sequence

from site_gen.search.postings import Postings

PARTITIONS = 28  # up to "9", "a" to "z", beyond "z"
# How many characters of postings make a shard, before compression: the smaller, the less a query
# loads beside its own terms, and the more files there are. The open block has few terms' worth.
SHARD_SIZES = {"c": 25_000, "o": 12_000}
_BOUNDS = [chr(ord("a") + place) for place in range(PARTITIONS - 1)]  # "{" comes after "z"


def first_of(partition: int) -> str | None:
    """The least that a term of `partition` can be; None beyond the last."""
    return ["", *_BOUNDS, None][partition]


def partitions(postings: Postings) -> Iterator[Postings]:
    """The postings of each partition, in order."""
    for partition in range(PARTITIONS):
        yield postings.between(first_of(partition) or "", first_of(partition + 1))


def partition_groups(block: str, sizes: Sequence[int]) -> list[range]:
    """Partitions to be cut together: each by itself, and small neighbours as one.

    `sizes` says how many postings each has. A group's shards are called after its first partition,
    so that a shard more in one group does not change the names of others.
    """
    enough = SHARD_SIZES[block]  # a posting takes some four characters
    groups: list[range] = []
    start = total = 0
    for number, size in enumerate(sizes):
        total += size
        if total >= enough or number == len(sizes) - 1:
            groups.append(range(start, number + 1))
            start, total = number + 1, 0
    return groups
