"""Slips in minutes that are surely slips, mended in the files."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from site_gen.archive.assemble import Understanding
from site_gen.archive.mending import Mended, may_be_mended, mend
from site_gen.archive.settings_reading import read_directory
from site_gen.content.discovery import find_content
from site_gen.content.reading import MAX_BYTES
from site_gen.diagnostics import Diagnostic


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
