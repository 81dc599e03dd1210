"""The box at the head of every page, and the page that a result leads to."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import ServedFolder

ServeFolder = Callable[..., ServedFolder]
MARKED = """
[...(CSS.highlights.get("search-match") ?? [])].map((range) => range.toString())
"""


@pytest.fixture(scope="module")
def site_root(demonstration_site: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(demonstration_site, under="/repository/").address


@pytest.mark.parametrize("path", ["index.html", "committees/index.html", "meetings/index.html"])
def test_the_best_results_show_under_the_box(page: Page, site_root: str, path: str) -> None:
    page.goto(f"{site_root}{path}")
    page.locator("[name=q]").press_sequentially("social workers")
    expect(page.locator(".suggestions__link")).to_have_count(5)
    expect(page.locator(".suggestions__all")).to_have_text(re.compile("See all [0-9]+ results"))
    expect(page.locator(".suggestions__words mark").first).to_be_visible()
    page.locator(".suggestions__all").click()
    page.wait_for_url(f"{site_root}search.html?q=social+workers")
    expect(page.locator("#search-count")).to_contain_text("results for “social workers”")


def test_enter_leads_to_the_search_page(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}committees/index.html")
    page.locator("[name=q]").fill("social workers")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_root}search.html?q=social+workers")
    expect(page.locator("#search-box")).to_have_value("social workers")


def test_the_first_escape_closes_and_the_second_leaves(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}index.html")
    box = page.locator("[name=q]")
    box.press_sequentially("social workers")
    # The list of the words so far may be another one, or empty.
    expect(page.locator(".suggestions__all[href$='?q=social+workers']")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".suggestions__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).not_to_be_focused()


TYPE_AND_GO = """(keys) => {
  const box = document.querySelector("[name=q]");
  box.value += " workers";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  for (const key of keys)
    box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return document.activeElement === box;
}"""


def test_arrows_wait_for_what_the_words_in_the_box_find(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}index.html")
    page.locator("[name=q]").press_sequentially("social")
    expect(page.locator(".suggestions__all[href$='?q=social']")).to_be_visible()
    # All in one go, so that no result of the longer words can be there.
    assert page.evaluate(TYPE_AND_GO, ["ArrowDown", "ArrowDown"])
    expect(page.locator(".suggestions__link").nth(1)).to_be_focused()
    expect(page.locator(".suggestions__all[href$='?q=social+workers']")).to_be_visible()


def test_enter_after_an_arrow_follows_what_the_words_in_the_box_find(
    page: Page, site_root: str
) -> None:
    page.goto(f"{site_root}index.html")
    page.locator("[name=q]").press_sequentially("social")
    expect(page.locator(".suggestions__all[href$='?q=social']")).to_be_visible()
    assert page.evaluate(TYPE_AND_GO, ["ArrowDown", "Enter"])
    page.wait_for_url(re.compile(r"/repository/meetings/[^?]*#"))
    marked = " ".join(page.evaluate(MARKED)).lower()
    assert "worker" in marked


def test_results_under_the_box_go_when_the_reader_goes_on(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}index.html")
    page.locator("[name=q]").press_sequentially("social workers")
    expect(page.locator(".suggestions")).to_be_visible()
    page.locator(".masthead__title, .hero__lead").first.click(trial=True)
    page.mouse.click(10, 400)
    expect(page.locator(".suggestions")).to_be_hidden()


def test_nothing_found_still_leads_on(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}index.html")
    page.locator("[name=q]").press_sequentially("xqzvwk")
    expect(page.locator(".suggestions__all")).to_contain_text("Nothing found")


def test_the_match_is_marked_where_one_lands_and_the_address_is_clean(
    page: Page, site_root: str
) -> None:
    page.goto(f"{site_root}search.html?q=exit+interviews")
    page.locator(".finding__link").first.click()
    page.wait_for_url(re.compile(r"/repository/meetings/[^?]*#"))
    marked = " ".join(page.evaluate(MARKED)).lower()
    assert "exit" in marked
    assert "interview" in marked
    assert page.locator("main mark").count() == 0
    expect(page.locator(":target")).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert page.evaluate(MARKED) == []


def test_a_browser_without_highlights_marks_with_elements(page: Page, site_root: str) -> None:
    page.add_init_script("delete CSS.highlights; delete CSS.__proto__.highlights;")
    page.goto(f"{site_root}search.html?q=exit+interviews")
    page.locator(".finding__link").first.click()
    page.wait_for_url(re.compile(r"/repository/meetings/[^?]*#"))
    words = page.locator("main").inner_text()
    assert page.locator("main mark").count() > 0
    page.keyboard.press("Escape")
    expect(page.locator("main mark")).to_have_count(0)
    assert page.locator("main").inner_text() == words


def test_a_page_without_a_search_before_it_has_no_marks(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}questions/index.html")
    assert page.evaluate("CSS.highlights.size") == 0
