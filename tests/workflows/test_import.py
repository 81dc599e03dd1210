"""What is put into the inbox becomes a pull request; GitHub's own program is stood in for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archives import write_archive
from tests.workflows.steps import (
    Ran,
    git,
    make_program,
    read_steps,
    run_step,
    start_repository,
)

pytestmark = pytest.mark.timeout(300)

MINUTES = """Exampleton Town Council

Minutes of the meeting of the Planning Committee held on 12 March 2024 at 7.30 pm in the Town Hall.

Present: Councillor A Example (Chair), Councillor B Sample

1. Apologies

There were none.

2. Bus shelters

Councillor Sample asked when the shelters would be mended.

The Clerk replied that the work would begin in May.

RESOLVED: That the report be noted.
"""
MADE = "content/meetings/planning-committee/2024-03-12.md"
VALUES = {"github.token": "a-token"}
GH = """#!/bin/sh
printf '%s\\n' "$@" >> "$HOME/asked"
while [ $# -gt 0 ]; do
    if [ "$1" = --body-file ]; then cp "$2" "$HOME/body"; fi
    shift
done
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A council's repository, with the place that it is pushed to."""
    archive = write_archive(tmp_path / "checkout", {"content/site.yaml": "title: Exampleton\n"})
    make_program(archive / "program")
    start_repository(archive)
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(archive, "remote", "add", "origin", tmp_path / "remote.git")
    return archive


def drop(archive: Path, files: dict[str, str]) -> None:
    write_archive(archive, {f"inbox/{name}": text for name, text in files.items()})
    git(archive, "add", "inbox")
    git(archive, "commit", "--quiet", "--message", "Drop")


def run_import(archive: Path) -> list[Ran]:
    gh = write_archive(archive.parent / "programs", {"gh": GH}) / "gh"
    gh.chmod(0o755)
    return [
        run_step(step, archive, VALUES, programs=gh.parent) for step in read_steps("import.yml")
    ]


def branches(archive: Path) -> list[str]:
    listed = git(archive.parent / "remote.git", "branch", "--format", "%(refname:short)")
    return listed.split()


def test_a_file_in_the_inbox_becomes_a_pull_request(archive: Path) -> None:
    drop(archive, {"march.txt": MINUTES})
    imported, proposed = run_import(archive)
    assert (imported.status, proposed.status) == (0, 0), imported.output + proposed.output
    (branch,) = branches(archive)
    files = git(archive.parent / "remote.git", "ls-tree", "-r", "--name-only", branch).split()
    assert MADE in files
    assert "inbox/march.txt" not in files
    assert not any(file.startswith("program/") for file in files)
    body = (archive.parent / "runner" / "body").read_text(encoding="utf-8")
    assert body.startswith("Read each file before you agree")
    assert MADE in body


def test_the_pull_request_is_checked(archive: Path) -> None:
    drop(archive, {"march.txt": MINUTES})
    run_import(archive)
    asked = (archive.parent / "runner" / "asked").read_text(encoding="utf-8").splitlines()
    (branch,) = branches(archive)
    assert asked[:2] == ["pr", "create"]
    assert asked[-5:] == ["workflow", "run", "check.yml", "--ref", branch]


def test_a_file_that_is_no_minutes_stays_and_is_named(archive: Path) -> None:
    drop(archive, {"march.txt": MINUTES, "empty.txt": "", "README.md": "Drop files here.\n"})
    run_import(archive)
    (branch,) = branches(archive)
    files = git(archive.parent / "remote.git", "ls-tree", "-r", "--name-only", branch).split()
    assert [file for file in files if file.startswith("inbox/")] == [
        "inbox/README.md",
        "inbox/empty.txt",
    ]
    body = (archive.parent / "runner" / "body").read_text(encoding="utf-8")
    assert "empty.txt" in body
    assert "README" not in body


def test_names_that_a_shell_could_take_for_its_own_are_names(archive: Path) -> None:
    drop(archive, {"-march $(touch x) 'a' \"b\" `c`\n## d.txt": MINUTES})
    imported, proposed = run_import(archive)
    assert (imported.status, proposed.status) == (0, 0), imported.output + proposed.output
    assert not (archive / "x").exists()
    assert len(branches(archive)) == 1


def test_when_nothing_became_minutes_nothing_is_proposed(archive: Path) -> None:
    drop(archive, {"empty.txt": ""})
    _, proposed = run_import(archive)
    assert proposed.status == 0
    assert "::warning title=Import::Nothing in inbox/ became minutes" in proposed.output
    assert "empty.txt" in proposed.output
    assert branches(archive) == []
