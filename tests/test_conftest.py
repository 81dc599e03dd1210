"""What the tests share keeps its word: no silent skip in CI, and things made once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MakeOnce
from tests.places import REPOSITORY

SKIPPED_BROWSER_TEST = """
import pytest

@pytest.mark.browser
def test_a_page():
    pytest.skip("no browser here")
"""
SKIPPED_TEST = SKIPPED_BROWSER_TEST.replace("@pytest.mark.browser", "")


@pytest.mark.parametrize(
    ("test", "ci", "status"),
    [
        pytest.param(SKIPPED_BROWSER_TEST, "true", 1, id="browser-in-ci"),
        pytest.param(SKIPPED_BROWSER_TEST, "", 0, id="browser-at-a-desk"),
        pytest.param(SKIPPED_TEST, "true", 0, id="anything-else-in-ci"),
    ],
)
def test_a_browser_test_that_is_skipped_in_ci_fails(
    tmp_path: Path, test: str, ci: str, status: int
) -> None:
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    settings: list[str | Path] = [
        "-c",
        os.devnull,
        "--rootdir",
        tmp_path,
        "-p",
        "tests.conftest",
        "-W",
        "ignore",
    ]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *settings, tmp_path],
        cwd=REPOSITORY,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == status, run.stdout
    assert ("may not be skipped in CI" in run.stdout) == bool(status)


def test_what_is_made_once_is_made_once(once_per_run: MakeOnce, worker_id: str) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "file.txt").write_text("here", encoding="utf-8")

    first = once_per_run(f"made-{worker_id}", make)
    second = once_per_run(f"made-{worker_id}", make)
    assert first == second
    assert len(made) == 1
    assert (first / "file.txt").read_text(encoding="utf-8") == "here"


def test_what_could_not_be_made_is_tried_again_from_nothing(
    once_per_run: MakeOnce, worker_id: str
) -> None:
    def fail_half_way(folder: Path) -> None:
        (folder / "half.txt").touch()
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        once_per_run(f"tried-{worker_id}", fail_half_way)
    folder = once_per_run(f"tried-{worker_id}", lambda folder: (folder / "all.txt").touch())
    assert [path.name for path in folder.iterdir()] == ["all.txt"]
