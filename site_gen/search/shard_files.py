"""The files of neighbouring partitions of a block, and what is kept to find and change them."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from site_gen.search.blocks import OPEN, Block
from site_gen.search.digests import short_digest
from site_gen.search.front_coding import shared_letters
from site_gen.search.kept import WriteFiles
from site_gen.search.packed import FIGURES, packed
from site_gen.search.postings import joined
from site_gen.search.scripts import read_script, script_path, write_packed
from site_gen.search.sent_postings import SentPostings, received
from site_gen.search.shards import Shard, ShardWriter, cut_terms
from site_gen.text.values import dataclass

WHOLE = OPEN  # its files are small: one says all, which saves requests


class ShardFile(NamedTuple):
    """One shard, as the manifest lists it."""

    start: str  # what no term before it reaches, and none of it comes before: see `separator`
    digest: str
    has_long: bool  # whether a file of long lengths is beside it


@dataclass(frozen=True, slots=True)
class Group:
    """The shards of neighbouring partitions."""

    partition: int  # the first of them
    shards: tuple[ShardFile, ...]


@dataclass(frozen=True, slots=True)
class TermSizes:
    """All terms of a group in order, and how many characters of a shard each takes."""

    terms: list[str]
    sizes: list[int]

    def grown(self, growth: Mapping[int, int]) -> "TermSizes":
        """The same terms, of which those at some places take so many characters more."""
        sizes = [*self.sizes]
        for place, more in growth.items():
            sizes[place] += more
        return TermSizes(self.terms, sizes)


@dataclass(frozen=True, slots=True)
class GroupTask:
    """What the shards of a group are made of."""

    block: Block
    partition: int
    parts: Sequence[SentPostings]  # of each partition, its years in order
    size: int  # characters of a shard
    write_files: WriteFiles


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What making a group gives."""

    group: Group
    terms: TermSizes
    paths: list[str]
    changed: int


def make_group(task: GroupTask) -> GroupPart:
    """Writes all shards of a group."""
    postings = joined([*map(received, task.parts)])
    writer = ShardWriter(postings, task.block)
    terms, sizes = postings.terms, writer.sizes()
    files: dict[str, bytes] = {}
    shards = []
    for number, (first, end) in enumerate(cut_terms(sizes, task.size)):
        name = shard_name(task.block.name, task.partition, number)
        listed, of_shard = shard_files(name, separator(terms, first), writer.shard(first, end))
        shards.append(listed)
        files.update(of_shard)
    changed = task.write_files(files)
    group = Group(task.partition, tuple(shards))
    return GroupPart(group, TermSizes(terms, sizes), list(files), changed)


def shard_name(block: str, partition: int, number: int) -> str:
    """What a shard's file is called, without its folder and ending."""
    return f"{block}-{partition}-{number}"


def separator(terms: Sequence[str], place: int) -> str:
    """The shortest text after the term before that at `place`, and not after this.

    The manifest lists these and not whole terms. Of the first it is a letter: groups begin anew.
    """
    before = terms[place - 1] if place else ""
    return terms[place][: shared_letters(before, terms[place]) + 1]


def shard_files(name: str, start: str, shard: Shard) -> tuple[ShardFile, dict[str, bytes]]:
    """The files of one shard, by path."""
    # Few texts have a phrase, so all their lengths are wanted with the positions.
    rest = [shard.positions, shard.long_lengths]
    is_split = not name.startswith(WHOLE)
    has_long = is_split and bool(shard.long_lengths)
    digest = short_digest(*(text.encode() for text in (*shard.words, shard.lengths, *rest)))
    words = shard.packed_words or packed(_words_json(shard.words))
    figures = {name: [shard.lengths] if is_split else [shard.lengths, *rest]}
    if is_split:
        figures[f"{name}-p"] = rest
    if has_long:
        figures[f"{name}-l"] = [shard.long_lengths]
    parts = {one: [packed(_json(texts), FIGURES)] for one, texts in figures.items()}
    parts[name].insert(0, words)
    files = {script_path(one): write_packed(one, digest, *each) for one, each in parts.items()}
    return ShardFile(start, digest, has_long), files


def shard_paths(block: str, group: Group) -> list[str]:
    """The paths of all files of a group."""
    return [
        path
        for number, shard in enumerate(group.shards)
        for path in paths_of_shard(shard_name(block, group.partition, number), shard)
    ]


def paths_of_shard(name: str, shard: ShardFile) -> list[str]:
    """The paths of a shard's files, as `shard_files` made them."""
    names = [name]
    if not name.startswith(WHOLE):
        names.append(f"{name}-p")
    if shard.has_long:
        names.append(f"{name}-l")
    return [script_path(one) for one in names]


def read_shard_files(name: str, read: Callable[[str], bytes]) -> Shard:
    """What the files of a shard say."""
    script = read_script(read(script_path(name)))
    value, (packed_words, _) = script.value, script.packed
    if not name.startswith(WHOLE):
        value += read_script(read(script_path(f"{name}-p"))).value
    *words, lengths, positions, longer = value
    return Shard(tuple(words), lengths, positions, longer, packed_words)


def _words_json(words: Sequence[str]) -> str:
    # Of these only the terms, which come first, can have something to escape.
    first = json.dumps(words[0], ensure_ascii=False)
    return f"[{first},{_json(words[1:])[1:]}"


def _json(columns: Sequence[str]) -> str:
    return "[" + ",".join([f'"{column}"' for column in columns]) + "]"
