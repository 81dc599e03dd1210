"""Chromium for the tests that look at pages, and folders served for it.

`page`, `context`, `new_context` and `browser` are those of pytest-playwright. A machine without
Chromium fails these tests; it never skips them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.mishaps import Mishaps
from tests.browser.server import ServedFolder, serve
from tests.programs import ProgramMissingError, find_chromium

HERE = Path(__file__).parent
ServeFolder = Callable[..., ServedFolder]

QUIET_CHROMIUM = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    # Nothing on the site may need another host, so there is none.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test, whether it says so or not.

    One that fails is tried once more, and the summary tells: a browser on a machine that has other
    work may be too late for what a test expects, and what is wrong is wrong twice.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: a test says the whole address. The plugin's own is written as pytest soon forbids."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How Chromium is started; fails when there is none."""
    try:
        program = find_chromium()
    except ProgramMissingError as missing:
        pytest.fail(str(missing))
    as_root = ("--no-sandbox",) if hasattr(os, "getuid") and os.getuid() == 0 else ()
    return {
        **browser_type_launch_args,
        "executable_path": str(program),
        "args": [*QUIET_CHROMIUM, *as_root],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A plain British reader with a middling screen, who wants nothing to move."""
    return {
        **browser_context_args,
        "viewport": {"width": 1280, "height": 800},
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def page(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page. What goes wrong on it unasked fails the test at its end.

    A test that provokes such a thing is marked `@pytest.mark.mishaps_expected`.
    """
    mishaps = Mishaps(page)
    yield page
    if mishaps.found and not request.node.get_closest_marker("mishaps_expected"):
        pytest.fail("\n".join(["the page had mishaps:", *mishaps.found]))


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[ServeFolder]:
    """`serve_folder(folder, under="/repository/")` serves a folder until the tests end.

    Gives a ServedFolder: `.address` is the site's root, `.answers` what was asked of it.
    """
    with ExitStack() as open_until_the_end:

        def serve_one(folder: Path, under: str = "/") -> ServedFolder:
            return open_until_the_end.enter_context(serve(folder, under))

        yield serve_one


@pytest.fixture(scope="session")
def file_url() -> Callable[[Path], str]:
    """`file_url(path)` is the address of a file opened from a folder or a memory stick."""
    return lambda path: path.resolve().as_uri()
