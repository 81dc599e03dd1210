"""Every state of search: accessible in light and dark, narrow enough for a small telephone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import assert_accessible
from tests.browser.search_page import SearchPage
from tests.browser.server import ServedFolder

ServeFolder = Callable[..., ServedFolder]
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
INDEX = "**/search/*.js*"


@pytest.fixture(scope="module")
def site_root(demonstration_site: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(demonstration_site).address


def show_start(search: SearchPage) -> None:
    search.open()


def show_results(search: SearchPage) -> None:
    search.open(q="social workers")


def show_filters_in_use(search: SearchPage) -> None:
    search.open(q="children", type="question", committee="cype-scrutiny", **{"from": "2025"})
    fold = search.page.locator("#search-filtering")
    if not fold.evaluate("(fold) => fold.open"):
        fold.locator("> summary").click()
    search.page.locator("#search-asked-by > summary").click()
    expect(search.page.locator("#search-people .filter__name").first).to_be_visible()


def show_only_some_words(search: SearchPage) -> None:
    search.open(q="exit interviews kaleidoscope")


def show_a_likelier_word(search: SearchPage) -> None:
    search.open(q="childern")


def show_nothing(search: SearchPage) -> None:
    search.open(q="xqzvwk", type="question")


def show_failure(search: SearchPage) -> None:
    search.page.route(INDEX, lambda route: route.abort())
    search.open(q="children")
    expect(search.page.locator("#search-failed")).to_be_visible()


def show_no_connection(search: SearchPage) -> None:
    search.open()
    search.page.context.set_offline(True)
    search.box.fill("children")
    expect(search.page.locator("#search-offline")).to_be_visible()


def show_a_slow_search(search: SearchPage) -> None:
    search.open()
    search.page.route(INDEX, _wait_for_ever)
    search.box.fill("children")
    expect(search.page.locator("#search-loading")).to_be_visible()


def _wait_for_ever(route: Route) -> None:
    """Answers nothing."""


def show_the_box_of_a_page(search: SearchPage) -> None:
    search.page.goto(f"{search.root}committees/index.html")
    search.page.locator("[name=q]").press_sequentially("social workers")
    expect(search.page.locator(".suggestions__link").first).to_be_visible()


STATES = [
    show_start,
    show_results,
    show_filters_in_use,
    show_only_some_words,
    show_a_likelier_word,
    show_nothing,
    show_failure,
    show_no_connection,
    show_a_slow_search,
    show_the_box_of_a_page,
]


@pytest.mark.parametrize("show", STATES)
@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_every_state_is_accessible_and_fits(
    page: Page, site_root: str, look: str, show: Callable[[SearchPage], None]
) -> None:
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    if look == "narrow":
        page.set_viewport_size({"width": 320, "height": 640})
    show(SearchPage(page, site_root))
    assert page.evaluate(WIDTH) <= 0
    assert_accessible(page)
