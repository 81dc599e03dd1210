"""The parts of the search page that need no page: the address, the marks, the table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PLAIN = {
    "q": "",
    "type": [],
    "committee": [],
    "person": [],
    "response": [],
    "from": "",
    "to": "",
    "order": "relevance",
    "shown": 10,
}
READ = "(query) => minutebook.searchPage.readState(query)"
WRITE = "(state) => minutebook.searchPage.stateQuery(state)"
SNIPPET = """([text, found]) => {
  const { snippet, marks, readMatcher } = minutebook.searchPage;
  const shown = snippet(text, readMatcher(found));
  return [shown, marks(shown, readMatcher(found)).map(([start, end]) => shown.slice(start, end))];
}"""
MATCHER = """(found) => {
  const { readMatcher, writeMatcher } = minutebook.searchPage;
  return writeMatcher(readMatcher(found));
}"""


@pytest.fixture
def search_page(page: Page, demonstration_site: Path, file_url: Callable[[Path], str]) -> Page:
    page.goto(file_url(demonstration_site / "search.html"))
    page.add_script_tag(url=file_url(demonstration_site / "assets" / "search-box.js"))
    return page


@pytest.mark.parametrize(
    ("query", "state"),
    [
        ("", {}),
        ("?q=agency+pay", {"q": "agency pay"}),
        ("?q=caf%C3%A9+%26+%3Cb%3E", {"q": "café & <b>"}),
        ("?type=question&type=resolution", {"type": ["question", "resolution"]}),
        ("?from=2024-03&to=2024-03-12", {"from": "2024-03", "to": "2024-03-12"}),
        ("?order=newest&shown=30", {"order": "newest", "shown": 30}),
    ],
)
def test_an_address_and_a_state_are_each_other(
    search_page: Page, query: str, state: dict[str, Any]
) -> None:
    assert search_page.evaluate(READ, query) == {**PLAIN, **state}
    assert search_page.evaluate(WRITE, {**PLAIN, **state}) == query


@pytest.mark.parametrize(
    "query", ["?order=sideways", "?shown=-1", "?shown=many", "?from=soon", "?to=2024-3", "?type="]
)
def test_what_makes_no_sense_in_an_address_is_left_out(search_page: Page, query: str) -> None:
    assert search_page.evaluate(READ, query) == PLAIN


def test_no_address_asks_for_more_than_a_page_can_draw(search_page: Page) -> None:
    assert search_page.evaluate(READ, "?shown=999999999")["shown"] == 1000


@pytest.mark.parametrize(
    ("text", "found", "marked"),
    [
        ("The children's homes.", "children home", ["children's homes"]),
        ("Well-being, and wellbeing.", "wellb", ["Well-being", "wellbeing"]),
        ("Spent (£2.6m) of £2.5m.", "£2.6m", ["£2.6m"]),
        ("Refurbish the refurbished.", "refurb*", ["Refurbish", "refurbished"]),
        ("Café au lait", "cafe", ["Café"]),
        ("Nothing here.", "* ** x*", []),
        ("Nothing here.", "", []),
    ],
)
def test_the_words_that_were_found_are_marked(
    search_page: Page, text: str, found: str, marked: list[str]
) -> None:
    assert search_page.evaluate(SNIPPET, [text, found]) == [text, marked]


def test_what_is_to_be_marked_is_carried_by_an_address(search_page: Page) -> None:
    assert search_page.evaluate(MATCHER, "exit interview refurb*") == "exit interview refurb*"


def test_the_passage_shown_is_the_one_with_most_of_the_words(search_page: Page) -> None:
    text = f"Pay. {'Other words. ' * 60}The agency pay gap. {'More words. ' * 60}"
    shown, marked = search_page.evaluate(SNIPPET, [text, "agenc pay"])
    assert marked == ["agency pay"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert 150 < len(shown) < 260


def test_a_word_longer_than_a_passage_is_cut(search_page: Page) -> None:
    shown, _ = search_page.evaluate(SNIPPET, ["x" * 5000, "pay"])
    assert len(shown) < 260


def test_the_table_is_safe_in_a_spreadsheet_and_loses_nothing(search_page: Page) -> None:
    piece = {
        "url": "meetings/a-2024-01-01.html#item-1",
        "kind": "question",
        "title": "",
        "item": '=HYPERLINK("x")',
        "speaker": "@someone",
        "outcome": "",
        "response": "recorded",
        "text": 'He said "no",\nand left.',
    }
    thread = {"date": "2024-01-01", "committee": "-1", "committeeId": "", "first": piece}
    text = search_page.evaluate(
        """async (threads) => {
          await minutebook.loadRest();
          return minutebook.searchPage.threadsCsv(threads, 'https://x.example/a/');
        }""",
        [{**thread, "best": piece}],
    )
    assert text.startswith("\ufeffDate,")
    (row,) = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["Heading"] == '\'=HYPERLINK("x")'
    assert row["Who"] == "'@someone"
    assert row["Committee"] == "'-1"
    assert row["Words"] == piece["text"]
    assert row["Type"] == "Question"
    assert row["Link"] == "https://x.example/a/meetings/a-2024-01-01.html#item-1"


@pytest.mark.parametrize(
    ("text", "found", "marked"),
    [
        ("Not carried; carried, not so.", "not_carri", ["Not carried"]),
        ("The rate of pay, the pay of a rate.", "rate_of_pay", ["rate of pay"]),
        ("Pay rates rate pay rates rate.", "rate_rate", ["rates rate", "rates rate"]),
        ("A well-being hub.", "well_be_wellb_hub", ["well-being hub"]),
        ("Rate of pay.", "rate_of_pay pay", ["Rate of pay"]),
    ],
)
def test_a_phrase_is_marked_where_it_stands_whole_and_nowhere_else(
    search_page: Page, text: str, found: str, marked: list[str]
) -> None:
    assert search_page.evaluate(SNIPPET, [text, found]) == [text, marked]


def test_a_phrase_is_carried_by_an_address(search_page: Page) -> None:
    assert search_page.evaluate(MATCHER, "exit rate_of_pay refurb*") == "exit rate_of_pay refurb*"
