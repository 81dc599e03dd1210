"""The order of work: analyses of meetings to the files of the index.

Where few days changed since the last build, their postings are taken out of the shards of their
terms and put in anew, and all other shards stay as they are; else everything is made. Either way
the result is the same, byte for byte; so it is with any number of workers.
"""

import json
from collections.abc import Iterator

from site_gen.search import lunr_json, manifest
from site_gen.search.analysis import read_analysis
from site_gen.search.built import Built, read_built
from site_gen.search.cards import Card
from site_gen.search.digests import digest_of
from site_gen.search.kept import Kept, Output, ReadAnalyses, Sources
from site_gen.search.manifest import find_joins, manifest_value
from site_gen.search.patching import patch_index
from site_gen.search.query import glossary_terms
from site_gen.search.scripts import Script, script_path, write_script
from site_gen.search.shard_patching import Elsewhere
from site_gen.search.whole_index import make_index
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a run of `build_index` did."""

    pieces: int
    is_whole: bool  # whether everything was made
    shards: int  # how many were made


def build_index(sources: Sources, output: Output, kept: Kept) -> IndexReport:
    """Writes all files of the index to `output`; those that are as they should be stay."""
    updated = update_index(sources, output, kept)
    return make_whole_index(sources, output, kept) if updated is None else updated


def make_whole_index(sources: Sources, output: Output, kept: Kept) -> IndexReport:
    """Makes all files of the index anew; those that are as they should be stay."""
    return _finished(*make_index(sources, output, kept), sources, output, kept, is_whole=True)


def update_index(
    sources: Sources, output: Output, kept: Kept, elsewhere: Elsewhere | None = None
) -> IndexReport | None:
    """Writes what a change of few days changes; None when everything is to be made.

    Then some of it may have been written all the same. `elsewhere` does a part of the shards.
    """
    before = read_built(kept)
    patched = None if before is None else patch_index(before, sources, output, kept, elsewhere)
    if patched is None:
        return None
    return _finished(*patched, sources, output, kept, is_whole=False)


def _finished(
    built: Built, shards: int, sources: Sources, output: Output, kept: Kept, *, is_whole: bool
) -> IndexReport:
    _write_manifest(sources, built, output)
    _write_lunr_index(sources.read_analyses, built, output, kept)
    return IndexReport(sum(card.pieces for card in _cards(built)), is_whole, shards)


def _write_manifest(sources: Sources, built: Built, output: Output) -> None:
    joins = find_joins(built.cards, _places_of_pieces(built, sources.read_analyses))
    glossary = glossary_terms(sources.glossary)
    value = manifest_value(built.cards, built.blocks, built.years, joins, glossary)
    content = Script(manifest.NAME, digest_of(json.dumps(value).encode()), value)
    output.write(script_path(manifest.NAME), write_script(content))


def _cards(built: Built) -> Iterator[Card]:
    for cards in built.cards.values():
        yield from cards


def _places_of_pieces(built: Built, read_analyses: ReadAnalyses) -> dict[str, dict[str, int]]:
    """Of the meetings in which threads begin that go on in another: the thread of each piece."""
    wanted = {first.rpartition("#")[0] for card in _cards(built) for _, first in card.foreign}
    meetings = sorted(wanted & {card.meeting for card in _cards(built)} if wanted else ())
    found = {}
    for meeting, stored in zip(meetings, read_analyses(meetings), strict=True):
        pieces = read_analysis(stored).pieces()
        found[meeting] = {f"{meeting}#{piece.fragment}": piece.thread for piece in pieces}
    return found


def _write_lunr_index(
    read_analyses: ReadAnalyses, built: Built, output: Output, kept: Kept
) -> None:
    """The whole index in Lunr's form, for an archive that is small enough."""
    if not 0 < sum(card.pieces for card in _cards(built)) <= lunr_json.MOST_PIECES:
        return
    made_of = digest_of(*(card.content.encode() for card in _cards(built)))
    known = kept.get("lunr")
    if known is not None and known.decode() == made_of and output.has(lunr_json.PATH):
        output.keep(lunr_json.PATH)
        return
    analyses = read_analyses([card.meeting for card in _cards(built)])
    output.write(lunr_json.PATH, lunr_json.lunr_index(analyses))
    kept.put("lunr", made_of.encode())
