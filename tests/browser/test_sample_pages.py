"""Every state of a page, as a browser shows it: small, dark, printed, without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from site_gen.publish.assets import static_files
from site_gen.site.theme_folders import static_folders
from tests.archives import MINUTES, build, write_archive
from tests.browser.axe import find_violations
from tests.browser.page_kinds import choose_pages
from tests.pages.rendering import render_all
from tests.pages.sample_archive import SampleArchive

FileUrl = Callable[[Path], str]
MEETING = "meetings/children-scrutiny-2025-06-24.html"
QUESTIONS = "questions/2025.html"
# One needs a server and the other an index of words; each has tests of its own.
LOOKED_AT_ELSEWHERE = {"404.html", "search.html"}
TARGET = 44  # CSS pixels, WCAG 2.2 target size (enhanced)
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach((one) => (one.open = true))"
LIES_UNDER_ITS_LINK = """(byline) => {
  const link = byline.closest(".said").querySelector(".cite > a").getBoundingClientRect();
  const words = document.createRange();
  words.selectNodeContents(byline);
  return [...words.getClientRects()].some(
    (line) => line.right > link.left && line.bottom > link.top && line.top < link.bottom,
  );
}"""
IS_WIDER_THAN_THE_SCREEN = (
    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
)


@pytest.fixture(scope="session")
def sample_site(once_per_run: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The hand-built archive as a site in a folder."""
    return once_per_run("sample-site", _write_site)


