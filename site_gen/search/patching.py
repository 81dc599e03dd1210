"""Few changed days to the files that they change: as the whole index would be, for far less.

What stood on the changed days is worked out from the meetings' former analyses, taken out of the
shards of its terms, and what stands there now is put in. Everything is made anew instead where
something that shapes all files changed: the years, what counts as short or common, or a file that
is not as it was left.
"""

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import attrgetter

import numpy as np

from site_gen.search import lunr_json
from site_gen.search.analysis import Analysis, read_analysis
from site_gen.search.block_files import (
    gone_paths,
    write_facets,
    write_people,
)
from site_gen.search.blocks import Block, cut_blocks
from site_gen.search.built import (
    Built,
    keep_built,
    names_digest,
)
from site_gen.search.cards import Card, days_of, in_order, make_card
from site_gen.search.days import group_of
from site_gen.search.digests import digest_of
from site_gen.search.display import (
    Chunk,
    ShownDay,
    chunk_paths,
    cut_day,
    group_files,
    grouped,
    read_day,
    threads_per_chunk,
)
from site_gen.search.inversion import DayMeetings, invert
from site_gen.search.kept import Kept, MeetingEntry, Output, Sources, Writer
from site_gen.search.manifest import BlockFiles, WordFile, YearFiles
from site_gen.search.partitions import SHARD_SIZES, first_of, partition_groups, partitions
from site_gen.search.pieces import year_of
from site_gen.search.postings import differing
from site_gen.search.shard_files import Group
from site_gen.search.shard_patching import Elsewhere, GroupChange, Replacement, patch_group
from site_gen.search.word_files import patch_words
from site_gen.search.year_work import count_words
from site_gen.text.values import dataclass, replace

MOST_MEETINGS = 60  # when more changed, making everything takes no longer


class NotPatchedError(Exception):
    """Something changed that all files depend on."""


def patch_index(
    before: Built,
    sources: Sources,
    output: Output,
    kept: Kept,
    elsewhere: Elsewhere | None = None,
) -> tuple[Built, int] | None:
    """Brings the files up to date; how many shards that changed. None: make everything.

    `elsewhere` does a part of the shards.
    """
    try:
        return _Patch(before, sources, output, kept).apply(elsewhere)
    except NotPatchedError:
        return None


class _Patch:
    """One bringing up to date."""

    def __init__(self, before: Built, sources: Sources, output: Output, kept: Kept) -> None:
        self._before = before
        self._sources = sources
        self._output = output
        self._kept = kept
        self._reader = _AnalysisReader(sources, before)

    def apply(self, elsewhere: Elsewhere | None) -> tuple[Built, int]:
        """What is there now, and how many shards changed. Raises NotPatchedError."""
        before = self._before
        changes = self._reader.changes()
        blocks = cut_blocks(changes.cards)
        _check(before.shard_sizes == SHARD_SIZES)
        _check(blocks == [block for block, _ in before.blocks])
        _check(self._output.is_whole)
        sizes = {name: [*each] for name, each in before.sizes.items()}
        days = [self._days(block, changes) for block in blocks]
        tasks = [
            task
            for (block, files), of_block in zip(before.blocks, days, strict=True)
            for task in _group_changes(block, files, of_block, sizes[block.name])
        ]
        # The largest first: so what is left in the end is small, and all come to the end at once.
        left = deque(sorted(tasks, key=attrgetter("size"), reverse=True))
        if elsewhere is not None:
            elsewhere.share(left)
        of_blocks = [
            (block, self._patch_block(block, files, changes, of_block))
            for (block, files), of_block in zip(before.blocks, days, strict=True)
        ]
        years = before.years | {year: self._show(year, changes) for year in changes.days}
        names = names_digest(self._sources.names)
        groups = self._patch_groups(left, elsewhere)
        _check(len(groups) == len(tasks))
        built = Built(
            before.shard_sizes,
            names,
            changes.cards,
            years,
            [(block, _with_groups(block, files, groups)) for block, files in of_blocks],
            sizes,
        )
        self._output.keep_all_but({*_gone(before, built), lunr_json.PATH})
        keep_built(self._kept, built, changes.years)
        return built, _changed_shards(tasks, groups)

    def _days(self, block: Block, changes: "_Changes") -> "_Days":
        days = {year: changes.days[year] for year in block.years if year in changes.days}
        return _Days(
            [one for year in days for one in self._reader.before(year, days[year])],
            [one for year in days for one in self._reader.now(year, days[year], changes)],
        )

    def _patch_groups(
        self, left: deque[GroupChange], elsewhere: Elsewhere | None
    ) -> Mapping[tuple[str, int], Group]:
        """The groups that changed, by block and partition: of `left`, and what was taken of it."""
        patched = {
            change.which: patch_group(change, self._output, self._kept) for change in _each(left)
        }
        if elsewhere is not None:
            patched |= elsewhere.wait()
        return {which: group for which, group in patched.items() if group is not None}

    def _patch_block(
        self, block: Block, files: BlockFiles, changes: "_Changes", days: "_Days"
    ) -> BlockFiles:
        """The block's files now, but for its groups of shards."""
        output = self._output
        of_years = [changes.cards[year] for year in block.years]
        are_named_alike = self._before.names == names_digest(self._sources.names)
        if not days.are_any:
            if are_named_alike:
                return files
            people = write_people(output, block, of_years, self._sources.names)
            return replace(files, people=people)
        words = self._patch_words(output, block, files, days)
        if are_named_alike and not any(map(changes.is_in_filters, block.years)):
            return replace(files, words=words)
        return BlockFiles(
            files.groups,
            words,
            write_facets(output, block, of_years),
            write_people(output, block, of_years, self._sources.names),
        )

    def _patch_words(
        self, output: Writer, block: Block, files: BlockFiles, days: "_Days"
    ) -> tuple[WordFile, ...]:
        less, more = _count_words(days.gone), _count_words(days.come)
        differences = {
            word: difference
            for word in {*less, *more}
            if (difference := more.get(word, 0) - less.get(word, 0))
        }
        words = patch_words(output, self._kept, block, files.words, differences)
        if words is None:
            raise NotPatchedError
        return words

    def _show(self, year: str, changes: "_Changes") -> YearFiles:
        """The display records of a year, of which those near a changed day are made anew."""
        before = self._before.years[year]
        cards = changes.cards[year]
        per_chunk = threads_per_chunk(cards)
        again = changes.days[year]
        if per_chunk != before.per_chunk:
            again = again | {card.day for card in cards}
        stale = {*map(group_of, again)}
        digests = {group: one for group, one in before.digests.items() if group not in stale}
        shown = {one.day: one.analyses for one in self._reader.now(year, again, changes)}
        for group, days in grouped(days_of(cards)):
            if group not in stale:
                continue
            chunks: list[Chunk] = []
            for day in days:
                if day.day in shown:
                    chunks += cut_day(ShownDay(day.day, shown[day.day]), per_chunk)
                else:
                    chunks += read_day(day, per_chunk, self._output.read)
            digests[group], files = group_files(chunks)
            self._write(files)
        return YearFiles(per_chunk, digests)

    def _write(self, files: Mapping[str, bytes]) -> None:
        self._output.wrote(files, self._output.write_files(files))


