"""The process that helps where the archive is large: begun first of all, since it has most to load.

This module itself loads little, so that whoever begins the other process does so before anything
else is loaded here.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from site_gen.publish.beside import Beside
from site_gen.publish.own_state import STATE

LARGE_STATE = 20_000_000  # bytes; of some 250 meetings


def needs_two(root: Path, workers: int) -> bool:
    """Whether another process is worth its start: the last build left much to look through."""
    try:
        size = (root / STATE).stat().st_size
    except OSError:
        return False
    return workers > 1 and size >= LARGE_STATE


@contextmanager
def second_process(root: Path, workers: int) -> Iterator[Beside | None]:
    """One that loads what reads minutes, for as long as the block lasts; None for a small archive.

    It is begun before anybody knows whether something changed: what reads minutes takes it longest
    to load, and where nothing changed the other processor had nothing to do.
    """
    global _early
    if _early is None and not needs_two(root, workers):
        yield None
        return
    begun, _early = _early or _begin(), None
    with closing(begun):
        yield begun if needs_two(root, workers) else None


def begin_early(root: Path) -> None:
    """Begin the process that the next `second_process` gives, if the archive seems to be large.

    For whoever has yet to find out what is wanted: one that nobody wants does nothing, and ends.
    """
    global _early  # noqa: PLW0603 - one for each command
    if _early is None and needs_two(root, os.cpu_count() or 1):
        _early = _begin()


def _begin() -> Beside:
    begun = Beside()
    begun.ask(load_code)
    return begun


_early: Beside | None = None


def load_code() -> None:
    """Load what understands minutes. Nothing that lies in the archive is looked at."""
    import site_gen.publish.minutes_reading  # noqa: F401, PLC0415 - long to load


def prepare(state: Path) -> None:
    """Have at hand what understands minutes under the settings that the last build read.

    The store at `state` must be known to be our own.
    """
    from site_gen.publish.understanding import prepare_reading  # noqa: PLC0415 - as above

    prepare_reading(state)
