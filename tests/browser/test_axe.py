"""The accessibility check finds what is wrong, also under the content policy of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import assert_accessible, find_violations

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
GOOD = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Minutes</title>
<meta http-equiv="Content-Security-Policy" content="{STRICT}"></head>
<body><main><h1>Minutes</h1><p>The council met.</p></main></body></html>
"""
BAD = GOOD.replace("<p>", '<img src="missing.png"><p>').replace(' lang="en-GB"', "")

OpenText = Callable[[str], Page]


@pytest.fixture
def open_text(page: Page, tmp_path: Path, file_url: Callable[[Path], str]) -> OpenText:
    def open_one(text: str) -> Page:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        page.goto(file_url(path))
        return page

    return open_one


def test_a_good_page_has_no_violation(open_text: OpenText) -> None:
    assert_accessible(open_text(GOOD))


def test_each_fault_of_a_page_is_reported_where_it_is(open_text: OpenText) -> None:
    found = {(one.rule, one.selector) for one in find_violations(open_text(BAD))}
    assert found == {("html-has-lang", "html"), ("image-alt", "img")}


def test_a_fault_fails_with_words_a_person_can_act_on(open_text: OpenText) -> None:
    with pytest.raises(
        AssertionError, match=r"image-alt \(critical\): Images must have"
    ) as failure:
        assert_accessible(open_text(BAD))
    assert '<img src="missing.png">' in str(failure.value)


def test_a_part_of_the_page_can_be_looked_at_alone(open_text: OpenText) -> None:
    assert find_violations(open_text(BAD), within="h1") == []


def test_one_rule_can_be_run_alone(open_text: OpenText) -> None:
    found = find_violations(open_text(BAD), rules=["image-alt"])
    assert [one.rule for one in found] == ["image-alt"]
