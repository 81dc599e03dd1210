"""One block's files: shards of postings, their positions, the dictionary, and the filters."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from site_gen.search.blocks import Block, Shard, cut_shards, partition_groups
from site_gen.search.dictionary import cut_dictionary
from site_gen.search.digests import digest_of, short_digest
from site_gen.search.facets import block_facets, block_people
from site_gen.search.kept import Kept, Output, Run
from site_gen.search.manifest import BlockFiles
from site_gen.search.scripts import Script, script_path, write_script
from site_gen.search.segments import SegmentHead, read_facets

INLINE_POSITIONS = "o"  # the open block's are few: they save a phrase two requests


class BlockWriter:
    """Writes the files of one block, or finds that they are there as they should be."""

    def __init__(
        self,
        block: Block,
        segment_keys: Mapping[str, str],
        heads: Sequence[SegmentHead],
        kept: Kept,
    ) -> None:
        self.block = block
        self.is_built = False
        self._heads = [head for head in heads if head.year in block.years]
        self._keys = [segment_keys[year] for year in block.years]
        self._kept = kept

    def write(self, output: Output, run: Run, names: Mapping[str, str]) -> BlockFiles:
        """All files of the block; those that an earlier build wrote stay untouched."""
        listed = json.dumps(sorted(names.items())).encode()
        key = f"block-{self.block.name}-{digest_of(self.block.digest.encode(), listed)}"
        known = self._kept.get(key)
        if known is not None:
            facts = json.loads(known)
            if output.keep(facts["paths"]):
                return _block_files(facts["files"])
        self.is_built = True
        writer = _Recorder(output)
        files = self._write(writer, run, names)
        facts = {"files": asdict(files), "paths": writer.paths}
        self._kept.put(key, json.dumps(facts).encode())
        return files

    def _write(self, output: "_Recorder", run: Run, names: Mapping[str, str]) -> BlockFiles:
        digest = short_digest(self.block.digest.encode())
        facets = [read_facets(self._part(key, "facets")) for key in self._keys]
        facets_digest = output.write_value(
            f"f-{self.block.name}", block_facets(self._heads, facets)
        )
        people = block_people(self._heads, facets, names)
        people_digest = output.write_value(f"p-{self.block.name}", people)
        first_words = []
        vocabularies = [json.loads(self._part(key, "vocabulary")) for key in self._keys]
        for number, words in enumerate(cut_dictionary(vocabularies)):
            first_words.append(words.first)
            name = f"w-{self.block.name}-{number}"
            output.write_script(Script(name, digest, words.value))
        shards = self._shards(run)
        for number, shard in enumerate(shards):
            self._write_shard(output, number, shard, digest)
        return BlockFiles(
            digest,
            tuple(shard.first_term for shard in shards),
            tuple(number for number, shard in enumerate(shards) if shard.long_lengths),
            tuple(first_words),
            facets_digest,
            people_digest,
        )

    def _shards(self, run: Run) -> list[Shard]:
        sizes = [sum(column) for column in zip(*(head.sizes for head in self._heads), strict=True)]
        tasks = [
            (
                self.block,
                [
                    [self._part(key, f"terms-{partition}") for key in self._keys]
                    for partition in group
                ],
            )
            for group in partition_groups(self.block, sizes)
        ]
        return [shard for shards in run(_cut, tasks) for shard in shards]

    def _write_shard(self, output: "_Recorder", number: int, shard: Shard, digest: str) -> None:
        name = f"{self.block.name}-{number}"
        inline = self.block.name == INLINE_POSITIONS
        value = [*shard.words, shard.positions] if inline else list(shard.words)
        output.write_script(Script(name, digest, value))
        if not inline:
            output.write_script(Script(f"{name}-p", digest, [shard.positions]))
        if shard.long_lengths:
            output.write_script(Script(f"{name}-l", digest, [shard.long_lengths]))

    def _part(self, key: str, name: str) -> bytes:
        part = self._kept.get(f"{key}-{name}")
        if part is None:
            message = f"{key}-{name} was forgotten while the index was built"
            raise LookupError(message)
        return part


class _Recorder:
    """Writes scripts and remembers their paths."""

    def __init__(self, output: Output) -> None:
        self.paths: list[str] = []
        self._output = output

    def write_script(self, script: Script) -> None:
        path = script_path(script.name)
        self._output.write(path, write_script(script))
        self.paths.append(path)

    def write_value(self, name: str, value: object) -> str:
        """A script with a digest of its own, which this gives."""
        digest = short_digest(json.dumps(value).encode())
        self.write_script(Script(name, digest, value))
        return digest


def _block_files(facts: dict[str, object]) -> BlockFiles:
    return BlockFiles(
        **{name: tuple(one) if isinstance(one, list) else one for name, one in facts.items()}  # type: ignore[arg-type]
    )


def _cut(task: tuple[Block, Sequence[Sequence[bytes]]]) -> list[Shard]:
    return cut_shards(*task)
