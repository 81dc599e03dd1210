"""The files of one block besides its shards: the dictionary, the filters and the people."""

import json
from collections.abc import Collection, Mapping, Sequence

from site_gen.search.blocks import Block
from site_gen.search.cards import Card
from site_gen.search.dictionary import cut_dictionary, dictionary_value
from site_gen.search.digests import short_digest
from site_gen.search.facets import block_facets, block_people
from site_gen.search.kept import Writer
from site_gen.search.manifest import BlockFiles, WordFile
from site_gen.search.scripts import Script, script_path, write_script
from site_gen.search.shard_files import shard_paths

Years = Sequence[Sequence[Card]]


def write_facets(output: Writer, block: Block, years: Years) -> str:
    """Writes what filters need; gives its digest."""
    return _write(output, f"f-{block.name}", block_facets(years))


def write_people(output: Writer, block: Block, years: Years, names: Mapping[str, str]) -> str:
    """Writes who has a part where; gives its digest."""
    return _write(output, f"p-{block.name}", block_people(years, names))


def write_dictionary(
    output: Writer,
    block: Block,
    counted: Mapping[str, int],
    before: Sequence[WordFile] = (),
    changed: Collection[str] = (),
) -> tuple[WordFile, ...]:
    """Writes the words; files `before` that hold none of `changed` stay, if they are as now."""
    words = sorted(counted)
    known = dict(enumerate(before))
    stale = {_file_of(word, before) for word in changed} if before else set()
    files = []
    for number, (first, end) in enumerate(cut_dictionary(words)):
        old = known.get(number)
        if old and number not in stale and (old.first, old.words) == (words[first], end - first):
            files.append(old)
            continue
        value = dictionary_value(words[first:end], counted)
        digest = _write(output, f"w-{block.name}-{number}", value)
        files.append(WordFile(words[first], end - first, digest))
    return tuple(files)


def block_paths(block: str, files: BlockFiles) -> list[str]:
    """The paths of all files of a block, shards among them."""
    names = [f"f-{block}", f"p-{block}"]
    names += [f"w-{block}-{number}" for number in range(len(files.words))]
    shards = [path for group in files.groups for path in shard_paths(block, group)]
    return [*map(script_path, names), *shards]


def _file_of(word: str, files: Sequence[WordFile]) -> int:
    return max(0, sum(one.first <= word for one in files) - 1)


def _write(output: Writer, name: str, value: object) -> str:
    """Writes a script under the digest of what it says, which this gives."""
    digest = short_digest(json.dumps(value).encode())
    output.write(script_path(name), write_script(Script(name, digest, value)))
    return digest
