"""Small archives for tests: files in, a built site and what was said of it out."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_gen.cli import main
from site_gen.search.scripts import read_script

MINUTES = "content/meetings/planning/2024-03-12.md"


@dataclass(frozen=True)
class Run:
    """One call of the program."""

    status: int
    output: str
    errors: str


def write_archive(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` below `root`; paths are relative to it."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def run_program(*arguments: str | Path) -> Run:
    """Run `minutebook` in this process."""
    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        status = main([str(argument) for argument in arguments])
    return Run(status, output.getvalue(), errors.getvalue())


def build(root: Path, *arguments: str | Path) -> Run:
    """Build the archive at `root`."""
    return run_program("build", "--root", root, "--workers", "1", *arguments)


def site_files(root: Path) -> dict[str, bytes]:
    """Every file of the built site, by its path in public/."""
    public = root / "public"
    return {
        file.relative_to(public).as_posix(): file.read_bytes()
        for file in sorted(public.rglob("*"))
        if file.is_file()
    }


def words_of(path: str, content: bytes) -> bytes:
    """The words that a file holds, also where a browser must unpack them first."""
    if not path.endswith(".js") or not content.startswith(b"minutebook.receive("):
        return content
    return json.dumps(read_script(content), ensure_ascii=False).encode()
