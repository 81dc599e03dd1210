"""What a build is asked to do, and what it says it did."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.diagnostics import Diagnostic

STATE = Path(".minutebook") / "state.sqlite"
PAGES_LIMIT = 1_000_000_000  # bytes of a published site, by the terms of GitHub Pages


@dataclass(frozen=True)
class BuildOptions:
    """What to build, from where and to where."""

    root: Path
    output: Path
    address: str = ""
    previous: Path | None = None  # the list of addresses that were published before
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]  # sorted by place
    meetings: int
    records: Mapping[str, int]  # by kind
    files: int  # of the whole site
    size: int  # of the whole site, in bytes
    changed: int  # files written
    removed: int  # files
    seconds: Mapping[str, float]  # of each stage, in order


class WorkerLostError(Exception):
    """A helping process was ended from outside."""