def _write_site(folder: Path) -> None:
    files = {file.path: file.content for file in static_files(static_folders(folder))}
    files |= {path: html.encode() for path, html in render_all(SampleArchive()).items()}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _every_kind(site: Path) -> list[Path]:
    """A page of each kind, and every meeting, since each of them is in another state."""
    chosen = {*choose_pages(site), *(site / "meetings").glob("*.html")}
    return sorted(path for path in chosen if path.name not in LOOKED_AT_ELSEWHERE)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_state_of_a_page_has_an_accessibility_fault(
    page: Page, sample_site: Path, file_url: FileUrl, colours: str
) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.set_viewport_size({"width": 390, "height": 800})
    faults: list[str] = []
    for path in _every_kind(sample_site):
        page.goto(file_url(path))
        page.evaluate(OPEN_EVERYTHING)
        faults += [f"{path.name}: {found}" for found in find_violations(page)]
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("width", [320, 768, 1024])
def test_nothing_is_wider_than_the_screen(
    page: Page, sample_site: Path, file_url: FileUrl, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    wide: list[str] = []
    for path in _every_kind(sample_site):
        page.goto(file_url(path))
        page.evaluate(OPEN_EVERYTHING)
        if page.evaluate(IS_WIDER_THAN_THE_SCREEN):
            wide.append(path.name)
    assert wide == []


def test_no_line_that_is_kept_as_it_was_typed_makes_a_page_wide(
    page: Page, tmp_path: Path, file_url: FileUrl
) -> None:
    line = f"```\n{'Long words ' * 40}{'longword' * 40}\n```\n"
    minutes = f"---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\nAs follows:\n\n{line}"
    own = f"---\ntitle: Rules\n---\n\nAs follows:\n\n{line}"
    build(write_archive(tmp_path, {MINUTES: minutes, "content/pages/rules.md": own}))
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("meetings/planning-2024-03-12.html", "rules.html"):
        page.goto(file_url(tmp_path / "public" / path))
        expect(page.get_by_text("Long words Long words")).to_be_visible()
        assert not page.evaluate(IS_WIDER_THAN_THE_SCREEN), path


def test_what_is_tapped_is_large_enough_for_a_thumb(
    page: Page, sample_site: Path, file_url: FileUrl
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(file_url(sample_site / MEETING))
    for selector in (".sections a", ".search__button", ".footer li a", "summary"):
        boxes = page.locator(selector).all()
        assert boxes, selector
        for box in boxes:
            size = box.bounding_box()
            assert size, selector
            assert size["height"] >= TARGET - 1, f"{selector}: {size}"


def test_letters_to_choose_from_are_far_enough_apart_for_a_thumb(
    page: Page, sample_site: Path, file_url: FileUrl
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(file_url(sample_site / "people/index.html"))
    letters = page.locator(".jumps--short a").all()
    assert letters
    for letter in letters:
        size = letter.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= TARGET - 1, f"{letter.inner_text()}: {size}"


def test_a_long_name_stays_clear_of_the_link_beside_it(
    page: Page, sample_site: Path, file_url: FileUrl
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(file_url(sample_site / MEETING))
    byline = page.locator(".said--question .byline").first
    for number in range(1, 16):
        byline.evaluate("(one, words) => (one.textContent = words)", "Development " * number)
        assert not byline.evaluate(LIES_UNDER_ITS_LINK), f"{number} words"


def test_the_first_key_leads_past_the_navigation(
    page: Page, sample_site: Path, file_url: FileUrl
) -> None:
    page.goto(file_url(sample_site / MEETING))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the main content")
    expect(page.locator(":focus")).to_be_in_viewport()


def test_a_citation_can_be_copied_with_the_address_of_its_page(
    context: BrowserContext, sample_site: Path, file_url: FileUrl
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(file_url(sample_site / MEETING))
    cite = page.locator("#item-5-question-1 > .cite")
    expect(cite.get_by_role("button")).to_have_count(0)
    cite.get_by_text("Cite", exact=True).click()
    cite.get_by_role("button", name="Copy citation").click()
    expect(cite.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "Brackwater City Council, Children and Education Scrutiny Commission, minutes of"
        " 24 June 2025, 5. Questions from members (minute 32), question 1. Minutes of Brackwater"
        " and Fennshire. Demonstration: all of it is invented. https://minutes.example.org/archive"
        "/meetings/children-scrutiny-2025-06-24.html#item-5-question-1"
    )
    expect(cite.locator(".cite__text")).to_have_text(copied)
    cite.get_by_role("button", name="Copy link").click()
    expect(cite.get_by_role("button", name="Copied").last).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("file://")


def test_filters_hide_what_they_leave_out_and_all_brings_it_back(
    browser: Browser, sample_site: Path, file_url: FileUrl
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file_url(sample_site / QUESTIONS))
    expect(page.locator(".entries > li:visible")).to_have_count(4)
    page.get_by_role("link", name="No answer in these minutes").click()
    expect(page.locator(".entries > li:visible")).to_have_count(1)
    page.get_by_role("link", name="Answer to follow in writing").click()
    expect(page.locator(".entries > li:visible, .month:visible")).to_have_count(0)
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.locator(".entries > li:visible")).to_have_count(4)
    context.close()


def test_everything_can_be_read_without_a_script(
    browser: Browser, sample_site: Path, file_url: FileUrl
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file_url(sample_site / MEETING))
    link = page.locator("#item-5-question-1 > .cite").get_by_role("link")
    expect(link).to_have_attribute("href", "#item-5-question-1")
    foot = page.locator(".cite__whole")
    expect(foot.get_by_text("minutes of 24 June 2025")).to_be_visible()
    expect(foot.locator("noscript")).to_be_visible()
    page.get_by_text("How each person voted").first.click()
    expect(page.get_by_text("Councillor Unlisted")).to_be_visible()
    context.close()


def test_on_paper_what_is_folded_is_printed_and_controls_are_not(
    page: Page, sample_site: Path, file_url: FileUrl
) -> None:
    page.goto(file_url(sample_site / MEETING))
    page.emulate_media(media="print")
    expect(page.locator(".attendance > dl")).to_be_visible()
    expect(page.locator(".vote__names").first).to_be_visible()
    for selector in (".search", ".sections", ".cite", ".contents", ".footer"):
        expect(page.locator(selector).first).to_be_hidden()


def test_the_place_that_a_link_leads_to_stands_out(
    page: Page, sample_site: Path, file_url: FileUrl
) -> None:
    page.goto(file_url(sample_site / MEETING) + "#item-5-response-1")
    answer = page.locator("#item-5-response-1")
    expect(answer).to_be_in_viewport()
    assert answer.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
