"""What was understood of single files, without building a site."""

import os
from collections.abc import Iterable
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.model.meetings import Meeting
from site_gen.publish.gathering import GatherOptions, gather
from site_gen.publish.inputs import read_inputs
from site_gen.publish.keys import code_key
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.progress import Stages, Unwatched
from site_gen.publish.report import STATE


def understood_meetings(root: Path, paths: Iterable[str]) -> dict[str, Meeting | None]:
    """The meeting of each path below `root`; None where there is none, or it is private."""
    state_file = root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file, code_key()) as store:
        inputs = read_inputs(root, store.connection)
        gather(GatherOptions(root, inputs, workers=os.cpu_count() or 1), store, Stages(Unwatched()))
        return {path: store.meeting_at(path) for path in paths}
