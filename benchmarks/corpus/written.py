"""A part of a meeting as it was written, and what a reader should find in it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """A record that was written. The words named like this are those of the open data."""

    kind: str  # "question", "response", "resolution"
    style: str  # of wording
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """Markdown blocks, and the records in them in the order written."""

    blocks: tuple[str, ...] = ()
    records: tuple[Expected, ...] = ()


def joined(parts: Iterable[Written]) -> Written:
    """Parts one after another."""
    parts = tuple(parts)
    return Written(
        tuple(block for part in parts for block in part.blocks),
        tuple(record for part in parts for record in part.records),
    )
