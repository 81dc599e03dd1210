"""Builds that are cut short, that meet each other, or that the disk refuses."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from site_gen.publish.one_at_a_time import one_at_a_time
from tests.archives import build, site_files, write_archive
from tests.places import REPOSITORY

TEXT = """---
date: {day}
---

## 1. Bus shelters

Councillor Example asked when the shelters would be mended.

The Clerk replied that the work would begin in {month}.

RESOLVED: That the report be noted.
"""
DAYS = [f"2024-{month:02}-{day:02}" for month in range(1, 7) for day in (5, 19)]


def minutes(month: str) -> dict[str, str]:
    return {
        f"content/meetings/planning/{day}.md": TEXT.format(day=day, month=month) for day in DAYS
    }


ALONE = "import sys; from site_gen.cli import main; sys.exit(main())"
# Only a large archive has a second process.
BOTH = f"import site_gen.publish.second_process as b; b.needs_two = lambda *_: True; {ALONE}"


def start(root: Path, program: str = ALONE) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, "build", "--root", str(root), "--workers", "1"]
    return subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write_archive(tmp_path / "archive", minutes("May"))
    assert build(tmp_path / "archive").status == 0
    return tmp_path / "archive"


def clean_site(folder: Path, month: str) -> dict[str, bytes]:
    write_archive(folder, minutes(month))
    assert build(folder).status == 0
    return site_files(folder)


def test_a_build_that_reads_most_files_again_gives_the_site_of_a_clean_one(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = clean_site(tmp_path / "clean", "June")
    monkeypatch.setattr("site_gen.publish.understanding.MANY", 2)
    write_archive(archive, minutes("June"))
    assert build(archive).status == 0
    assert site_files(archive) == clean


@pytest.mark.parametrize("program", [ALONE, BOTH])
def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_is_right(
    archive: Path, tmp_path: Path, program: str
) -> None:
    months = ("June", "July", "August", "May")
    clean = {month: clean_site(tmp_path / month, month) for month in months}
    before = site_files(archive)
    began = time.monotonic()
    start(archive, program).communicate()
    whole = time.monotonic() - began  # of a build that finds nothing changed, at the least
    for seed, month in enumerate(months):
        write_archive(archive, minutes(month))
        killed = start(archive, program)
        time.sleep(random.Random(seed).uniform(0.3, 6) * whole)
        killed.kill()
        # Its second process ends too: nobody else can end what it says.
        assert "Traceback" not in killed.communicate()[1]
        for path, content in site_files(archive).items():
            if not path.endswith(".minutebook-tmp"):
                assert content in (before.get(path), clean[month].get(path)), path
        assert before.keys() <= site_files(archive).keys()
        assert build(archive).status == 0
        assert site_files(archive) == clean[month]
        before = clean[month]


def test_what_a_killed_build_left_half_written_is_removed(archive: Path) -> None:
    first = site_files(archive)
    for name in (".index.html.0123abcd.minutebook-tmp", "meetings/.x.html.0123abcd.minutebook-tmp"):
        (archive / "public" / name).write_text("<p>ha")
    assert build(archive).status == 0
    assert site_files(archive) == first


def test_two_builds_at_once_do_not_harm_each_other(archive: Path, tmp_path: Path) -> None:
    write_archive(archive, minutes("June"))
    both = (start(archive), start(archive))
    for one in both:
        _, errors = one.communicate()
        assert one.returncode == 0, errors
    assert site_files(archive) == clean_site(tmp_path / "clean", "June")


def test_waiting_for_another_build_can_be_stopped(archive: Path) -> None:
    with one_at_a_time(archive / ".minutebook"):
        waiting = start(archive)
        assert waiting.stderr is not None
        assert waiting.stderr.readline() == "waiting for another build to end\n"
        waiting.send_signal(signal.SIGINT)
        _, errors = waiting.communicate()
    assert waiting.returncode == 130
    assert errors == "stopped\n"


def test_a_build_that_waits_too_long_says_so(tmp_path: Path) -> None:
    told: list[str] = []
    with (
        one_at_a_time(tmp_path),
        pytest.raises(TimeoutError, match="did not come to its end"),
        one_at_a_time(tmp_path, lambda: told.append("waiting"), patience=0.3),
    ):
        pass
    assert told == ["waiting"]


@pytest.mark.parametrize("written", [0, 3, 12])
def test_a_full_disk_is_a_clear_error_and_nothing_is_lost(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    before = site_files(archive)
    write_archive(archive, minutes("June"))
    replace, count = os.replace, 0

    def full(*paths: Any) -> None:
        nonlocal count
        count += 1
        if count > written:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(*paths)

    with monkeypatch.context() as patched:
        patched.setattr("site_gen.publish.output_folder.os.replace", full)
        run = build(archive)
    assert run.status == 2
    assert "the disk did not take the site" in run.errors
    assert "No space left on device" in run.errors
    clean = clean_site(tmp_path / "clean", "June")
    after = site_files(archive)
    assert before.keys() <= after.keys()
    assert all(content in (before.get(path), clean.get(path)) for path, content in after.items())
    assert build(archive).status == 0
    assert site_files(archive) == clean


def test_a_state_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    write_archive(tmp_path, {**minutes("May"), ".minutebook": "a file"})
    run = build(tmp_path)
    assert run.status == 2
    assert "the disk did not take the site" in run.errors
    assert (tmp_path / ".minutebook").read_text() == "a file"


def test_a_state_that_breaks_in_the_middle_is_made_again(archive: Path) -> None:
    first = site_files(archive)
    state = archive / ".minutebook/state.sqlite"
    content = bytearray(state.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\xff" * 64  # the first page, which opens it, is whole
    state.write_bytes(content)
    assert build(archive).status == 0
    assert site_files(archive) == first
