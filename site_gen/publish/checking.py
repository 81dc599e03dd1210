"""A check of content/ that writes no site."""

import os
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.publish.gathering import STATE, gather
from site_gen.publish.progress import Stages, Unwatched


def check_site(root: Path) -> tuple[Diagnostic, ...]:
    """Everything that a build would say of content/ below `root`, sorted by place."""
    with Store.open(root / STATE) as store:
        return gather(root, store, Stages(Unwatched()), workers=os.cpu_count() or 1).diagnostics
