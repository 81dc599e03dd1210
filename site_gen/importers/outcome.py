"""What became of the files of one import."""

from enum import StrEnum
from pathlib import Path

from site_gen.importers.findings import Finding
from site_gen.importers.result import ImportResult
from site_gen.text.values import dataclass


class FileOutcome(StrEnum):
    """What became of one source."""

    WRITTEN = "written"
    UPDATED = "updated"  # nobody had changed it since the last import
    MERGED = "merged"  # somebody had, elsewhere than the source: both are in it
    OVERWRITTEN = "overwritten"  # somebody had, and asked for this
    UNCHANGED = "unchanged"
    KEPT = "kept"  # a clerk's file stands there and stays; nothing was written
    DUPLICATE = "duplicate"  # the same minutes as another source
    REFUSED = "refused"
    FAILED = "failed"


WRITING = frozenset(
    {
        FileOutcome.WRITTEN,
        FileOutcome.UPDATED,
        FileOutcome.MERGED,
        FileOutcome.OVERWRITTEN,
    }
)
BAD = frozenset({FileOutcome.REFUSED, FileOutcome.FAILED, FileOutcome.KEPT})


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One source and what became of it."""

    source: Path
    outcome: FileOutcome
    target: str = ""  # from the root; "" where nothing has or would have a place
    message: str = ""  # why, for all that is not simply written
    difference: str = ""  # what importing changed (MERGED) or would have (KEPT), as a unified one
    result: ImportResult | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The report of this file."""
        return () if self.result is None else self.result.findings


@dataclass(frozen=True, slots=True)
class ImportRun:
    """What became of everything."""

    files: tuple[ImportedFile, ...]
    is_dry: bool
    notes: tuple[str, ...] = ()  # about the archive as a whole

    def count(self, outcome: FileOutcome) -> int:
        """How many sources ended like this."""
        return sum(file.outcome is outcome for file in self.files)

    @property
    def is_good(self) -> bool:
        """Every source is in the archive."""
        return not any(file.outcome in BAD for file in self.files)
