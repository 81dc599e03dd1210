"""Folders and files in the wrong place, and state that somebody else put there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.archives import MINUTES, build, site_files, write_archive

GOOD = "---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\nRESOLVED: That two trees be planted.\n"
PAGE = "meetings/planning-2024-03-12.html"


@pytest.mark.parametrize("place", [".", "content", "content/public", "templates", ".minutebook"])
def test_a_site_is_never_built_over_what_it_is_made_from(tmp_path: Path, place: str) -> None:
    write_archive(tmp_path, {MINUTES: GOOD, f"{place}/.nojekyll": "", "templates/x.html": ""})
    run = build(tmp_path, "--output", tmp_path / place)
    assert run.status == 2
    assert "build into a folder of its own" in run.errors
    assert (tmp_path / MINUTES).read_text() == GOOD


def test_the_folder_of_another_program_is_left_alone(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: GOOD, "docs/.nojekyll": "", "docs/mine.html": "mine"})
    run = build(tmp_path, "--output", tmp_path / "docs")
    assert run.status == 2
    assert "not built here" in run.errors
    assert (tmp_path / "docs/mine.html").read_text() == "mine"


def test_a_folder_that_an_earlier_build_marked_is_ours(tmp_path: Path) -> None:
    build(write_archive(tmp_path, {MINUTES: GOOD}))
    (tmp_path / "public/.nojekyll").write_bytes(b"")
    assert build(tmp_path).status == 0


def test_nothing_is_written_through_a_link_in_the_output_folder(tmp_path: Path) -> None:
    root = write_archive(tmp_path / "archive", {MINUTES: GOOD})
    build(root)
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(root / "public/meetings")
    (root / "public/meetings").symlink_to(outside)
    run = build(root)
    assert run.status == 2
    assert "is a link" in run.errors
    assert list(outside.iterdir()) == []


def test_a_broken_lock_is_made_again(tmp_path: Path) -> None:
    build(write_archive(tmp_path, {MINUTES: GOOD}))
    (tmp_path / ".minutebook/lock.sqlite").write_bytes(b"no lock at all " * 400)
    assert build(tmp_path).status == 0


def test_what_editors_leave_beside_templates_and_styles_is_no_matter(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: GOOD, "templates/x.html": "", "static/x.css": ""})
    (tmp_path / "templates/.#base.html").symlink_to("me@here.1:2")
    (tmp_path / "static/.#x.css").symlink_to("me@here.1:2")
    run = build(tmp_path)
    assert run.status == 0, run.errors


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    "path", ["content/meetings/planning/pipe.md", "content/site.yaml", "static/a.css", MINUTES]
)
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path, path: str) -> None:
    write_archive(
        tmp_path, {MINUTES: GOOD, "content/site.yaml": "title: Ours\n", "static/own.css": ""}
    )
    assert build(tmp_path).status == 0
    before = site_files(tmp_path)
    kept = (tmp_path / path).read_bytes() if (tmp_path / path).is_file() else None
    (tmp_path / path).unlink(missing_ok=True)
    os.mkfifo(tmp_path / path)
    assert build(tmp_path).status in {0, 1}
    (tmp_path / path).unlink()
    if kept is not None:
        (tmp_path / path).write_bytes(kept)
    assert build(tmp_path).status == 0
    assert site_files(tmp_path) == before


def test_state_that_lies_in_the_repository_is_not_trusted(tmp_path: Path) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("Git is missing")
    build(write_archive(tmp_path, {MINUTES: GOOD}))
    subprocess.run([git, "init", "-q", tmp_path], check=True)
    assert build(tmp_path).status == 0
    subprocess.run([git, "-C", tmp_path, "add", "-f", ".minutebook/state.sqlite"], check=True)
    run = build(tmp_path)
    assert run.status == 2
    assert "git rm" in run.errors


def test_files_with_names_like_those_of_the_state_are_no_state(tmp_path: Path) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("Git is missing")
    alike = {"minutebook/notes.md": "Notes.\n", "docs/state.sqlite.md": "Of the state.\n"}
    build(write_archive(tmp_path, {MINUTES: GOOD, **alike}))
    subprocess.run([git, "init", "-q", tmp_path], check=True)
    subprocess.run([git, "-C", tmp_path, "add", *alike], check=True)
    assert build(tmp_path).status == 0


def test_nothing_that_was_published_stays_in_the_state(tmp_path: Path) -> None:
    public = GOOD.replace("\n---\n", "\ntitle: Zanzibar\n---\n", 1)
    build(write_archive(tmp_path, {MINUTES: public}))
    assert b"Zanzibar" in (tmp_path / ".minutebook/state.sqlite").read_bytes()
    private = public.replace("\n---\n", "\nprivate: true\n---\n", 1)
    assert build(write_archive(tmp_path, {MINUTES: private})).status == 0
    assert PAGE in site_files(tmp_path)
    for file in (tmp_path / ".minutebook").glob("*.sqlite*"):
        assert b"Zanzibar" not in file.read_bytes(), file
