"""The project's own files keep what they promise: locked tools, a package that works alone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.conftest import MakeOnce
from tests.places import REPOSITORY

PROJECT: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
REQUIREMENTS = REPOSITORY / "requirements"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)

MINUTES = """---
date: 2024-03-12
title: Parish council
---

## 1. Apologies

None.
"""


def locked_versions(name: str) -> dict[str, str]:
    text = (REQUIREMENTS / name).read_text("utf-8")
    return {plain_name(package): version for package, version in PINNED.findall(text)}


def plain_name(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def test_every_runtime_dependency_is_locked_as_declared() -> None:
    locked = locked_versions("site.txt")
    wanted = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    assert [
        one for one in wanted if locked.get(plain_name(one.name), "0") not in one.specifier
    ] == []


def test_every_optional_dependency_is_locked_as_declared() -> None:
    locked = locked_versions("dev.txt")
    extras = PROJECT["project"]["optional-dependencies"].values()
    wanted = [Requirement(line) for lines in extras for line in lines]
    assert [
        one for one in wanted if locked.get(plain_name(one.name), "0") not in one.specifier
    ] == []


def test_both_locks_agree_on_every_version() -> None:
    assert locked_versions("site.txt").items() <= locked_versions("dev.txt").items()


@pytest.mark.parametrize("name", ["site.txt", "dev.txt", "node.txt", "java.txt"])
def test_a_lock_names_hashes_and_no_place_to_fetch_from(name: str) -> None:
    text = (REQUIREMENTS / name).read_text("utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all(PINNED.match(block) and "--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_the_npm_lock_matches_what_is_asked_for_and_names_no_registry() -> None:
    asked = json.loads((REPOSITORY / "package.json").read_text("utf-8"))
    packages = json.loads((REPOSITORY / "package-lock.json").read_text("utf-8"))["packages"]
    own = packages.pop("")
    assert own["devDependencies"] == asked["devDependencies"]
    assert all("resolved" not in one and "integrity" in one for one in packages.values())


@pytest.mark.parametrize(
    "path",
    [
        "site_gen/build/page.py",
        "site_gen/lib/page.py",
        "site_gen/public/page.py",
        "tests/sites/a/public/index.html",
        "content/documents/dist/report.pdf",
    ],
)
def test_git_ignores_no_folder_that_a_package_or_an_archive_may_have(path: str) -> None:
    command = ["git", "check-ignore", "--quiet", "--no-index", path]
    assert subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 1


@pytest.fixture(scope="session")
def installed(once_per_run: MakeOnce) -> Path:
    """A folder into which the wheel, and nothing else of the project, has been installed."""
    return once_per_run("installed", _install_wheel) / "installed"


def _install_wheel(folder: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*build, folder], cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile"]
    command: list[str | Path] = [*pip, "--target", folder / "installed", wheel]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.parametrize("folder", ["templates", "static", "docs"])
def test_the_wheel_carries_every_template_style_and_guide(installed: Path, folder: str) -> None:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    names = subprocess.run(
        listed, cwd=REPOSITORY, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert names
    assert [name for name in names if not (installed / "site_gen" / "theme" / name).is_file()] == []


def test_the_installed_program_builds_an_archive_of_one_file(
    installed: Path, tmp_path: Path
) -> None:
    minutes = tmp_path / "content" / "meetings" / "parish" / "march.md"
    minutes.parent.mkdir(parents=True)
    minutes.write_text(MINUTES, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, installed / "bin" / "minutebook", "build", "--root", tmp_path],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin"},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Parish council" in (tmp_path / "public" / "index.html").read_text("utf-8")


def test_the_wheel_holds_nothing_but_the_program(once_per_run: MakeOnce) -> None:
    (wheel,) = once_per_run("installed", _install_wheel).glob("*.whl")
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    version = PROJECT["project"]["version"]
    assert tops == {"site_gen", f"minutebook-{version}.dist-info"}
