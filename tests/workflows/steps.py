"""The commands of a workflow, run on this machine as GitHub's own machine would run them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.places import REPOSITORY

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
STAMPS = ("pyvenv.cfg", "site.stamp", "dev.stamp", "test.stamp")


@dataclass(frozen=True)
class Step:
    """One `run:` of a job."""

    name: str
    command: str
    env: Mapping[str, str]  # expressions and all


@dataclass(frozen=True)
class Ran:
    """What a step did."""

    status: int
    output: str
    outputs: str  # what it handed on to later steps
    summary: str  # what it wrote for people, as Markdown


def read_workflow(name: str) -> dict[str, Any]:
    """A workflow of this project, as YAML has it."""
    text = (REPOSITORY / ".github" / "workflows" / name).read_text(encoding="utf-8")
    return load_workflow(text)


def load_workflow(text: str) -> dict[str, Any]:
    """A workflow as YAML has it, but for "on", which YAML 1.1 reads as true."""
    loaded: dict[Any, Any] = yaml.safe_load(text)
    return {"on" if key is True else key: value for key, value in loaded.items()}


def read_steps(name: str) -> list[Step]:
    """Every command of a workflow, in order."""
    return [
        Step(step["name"], step["run"], step.get("env", {}))
        for job in read_workflow(name)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]


def run_step(
    step: Step, checkout: Path, values: Mapping[str, str], *, programs: Path | None = None
) -> Ran:
    """Run the step's command in `checkout`; `values` are those of its expressions.

    Programs in the folder `programs` stand in for those of the machine.

    Raises KeyError for an expression without a value, and for any that stands in the command
    itself, where GitHub would paste in whatever it holds.
    """
    assert not EXPRESSION.search(step.command), f"{step.name}: an expression in a command"
    runner = checkout.parent / "runner"
    runner.mkdir(exist_ok=True)
    handed_on = runner / "output"
    summary = runner / "summary"
    handed_on.touch()
    summary.touch()
    env = {name: _evaluated(value, values) for name, value in step.env.items()}
    machine = {
        "PATH": f"{programs}:{os.environ['PATH']}" if programs else os.environ["PATH"],
        "HOME": str(runner),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(checkout),
        "GITHUB_OUTPUT": str(handed_on),
        "GITHUB_ENV": str(runner / "env"),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(runner),
    }
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.command],
        cwd=checkout,
        env={**machine, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(
        run.returncode,
        run.stdout + run.stderr,
        handed_on.read_text(encoding="utf-8"),
        summary.read_text(encoding="utf-8"),
    )


def git(folder: Path, *arguments: str | Path) -> str:
    """What git says; it signs as nobody in particular."""
    who = ("-c", "user.name=A Clerk", "-c", "user.email=clerk@council.example")
    run = subprocess.run(
        ["git", "-C", folder, *who, *arguments], capture_output=True, text=True, check=True
    )
    return run.stdout


def start_repository(archive: Path) -> None:
    """Make the archive a repository with one commit, which the program is no part of."""
    git(archive, "init", "--quiet", "--initial-branch=main")
    git(archive, "add", "content")
    git(archive, "commit", "--quiet", "--message", "Begin")


def make_program(folder: Path) -> Path:
    """A clean copy of the project without its archive, its environment made already.

    What `make` would fetch is stood in for by the environment that the tests run in.
    """
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    for path in filter(None, listed.stdout.split("\0")):
        source = REPOSITORY / path
        if path.startswith(("content/", "tests/", "benchmarks/")) or not source.is_file():
            continue
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    _stand_in_for_environment(folder)
    return folder


def _stand_in_for_environment(checkout: Path) -> None:
    program = checkout / ".venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for stamp in STAMPS:
        (checkout / ".venv" / stamp).touch()


def _evaluated(written: str, values: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda found: values[found[1]], str(written))
