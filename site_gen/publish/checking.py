"""What is read of content/ without writing a site: its check, mended slips, its meetings."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.archive.assemble import Understanding
from site_gen.archive.mending import Mended, may_be_mended, mend
from site_gen.archive.settings_reading import read_directory
from site_gen.archive.store import Store
from site_gen.content.discovery import find_content
from site_gen.content.reading import MAX_BYTES
from site_gen.diagnostics import Diagnostic
from site_gen.model.meetings import Meeting
from site_gen.publish.gathering import Gathered, GatherOptions, gather
from site_gen.publish.inputs import read_inputs
from site_gen.publish.keys import code_key
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.progress import Progress, Stages, Unwatched
from site_gen.publish.report import STATE


def mend_site(
    root: Path, findings: Iterable[Diagnostic], is_wanted: Callable[[str], bool]
) -> Iterator[tuple[str, Mended]]:
    """Mend what surely is a slip in the minutes that are wanted; each path with what was done.

    A file is replaced as a whole, and not when somebody has changed it in the meantime.
    """
    tree = find_content(root)
    understanding = Understanding(read_directory(root, tree).value)
    by_path: dict[str, list[Diagnostic]] = {}
    for one in findings:
        by_path.setdefault(one.place.path, []).append(one)
    for path in filter(is_wanted, tree.meetings):
        file = root / path
        content = file.read_bytes()
        if len(content) > MAX_BYTES or not may_be_mended(content, tuple(by_path.get(path, ()))):
            continue
        mended = mend(path, content, understanding)
        if mended is not None and file.read_bytes() == content:
            _replace(file, mended.content)
            yield path, mended


def _replace(file: Path, content: bytes) -> None:
    """Put the content in the file's place at once, with the file's own rights."""
    beside = file.with_name(f".{file.name}.tmp")
    try:
        beside.write_bytes(content)
        shutil.copymode(file, beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def check_site(root: Path, progress: Progress | None = None) -> tuple[Diagnostic, ...]:
    """Everything that a build would say of content/ below `root`, sorted by place.

    What it found is kept in the state: only files that changed since are read again.
    """
    with _gathered(root, progress or Unwatched()) as (gathered, _):
        return gathered.diagnostics


def understood_meetings(root: Path, paths: Iterable[str]) -> dict[str, Meeting | None]:
    """The meeting of each path below `root`; None where there is none, or it is private."""
    with _gathered(root, Unwatched()) as (_, store):
        return {path: store.meeting_at(path) for path in paths}


@contextmanager
def _gathered(root: Path, progress: Progress) -> Iterator[tuple[Gathered, Store]]:
    state_file = root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file, code_key()) as store:
        inputs = read_inputs(root, store.connection)
        options = GatherOptions(root, inputs, workers=os.cpu_count() or 1)
        yield gather(options, store, Stages(progress)), store
