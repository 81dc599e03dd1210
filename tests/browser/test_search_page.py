"""The search page does what its controls say, and its address says what it shows."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search_page import SearchPage
from tests.browser.server import ServedFolder

ServeFolder = Callable[..., ServedFolder]
FileUrl = Callable[[Path], str]


@pytest.fixture(scope="module")
def site_root(demonstration_site: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(demonstration_site, under="/repository/").address


@pytest.fixture
def search(page: Page, site_root: str) -> SearchPage:
    return SearchPage(page, site_root)


def test_results_show_while_one_types(search: SearchPage) -> None:
    search.open()
    expect(search.page.locator("#search-start-tips")).to_be_visible()
    search.box.press_sequentially("social wor")
    search.expect_count("“social wor”")
    search.box.press_sequentially("kers")
    search.expect_count("results for “social workers”")
    expect(search.results.first).to_be_visible()
    expect(search.page.locator(".browse")).to_be_hidden()


def test_it_works_from_a_folder(page: Page, demonstration_site: Path, file_url: FileUrl) -> None:
    search = SearchPage(page, f"{file_url(demonstration_site)}/")
    search.open()
    search.box.press_sequentially("social workers")
    search.expect_count("results for “social workers”")
    search.expect_address(q=["social workers"])
    search.results.first.click()
    page.wait_for_url(re.compile("/meetings/.*[^?]#"))
    page.go_back()
    search.expect_count("results for “social workers”")


def test_each_result_says_who_where_when_and_what_matched(search: SearchPage) -> None:
    search.open(q="exit interview", type="question")
    result = search.page.locator(".finding").first
    expect(result.locator("h3 a")).to_have_attribute(
        "href", re.compile(r"/repository/meetings/.*\.html\?find=exit(\+|%20)interview#")
    )
    expect(result.locator(".finding__type")).not_to_be_empty()
    expect(result.locator(".finding__committee")).not_to_be_empty()
    expect(result.locator(".finding__council")).to_contain_text("Council")
    expect(result.locator("time")).to_have_attribute("datetime", re.compile(r"\d{4}-\d\d-\d\d"))
    assert "exit" in " ".join(result.locator("mark").all_inner_texts()).lower()


def test_results_are_ordered_lists_with_headings(search: SearchPage) -> None:
    search.open(q="social workers")
    snapshot = search.page.locator("#search-whole").aria_snapshot()
    assert snapshot.startswith("- list:")
    assert snapshot.count("heading") == search.page.locator("#search-whole > li").count()
    assert "[level=3]" in snapshot


def test_filters_narrow_the_results_and_can_be_removed_one_by_one(search: SearchPage) -> None:
    search.open(q="children")
    whole = search.count.inner_text()
    search.choose("type", "question")
    expect(search.chips).to_have_text(["Questions"])
    search.expect_address(q=["children"], type=["question"])
    search.choose("committee", "cype-scrutiny")
    expect(search.chips).to_have_count(2)
    narrow = search.count.inner_text()
    assert number(narrow) < number(whole)
    search.page.locator(".chip").first.click()
    expect(search.chips).to_have_count(1)
    search.expect_address(q=["children"], committee=["cype-scrutiny"])
    expect(search.page.locator(".chip")).to_be_focused()
    search.page.locator(".chip").click()
    expect(search.count).to_have_text(whole)
    expect(search.box).to_be_focused()


def test_the_number_beside_a_filter_is_the_number_it_leaves(search: SearchPage) -> None:
    search.open(q="social workers")
    choice = search.page.locator(".filter__choice:has([value=question])")
    expect(choice.locator(".filter__count")).not_to_be_empty()
    promised = int(choice.locator(".filter__count").inner_text())
    search.choose("type", "question")
    expect(search.chips).to_have_count(1)
    search.expect_count(f"{promised} result")


def test_a_year_and_days_are_filters_too(search: SearchPage) -> None:
    search.open(q="children")
    search.page.locator("[name=year]").select_option("2025")
    expect(search.chips).to_have_text(["2025"])
    search.expect_address(q=["children"], **{"from": ["2025"], "to": ["2025"]})
    for date in search.page.locator(".finding time").all():
        assert (date.get_attribute("datetime") or "").startswith("2025")
    search.page.locator("#search-dates summary").click()
    search.page.locator("[name=from]").fill("2025-09-01")
    expect(search.chips).to_have_text(["From 1 September 2025"])
    search.expect_address(q=["children"], **{"from": ["2025-09-01"]})


def test_people_are_offered_when_asked_for_and_found_by_name(search: SearchPage) -> None:
    search.open(q="children")
    search.page.locator("#search-asked-by > summary").click()
    people = search.page.locator("#search-people .filter__name")
    expect(people.first).to_be_visible()
    name = people.first.inner_text()
    search.page.locator("#search-person-name").fill(name.split()[-1].upper())
    expect(people.first).to_contain_text(name.split()[-1])
    search.page.locator("#search-people input").first.check()
    expect(search.chips).to_have_count(1)
    assert search.asked()["person"]
    search.page.reload()
    search.wait()
    expect(search.chips.first).to_contain_text(name.split()[-1])


def test_filters_alone_find_something(search: SearchPage) -> None:
    search.open(type="question")
    search.expect_count("results")


def test_back_and_forward_walk_through_searches(search: SearchPage) -> None:
    search.open()
    search.box.press_sequentially("housing")
    search.expect_address(q=["housing"])
    search.choose("type", "question")
    search.expect_address(q=["housing"], type=["question"])
    search.page.go_back()
    search.expect_count("for “housing”")
    expect(search.chips).to_have_count(0)
    expect(search.page.locator("[value=question]")).not_to_be_checked()
    search.page.go_back()
    expect(search.page.locator("#search-start-tips")).to_be_visible()
    expect(search.box).to_have_value("")
    search.page.go_forward()
    search.expect_count("for “housing”")
    expect(search.box).to_have_value("housing")


def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(search: SearchPage) -> None:
    search.open(q='"', order="sideways", shown="-7", to="soon", type="<script>")
    expect(search.page.locator("#search-nothing h2")).to_be_visible()
    expect(search.chips).to_have_text(["<script>"])


def test_the_order_can_be_chosen_and_stands_in_the_address(search: SearchPage) -> None:
    search.open(q="children")
    search.page.locator("#search-order").select_option("oldest")
    search.expect_address(q=["children"], order=["oldest"])
    # The list of before stays until the other is there.
    search.page.wait_for_function(
        """() => {
          const dates = [...document.querySelectorAll("#search-whole time")].map(
            (time) => time.dateTime,
          );
          const isSorted = dates.every((date, at) => !at || dates[at - 1] <= date);
          return isSorted && new Set(dates).size > 1;
        }"""
    )


def test_more_results_come_without_losing_the_place(search: SearchPage) -> None:
    search.open(q="children")
    expect(search.results).to_have_count(10)
    first = search.results.first.inner_text()
    search.page.locator("#search-more").click()
    expect(search.results).to_have_count(20)
    expect(search.results.nth(10)).to_be_focused()
    assert search.results.first.inner_text() == first
    search.expect_address(q=["children"], shown=["20"])
    search.results.nth(15).click()
    search.page.wait_for_url("**/meetings/**")
    search.page.go_back()
    expect(search.results.nth(15)).to_be_in_viewport()


def test_one_word_too_many_shows_what_has_the_others(search: SearchPage) -> None:
    search.open(q="exit interviews kaleidoscope")
    expect(search.page.locator("#search-divider")).to_contain_text("some of them")
    expect(search.page.locator("#search-whole > li")).to_have_count(0)
    assert search.page.locator("#search-some > li").count() > 0


def test_a_slip_of_the_keyboard_is_met_with_a_likelier_word(search: SearchPage) -> None:
    search.open(q="childern")
    likely = search.page.locator("#search-spelling a")
    expect(likely).to_have_text("children")
    likely.click()
    search.expect_count("results for “children”")
    search.expect_address(q=["children"])


def test_nothing_found_leads_to_ways_of_browsing(search: SearchPage) -> None:
    search.open(q="xqzvwk")
    expect(search.page.locator("#search-nothing h2")).to_have_text("Nothing found for “xqzvwk”")
    expect(search.page.locator(".browse")).to_be_visible()
    expect(search.page.locator("#search-filtering")).to_be_hidden()


def test_taking_away_a_filter_is_advised_where_there_is_one(search: SearchPage) -> None:
    advice = search.page.get_by_text("Take away a filter")
    search.open(q="xqzvwk", type="question")
    expect(advice).to_be_visible()
    search.open(q="xqzvwk")
    expect(search.page.locator("#search-nothing h2")).to_have_text("Nothing found for “xqzvwk”")
    expect(advice).to_be_hidden()


def test_filters_are_there_again_when_something_is_found_after_nothing(search: SearchPage) -> None:
    search.open(q="qzxj wvkq")
    expect(search.page.locator("#search-nothing")).to_be_visible()
    expect(search.page.locator("#search-filters")).to_be_hidden()
    search.box.fill("social workers")
    search.expect_count("results for “social workers”")
    expect(search.page.locator("#search-filters")).to_be_visible()


def test_a_results_page_has_the_styles_of_paper_too(search: SearchPage) -> None:
    search.open(q="social workers")
    paper = search.page.locator("link[rel=stylesheet][media=print]")
    expect(paper).to_have_attribute("href", "assets/site.css")
    search.page.emulate_media(media="print")
    expect(search.page.locator(".rail").first).to_be_hidden()
    expect(search.results.first).to_be_visible()


def test_the_count_is_announced_once_typing_rests(search: SearchPage) -> None:
    search.open()
    search.page.evaluate(
        """() => {
          window.announced = [];
          const status = document.querySelector("#search-status");
          new MutationObserver(() => announced.push(status.textContent)).observe(status, {
            childList: true,
          });
        }"""
    )
    search.box.press_sequentially("social workers", delay=20)
    expect(search.page.locator("#search-status")).to_contain_text("results for “social workers”")
    assert search.page.evaluate("announced.length") == 1


def test_a_link_to_the_search_is_copied(search: SearchPage) -> None:
    search.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search.open(q="exit interviews")
    search.page.locator("#search-copy").click()
    expect(search.page.locator("#search-copy")).to_have_text("Copied")
    copied = search.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{search.root}search.html?q=exit+interviews"


def test_results_are_downloaded_as_a_table(search: SearchPage) -> None:
    search.open(q="children")
    with search.page.expect_download() as started:
        search.page.locator("#search-download").click()
    text = Path(started.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert len(rows) == number(search.count.inner_text())
    assert all(row["Link"].startswith(f"{search.root}") for row in rows)
    assert all(row["Date"] and row["Type"] for row in rows)


def number(words: str) -> int:
    """The number at the head of "1,204 results"."""
    found = re.match(r"[\d,]+", words)
    assert found, words
    return int(found[0].replace(",", ""))
