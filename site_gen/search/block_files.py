"""The files of one block besides its shards and its dictionary: the filters and the people."""

import json
from collections.abc import Mapping, Sequence

from site_gen.search.blocks import Block
from site_gen.search.cards import Card
from site_gen.search.digests import short_digest
from site_gen.search.facets import block_facets, block_people
from site_gen.search.kept import Writer
from site_gen.search.manifest import BlockFiles
from site_gen.search.scripts import Script, script_path, write_script
from site_gen.search.shard_files import shard_paths

Years = Sequence[Sequence[Card]]


def write_facets(output: Writer, block: Block, years: Years) -> str:
    """Writes what filters need; gives its digest."""
    return write_value(output, f"f-{block.name}", block_facets(years))


def write_people(output: Writer, block: Block, years: Years, names: Mapping[str, str]) -> str:
    """Writes who has a part where; gives its digest."""
    return write_value(output, f"p-{block.name}", block_people(years, names))


def gone_paths(block: str, before: BlockFiles, now: BlockFiles) -> set[str]:
    """The paths of a block's files that are not there any more."""
    words = range(len(now.words), len(before.words))
    others = [
        (old, new) for old, new in zip(before.groups, now.groups, strict=True) if old is not new
    ]
    left = {path for _, new in others for path in shard_paths(block, new)}
    shards = {path for old, _ in others for path in shard_paths(block, old)}
    return {script_path(f"w-{block}-{number}") for number in words} | (shards - left)


def write_value(output: Writer, name: str, value: object) -> str:
    """Writes a script under the digest of what it says, which this gives."""
    digest = short_digest(json.dumps(value).encode())
    output.write(script_path(name), write_script(Script(name, digest, value)))
    return digest
