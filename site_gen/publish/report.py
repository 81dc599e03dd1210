"""What a build is asked to do, and what it says it did."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.diagnostics import Diagnostic
from site_gen.text.values import dataclass, field

if TYPE_CHECKING:
    from site_gen.publish.saved_page import SavedPages

PAGES_LIMIT = 1_000_000_000  # bytes of a published site, by the terms of GitHub Pages


@dataclass(frozen=True)
class BuildOptions:
    """What to build, from where and to where."""

    root: Path
    output: Path
    address: str = ""
    previous: Path | None = None  # the list of addresses that were published before
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    is_watched: bool = False  # whoever asks will save more, and needs `Built.saved_pages`


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
    # Seconds that processors worked in each stage, those of helping processes too.
    worked: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    report: BuildReport
    saved_pages: "SavedPages | None" = None  # None where nothing changed and nobody watches
