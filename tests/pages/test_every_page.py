"""Every page of a small archive, rendered."""

import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.every_page import every_page, make_views
from site_gen.pages.renderer import Renderer
from tests.pages.sample_archive import SampleArchive


def render_all(archive: ArchiveReading) -> dict[str, str]:
    renderer = Renderer()
    return {
        view.frame.address: renderer.render(view)
        for key in every_page(archive)
        for view in make_views(archive, key)
    }


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render_all(SampleArchive())


class Links(HTMLParser):
    """Every link and every place that a link can lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.styled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src", "action"} and value and tag != "link":
                self.links.append(value)
            if name == "id" and value:
                self.places.append(value)
            if name == "style" or name.startswith("on"):
                self.styled.append(f"{tag} {name}")


def read(html: str) -> Links:
    links = Links()
    links.feed(html)
    return links


def test_every_link_within_the_site_leads_somewhere(pages: dict[str, str]) -> None:
    read_pages = {address: read(html) for address, html in pages.items()}
    outside = re.compile(r"[a-z]+:|/")
    for address, page in read_pages.items():
        for link in page.links:
            if outside.match(link):
                continue
            path, _, fragment = link.partition("#")
            target = normpath(join(dirname(address), path)) if path else address
            if target.startswith(("assets/", "data/", "files/")):
                continue
            assert target in pages, f"{address} links to {link}"
            assert not fragment or fragment in read_pages[target].places, f"{address}: {link}"


def test_no_page_has_the_same_place_twice(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        places = read(html).places
        assert len(places) == len(set(places)), address
