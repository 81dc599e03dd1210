"""Every kind of page of the demonstration, as people meet it: any screen, any colours, a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import find_violations
from tests.browser.page_kinds import choose_pages, kind_of
from tests.browser.server import ServedFolder

FileUrl = Callable[[Path], str]
IS_WIDER_THAN_THE_SCREEN = """
document.documentElement.scrollWidth > document.documentElement.clientWidth
"""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_page_has_an_accessibility_fault(
    page: Page, demonstration_site: Path, file_url: FileUrl, colours: str
) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    faults: list[str] = []
    for path in choose_pages(demonstration_site):
        page.goto(file_url(path))
        faults += [f"{path.name}: {found}" for found in find_violations(page)]
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(600)
def test_no_page_is_wider_than_a_small_telephone(
    page: Page, demonstration_site: Path, file_url: FileUrl
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide: list[str] = []
    for path in choose_pages(demonstration_site):
        page.goto(file_url(path))
        if page.evaluate(IS_WIDER_THAN_THE_SCREEN):
            wide.append(path.name)
    assert wide == []


def test_every_page_loads_all_it_names_under_a_path(
    page: Page, demonstration_site: Path, serve_folder: Callable[..., ServedFolder]
) -> None:
    served = serve_folder(demonstration_site, under="/repository/")
    for path in choose_pages(demonstration_site):
        page.goto(f"{served.address}{path.relative_to(demonstration_site).as_posix()}")
    assert [answer.path for answer in served.answers if answer.status != 200] == []


@pytest.mark.parametrize(
    ("page_path", "kind"),
    [
        ("index.html", "./index"),
        ("meetings/index.html", "meetings/index"),
        ("meetings/planning-2024-03-12.html", "meetings/one"),
        ("meetings/planning-2024.html", "meetings/one"),
        ("meetings/year-2024.html", "meetings/year"),
        ("questions/2024.html", "questions/year"),
        ("questions/2024-03.html", "questions/year"),
        ("people/jo-reid.html", "people/one"),
        ("people/jo-reid-2024.html", "people/year"),
    ],
)
def test_an_address_tells_the_kind_of_a_page(page_path: str, kind: str) -> None:
    assert kind_of(Path(page_path)) == kind


def test_the_ends_of_every_kind_are_chosen_and_nothing_twice(tmp_path: Path) -> None:
    sizes = {"index": 1, "meetings/a": 5, "meetings/b": 9, "meetings/c": 7}
    for name, size in sizes.items():
        path = tmp_path / f"{name}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text("x" * size, encoding="utf-8")
    chosen = [page.relative_to(tmp_path).as_posix() for page in choose_pages(tmp_path)]
    assert chosen == ["index.html", "meetings/a.html", "meetings/b.html"]
