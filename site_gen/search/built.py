"""What a build of the index leaves for the next: enough to change it in part."""

from collections.abc import Mapping, Sequence

from site_gen.archive.packing import pack, unpack
from site_gen.search.blocks import Block
from site_gen.search.cards import Card
from site_gen.search.digests import digest_of
from site_gen.search.kept import Kept
from site_gen.search.manifest import BlockFiles, YearFiles
from site_gen.search.shard_files import TermSizes
from site_gen.text.values import dataclass, replace

FORMAT = 6  # of everything that browsers read; a change makes every file anew
_BUILT = "index"


@dataclass(frozen=True, slots=True)
class Built:
    """The whole index as it was written, without the words."""

    shard_sizes: Mapping[str, int]
    names: str  # digest of the names that filters show
    cards: dict[str, list[Card]]  # by year, in order
    years: dict[str, YearFiles]
    blocks: list[tuple[Block, BlockFiles]]
    sizes: dict[str, list[int]]  # of each block, how many postings each partition has


def names_digest(names: Mapping[str, str]) -> str:
    """Stands for `names`."""
    return digest_of(repr(sorted(names.items())).encode())


def read_built(kept: Kept) -> Built | None:
    """What the last build left, or None when there is none that can be used."""
    stored = kept.get(_BUILT)
    if stored is None:
        return None
    version, years, built = unpack(stored)
    if version != FORMAT or not isinstance(built, Built):
        return None
    for year in years:
        cards = kept.get(_cards_key(year))
        if cards is None:
            return None
        built.cards[year] = [*map(Card._make, zip(*unpack(cards), strict=True))]
    return built


def keep_built(kept: Kept, built: Built, changed_years: Sequence[str]) -> None:
    """Leaves `built` for the next build; only cards of `changed_years` differ from the last."""
    for year in changed_years:
        columns = [*zip(*built.cards[year], strict=True)]  # read in half the time
        kept.put(_cards_key(year), pack(columns))
    without = replace(built, cards={})
    kept.put(_BUILT, pack((FORMAT, list(built.cards), without)))


def keep_terms(kept: Kept, block: str, partition: int, terms: TermSizes) -> None:
    """Leaves the terms of a group of partitions."""
    kept.put(f"terms-{block}-{partition}", pack(terms))


def read_terms(kept: Kept, block: str, partition: int) -> TermSizes | None:
    """What `keep_terms` left."""
    stored = kept.get(f"terms-{block}-{partition}")
    return None if stored is None else unpack(stored)


def keep_words(kept: Kept, block: str, number: int, words: Mapping[str, int]) -> None:
    """Leaves the words of a file of a block's dictionary: in how many meetings each stands."""
    kept.put(f"words-{block}-{number}", pack(dict(words)))


def read_words(kept: Kept, block: str, number: int) -> dict[str, int] | None:
    """What `keep_words` left."""
    stored = kept.get(f"words-{block}-{number}")
    return None if stored is None else unpack(stored)


def _cards_key(year: str) -> str:
    return f"cards-{year}"
