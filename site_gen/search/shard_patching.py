"""Postings of some days taken out of the shards of their terms, and others put in."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Protocol

from site_gen.search.blocks import Block
from site_gen.search.built import keep_terms, read_terms
from site_gen.search.kept import Kept, Output
from site_gen.search.partitions import SHARD_SIZES
from site_gen.search.postings import Array, Postings, joined, replaced
from site_gen.search.shard_files import (
    Group,
    TermSizes,
    read_shard_files,
    separator,
    shard_files,
    shard_name,
)
from site_gen.search.shard_splicing import spliced
from site_gen.search.shards import Shard, ShardWriter, cut_terms, read_shard
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """What some days had, and what they have now."""

    days: Array
    gone: Postings
    come: Postings

    @property
    def terms(self) -> set[str]:
        """The terms that this concerns."""
        return {*self.gone.terms, *self.come.terms}

    def between(self, first: str, end: str | None) -> "Replacement":
        """What of it concerns terms from `first` to before `end`; None is beyond all."""
        return Replacement(self.days, self.gone.between(first, end), self.come.between(first, end))


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A group of shards, and what changes in it: a task of its own."""

    block: Block
    group: Group
    replacement: Replacement

    @property
    def which(self) -> tuple[str, int]:
        """The name of the block, and the group's first partition."""
        return self.block.name, self.group.partition

    @property
    def size(self) -> int:
        """About how much there is to do: how many terms had, or have, other postings."""
        return max(len(self.replacement.gone.terms), len(self.replacement.come.terms))


class Elsewhere(Protocol):
    """Somebody else who does a part of the tasks, and sees to their files and what is kept."""

    def share(self, tasks: deque[GroupChange]) -> None:
        """From now on `tasks` may be taken away."""

    def wait(self) -> Mapping[tuple[str, int], Group | None]:
        """What `patch_group` gave of those that were taken; less when nobody does them any more."""


@dataclass(frozen=True, slots=True)
class PatchedGroup:
    """A group of shards as it is now."""

    group: Group
    terms: TermSizes
    files: dict[str, bytes]  # those that are to be written


def patch_group(change: GroupChange, output: Output, kept: Kept) -> Group | None:
    """The group after the change, whose files are written and what is to be kept of it is kept.

    None where what the last build left of it is not there.
    """
    block, group = change.block, change.group
    terms = read_terms(kept, block.name, group.partition)
    if terms is None:
        return None
    patched = _GroupPatch(block, group, terms, change.replacement, output).cut(
        SHARD_SIZES[block.name]
    )
    output.wrote(patched.files, output.write_files(patched.files))
    keep_terms(kept, block.name, group.partition, patched.terms)
    return patched.group


@dataclass(slots=True)
class _Stretch:
    """The terms of one former shard, as they are now."""

    first: int  # place of the first among all terms of the group
    end: int
    shard: Shard | None  # None where it did not change
    postings: Postings | None = None  # once they are read


class _GroupPatch:
    """The former shards one after another, patched where a term of theirs changed."""

    def __init__(
        self,
        block: Block,
        group: Group,
        before: TermSizes,
        replacement: Replacement,
        output: Output,
    ) -> None:
        self._block = block
        self._group = group
        self._output = output
        self._terms: list[str] = []
        self._sizes: list[int] = []
        self._stretches: list[_Stretch] = []
        firsts = [shard.start for shard in group.shards]
        touched = {max(0, bisect_right(firsts, term) - 1) for term in replacement.terms}
        ends = [*firsts[1:], None]
        for number, end in enumerate(ends):
            start = "" if number == 0 else firsts[number]
            low = bisect_left(before.terms, start)
            high = len(before.terms) if end is None else bisect_left(before.terms, end)
            now = TermSizes(before.terms[low:high], before.sizes[low:high])
            if number in touched:
                self._patch(number, now, replacement.between(start, end))
            else:
                self._add(now, None)

    def cut(self, size: int) -> PatchedGroup:
        files: dict[str, bytes] = {}
        shards = []
        for number, (first, end) in enumerate(cut_terms(self._sizes, size)):
            known = self._group.shards[number] if number < len(self._group.shards) else None
            stretch = self._stretches[number] if known else None
            is_same = stretch is not None and (stretch.first, stretch.end) == (first, end)
            if known and stretch and is_same and stretch.shard is None:
                shards.append(known._replace(start=separator(self._terms, first)))
                continue
            shard = stretch.shard if stretch and is_same else None
            if shard is None:
                shard = self._recut(first, end)
            name = shard_name(self._block.name, self._group.partition, number)
            listed, of_shard = shard_files(name, separator(self._terms, first), shard)
            shards.append(listed)
            files.update(of_shard)
        group = Group(self._group.partition, tuple(shards))
        return PatchedGroup(group, TermSizes(self._terms, self._sizes), files)

    def _patch(self, number: int, before: TermSizes, replacement: Replacement) -> None:
        shard = self._read(number)
        if len(replacement.days) == 1:  # as nearly always
            (day,) = replacement.days.tolist()
            gone, come = replacement.gone, replacement.come
            exchanged = spliced(shard, before.terms, self._block, day, gone, come)
            if exchanged is not None:
                self._add(before.grown(exchanged.growth), exchanged.shard)
                return
        postings = read_shard(shard, self._block)
        now = replaced(postings, replacement.gone, replacement.come, replacement.days)
        if not now.terms:
            self._add(TermSizes([], []), None, now)
            return
        writer = ShardWriter(now, self._block)
        self._add(TermSizes(now.terms, writer.sizes()), writer.shard(0, len(now.terms)), now)

    def _add(self, terms: TermSizes, shard: Shard | None, postings: Postings | None = None) -> None:
        first = len(self._terms)
        self._terms += terms.terms
        self._sizes += terms.sizes
        self._stretches.append(_Stretch(first, len(self._terms), shard, postings))

    def _recut(self, first: int, end: int) -> Shard:
        """A shard that begins or ends elsewhere than the former ones."""
        parts = [*self._parts(first, end)]
        postings = joined(parts)
        return ShardWriter(postings, self._block).shard(0, len(postings.terms))

    def _parts(self, first: int, end: int) -> Iterator[Postings]:
        for number, stretch in enumerate(self._stretches):
            low, high = max(first, stretch.first), min(end, stretch.end)
            if low >= high:
                continue
            if stretch.postings is None:
                shard = stretch.shard or self._read(number)
                stretch.postings = read_shard(shard, self._block)
            yield stretch.postings.cut(low - stretch.first, high - stretch.first)

    def _read(self, number: int) -> Shard:
        name = shard_name(self._block.name, self._group.partition, number)
        return read_shard_files(name, self._output.read)
