"""What is saved while a build reads: the next build shows it, and shows nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from site_gen.archive.state_file import open_state_readonly
from site_gen.publish.build import build_site
from site_gen.publish.checking import check_site
from site_gen.publish.own_state import STATE
from site_gen.publish.progress import Unwatched
from site_gen.publish.report import BuildOptions
from site_gen.publish.site_state import SiteState
from tests.archives import build, site_files, write_archive
from tests.places import REPOSITORY

MINUTES = """---
date: 2024-{month}-12
attachments: [plan.txt]
---

## 1. Trees

RESOLVED: That two trees be planted.
"""
FILES = {
    "content/site.yaml": "title: Our minutes\n",
    "content/documents/report.md": "---\ntitle: Report\ndate: 2024-01-02\n---\n\nAs it was.\n",
    "content/meetings/planning/plan.txt": "As it was.\n",
    "static/own.css": "p { color: red }\n",
    **{
        f"content/meetings/planning/2024-{month}-12.md": MINUTES.format(month=month)
        for month in ("03", "04")
    },
}
LATER = "content/meetings/planning/2024-04-12.md"
BASE = (REPOSITORY / "templates/base.html").read_text(encoding="utf-8")


@dataclass
class Busy(Unwatched):
    """Somebody who changes files as soon as a build has looked at them.

    A build begins to read twice: it looks which files there are, and then at what they hold.
    """

    change: Callable[[], object]
    begun: list[str] = field(default_factory=list)

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self.begun.append(stage)
        if self.begun == ["Reading", "Reading"]:
            self.change()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", FILES)


@pytest.fixture
def clean(tmp_path: Path) -> dict[str, bytes]:
    assert build(write_archive(tmp_path / "clean", FILES)).status == 0
    return site_files(tmp_path / "clean")


def busy_build(root: Path, change: Callable[[], object], undo: Callable[[], object]) -> None:
    busy = Busy(change)
    build_site(BuildOptions(root, root / "public", workers=1), busy)
    assert busy.begun.count("Reading") == 2
    undo()


def test_a_folder_renamed_and_named_back(root: Path, clean: dict[str, bytes]) -> None:
    here, there = root / "content/meetings/planning", root / "content/meetings/other"
    busy_build(root, lambda: here.rename(there), lambda: there.rename(here))
    assert build(root).status == 0
    assert site_files(root) == clean


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("content/site.yaml", "title: Another\n"),
        ("content/documents/report.md", ""),
        ("content/meetings/planning/2024-03-12.md", MINUTES.format(month="09")),
        ("content/meetings/planning/plan.txt", "For a moment.\n"),
        ("static/own.css", "p { color: blue }\n"),
    ],
)
def test_a_file_saved_otherwise_and_saved_back(
    root: Path, clean: dict[str, bytes], path: str, words: str
) -> None:
    busy_build(
        root,
        lambda: write_archive(root, {path: words}),
        lambda: write_archive(root, {path: FILES[path]}),
    )
    assert build(root).status == 0
    assert site_files(root) == clean


def test_a_change_of_the_theme_while_one_page_is_made(root: Path, clean: dict[str, bytes]) -> None:
    own = write_archive(root, {"templates/base.html": BASE}) / "templates/base.html"
    assert build(root).status == 0
    write_archive(root, {LATER: FILES[LATER].replace("two", "ten")})
    busy_build(root, lambda: own.write_text(f"{BASE}<!-- for a moment -->"), own.unlink)
    write_archive(root, {LATER: FILES[LATER]})
    assert build(root).status == 0
    assert site_files(root) == clean


def test_a_check_forgets_what_it_read_of_a_folder_that_moved(root: Path) -> None:
    here, there = root / "content/meetings/planning", root / "content/meetings/other"
    check_site(root, Busy(lambda: here.rename(there), ["Reading"]))
    there.rename(here)
    assert not check_site(root)


def test_a_pipe_or_a_link_in_the_theme_unsettles_nothing(root: Path) -> None:
    os.mkfifo(root / "static/pipe")
    (root / "static/.#own.css").symlink_to("clerk@desk.1:2")
    assert build(root).status == 0
    with closing(open_state_readonly(root / STATE)) as state:
        finished = SiteState.read(state).finished
        assert finished is not None
        assert finished.inputs_key
        assert finished.site_key