@dataclass(frozen=True, slots=True)
class _Changes:
    """What is there now, and what of it is new."""

    cards: dict[str, list[Card]]  # by year, in order
    days: dict[str, set[int]]  # by year: those on which anything is, or was, another
    years: list[str]  # those with a card that is another
    former: dict[str, list[Card]]  # as `cards`, before

    def is_in_filters(self, year: str) -> bool:
        """Whether filters show something else of a year: not where other words stand there."""
        if year not in self.years:
            return False
        before, now = self.former.get(year, []), self.cards[year]
        return [*map(_without_words, before)] != [*map(_without_words, now)]


@dataclass(frozen=True, slots=True)
class _Days:
    """What stood on the changed days of a block, and what stands there now."""

    gone: Sequence[DayMeetings]
    come: Sequence[DayMeetings]

    @property
    def are_any(self) -> bool:
        """Whether anything of the block changed."""
        return bool(self.gone or self.come)


class _AnalysisReader:
    """Finds out what changed, and reads the meetings of some days, before and now."""

    def __init__(self, sources: Sources, before: Built) -> None:
        self._sources = sources
        self._cards = before.cards
        self._known = {card.meeting: card for each in before.cards.values() for card in each}
        self._there = {entry.id: entry for entry in sources.meetings}
        self._read: dict[str, Analysis] = {}  # as they are now

    def changes(self) -> _Changes:
        """What changed. Raises NotPatchedError when that is too much."""
        fresh = [entry for entry in self._sources.meetings if self._is_fresh(entry)]
        gone = [card for card in self._known.values() if card.meeting not in self._there]
        _check(len(fresh) + len(gone) <= MOST_MEETINGS)
        made = [*self._make_cards(fresh)]
        replaced = {card.meeting for card in (*gone, *made)}
        former = [self._known[one] for one in replaced if one in self._known]
        contents = {card.meeting: card.content for card in made}
        others = [card for card in former if contents.get(card.meeting) != card.content]
        same = {card.meeting for card in former} - {card.meeting for card in others}
        days: dict[str, set[int]] = {}
        for card in (*others, *(card for card in made if card.meeting not in same)):
            days.setdefault(year_of(card.date), set()).add(card.day)
        years = sorted({year_of(card.date) for card in (*former, *made)})
        cards = dict(self._cards)
        for year in years:
            stay = [card for card in cards.get(year, ()) if card.meeting not in replaced]
            cards[year] = in_order([*stay, *(one for one in made if year_of(one.date) == year)])
        left = {year: cards[year] for year in sorted(cards) if cards[year]}
        return _Changes(left, days, years, self._cards)

    def before(self, year: str, days: Container[int]) -> list[DayMeetings]:
        """The meetings that were on some days."""
        return [
            DayMeetings(day.day, [self._former(card) for card in day.cards])
            for day in days_of(self._cards[year])
            if day.day in days
        ]

    def now(self, year: str, days: Container[int], changes: _Changes) -> list[DayMeetings]:
        """The meetings that are on some days."""
        chosen = [day for day in days_of(changes.cards[year]) if day.day in days]
        missing = [
            card.meeting for day in chosen for card in day.cards if card.meeting not in self._read
        ]
        stored = self._sources.read_analyses(missing)
        self._read |= zip(missing, map(read_analysis, stored), strict=True)
        return [
            DayMeetings(day.day, [self._read[card.meeting] for card in day.cards]) for day in chosen
        ]

    def _is_fresh(self, entry: MeetingEntry) -> bool:
        known = self._known.get(entry.id)
        return known is None or known.digest != entry.digest

    def _make_cards(self, entries: Sequence[MeetingEntry]) -> Iterator[Card]:
        stored = self._sources.read_analyses([entry.id for entry in entries])
        for entry, content in zip(entries, stored, strict=True):
            analysis = self._read[entry.id] = read_analysis(content)
            yield make_card(analysis, entry.digest, content)

    def _former(self, card: Card) -> Analysis:
        entry = self._there.get(card.meeting)
        if entry is not None and not self._is_fresh(entry):
            (stored,) = self._sources.read_analyses([card.meeting])
            return read_analysis(stored)
        for stored in self._sources.read_before(card.meeting):
            if digest_of(stored) == card.content:
                return read_analysis(stored)
        raise NotPatchedError


