"""What results show, in chunks of neighbouring threads.

A result is one thread; its chunk follows from its number alone, so no table says which file it is
in. Chunks have no digest each, for there are too many to list: neighbouring ones share one.
"""

from collections.abc import Iterator, Sequence

from site_gen.search.digests import short_digest
from site_gen.search.scripts import script_path
from site_gen.text.values import dataclass

CHUNK_SIZE = 12_000  # characters, about: ten results come from ten chunks at worst
GROUP = 32  # chunks that share a digest
_STEP = 4


@dataclass(frozen=True, slots=True)
class Chunk:
    """One file of display records."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Chunks:
    """All that results show of one segment's threads."""

    per_chunk: int  # threads
    digests: str  # four characters for each group
    files: tuple[Chunk, ...]


def cut_chunks(year: str, shown: Sequence[str], routine_from: int) -> Chunks:
    """The chunks of one segment: plain threads first, and routine ones from a new chunk on.

    So a meeting added at the end of the year moves no thread to another chunk.
    """
    per_chunk = _threads_per_chunk(shown)
    cuts = [
        [*_cut(shown[:routine_from], per_chunk)],
        [*_cut(shown[routine_from:], per_chunk)],
    ]
    texts = [",\n".join(chunk) for part in cuts for chunk in part]
    digests = []
    files = []
    for start in range(0, len(texts), GROUP):
        digest = short_digest(*(text.encode() for text in texts[start : start + GROUP]))
        digests.append(digest)
        for number, text in enumerate(texts[start : start + GROUP], start=start):
            name = f"d-{year}-{number}"
            call = f'minutebook.receive("{name}","{digest}",[\n{text}\n]);\n'
            files.append(Chunk(script_path(name), call.encode()))
    return Chunks(per_chunk, "".join(digests), tuple(files))


def chunk_paths(year: str, *, threads: int, routine_from: int, per_chunk: int) -> list[str]:
    """The paths of the files that `cut_chunks` made of a segment."""
    plain = -(-routine_from // per_chunk)
    routine = -(-(threads - routine_from) // per_chunk)
    return [script_path(f"d-{year}-{number}") for number in range(plain + routine)]


def _threads_per_chunk(shown: Sequence[str]) -> int:
    if not shown:
        return _STEP
    average = sum(map(len, shown)) / len(shown)
    return max(_STEP, _STEP * round(CHUNK_SIZE / average / _STEP))


def _cut(shown: Sequence[str], per_chunk: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(shown), per_chunk):
        yield shown[start : start + per_chunk]
