"""Lists that grow with the archive: one page a year, and one a month where a year is too long."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.naming import Naming
from site_gen.pages.words import counted
from site_gen.pages.year_parts import ROWS_A_PAGE, DatedRow, YearPart, cut_year, months_of
from site_gen.site import addresses
from site_gen.text.values import dataclass

YearCounts = tuple[tuple[int, int], ...]  # (year, how many), newest first


Row = TypeVar("Row", bound=DatedRow)
Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class MonthGroups(Generic[Group]):
    """One month of a list."""

    anchor: str  # "month-03"
    label: str  # "March"
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class YearView(Generic[Group]):
    """One year, or one part of it. A year that was cut has links to its parts and no months."""

    frame: Frame
    heading: str
    year: int
    count: str
    months: tuple[MonthGroups[Group], ...]
    parts: tuple[Link, ...]
    years: tuple[Link, ...]
    jumps: tuple[Link, ...]  # to the months on this page
    filters: tuple[Link, ...]  # plain anchors; the styles hide what they leave out
    filter_places: tuple[str, ...]
    is_cut: bool  # its months have pages of their own


View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class YearList(Generic[Row, Group]):
    """What tells one list of years from another."""

    heading: str  # "Questions asked in"
    noun: str  # "question"
    trail: tuple[tuple[str, str], ...]  # (name, address) of the pages above
    address_of: Callable[[int], str]
    meeting_of: Callable[[Row], str]
    group: Callable[[Iterable[Row], Naming, Links], tuple[Group, ...]]
    limit: int = ROWS_A_PAGE
    is_long_noun: bool = False  # too long for a tile, which says "19 in all"
    filters: tuple[tuple[str, str], ...] = ()  # (anchor, label); components/filters.css knows them

    def year_links(
        self, years: YearCounts, links: Links, *, here: int | None = None
    ) -> tuple[Link, ...]:
        """A link to each year, with how many it has; without that from one year's page to others.

        So a page of one year does not change when another year grows.
        """
        return tuple(
            Link(
                str(year),
                links.to(self.address_of(year)),
                is_current=year == here,
                count=self._count(number) if here is None else "",
            )
            for year, number in years
        )

    def make_views(
        self,
        archive: ArchiveReading,
        make: Callable[..., View],
        *,
        year: int,
        years: YearCounts,
        rows: tuple[Row, ...],
    ) -> tuple[View, ...]:
        """The year's page by `make`, and one for each part where the year is too long for one."""
        parts = cut_year(rows, year, meeting_of=self.meeting_of, limit=self.limit)
        is_cut = len(parts) > 1
        whole = YearPart("", str(year), () if is_cut else rows)
        return tuple(
            make(
                frame=self._frame(archive, links, part, year),
                heading=f"{self.heading} {part.label}",
                year=year,
                count=counted(len(part.rows) if part.key else len(rows), self.noun),
                months=self._months(part, Naming(archive.directory), links),
                parts=self._part_links(parts, year, links, here=part.key) if is_cut else (),
                years=self.year_links(years, links, here=year),
                jumps=_jumps(part.rows),
                filters=self._filters(part.rows),
                filter_places=tuple(place for place, _ in self.filters) if part.rows else (),
                is_cut=is_cut and not part.key,
            )
            for part in (whole, *(parts if is_cut else ()))
            if (links := Links(self._address(year, part.key)))
        )

    def _count(self, number: int) -> str:
        return f"{number:,} in all" if self.is_long_noun else counted(number, self.noun)

    def _filters(self, rows: tuple[Row, ...]) -> tuple[Link, ...]:
        if not self.filters or not rows:
            return ()
        return (Link("All", "#all"), *(Link(label, f"#{place}") for place, label in self.filters))

    def _address(self, year: int, part: str) -> str:
        page = self.address_of(year)
        return addresses.part_url(page, part) if part else page

    def _frame(
        self, archive: ArchiveReading, links: Links, part: YearPart[Row], year: int
    ) -> Frame:
        above = ((str(year), self.address_of(year)),) if part.key else ()
        title = f"{self.heading} {part.label}"
        trail = self.trail + above
        return make_frame(archive.directory, links, title=title, trail=trail, here=part.label)

    def _months(
        self, part: YearPart[Row], naming: Naming, links: Links
    ) -> tuple[MonthGroups[Group], ...]:
        return tuple(
            MonthGroups(month.anchor, month.label, self.group(month.rows, naming, links))
            for month in months_of(part.rows)
        )

    def _part_links(
        self, parts: tuple[YearPart[Row], ...], year: int, links: Links, *, here: str
    ) -> tuple[Link, ...]:
        return tuple(
            Link(
                part.label,
                links.to(self._address(year, part.key)),
                is_current=part.key == here,
                count="" if here else self._count(len(part.rows)),
            )
            for part in parts
        )


def _jumps(rows: tuple[DatedRow, ...]) -> tuple[Link, ...]:
    months = months_of(rows)
    if len(months) < 2:
        return ()
    return tuple(Link(month.label, f"#{month.anchor}") for month in months)
