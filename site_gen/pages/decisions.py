"""All decisions: the overview, and each year's page or pages."""

from operator import attrgetter
from typing import ClassVar

from site_gen.model.rows import DecisionRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import DecisionGroup, decision_groups
from site_gen.pages.naming import Naming
from site_gen.pages.words import counted
from site_gen.pages.year_lists import YearList, YearView
from site_gen.site import addresses
from site_gen.text.values import dataclass

LATEST = 12
YEARS: YearList[DecisionRow, DecisionGroup] = YearList(
    heading="Decisions made in",
    noun="decision or motion",
    trail=(("Decisions", addresses.DECISIONS),),
    address_of=addresses.decisions_year_url,
    meeting_of=attrgetter("meeting"),
    group=decision_groups,
    is_long_noun=True,
    filters=(("decided", "Decided"), ("not-decided", "Not agreed, or withdrawn")),
)


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """The overview: a page for each year, and the latest decisions."""

    template: ClassVar[str] = "pages/decisions.html"
    frame: Frame
    count: str
    years: tuple[Link, ...]
    latest: tuple[DecisionGroup, ...]


@dataclass(frozen=True, slots=True)
class DecisionsYearView(YearView[DecisionGroup]):
    """One year's decisions, or one month's."""

    template: ClassVar[str] = "pages/decisions_year.html"


def make_decisions_view(archive: ArchiveReading) -> DecisionsView:
    """The overview."""
    links = Links(addresses.DECISIONS)
    years = archive.decision_years()
    latest = archive.decisions_in(years[0][0])[:LATEST] if years else ()
    return DecisionsView(
        frame=make_frame(archive.directory, links, title="Decisions"),
        count=counted(sum(number for _, number in years), "decision or motion"),
        years=YEARS.year_links(years, links),
        latest=decision_groups(latest, Naming(archive.directory), links),
    )


def make_decisions_year_views(archive: ArchiveReading, year: int) -> tuple[DecisionsYearView, ...]:
    """The year's page, and one for each month where the year is too long for one page."""
    return YEARS.make_views(
        archive,
        DecisionsYearView,
        year=year,
        years=archive.decision_years(),
        rows=archive.decisions_in(year),
    )
