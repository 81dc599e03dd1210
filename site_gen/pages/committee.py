"""One committee: the overview, and each year with what was asked and decided."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import ClassVar, TypeVar

from site_gen.model.bodies import Body, BodyName
from site_gen.model.rows import DecisionRow, MeetingRow, QuestionRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.digest import Digest, digest_of, make_digest
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import MeetingEntry, meeting_entry
from site_gen.pages.naming import Naming
from site_gen.pages.year_lists import YearList, YearView
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass, replace

LATEST = 6
COMING = 3
MEETINGS_A_PAGE = 80  # some 2 kB each


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that the body had, and when."""

    name: str
    span: str  # "until 15 May 2024"


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """The overview of one committee."""

    template: ClassVar[str] = "pages/committee.html"
    frame: Frame
    name: str
    council: str
    former_names: tuple[FormerName, ...]
    replaces: tuple[Link, ...]
    replaced_by: tuple[Link, ...]
    years: tuple[Link, ...]
    coming: tuple[MeetingEntry, ...]
    latest: tuple[Digest, ...]


@dataclass(frozen=True, slots=True)
class CommitteeYearView(YearView[Digest]):
    """One year of one committee, or one month."""

    template: ClassVar[str] = "pages/committee_year.html"


def make_committee_view(archive: ArchiveReading, body_id: str) -> CommitteeView:
    """The overview of one committee."""
    links = Links(addresses.body_url(body_id))
    naming = Naming(archive.directory)
    body = archive.directory.bodies[body_id]
    return CommitteeView(
        frame=_frame(archive.directory, links, body),
        name=body.name,
        council=body.council,
        former_names=tuple(_former_name(named) for named in body.names[:-1]),
        replaces=_body_links(archive, body.replaces, links),
        replaced_by=_body_links(archive, body.replaced_by, links),
        years=_years(body, lambda *_: ()).year_links(archive.meeting_years(body_id), links),
        coming=tuple(
            meeting_entry(row, naming, links) for row in archive.coming_meetings(COMING, body_id)
        ),
        latest=tuple(
            make_digest(archive, row, links) for row in archive.latest_meetings(LATEST, body_id)
        ),
    )


def make_committee_year_views(
    archive: ArchiveReading, body_id: str, year: int
) -> tuple[CommitteeYearView, ...]:
    """The year's page, and one for each month where the year is too long for one page."""
    questions = _by_meeting(archive.questions_in(year, body_id))
    decisions = _by_meeting(archive.decisions_in(year, body_id))

    def digests(rows: Iterable[MeetingRow], naming: Naming, links: Links) -> tuple[Digest, ...]:
        return tuple(
            digest_of(
                row,
                questions.get(row.id, ()),
                decisions.get(row.id, ()),
                naming=naming,
                links=links,
            )
            for row in rows
        )

    return _years(archive.directory.bodies[body_id], digests).make_views(
        archive,
        CommitteeYearView,
        year=year,
        years=archive.meeting_years(body_id),
        rows=archive.meetings_in(year, body_id),
    )


def _years(
    body: Body, group: Callable[[Iterable[MeetingRow], Naming, Links], tuple[Digest, ...]]
) -> YearList[MeetingRow, Digest]:
    return YearList(
        heading=f"{body.name} in",
        noun="meeting",
        trail=(("Committees", addresses.BODIES), (body.name, addresses.body_url(body.id))),
        address_of=lambda year: addresses.body_year_url(body.id, year),
        meeting_of=attrgetter("id"),
        group=group,
        limit=MEETINGS_A_PAGE,
    )


def _frame(directory: Directory, links: Links, body: Body) -> Frame:
    label = Naming(directory).body_label(body.id)
    trail = (("Committees", addresses.BODIES),)
    frame = make_frame(directory, links, title=label, trail=trail)
    if not frame.feed:
        return frame
    feed = links.to(addresses.body_feed_url(body.id))
    return replace(frame, feed=feed, feed_title=f"New minutes: {label}")


Registered = TypeVar("Registered", QuestionRow, DecisionRow)


def _by_meeting(rows: Iterable[Registered]) -> Mapping[str, list[Registered]]:
    found: dict[str, list[Registered]] = {}
    for row in rows:
        found.setdefault(row.meeting, []).append(row)
    return found


def _former_name(named: BodyName) -> FormerName:
    if named.start and named.end:
        return FormerName(named.name, f"{named.start.short} to {named.end.short}")
    return FormerName(named.name, f"until {named.end.short}" if named.end else "")


def _body_links(archive: ArchiveReading, bodies: tuple[str, ...], links: Links) -> tuple[Link, ...]:
    known = archive.directory.bodies
    return tuple(
        Link(known[body].name, links.to(addresses.body_url(body)))
        for body in bodies
        if body in known
    )
