"""What every test may use: real minutes, things made once for all workers, the demonstration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from tests.places import CORPORA, REPOSITORY, SEEDS

# The everyday run draws the same examples each time; the long one goes looking for others.
hypothesis.settings.register_profile("everyday", deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("everyday")

MakeOnce = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of seeds beside the repository; skips where it is absent."""
    return _folder_or_skip(SEEDS)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of corpora beside the repository; skips where it is absent."""
    return _folder_or_skip(CORPORA)


def _folder_or_skip(folder: Path) -> Path:
    if not folder.is_dir():
        pytest.skip(f"../{folder.relative_to(REPOSITORY.parent)} is not beside the repository")
    return folder


@pytest.fixture(scope="session")
def once_per_run(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> MakeOnce:
    """`once_per_run(name, make)` gives the folder that `make(folder)` filled, once for all workers.

    Nobody may change what is in it. When `make` fails, whoever asks next tries again.
    """
    own = tmp_path_factory.getbasetemp()
    everybody = own if worker_id == "master" else own.parent

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        folder = everybody / "once" / name
        folder.parent.mkdir(exist_ok=True)
        with FileLock(f"{folder}.lock"):
            if not folder.is_dir():
                unfinished = folder.with_name(f"{name}.unfinished")
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                make(unfinished)
                unfinished.rename(folder)
        return folder

    return make_once


@pytest.fixture(scope="session")
def demonstration_site(once_per_run: MakeOnce) -> Path:
    """The built site (its `public/`) of the archive in `content/`; for reading only."""
    return once_per_run("demonstration", _build_demonstration) / "public"


def _build_demonstration(root: Path) -> None:
    shutil.copytree(REPOSITORY / "content", root / "content")
    command: list[str | Path] = [sys.executable, REPOSITORY / "build.py", "build", "--root", root]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.fail(f"the demonstration does not build:\n{run.stdout}{run.stderr}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set, a browser test that would be skipped fails: nobody reads skips there."""
    report = yield
    if report.skipped and os.environ.get("CI") and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} needs a browser and may not be skipped in CI"
    return report
