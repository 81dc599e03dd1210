"""The order of work: analyses of meetings to the files of the index.

Everything between is kept by what it was made of, so a changed meeting costs its own year's
segment and the shards of the block that this year is in. With nothing kept the result is the same,
byte for byte; so it is with any number of workers.
"""

import json
from collections.abc import Mapping, Sequence

from site_gen.search import lunr_json, manifest
from site_gen.search.block_files import BlockWriter
from site_gen.search.blocks import cut_blocks
from site_gen.search.digests import digest_of
from site_gen.search.display import chunk_paths
from site_gen.search.kept import Kept, MeetingEntry, Output, ReadAnalyses, Run, run_here
from site_gen.search.manifest import find_joins, manifest_value
from site_gen.search.pieces import year_of
from site_gen.search.scripts import Script, script_path, write_script
from site_gen.search.segments import FORMAT, Segment, SegmentHead, build_segment, read_head
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a run of `build_index` did."""

    pieces: int
    segments_built: int
    blocks_built: int


def build_index(  # noqa: PLR0913 (each comes from another part of the build)
    meetings: Sequence[MeetingEntry],
    read_analyses: ReadAnalyses,
    output: Output,
    kept: Kept,
    *,
    glossary: Sequence[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
    run: Run = run_here,
) -> IndexReport:
    """Writes all files of the index for `meetings` to `output`.

    `glossary` has pairs of words that mean the same (an acronym and what it stands for). `names`
    are those of people who have a filter entry, by id.
    """
    segments = _Segments(meetings, kept)
    built = segments.make(read_analyses, output, run)
    blocks = [
        BlockWriter(block, segments.keys, segments.heads, kept)
        for block in cut_blocks(segments.heads)
    ]
    files = [block.write(output, run, names or {}) for block in blocks]
    value = manifest_value(
        segments.heads,
        [(block.block, one) for block, one in zip(blocks, files, strict=True)],
        find_joins(segments.heads, segments.ids()),
        glossary,
    )
    content = Script(manifest.NAME, digest_of(json.dumps(value).encode()), value)
    output.write(script_path(manifest.NAME), write_script(content))
    _write_lunr_index(segments, read_analyses, output, kept)
    return IndexReport(
        pieces=sum(head.pieces for head in segments.heads),
        segments_built=built,
        blocks_built=sum(block.is_built for block in blocks),
    )


class _Segments:
    """The segments of an archive, each made when its meetings changed, else as kept."""

    def __init__(self, meetings: Sequence[MeetingEntry], kept: Kept) -> None:
        self._kept = kept
        self._meetings: dict[str, list[MeetingEntry]] = {}
        for meeting in sorted(meetings, key=lambda one: (one.date, one.id)):
            self._meetings.setdefault(year_of(meeting.date), []).append(meeting)
        self.keys = {year: _segment_key(year, each) for year, each in self._meetings.items()}
        self.heads: list[SegmentHead] = []

    def make(self, read_analyses: ReadAnalyses, output: Output, run: Run) -> int:
        """Makes the segments that are not kept, or whose files are gone; says how many."""
        years = sorted(self._meetings)
        missing = [year for year in years if not self._is_kept(year, output)]
        tasks = [
            (year, [one.id for one in self._meetings[year]], read_analyses) for year in missing
        ]
        for year, segment in zip(missing, run(_build, tasks), strict=True):
            for name, part in segment.parts.items():
                self._kept.put(f"{self.keys[year]}-{name}", part)
            for chunk in segment.chunks:
                output.write(chunk.path, chunk.content)
        self.heads = [self._head(year) for year in years]
        return len(missing)

    def ids(self) -> dict[str, list[str]]:
        """The ids of all threads by year; nothing where no thread goes on in another segment."""
        if not any(head.foreign for head in self.heads):
            return {}
        return {
            year: json.loads(self._kept.get(f"{key}-ids") or b"[]")
            for year, key in self.keys.items()
        }

    def ids_of_meetings(self) -> list[str]:
        """The ids of all meetings, in order of date."""
        return [one.id for year in sorted(self._meetings) for one in self._meetings[year]]

    def _is_kept(self, year: str, output: Output) -> bool:
        if self._kept.get(f"{self.keys[year]}-head") is None:
            return False
        head = self._head(year)
        return output.keep(
            chunk_paths(
                year,
                threads=head.threads,
                routine_from=head.routine_from,
                per_chunk=head.per_chunk,
            )
        )

    def _head(self, year: str) -> SegmentHead:
        return read_head(self._kept.get(f"{self.keys[year]}-head") or b"")


def _write_lunr_index(
    segments: _Segments, read_analyses: ReadAnalyses, output: Output, kept: Kept
) -> None:
    """The whole index in Lunr's form, for an archive that is small enough."""
    if not 0 < sum(head.pieces for head in segments.heads) <= lunr_json.MOST_PIECES:
        return
    key = f"lunr-{digest_of(*(one.encode() for one in segments.keys.values()))}"
    if kept.get(key) is not None and output.keep([lunr_json.PATH]):
        return
    output.write(lunr_json.PATH, lunr_json.lunr_index(read_analyses(segments.ids_of_meetings())))
    kept.put(key, b"written")


def _segment_key(year: str, meetings: Sequence[MeetingEntry]) -> str:
    made_of = [f"{one.id}\n{one.digest}".encode() for one in meetings]
    return f"segment-{digest_of(f'{FORMAT} {year}'.encode(), *made_of)}"


def _build(task: tuple[str, Sequence[str], ReadAnalyses]) -> Segment:
    year, ids, read_analyses = task
    return build_segment(year, read_analyses(ids))
