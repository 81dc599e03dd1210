"""The home page: search, ways to browse, and what was asked and decided lately."""

from typing import ClassVar

from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.committees import CouncilGroup, council_groups
from site_gen.pages.digest import Digest, make_digest
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import MeetingEntry
from site_gen.pages.meetings import YEARS, meeting_entries
from site_gen.pages.naming import Naming
from site_gen.pages.ways import ways_to_browse
from site_gen.pages.words import counted
from site_gen.site import addresses
from site_gen.text.values import dataclass

LATEST = 5
COMING = 3


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the home page."""

    template: ClassVar[str] = "pages/home.html"
    frame: Frame
    title: str
    description: str
    facts: str  # "14 meetings, 92 questions, 41 decisions and motions"
    ways: tuple[Link, ...]  # `count` says what is there
    latest: tuple[Digest, ...]
    coming: tuple[MeetingEntry, ...]
    councils: tuple[CouncilGroup, ...]
    years: tuple[Link, ...]


def make_home_view(archive: ArchiveReading) -> HomeView:
    """The home page."""
    links = Links(addresses.HOME)
    settings = archive.directory.settings
    naming = Naming(archive.directory)
    counts = (
        (archive.meeting_years(), "meeting"),
        (archive.question_years(), "question"),
        (archive.decision_years(), "decision or motion"),
    )
    return HomeView(
        frame=make_frame(archive.directory, links, title=settings.title),
        title=settings.title,
        description=settings.description,
        facts=", ".join(
            counted(sum(number for _, number in years), noun) for years, noun in counts
        ),
        ways=ways_to_browse(archive.directory, links),
        latest=tuple(make_digest(archive, row, links) for row in archive.latest_meetings(LATEST)),
        coming=meeting_entries(archive.coming_meetings(COMING), naming, links),
        councils=council_groups(archive, links),
        years=YEARS.year_links(archive.meeting_years(), links),
    )
