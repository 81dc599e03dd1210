"""A page of the site's own words; "About" also when the archive has not written one."""

from typing import ClassVar

from site_gen.model.prose import Prose
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass

ABOUT_ID = "about"


@dataclass(frozen=True, slots=True)
class ContentPageView:
    """A page from content/pages/."""

    template: ClassVar[str] = "pages/content_page.html"
    frame: Frame
    title: str
    prose: Prose
    language: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """About the archive: its own words if it has any, then what every archive may say."""

    template: ClassVar[str] = "pages/about.html"
    frame: Frame
    title: str
    prose: Prose  # empty when the archive has not written a page called "about"
    repository: str
    data: tuple[Link, ...]
    follow: tuple[Link, ...]  # feeds; none when the site does not know its own address


def make_content_page_view(archive: ArchiveReading, page_id: str) -> ContentPageView:
    """A page of the site's own words."""
    page = archive.page(page_id)
    links = Links(addresses.page_url(page_id))
    frame = make_frame(archive.directory, links, title=page.title)
    return ContentPageView(frame, page.title, page.prose, page.language)


def make_about_view(archive: ArchiveReading) -> AboutView:
    """The page that says what the archive is, how to read it and where its data lies."""
    links = Links(addresses.ABOUT)
    page = archive.page(ABOUT_ID) if ABOUT_ID in archive.directory.pages else None
    title = page.title if page else "About this archive"
    return AboutView(
        frame=make_frame(archive.directory, links, title=title),
        title=title,
        prose=page.prose if page else Prose(),
        repository=archive.directory.settings.repository,
        data=_data_links(archive, links),
        follow=_feed_links(archive.directory, links),
    )


def _feed_links(directory: Directory, links: Links) -> tuple[Link, ...]:
    if not directory.settings.address:
        return ()
    words = directory.settings.keywords
    return (
        Link("Everything new in this archive", links.to(addresses.FEED)),
        *(
            Link(f"New minutes about {one}", links.to(addresses.keyword_feed_url(one)))
            for one in words
        ),
    )


def _data_links(archive: ArchiveReading, links: Links) -> tuple[Link, ...]:
    return tuple(
        link
        for year, _ in archive.meeting_years()
        for link in (
            Link(
                f"Questions, answers and decisions of {year} as a spreadsheet (CSV)",
                links.to(addresses.records_data_url(year)),
            ),
            Link(
                f"Meetings of {year}, who was there and what was on the agenda (JSON)",
                links.to(addresses.meetings_data_url(year)),
            ),
        )
    )
