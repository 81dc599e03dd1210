"""All meetings: the overview, and each year's page or pages."""

from collections.abc import Iterable
from operator import attrgetter
from typing import ClassVar

from site_gen.model.rows import MeetingRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import MeetingEntry, meeting_entry
from site_gen.pages.naming import Naming
from site_gen.pages.words import counted
from site_gen.pages.year_lists import YearList, YearView
from site_gen.site import addresses
from site_gen.text.values import dataclass

LATEST = 12
COMING = 6


def meeting_entries(
    rows: Iterable[MeetingRow], naming: Naming, links: Links
) -> tuple[MeetingEntry, ...]:
    """An entry for each row."""
    return tuple(meeting_entry(row, naming, links) for row in rows)


YEARS: YearList[MeetingRow, MeetingEntry] = YearList(
    heading="Meetings in",
    noun="meeting",
    trail=(("Meetings", addresses.MEETINGS),),
    address_of=addresses.year_url,
    meeting_of=attrgetter("id"),
    group=meeting_entries,
)


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The overview: a page for each year, meetings to come, and the latest."""

    template: ClassVar[str] = "pages/meetings.html"
    frame: Frame
    count: str
    years: tuple[Link, ...]
    coming: tuple[MeetingEntry, ...]
    latest: tuple[MeetingEntry, ...]


@dataclass(frozen=True, slots=True)
class MeetingsYearView(YearView[MeetingEntry]):
    """One year's meetings, or one month's."""

    template: ClassVar[str] = "pages/meetings_year.html"


def make_meetings_view(archive: ArchiveReading) -> MeetingsView:
    """The overview."""
    links = Links(addresses.MEETINGS)
    naming = Naming(archive.directory)
    years = archive.meeting_years()
    return MeetingsView(
        frame=make_frame(archive.directory, links, title="Meetings"),
        count=counted(sum(number for _, number in years), "meeting"),
        years=YEARS.year_links(years, links),
        coming=meeting_entries(archive.coming_meetings(COMING), naming, links),
        latest=meeting_entries(archive.latest_meetings(LATEST), naming, links),
    )


def make_meetings_year_views(archive: ArchiveReading, year: int) -> tuple[MeetingsYearView, ...]:
    """The year's page, and one for each month where the year is too long for one page."""
    return YEARS.make_views(
        archive,
        MeetingsYearView,
        year=year,
        years=archive.meeting_years(),
        rows=archive.meetings_in(year),
    )
