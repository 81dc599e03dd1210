"""A check of content/ that writes no site."""

import os
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.publish.gathering import STATE, GatherOptions, gather
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.progress import Stages, Unwatched


def check_site(root: Path) -> tuple[Diagnostic, ...]:
    """Everything that a build would say of content/ below `root`, sorted by place."""
    options = GatherOptions(root, workers=os.cpu_count() or 1)
    state_file = root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file) as store:
        return gather(options, store, Stages(Unwatched())).diagnostics
