"""A check of content/ that writes no site."""

import os
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.publish.gathering import STATE, GatherOptions, gather
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.progress import Progress, Stages, Unwatched


def check_site(root: Path, progress: Progress | None = None) -> tuple[Diagnostic, ...]:
    """Everything that a build would say of content/ below `root`, sorted by place.

    What it found is kept in the state: only files that changed since are read again.
    """
    options = GatherOptions(root, workers=os.cpu_count() or 1)
    state_file = root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file) as store:
        return gather(options, store, Stages(progress or Unwatched())).diagnostics
