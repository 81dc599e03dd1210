"""The whole index from all analyses: years first, each by itself, then groups of terms."""

from collections import Counter
from collections.abc import Mapping, Sequence

from site_gen.search.block_files import write_facets, write_people
from site_gen.search.blocks import Block, cut_blocks
from site_gen.search.built import Built, keep_built, keep_terms, names_digest
from site_gen.search.kept import Kept, MeetingEntry, Output, Sources
from site_gen.search.manifest import BlockFiles, YearFiles
from site_gen.search.partitions import PARTITIONS, SHARD_SIZES, partition_groups
from site_gen.search.pieces import year_of
from site_gen.search.shard_files import Group, GroupTask, make_group
from site_gen.search.word_files import write_words
from site_gen.search.year_work import YearPart, YearTask, make_year


def make_index(sources: Sources, output: Output, kept: Kept) -> tuple[Built, int]:
    """Writes all files but the manifest; says how many shards that were."""
    parts = _make_years(sources, output)
    cards = {year: part.cards for year, part in parts.items()}
    blocks: list[tuple[Block, BlockFiles]] = []
    sizes: dict[str, list[int]] = {}
    for block in cut_blocks(cards):
        own = [parts[year] for year in block.years]
        sizes[block.name] = [
            sum(one.postings[at].number for one in own) for at in range(PARTITIONS)
        ]
        groups = _make_groups(block, sizes[block.name], own, sources, output, kept)
        words: Counter[str] = Counter()
        for part in own:
            words.update(part.words.received())
        of_years = [part.cards for part in own]
        files = BlockFiles(
            tuple(groups),
            write_words(output, kept, block, words),
            write_facets(output, block, of_years),
            write_people(output, block, of_years, sources.names),
        )
        blocks.append((block, files))
    years = {year: YearFiles(part.per_chunk, part.digests) for year, part in parts.items()}
    built = Built(dict(SHARD_SIZES), names_digest(sources.names), cards, years, blocks, sizes)
    keep_built(kept, built, list(cards))
    return built, sum(len(group.shards) for _, files in blocks for group in files.groups)


def entries_by_year(meetings: Sequence[MeetingEntry]) -> dict[str, list[MeetingEntry]]:
    """The entries of each year, in order of year."""
    found: dict[str, list[MeetingEntry]] = {}
    for entry in sorted(meetings, key=lambda one: (year_of(one.date), one.id)):
        found.setdefault(year_of(entry.date), []).append(entry)
    return found


def _make_years(sources: Sources, output: Output) -> Mapping[str, YearPart]:
    years = entries_by_year(sources.meetings)
    tasks = [
        YearTask(entries, sources.read_analyses, output.write_files) for entries in years.values()
    ]
    parts = {}
    for year, part in zip(years, sources.run(make_year, tasks), strict=True):
        output.wrote(part.paths, part.changed)
        parts[year] = part
    return parts


def _make_groups(
    block: Block,
    sizes: Sequence[int],
    parts: Sequence[YearPart],
    sources: Sources,
    output: Output,
    kept: Kept,
) -> list[Group]:
    groups = []
    # The list of tasks is nobody's: what a group is made of is held until it is made.
    for made in sources.run(
        make_group,
        [
            GroupTask(
                block,
                group.start,
                [part.take(partition) for partition in group for part in parts],
                SHARD_SIZES[block.name],
                output.write_files,
            )
            for group in partition_groups(block.name, sizes)
        ],
    ):
        output.wrote(made.paths, made.changed)
        keep_terms(kept, block.name, made.group.partition, made.terms)
        groups.append(made.group)
    return groups
