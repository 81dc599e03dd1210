"""The search page. Without JavaScript it leads to the ways of browsing."""

from dataclasses import dataclass, replace
from typing import ClassVar

from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.committees import CouncilGroup, council_groups
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.meetings import YEARS
from site_gen.pages.ways import ways_to_browse
from site_gen.site import addresses


@dataclass(frozen=True, slots=True)
class SearchView:
    """A place for results, and the ways of browsing."""

    template: ClassVar[str] = "pages/search.html"
    frame: Frame
    councils: tuple[CouncilGroup, ...]
    years: tuple[Link, ...]
    ways: tuple[Link, ...]


def make_search_view(archive: ArchiveReading) -> SearchView:
    """The search page."""
    links = Links(addresses.SEARCH)
    return SearchView(
        frame=replace(make_frame(archive.directory, links, title="Search"), is_noindex=True),
        councils=council_groups(archive, links),
        ways=ways_to_browse(archive.directory, links),
        years=YEARS.year_links(archive.meeting_years(), links),
    )
