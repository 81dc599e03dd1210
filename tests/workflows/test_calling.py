"""The few lines that a council's own repository needs, as the docs give them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.cli import COMMANDS
from tests.places import REPOSITORY
from tests.workflows.lint import lint_github
from tests.workflows.steps import load_workflow, read_workflow

DOCS = (REPOSITORY / "docs" / "publishing.md").read_text(encoding="utf-8")
WORKFLOWS = dict(
    re.findall(r"`\.github/workflows/(\w+\.yml)`:\n\n```yaml workflow\n(.*?)```", DOCS, re.DOTALL)
)
RANKS = ("none", "read", "write")


def test_the_docs_have_lines_for_all_that_can_be_called() -> None:
    assert sorted(WORKFLOWS) == ["check.yml", "import.yml", "publish.yml"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_they_ask_for_every_right_that_is_needed(name: str) -> None:
    """A called workflow cannot have more than its caller gives."""
    (caller,) = load_workflow(WORKFLOWS[name])["jobs"].values()
    for job in read_workflow(name)["jobs"].values():
        for right, needed in job["permissions"].items():
            assert RANKS.index(caller["permissions"].get(right, "none")) >= RANKS.index(needed)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_they_call_the_workflow_of_that_name_when_it_would_itself_run(name: str) -> None:
    caller, called = load_workflow(WORKFLOWS[name]), read_workflow(name)
    (job,) = caller["jobs"].values()
    assert job["uses"] == f"OWNER/minutebook/.github/workflows/{name}@VERSION"
    wanted: dict[str, Any] = {
        event: how for event, how in called["on"].items() if event != "workflow_call"
    }
    assert caller["on"] == wanted


def test_they_are_sound(tmp_path: Path) -> None:
    folder = tmp_path / "workflows"
    folder.mkdir()
    for name, text in WORKFLOWS.items():
        pinned = text.replace("@VERSION", f"@{'0' * 40} # v1.0.0")
        (folder / name).write_text(pinned, encoding="utf-8")
    said = lint_github(tmp_path)
    assert [one for one in said if "error" in one.lower()] == []


def test_others_can_have_their_minutes_checked_before_each_commit() -> None:
    manifest = REPOSITORY / ".pre-commit-hooks.yaml"
    command: list[str | Path] = [sys.executable, "-m", "pre_commit", "validate-manifest", manifest]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (hook,) = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    program, command_name = hook["entry"].split()
    assert (program, command_name in COMMANDS) == ("minutebook", True)
