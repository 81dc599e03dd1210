"""A check of content/ that writes no site."""

import os
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.publish.gathering import GatherOptions, gather
from site_gen.publish.inputs import read_inputs
from site_gen.publish.keys import code_key
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.progress import Progress, Stages, Unwatched
from site_gen.publish.report import STATE


def check_site(root: Path, progress: Progress | None = None) -> tuple[Diagnostic, ...]:
    """Everything that a build would say of content/ below `root`, sorted by place.

    What it found is kept in the state: only files that changed since are read again.
    """
    state_file = root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file, code_key()) as store:
        inputs = read_inputs(root, store.connection)
        options = GatherOptions(root, inputs, workers=os.cpu_count() or 1)
        return gather(options, store, Stages(progress or Unwatched())).diagnostics
