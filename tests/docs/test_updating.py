"""The lines that bring a copy of Minutebook up to date, run as the docs give them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

from tests.archives import write_archive
from tests.places import REPOSITORY
from tests.workflows.steps import git, start_repository

DOCS = (REPOSITORY / "docs" / "publishing.md").read_text(encoding="utf-8")
LINES = re.compile(r"## Keep Minutebook up to date\n.*?```sh\n(.*?)```", re.DOTALL)
ELSEWHERE = "https://github.com/OWNER/minutebook"
MINE = {"content/meetings/planning/2025-06-24.md": "mine\n", "content/site.yaml": "title: Mine\n"}
DEMONSTRATION = {"content/meetings/cabinet/2024-01-01.md": "invented\n"}


def _commit(repository: Path) -> None:
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "Change")


def _content(repository: Path) -> dict[str, str]:
    files = (path for path in (repository / "content").rglob("*") if path.is_file())
    return {path.relative_to(repository).as_posix(): path.read_text("utf-8") for path in files}


def test_an_update_takes_everything_but_the_demonstration(tmp_path: Path) -> None:
    original = write_archive(tmp_path / "original", {**DEMONSTRATION, "content/site.yaml": "a: 1"})
    start_repository(original)
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", original, copy], check=True)
    git(copy, "rm", "--quiet", "-r", "content")
    mine = _content(write_archive(copy, MINE))
    _commit(copy)
    changed = {**dict.fromkeys(DEMONSTRATION, "more\n"), "content/new.md": "new\n", "code.py": ""}
    _commit(write_archive(original, changed))

    found = LINES.search(DOCS)
    assert found is not None
    lines = found[1].replace(ELSEWHERE, shlex.quote(str(original))).replace("git push", "")
    who = {
        f"GIT_{one}_{what}": "a@b" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(["sh", "-c", lines], cwd=copy, env={**os.environ, **who}, check=True)

    assert _content(copy) == mine
    assert (copy / "code.py").is_file()
    assert git(copy, "status", "--porcelain") == ""
    assert git(copy, "log", "-1", "--format=%s").strip() == "Update Minutebook"
