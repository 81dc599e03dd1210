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


def block_paths(block: str, files: BlockFiles) -> list[str]:
    """The paths of all files of a block, shards among them."""
    names = [f"f-{block}", f"p-{block}"]
    names += [f"w-{block}-{number}" for number in range(len(files.words))]
    shards = [path for group in files.groups for path in shard_paths(block, group)]
    return [*map(script_path, names), *shards]


def write_value(output: Writer, name: str, value: object) -> str:
    """Writes a script under the digest of what it says, which this gives."""
    digest = short_digest(json.dumps(value).encode())
    output.write(script_path(name), write_script(Script(name, digest, value)))
    return digest
