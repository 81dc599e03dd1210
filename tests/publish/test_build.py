"""Whole builds: the smallest archive, the same bytes, and what changes when content does."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.publish.output_folder import MARK
from site_gen.publish.output_found import look_into
from site_gen.publish.own_state import STATE
from site_gen.publish.site_state import SiteState
from tests.archives import MINUTES, build, run_program, site_files, write_archive
from tests.places import REPOSITORY

SMALL = """---
date: 2024-03-12
---

## 1. Bus shelters

Councillor Example asked when the shelters would be mended.

The Clerk replied that the work would begin in May.

RESOLVED: That the report be noted.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_archive(tmp_path, {MINUTES: SMALL})


def test_the_smallest_archive_is_one_file(archive: Path) -> None:
    run = build(archive)
    assert run.status == 0, run.output
    page = site_files(archive)["meetings/planning-2024-03-12.html"].decode()
    assert "Bus shelters" in page
    assert "the work would begin in May" in page


def test_a_second_build_writes_nothing_and_says_so(archive: Path) -> None:
    build(archive)
    run = build(archive)
    assert " 0 written" in run.output
    assert " 0 removed" in run.output


def test_what_a_changed_build_left_is_known_as_it_lies_there(archive: Path) -> None:
    build(archive)
    write_archive(archive, {MINUTES: SMALL.replace("shelters", "shelters and zebra crossings")})
    build(archive)
    with contextlib.closing(sqlite3.connect(archive / STATE)) as connection:
        state = SiteState.read(connection)
        assert state.left.keys() == {*site_files(archive), MARK}
        assert look_into(archive / "public", state.folders).is_whole


def test_the_state_can_be_removed_without_a_trace(archive: Path) -> None:
    build(archive)
    first = site_files(archive)
    shutil.rmtree(archive / ".minutebook")
    build(archive)
    assert site_files(archive) == first


def test_a_broken_state_is_made_again(archive: Path) -> None:
    build(archive)
    first = site_files(archive)
    shutil.rmtree(archive / ".minutebook")
    (archive / ".minutebook").mkdir()
    (archive / ".minutebook/state.sqlite").write_bytes(b"this is no database at all" * 100)
    assert build(archive).status == 0
    assert site_files(archive) == first


def test_a_changed_build_equals_a_clean_one(
    archive: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    build(archive)
    write_archive(
        archive,
        {
            MINUTES: SMALL.replace("May", "June"),
            "content/meetings/planning/2024-04-09.md": SMALL.replace("03-12", "04-09"),
            "content/meetings/housing/2024-04-09.md": SMALL.replace("03-12", "04-09"),
        },
    )
    build(archive)
    (archive / "content/meetings/housing/2024-04-09.md").rename(
        archive / "content/meetings/housing/x.md"
    )
    build(archive)
    (archive / "content/meetings/planning/2024-04-09.md").unlink()
    build(archive)
    clean = tmp_path_factory.mktemp("clean")
    for file in archive.glob("content/**/*.md"):
        write_archive(clean, {file.relative_to(archive).as_posix(): file.read_bytes()})
    build(clean)
    assert site_files(archive) == site_files(clean)


def test_the_same_bytes_anywhere_with_any_number_of_workers(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    sites = []
    for hash_seed, zone, locale, workers in (
        ("0", "UTC", "C", "1"),
        ("42", "Pacific/Auckland", "de_DE.UTF-8", "2"),
    ):
        root = tmp_path_factory.mktemp("site")
        days = [(number % 12 + 1, number // 12 + 1) for number in range(90)]
        files = {
            f"content/meetings/body-{day % 3}/2024-{month:02}-{day:02}.md": SMALL.replace(
                "03-12", f"{month:02}-{day:02}"
            )
            for month, day in days
        }
        write_archive(root, files)
        environment = {
            **os.environ,
            "PYTHONHASHSEED": hash_seed,
            "TZ": zone,
            "LC_ALL": locale,
            "LANG": locale,
        }
        command: list[str | Path] = [
            sys.executable,
            REPOSITORY / "build.py",
            "build",
            "--root",
            root,
        ]
        subprocess.run([*command, "--workers", workers, "--quiet"], env=environment, check=True)
        sites.append(site_files(root))
    assert sites[0] == sites[1]


def test_a_folder_without_content_is_wrong_usage(tmp_path: Path) -> None:
    run = run_program("build", "--root", tmp_path)
    assert run.status == 2
    assert "content" in run.errors


def test_an_archive_without_minutes_still_gives_a_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert build(tmp_path).status == 0
    assert "index.html" in site_files(tmp_path)


def test_strict_turns_warnings_into_failure(archive: Path) -> None:
    write_archive(archive, {MINUTES: SMALL.replace("date:", "venu: Town Hall\ndate:")})
    assert build(archive).status == 0
    assert build(archive, "--strict").status == 1


def test_an_output_folder_with_other_files_is_wrong_usage(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("x")
    run = build(archive, "--output", tmp_path / "mine")
    assert run.status == 2
    assert (tmp_path / "mine/letter.txt").exists()


def test_a_template_and_a_static_file_of_the_archive_win(archive: Path) -> None:
    write_archive(archive, {"templates/pages/not_found.html": "<p>{{ view.frame.title }}, our own"})
    write_archive(archive, {"static/images/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    build(archive)
    files = site_files(archive)
    assert b"our own" in files["404.html"]
    assert files["assets/images/icon.svg"].startswith(b"<svg xmlns='http")
