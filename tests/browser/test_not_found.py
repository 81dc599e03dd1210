"""The page for wrong addresses finds its styles and its way home, however deep it is served."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.archives import build, write_archive
from tests.browser.axe import assert_accessible
from tests.browser.server import ServedFolder

MINUTES = "---\ndate: 2024-03-12\n---\n\n## 1. Bus shelters\n\nThe Committee noted the report.\n"


@pytest.mark.parametrize("under", ["/", "/repository/"])
@pytest.mark.parametrize("path", ["nothing.html", "meetings/nothing", "a/b/c/d.html"])
def test_a_wrong_address_leads_home(
    page: Page,
    tmp_path: Path,
    serve_folder: Callable[..., ServedFolder],
    under: str,
    path: str,
) -> None:
    root = write_archive(tmp_path, {"content/meetings/planning/march.md": MINUTES})
    assert build(root, "--address", f"https://council.example{under}").status == 0
    site = serve_folder(root / "public", under=under)
    response = page.goto(site.address + path)
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page)
    missing = [answer.path for answer in site.answers if answer.status != 200]
    assert missing == [urljoin(under, path)]
    page.get_by_role("link", name="start at the home page").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Meetings").click()
    expect(page).to_have_url(f"{site.address}meetings/index.html")
