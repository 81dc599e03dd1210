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
    if path == "search.html":  # what the keyboard needs comes there with the filters
        page.wait_for_function("() => minutebook.filters")
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


def test_arrows_wait_for_what_the_words_in_the_box_find(search: SearchPage) -> None:
    search.open(q="children")
    # In one go, so that the results are still those of the word before.
    still_in_the_box = search.page.evaluate(
        """() => {
          const box = document.querySelector("#search-box");
          box.focus();
          box.value = "exit interviews";
          box.dispatchEvent(new Event("input", { bubbles: true }));
          const key = { key: "ArrowDown", bubbles: true, cancelable: true };
          box.dispatchEvent(new KeyboardEvent("keydown", key));
          return document.activeElement === box;
        }"""
    )
    assert still_in_the_box
    expect(search.results.nth(0)).to_be_focused()
    search.expect_count("for “exit interviews”")


def test_results_that_are_there_stay_while_more_are_shown(search: SearchPage) -> None:
    search.open(q="children")
    expect(search.results).to_have_count(10)
    first = search.results.nth(0).element_handle()
    assert first is not None
    search.page.locator("#search-more").click()
    expect(search.results).to_have_count(20)
    assert first.evaluate("(link) => link.isConnected")
    expect(search.results.nth(10)).to_be_focused()
