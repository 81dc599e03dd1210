"""What is read of content/ without writing a site: its check, its meetings."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.archive.state_file import with_sound_state
from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.model.meetings import Meeting
from site_gen.publish.inputs import Inputs, read_inputs
from site_gen.publish.keys import code_key
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.own_state import STATE
from site_gen.publish.progress import Progress, Stages, Unwatched

if TYPE_CHECKING:
    from site_gen.publish.gathering import Gathered


def check_site(root: Path, progress: Progress | None = None) -> tuple[Diagnostic, ...]:
    """Everything that a build would say of content/ below `root`, sorted by place.

    What it found is kept in the state: only files that changed since are read again, and where
    none did, it is said again as it was.
    """
    return with_sound_state(root / STATE, lambda: _found(root, progress))


def understood_meetings(root: Path, paths: Iterable[str]) -> dict[str, Meeting | None]:
    """The meeting of each path below `root`; None where there is none, or it is private."""
    wanted = tuple(paths)
    return with_sound_state(root / STATE, lambda: _understood(root, wanted))


def _found(root: Path, progress: Progress | None) -> tuple[Diagnostic, ...]:
    with _open_inputs(root) as (inputs, store):
        found = store.remembered(
            "found", inputs.key, lambda: _gathered(root, inputs, store, progress).diagnostics
        )
        store.commit()
        return found


def _understood(root: Path, paths: Iterable[str]) -> dict[str, Meeting | None]:
    with _open_inputs(root) as (inputs, store):
        _gathered(root, inputs, store, None)
        return {path: store.meeting_at(path) for path in paths}


@contextmanager
def _open_inputs(root: Path) -> Iterator[tuple[Inputs, Store]]:
    state_file = root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file, code_key()) as store:
        yield read_inputs(root, store.connection), store


def _gathered(root: Path, inputs: Inputs, store: Store, progress: Progress | None) -> "Gathered":
    # What gathers takes longer to load than to say again what was found.
    from site_gen.publish.gathering import GatherOptions, gather  # noqa: PLC0415

    options = GatherOptions(root, inputs, workers=os.cpu_count() or 1)
    return gather(options, store, Stages(progress or Unwatched()))
