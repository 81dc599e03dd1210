"""What the disk tells, and what it does not tell."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePath
from threading import Event

import pytest

from site_gen.preview.source_folders import (
    after_saves,
    is_source,
    source_folders,
    take_snapshot,
)
from site_gen.preview.watching import Watcher

PATIENCE = 60.0  # seconds; two busy cores are slow to tell
# A change that nobody tells is looked for this long.
SILENCE = 0.4


class Listener:
    """A watcher over content/ of an archive, and what it told."""

    def __init__(self, root: Path) -> None:
        self.told = Event()
        self.was_whole = False  # as it was told last
        self.watcher = Watcher(source_folders(root), self._hear)

    def _hear(self, _path: PurePath, *, is_whole: bool) -> None:
        self.was_whole = is_whole
        self.told.set()

    def hears(self, seconds: float = PATIENCE) -> bool:
        heard = self.told.wait(seconds)
        time.sleep(0.1)  # let what belongs to the same change pass
        self.told.clear()
        return heard


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "meetings" / "planning"
    folder.mkdir(parents=True)
    (folder / "march.md").write_text("first", encoding="utf-8")
    return tmp_path


@pytest.fixture
def listener(root: Path) -> Iterator[Listener]:
    made = Listener(root)
    made.watcher.start()
    yield made
    made.watcher.stop()


def test_a_save_is_told(root: Path, listener: Listener) -> None:
    (root / "content/meetings/planning/march.md").write_text("second", encoding="utf-8")
    assert listener.hears()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_a_file_that_was_closed_is_told_to_be_whole(root: Path, listener: Listener) -> None:
    with (root / "content/meetings/planning/march.md").open("w", encoding="utf-8") as file:
        file.write("second")
        file.flush()
        assert listener.hears()
        assert not listener.was_whole
    assert listener.hears()
    assert listener.was_whole


def test_a_file_put_in_place_of_another_is_told(root: Path, listener: Listener) -> None:
    written = root / "content/meetings/planning/.march.md.tmp"
    written.write_text("second", encoding="utf-8")
    assert not listener.hears(SILENCE)
    written.replace(root / "content/meetings/planning/march.md")
    assert listener.hears()


def test_a_file_that_is_removed_is_told(root: Path, listener: Listener) -> None:
    (root / "content/meetings/planning/march.md").unlink()
    assert listener.hears()


def test_a_renamed_folder_and_what_is_saved_in_it_are_told(root: Path, listener: Listener) -> None:
    (root / "content/meetings/planning").rename(root / "content/meetings/housing")
    assert listener.hears()
    (root / "content/meetings/housing/march.md").write_text("second", encoding="utf-8")
    assert listener.hears()


def test_a_folder_made_later_is_watched(root: Path, listener: Listener) -> None:
    (root / "content/meetings/housing").mkdir()
    listener.hears()
    (root / "content/meetings/housing/may.md").write_text("first", encoding="utf-8")
    assert listener.hears()


def test_content_itself_may_go_and_come_back(root: Path, listener: Listener) -> None:
    (root / "content").rename(root / "away")
    assert listener.hears()
    listener.watcher.refresh()
    (root / "away").rename(root / "content")
    assert listener.hears()
    listener.watcher.refresh()
    (root / "content/meetings/planning/march.md").write_text("second", encoding="utf-8")
    assert listener.hears()


def test_a_copy_in_place_of_content_is_watched(root: Path, listener: Listener) -> None:
    shutil.copytree(root / "content", root / "copy")
    shutil.rmtree(root / "content")
    (root / "copy").rename(root / "content")
    assert listener.hears()
    listener.watcher.refresh()
    (root / "content/meetings/planning/march.md").write_text("second", encoding="utf-8")
    assert listener.hears()


def test_own_templates_may_come_later(root: Path, listener: Listener) -> None:
    (root / "templates").mkdir()
    assert listener.hears()
    listener.watcher.refresh()
    (root / "templates" / "base.html").write_text("", encoding="utf-8")
    assert listener.hears()


@pytest.mark.parametrize("name", [".march.md.swp", "march.md~", "4913", "#march.md#", ".#march.md"])
def test_what_editors_leave_is_not_told(root: Path, listener: Listener, name: str) -> None:
    (root / "content/meetings/planning" / name).write_text("x", encoding="utf-8")
    assert not listener.hears(SILENCE)


def test_reading_is_not_told(root: Path, listener: Listener) -> None:
    (root / "content/meetings/planning/march.md").read_text(encoding="utf-8")
    assert not listener.hears(SILENCE)


def test_what_a_build_writes_is_not_told(root: Path, listener: Listener) -> None:
    (root / "public").mkdir()
    (root / "public/index.html").write_text("x", encoding="utf-8")
    (root / ".minutebook").mkdir()
    (root / ".minutebook/state.sqlite").write_text("x", encoding="utf-8")
    assert not listener.hears(SILENCE)


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("meetings/planning/march.md", True),
        ("site.yaml", True),
        ("meetings/.git/march.md", False),
        ("meetings/march.md~", False),
    ],
)
def test_a_source_is_told_from_what_is_not_read(path: str, is_one: bool) -> None:
    assert is_source(PurePath(path)) is is_one


def test_a_snapshot_shows_every_kind_of_change(root: Path) -> None:
    file = root / "content/meetings/planning/march.md"
    first = take_snapshot(root)
    assert take_snapshot(root) == first
    file.write_text("other", encoding="utf-8")  # of the same length
    os.utime(file, ns=(1, 1))
    changed = take_snapshot(root)
    assert changed != first
    file.rename(file.with_name("april.md"))
    assert take_snapshot(root) != changed


def test_a_snapshot_leaves_out_what_is_not_read(root: Path) -> None:
    first = take_snapshot(root)
    (root / "content/meetings/planning/.march.md.swp").write_text("x", encoding="utf-8")
    assert take_snapshot(root) == first


def test_a_snapshot_keeps_templates_apart_from_content(root: Path) -> None:
    first = take_snapshot(root)
    (root / "templates").mkdir()
    (root / "templates" / "base.html").write_text("", encoding="utf-8")
    second = take_snapshot(root)
    assert second.content == first.content
    assert second.theme != first.theme


def test_after_a_save_only_that_file_is_looked_at(root: Path) -> None:
    march = root / "content/meetings/planning/march.md"
    march.with_name("may.md").write_text("first", encoding="utf-8")
    before = take_snapshot(root)
    march.write_text("second", encoding="utf-8")
    assert after_saves(before, [march]) == take_snapshot(root)
    march.with_name("may.md").write_text("second", encoding="utf-8")
    # What nobody told shows when all is looked at.
    assert after_saves(before, [march]) != take_snapshot(root)


@pytest.mark.parametrize("name", ["june.md", "gone.md", "."])
def test_after_more_than_a_save_everything_is_looked_at(root: Path, name: str) -> None:
    folder = root / "content/meetings/planning"
    (folder / "gone.md").write_text("first", encoding="utf-8")
    before = take_snapshot(root)
    (folder / "gone.md").unlink()
    (folder / "june.md").write_text("first", encoding="utf-8")
    assert after_saves(before, [folder / name]) is None
