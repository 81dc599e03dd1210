"""Segments joined to blocks, and blocks cut into the shards that a browser loads.

The archive is cut first by time: the years that are over make the closed block, the newest make
the open one, and a meeting added to these leaves the closed shards as they were, byte for byte.
A block is then cut by term, so that a query loads what its own terms need and no more.
"""

from collections.abc import Iterable, Iterator, Sequence

from site_gen.search.digests import digest_of
from site_gen.search.numbers import encode
from site_gen.search.postings import Columns
from site_gen.search.segments import PARTITIONS, SegmentHead, TermColumns, read_terms
from site_gen.text.values import dataclass

OPEN_SHARE = 20  # the open block has at least one twentieth of all pieces
# How many characters of postings make a shard, before compression: the smaller, the less a query
# loads beside its own terms, and the more files there are. The open block has few terms' worth.
SHARD_SIZES = {"c": 22_000, "o": 9_000}


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring segments whose shards are joined."""

    name: str  # "c" for closed, "o" for open: shards are called after it
    years: tuple[str, ...]
    starts: tuple[int, ...]  # the number of each segment's first thread, within the block
    digest: str

    def sizes(self, heads: Sequence[SegmentHead]) -> list[int]:
        """How large each partition of the block is, in characters."""
        of_block = [head for head in heads if head.year in self.years]
        return [sum(head.sizes[number] for head in of_block) for number in range(PARTITIONS)]


@dataclass(frozen=True, slots=True)
class Shard:
    """A run of terms with their postings: what one file says, without its name."""

    first_term: str
    words: tuple[str, ...]  # terms, directory, and the columns gaps, counts, lengths, runs
    positions: str
    long_lengths: str


def cut_blocks(heads: Sequence[SegmentHead]) -> list[Block]:
    """The blocks of an archive, a function of its content alone; `heads` are in order of year.

    The open block is the shortest run of newest years with a twentieth of all pieces, so it grows
    to nearly a tenth of 25 even years before the oldest of its years is closed.
    """
    if not heads:
        return []
    enough = sum(head.pieces for head in heads) / OPEN_SHARE
    opened = 0
    first = len(heads)
    while first and opened < enough:
        first -= 1
        opened += heads[first].pieces
    cut = [("c", heads[:first]), ("o", heads[first:])]
    return [_block(name, of_block) for name, of_block in cut if of_block]


def _block(name: str, heads: Sequence[SegmentHead]) -> Block:
    starts = [0]
    for head in heads:
        starts.append(starts[-1] + head.threads)
    return Block(
        name,
        tuple(head.year for head in heads),
        tuple(starts[:-1]),
        digest_of(*(head.digest.encode() for head in heads)),
    )


def partition_groups(block: Block, sizes: Sequence[int]) -> list[range]:
    """Partitions to be cut together: each by itself, and small neighbours as one."""
    enough = 4 * SHARD_SIZES[block.name]  # a group's last shard is smaller than the others
    groups: list[range] = []
    start = total = 0
    for number, size in enumerate(sizes):
        total += size
        if total >= enough or number == len(sizes) - 1:
            groups.append(range(start, number + 1))
            start, total = number + 1, 0
    return groups


def cut_shards(block: Block, partitions: Iterable[Sequence[bytes]]) -> list[Shard]:
    """The shards of neighbouring partitions of `block`, in order of their terms.

    Each partition comes as the parts that the segments of the block's years have of it.
    """
    shards = []
    size = SHARD_SIZES[block.name]
    writer = _ShardWriter()
    for partition in partitions:
        for term, fields in _joined_terms(block, partition):
            writer.add(term, fields)
            if writer.size >= size:
                shards.append(writer.shard())
                writer = _ShardWriter()
    if writer.size:
        shards.append(writer.shard())
    return shards


def _joined_terms(block: Block, partition: Sequence[bytes]) -> Iterator[TermColumns]:
    """Each term of a partition, with its columns from all segments, numbered through."""
    found: dict[str, dict[int, list[tuple[int, Columns]]]] = {}
    for start, part in zip(block.starts, partition, strict=True):
        for term, fields in read_terms(part):
            by_field = found.setdefault(term, {})
            for columns in fields:
                by_field.setdefault(columns.field, []).append((start, columns))
    for term in sorted(found):
        yield term, [_join(found[term][field]) for field in sorted(found[term])]


def _join(parts: Sequence[tuple[int, Columns]]) -> Columns:
    """One field's columns of one term from several segments, the gaps between them bridged."""
    gaps = []
    last = 0
    for start, columns in parts:
        gaps.append(encode(start + columns.first - last))
        gaps.append(columns.gaps)
        last = start + columns.last
    each = [columns for _, columns in parts]
    return Columns(
        each[0].field,
        sum(columns.postings for columns in each),
        sum(columns.pieces for columns in each),
        parts[0][0] + each[0].first,
        last,
        "".join(gaps),
        "".join([columns.counts for columns in each]),
        "".join([columns.lengths for columns in each]),
        "".join([columns.long_lengths for columns in each]),
        "".join([columns.runs for columns in each]),
        "".join([columns.positions for columns in each]),
    )


class _ShardWriter:
    """Gathers neighbouring terms until they make a shard."""

    def __init__(self) -> None:
        self.size = 0
        self._terms: list[str] = []
        self._directory: list[str] = []
        self._fields: list[Columns] = []

    def add(self, term: str, fields: Sequence[Columns]) -> None:
        self._terms.append(term)
        self._directory.append(encode(sum(1 << columns.field for columns in fields)))
        for columns in fields:
            self._directory.append(encode(columns.postings))
            if columns.runs:
                self._directory.append(encode(columns.pieces))
            self.size += len(columns.gaps) + len(columns.counts) + len(columns.lengths)
        self.size += len(term)
        self._fields += fields

    def shard(self) -> Shard:
        return Shard(
            self._terms[0],
            (
                front_coded(self._terms),
                "".join(self._directory),
                "".join([columns.gaps for columns in self._fields]),
                "".join([columns.counts for columns in self._fields]),
                "".join([columns.lengths for columns in self._fields]),
                "".join([columns.runs for columns in self._fields]),
            ),
            "".join([columns.positions for columns in self._fields]),
            "".join([columns.long_lengths for columns in self._fields]),
        )


def front_coded(terms: Iterable[str]) -> str:
    """Sorted terms, each as the number of letters shared with the one before, and the rest."""
    coded = []
    before = ""
    for term in terms:
        shared = 0
        for letter, other in zip(term, before, strict=False):
            if letter != other:
                break
            shared += 1
        coded.append(f"{encode(shared)}{term[shared:]}")
        before = term
    return " ".join(coded)
