"""Help: a page that lists the guides, and a page for each."""

from typing import ClassVar

from site_gen.model.prose import Prose
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.help_text import GROUPS, guide_html, read_guide
from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """Guides for one kind of people."""

    title: str
    guides: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """The list of all guides."""

    template: ClassVar[str] = "pages/help.html"
    frame: Frame
    title: str
    groups: tuple[HelpGroup, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """One guide."""

    template: ClassVar[str] = "pages/guide.html"
    frame: Frame
    title: str
    prose: Prose


def make_help_view(archive: ArchiveReading) -> HelpView:
    """The page that leads to every guide."""
    links = Links(addresses.HELP)
    frame = make_frame(archive.directory, links, title="Help")
    groups = tuple(
        HelpGroup(
            group.title,
            tuple(
                Link(read_guide(name).title, links.to(addresses.help_url(name)))
                for name in group.names
            ),
        )
        for group in GROUPS
    )
    return HelpView(frame, "Help", groups)


def make_guide_view(archive: ArchiveReading, name: str) -> GuideView:
    """The guide of that name."""
    guide = read_guide(name)
    links = Links(addresses.help_url(name))
    frame = make_frame(
        archive.directory, links, title=guide.title, trail=(("Help", addresses.HELP),)
    )
    return GuideView(frame, guide.title, Prose(guide_html(guide, links)))
