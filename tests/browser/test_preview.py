"""The preview in a browser: a save changes the open page, mistakes show on it and go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.archives import write_archive
from tests.browser.axe import assert_accessible
from tests.preview.running import RunningPreview, started

pytestmark = pytest.mark.timeout(300)

expect.set_options(timeout=30_000)

MARCH = "content/meetings/planning/2024-03-12.md"
PAGE = "meetings/planning-2024-03-12.html"
MINUTES = "---\ndate: 2024-03-12\nvenue: Room 1\n---\n\n" + "\n\n".join(
    f"## {number}. Matter {number}\n\nThe Committee noted report {number}.\n\n" + "Words. " * 150
    for number in range(1, 13)
)
BROKEN = MINUTES.replace("2024-03-12", "the twelfth")
ROOMS = count(2)  # so that a test knows the page that was made for it
UNANSWERED = "\n\n## 13. Last\n\nCouncillor Example asked:\n\nWhen will it end?\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    root = write_archive(tmp_path_factory.mktemp("archive"), {MARCH: MINUTES})
    with started(root) as running:
        yield running


@pytest.fixture
def root(preview: RunningPreview) -> Path:
    """The archive, with the minutes in good order."""
    args = preview.process.args
    assert isinstance(args, list)
    folder = Path(args[args.index("--root") + 1])
    room = f"Room {next(ROOMS)}"
    write_archive(folder, {MARCH: MINUTES.replace("Room 1", room)})
    preview.wait_for_page(f"/{PAGE}", f"{room}<")
    preview.wait_for_news(lambda news: not news["errors"] and not news["warnings"])
    return folder


def save(root: Path, text: str) -> None:
    write_archive(root, {MARCH: text})


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="What to mend")


def test_a_save_changes_the_open_page(page: Page, preview: RunningPreview, root: Path) -> None:
    page.goto(f"{preview.address}{PAGE}")
    expect(page.get_by_text("noted report 3.")).to_be_visible()
    save(root, MINUTES.replace("noted report 3.", "welcomed report 3."))
    expect(page.get_by_text("welcomed report 3.")).to_be_visible()
    expect(page.get_by_text("noted report 3.")).to_have_count(0)


def test_a_save_changes_the_content_without_loading_the_page(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}#item-3")
    page.get_by_role("searchbox").fill("half a que")
    save(root, MINUTES.replace("noted report 3.", "welcomed report 3."))
    expect(page.get_by_text("welcomed report 3.")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("half a que")
    # What scripts add to the content, and what the address marks, is there again.
    expect(page.locator("#item-3:target")).to_have_count(1)
    links = page.get_by_role("link", name="Link to this passage")
    expect(links).to_have_count(page.locator(".discussion[id]").count())
    save(root, MINUTES.replace("noted report 3.", "refused report 3."))
    expect(page.get_by_text("refused report 3.")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("half a que")


def test_what_was_unfolded_stays_so_and_the_keyboard_where_it_was(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    with_decision = MINUTES + "\n\nRESOLVED: That {what} be noted.\n"
    save(root, with_decision.format(what="it"))
    page.goto(f"{preview.address}{PAGE}")
    cite = page.locator("#item-12-decision-1 details")
    cite.locator("summary").click()
    expect(cite.get_by_role("button", name="Copy citation")).to_be_visible()
    # Once in place, and once loaded anew.
    save(root, with_decision.format(what="all"))
    expect(page.get_by_text("That all be noted.").first).to_be_visible()
    expect(cite.get_by_role("button", name="Copy citation")).to_be_visible()
    expect(cite.locator("summary")).to_be_focused()
    write_archive(root, {"content/site.yaml": "title: One more archive"})
    expect(page.get_by_role("banner")).to_contain_text("One more archive")
    expect(cite.get_by_role("button", name="Copy citation")).to_be_visible()
    expect(cite.locator("summary")).to_be_focused()


def test_another_date_takes_the_open_page_along(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}#item-3")
    expect(page.get_by_text("noted report 3.")).to_be_visible()
    save(root, BROKEN)
    expect(panel(page)).to_be_visible()
    save(root, MINUTES.replace("2024-03-12", "2024-03-13"))
    expect(page).to_have_url(f"{preview.address}meetings/planning-2024-03-13.html#item-3")
    expect(page.get_by_text("noted report 3.")).to_be_visible()
    save(root, MINUTES)
    expect(page).to_have_url(f"{preview.address}{PAGE}#item-3")


def test_a_page_that_differs_around_its_content_is_loaded(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    page.get_by_role("searchbox").fill("half a que")
    write_archive(root, {"content/site.yaml": "title: Another archive"})
    expect(page.get_by_role("banner")).to_contain_text("Another archive")
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_the_reader_stays_at_the_same_words(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    page.evaluate("document.querySelectorAll('main h2')[8].scrollIntoView()")
    page.evaluate("window.scrollBy(0, 37)")
    heading = page.locator("main h2").nth(8)
    before = heading.bounding_box()
    save(root, MINUTES.replace("noted report 2.", "noted report 2.\n\n" + "More words. " * 400))
    expect(page.get_by_text("More words.")).to_have_count(1)
    after = page.locator("main h2").nth(8).bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3


def test_a_mistake_shows_over_the_page_and_goes_when_mended(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    save(root, BROKEN)
    expect(panel(page)).to_be_visible()
    expect(panel(page)).to_contain_text("1 thing to mend")
    expect(panel(page)).to_contain_text('"date: the twelfth" cannot be read as a date')
    expect(panel(page)).to_contain_text(f"{MARCH}, line 2")
    # The page that the mistake takes away is still there to be read.
    expect(page.get_by_text("noted report 3.")).to_be_visible()
    save(root, MINUTES.replace("noted report 3.", "welcomed report 3."))
    expect(page.get_by_text("welcomed report 3.")).to_be_visible()
    expect(panel(page)).to_be_hidden()


# To see the styles of the notice axe copies them, which the page's policy rightly refuses.
@pytest.mark.mishaps_expected
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_notice_has_no_accessibility_fault(
    page: Page, preview: RunningPreview, root: Path, colours: str
) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(f"{preview.address}{PAGE}")
    save(root, BROKEN)
    expect(panel(page)).to_be_visible()
    assert_accessible(page)


def test_a_notice_that_was_closed_stays_closed_until_something_changes(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    save(root, BROKEN)
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    page.get_by_role("button", name="1 thing to mend").click()
    expect(panel(page)).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(panel(page)).to_be_hidden()
    save(root, BROKEN.replace("twelfth", "thirteenth"))
    expect(panel(page)).to_contain_text("the thirteenth")


def test_a_warning_waits_to_be_asked_for(page: Page, preview: RunningPreview, root: Path) -> None:
    page.goto(f"{preview.address}{PAGE}")
    save(root, MINUTES + UNANSWERED)
    expect(page.get_by_role("paragraph").filter(has_text="When will it end?")).to_be_visible()
    expect(panel(page)).to_be_hidden()
    page.get_by_role("button", name="1 thing to look at").click()
    expect(panel(page)).to_contain_text("No answer")
    save(root, MINUTES.replace("noted report 3.", "welcomed report 3."))
    expect(page.get_by_text("welcomed report 3.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("thing"))).to_have_count(0)


def test_words_of_minutes_are_text_in_the_notice(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    save(root, BROKEN.replace("the twelfth", "<img src=x onerror=alert(1)>"))
    expect(panel(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert panel(page).locator("img").count() == 0


def test_a_page_that_is_not_there_yet_appears(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}meetings/planning-2024-05-01.html")
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    may = {"content/meetings/planning/2024-05-01.md": MINUTES.replace("2024-03-12", "2024-05-01")}
    write_archive(root, may)
    expect(page.get_by_text("noted report 3.")).to_be_visible()
    (root / next(iter(may))).unlink()
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()


def test_pages_that_nobody_sees_hold_no_connection(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    # A browser has six connections to a server for all of its pages together.
    others = [page.context.new_page() for _ in range(6)]
    for each in others:
        each.add_init_script("Object.defineProperty(document, 'hidden', { get: () => true })")
        each.goto(preview.address)
    page.goto(f"{preview.address}{PAGE}")
    save(root, MINUTES.replace("noted report 3.", "welcomed report 3."))
    expect(page.get_by_text("welcomed report 3.")).to_be_visible()


def test_a_page_that_is_seen_again_catches_up(
    page: Page, preview: RunningPreview, root: Path
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    save(root, MINUTES.replace("noted report 3.", "welcomed report 3."))
    preview.wait_for_page(f"/{PAGE}", "welcomed report 3.")
    expect(page.get_by_text("noted report 3.")).to_be_visible()
    page.evaluate("delete document.hidden")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("welcomed report 3.")).to_be_visible()
