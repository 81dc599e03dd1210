"""Every page and style sheet of the demonstration archive passes the Nu HTML checker."""

from __future__ import annotations

from pathlib import Path

from tests.html.nu import assert_valid, unlisted_inline


def test_every_page_and_style_of_the_demonstration_is_valid(demonstration_site: Path) -> None:
    assert_valid([demonstration_site])


def test_every_script_and_style_within_a_page_is_named_by_its_policy(
    demonstration_site: Path,
) -> None:
    pages = sorted(demonstration_site.rglob("*.html"))
    assert (demonstration_site / "search.html").read_text("utf-8").count("'sha256-") > 1
    assert [page for page in pages if unlisted_inline(page)] == []
