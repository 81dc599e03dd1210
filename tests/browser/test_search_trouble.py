"""Search when something is missing: JavaScript, a file, the connection, or time."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.search_page import SearchPage
from tests.browser.server import ServedFolder, serve
from tests.places import REPOSITORY

ServeFolder = Callable[..., ServedFolder]
MakeOnce = Callable[[str, Callable[[Path], object]], Path]
INDEX = "**/search/*.js*"
SHOWN = re.compile(r"/search/d-[^/]*\.js")
SHARDS = re.compile(r"/search/(?!manifest)[^/]*\.js")


@pytest.fixture(scope="module")
def site_root(demonstration_site: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(demonstration_site).address


@pytest.fixture
def search(page: Page, site_root: str) -> SearchPage:
    return SearchPage(page, site_root)


@pytest.fixture(scope="module")
def later_site(once_per_run: MakeOnce) -> Path:
    """The demonstration as it is published later: one meeting says more."""
    return once_per_run("demonstration-later", build_later) / "public"


def build_later(root: Path) -> None:
    shutil.copytree(REPOSITORY / "content", root / "content")
    for meeting in (root / "content" / "meetings" / "cype-scrutiny").glob("2025-09-02*.md"):
        text = meeting.read_text(encoding="utf-8")
        later = text.replace("exit interview", "quetzal interview")
        assert later != text
        meeting.write_text(later, encoding="utf-8")
    command: list[str | Path] = [sys.executable, REPOSITORY / "build.py", "build", "--root", root]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture
def own_site(demonstration_site: Path, tmp_path: Path) -> Iterator[ServedFolder]:
    """A copy of the demonstration that a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(demonstration_site, folder)
    with serve(folder) as served:
        yield served


def test_without_javascript_the_form_leads_to_ways_of_browsing(
    browser: Browser, site_root: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_root}index.html")
    page.locator("[name=q]").fill("children")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_root}search.html?q=children")
    expect(page.locator("noscript .banner")).to_contain_text("needs JavaScript")
    expect(page.locator(".browse")).to_be_visible()
    expect(page.locator("#search-page")).to_be_hidden()
    context.close()


def test_a_missing_file_is_said_plainly_and_can_be_tried_again(search: SearchPage) -> None:
    search.page.route(SHARDS, lambda route: route.fulfill(status=404))
    search.open(q="children")
    failed = search.page.locator("#search-failed")
    expect(failed).to_contain_text("could not be loaded")
    expect(search.page.locator(".browse")).to_be_visible()
    expect(search.page.locator("#search-status")).to_contain_text("could not be loaded")
    search.page.unroute(SHARDS)
    failed.locator("button").click()
    search.expect_count("results for “children”")
    expect(failed).to_be_hidden()


def test_what_one_file_lacks_does_not_spoil_another_search(search: SearchPage) -> None:
    search.page.route(SHARDS, lambda route: route.fulfill(status=404))
    search.open(q="children")
    search.page.unroute(SHARDS)
    search.box.fill("parking")
    search.expect_count("for “parking”")


def test_the_search_goes_on_when_the_connection_is_back(search: SearchPage) -> None:
    search.open()
    search.page.context.set_offline(True)
    search.box.fill("children")
    expect(search.page.locator("#search-offline h2")).to_contain_text("not connected")
    search.page.context.set_offline(False)
    search.expect_count("results for “children”")


def test_a_slow_line_is_waited_for_with_words(search: SearchPage) -> None:
    search.page.route(INDEX, _slowly)
    search.open()
    search.box.fill("children")
    expect(search.page.locator("#search-loading")).to_be_visible()
    search.expect_count("results for “children”")
    expect(search.page.locator("#search-loading")).to_be_hidden()


def test_the_filters_are_there_before_what_the_results_show(search: SearchPage) -> None:
    held: list[Route] = []
    is_held = True

    def hold(route: Route) -> None:
        if is_held:
            held.append(route)
        else:
            route.continue_()

    search.page.route(SHOWN, hold)
    search.page.goto(f"{search.root}search.html?q=social+workers", wait_until="domcontentloaded")
    expect(search.page.locator("#search-filters")).to_be_visible()
    expect(search.page.locator(".browse")).to_be_hidden()
    expect(search.count).to_be_hidden()
    is_held = False
    for route in held:
        route.continue_()
    search.expect_count("results for “social workers”")


def test_a_reply_that_comes_too_late_is_dropped(search: SearchPage) -> None:
    search.open()
    search.page.route(INDEX, _slowly)
    search.box.fill("parking")
    search.page.keyboard.press("Enter")
    search.box.fill("children")
    search.page.keyboard.press("Enter")
    search.expect_count("results for “children”")
    search.page.wait_for_timeout(1500)
    search.expect_count("results for “children”")
    expect(search.box).to_have_value("children")


def _slowly(route: Route) -> None:
    sleep(0.15)
    route.continue_()


def test_a_page_left_open_over_a_new_publication_goes_on(
    page: Page, own_site: ServedFolder, later_site: Path
) -> None:
    search = SearchPage(page, own_site.address)
    search.open(q="parking")
    shutil.rmtree(own_site.folder / "search")
    shutil.copytree(later_site / "search", own_site.folder / "search")
    asked_before = manifests(own_site)
    search.box.fill("children")
    search.expect_count("results for “children”")
    assert manifests(own_site) == asked_before + 1
    search.box.fill("quetzal")
    expect(search.count).to_have_text(re.compile("^[0-9]+ results? for “quetzal”$"))
    assert manifests(own_site) == asked_before + 1


def manifests(site: ServedFolder) -> int:
    """How often the manifest was asked for."""
    return sum("manifest" in answer.path for answer in site.answers)
