"""The workflows are sound, and each linter is really asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.lint import GITHUB, lint_github

GOOD = """name: Check
on: pull_request
permissions: {}
concurrency:
  group: check-${{ github.ref }}
  cancel-in-progress: true
jobs:
  check:
    name: Check
    runs-on: ubuntu-24.04
    permissions:
      contents: read # to read the minutes
    steps:
      - id: say
        run: echo "said=yes" >> "$GITHUB_OUTPUT"
      - run: echo "$SAID"
        env:
          SAID: ${{ steps.say.outputs.said }}
"""


def test_the_workflows_of_this_project_are_sound() -> None:
    assert lint_github(GITHUB) == []


def test_a_sound_workflow_is_left_alone(tmp_path: Path) -> None:
    assert lint_github(write_workflow(tmp_path, GOOD)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        pytest.param("runs-on:", "run-on:", "Schema validation errors", id="schema"),
        pytest.param("steps.say.", "steps.sya.", 'property "sya" is not defined', id="actionlint"),
        pytest.param("$SAID", "${{ github.head_ref }}", "template-injection", id="zizmor"),
    ],
)
def test_what_each_linter_is_there_for_is_found(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    found = lint_github(write_workflow(tmp_path, GOOD.replace(right, wrong)))
    assert any(complaint in said for said in found)


def test_dependabot_is_held_to_its_schema(tmp_path: Path) -> None:
    (tmp_path / "dependabot.yml").write_text("version: 3\nupdates: []\n", encoding="utf-8")
    assert any("Schema validation errors" in said for said in lint_github(tmp_path))


def write_workflow(github: Path, text: str) -> Path:
    (github / "workflows").mkdir()
    (github / "workflows" / "check.yml").write_text(text, encoding="utf-8")
    return github
