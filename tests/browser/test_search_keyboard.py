"""Search without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search_page import SearchPage
from tests.browser.server import ServedFolder

ServeFolder = Callable[..., ServedFolder]


@pytest.fixture(scope="module")
def site_root(demonstration_site: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(demonstration_site).address


@pytest.fixture
def search(page: Page, site_root: str) -> SearchPage:
    return SearchPage(page, site_root)


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("path", ["search.html", "index.html", "questions/index.html"])
def test_a_key_leads_to_the_box_of_any_page(
    page: Page, site_root: str, path: str, keys: str
) -> None:
    page.goto(f"{site_root}{path}")
    page.keyboard.press(keys)
    expect(page.locator("[name=q]")).to_be_focused()
    expect(page.locator("[name=q]")).to_have_value("")


def test_a_slash_that_is_typed_is_a_slash(search: SearchPage) -> None:
    search.open()
    search.box.press_sequentially("2024/25")
    expect(search.box).to_have_value("2024/25")


def test_arrows_move_through_results_and_escape_leaves(search: SearchPage) -> None:
    search.open(q="social workers")
    keyboard = search.page.keyboard
    search.box.focus()
    keyboard.press("ArrowDown")
    expect(search.results.nth(0)).to_be_focused()
    keyboard.press("ArrowDown")
    expect(search.results.nth(1)).to_be_focused()
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    expect(search.box).to_be_focused()
    keyboard.press("ArrowDown")
    keyboard.press("Escape")
    expect(search.box).to_be_focused()
    expect(search.box).to_have_value("social workers")
    keyboard.press("Escape")
    expect(search.box).not_to_be_focused()
    expect(search.box).to_have_value("social workers")


def test_a_search_can_be_made_narrowed_and_followed_with_keys_alone(search: SearchPage) -> None:
    search.open()
    keyboard = search.page.keyboard
    keyboard.press("/")
    keyboard.type("exit interviews")
    keyboard.press("Enter")
    search.expect_count("for “exit interviews”")
    expect(search.page.locator("#search-filters [value=question]")).to_be_visible()
    for _ in range(20):
        keyboard.press("Tab")
        if search.page.evaluate("document.activeElement.value") == "question":
            break
    keyboard.press("Space")
    expect(search.chips).to_have_text(["Questions"])
    keyboard.press("/")
    # A tick box is a place for keys as well: the slash does not leave it.
    keyboard.press("Control+k")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    search.page.wait_for_url("**/meetings/**")
