"""Every page and style sheet of the demonstration archive passes the Nu HTML checker."""

from __future__ import annotations

from pathlib import Path

from tests.html.nu import assert_valid


def test_every_page_and_style_of_the_demonstration_is_valid(demonstration_site: Path) -> None:
    assert_valid([demonstration_site])