def _group_changes(
    block: Block, files: BlockFiles, days: _Days, sizes: list[int]
) -> list[GroupChange]:
    """What changes in each group; `sizes`, of the postings of partitions, are brought up to date.

    Raises NotPatchedError where partitions are grouped otherwise now.
    """
    if not days.are_any:
        return []
    replacement = _replacement(days.gone, days.come)
    for number, gone in enumerate(partitions(replacement.gone)):
        sizes[number] -= len(gone)
    for number, come in enumerate(partitions(replacement.come)):
        sizes[number] += len(come)
    ranges = partition_groups(block.name, sizes)
    _check([one.start for one in ranges] == [group.partition for group in files.groups])
    changes = (
        GroupChange(
            block,
            group,
            replacement.between(first_of(numbers.start) or "", first_of(numbers.stop)),
        )
        for group, numbers in zip(files.groups, ranges, strict=True)
    )
    return [change for change in changes if change.replacement.terms]


def _with_groups(
    block: Block, files: BlockFiles, patched: Mapping[tuple[str, int], Group]
) -> BlockFiles:
    groups = [patched.get((block.name, one.partition), one) for one in files.groups]
    return replace(files, groups=tuple(groups))


def _changed_shards(
    changes: Sequence[GroupChange], patched: Mapping[tuple[str, int], Group]
) -> int:
    former = {shard.digest for change in changes for shard in change.group.shards}
    return sum(shard.digest not in former for group in patched.values() for shard in group.shards)


def _each(tasks: deque[GroupChange]) -> Iterator[GroupChange]:
    """The tasks from the first on, until there are no more; others may take some meanwhile."""
    with suppress(IndexError):
        while True:
            yield tasks.popleft()


def _replacement(gone: Sequence[DayMeetings], come: Sequence[DayMeetings]) -> Replacement:
    numbers = sorted({one.day for one in (*gone, *come)})
    return Replacement(np.array(numbers), *differing(invert(gone), invert(come)))


def _without_words(card: Card) -> Card:
    return card._replace(digest="", content="", pieces=0, lengths=(), texts=0, shown=0)


def _count_words(days: Sequence[DayMeetings]) -> dict[str, int]:
    return count_words([analysis for day in days for analysis in day.analyses])


def _gone(before: Built, now: Built) -> set[str]:
    """The paths of files that are not of the index any more."""
    stay = {year for year, cards in before.cards.items() if cards is now.cards.get(year)}
    stay = {year for year in stay if before.years[year] is now.years[year]}
    left = {path for year in now.cards.keys() - stay for path in _chunk_paths(now, year)}
    chunks = {path for year in before.cards.keys() - stay for path in _chunk_paths(before, year)}
    blocks = zip(before.blocks, now.blocks, strict=True)
    of_blocks = (gone_paths(block.name, old, new) for (block, old), (_, new) in blocks)
    return (chunks - left).union(*of_blocks)


def _chunk_paths(built: Built, year: str) -> list[str]:
    return chunk_paths(days_of(built.cards[year]), built.years[year].per_chunk)


def _check(is_so: bool) -> None:
    if not is_so:
        raise NotPatchedError
