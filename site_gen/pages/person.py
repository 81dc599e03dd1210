"""One person or office: who they are, and each year's part in the minutes."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from site_gen.archive.openings import opening_words
from site_gen.model.people import Role
from site_gen.model.rows import Part, PartRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.naming import Naming
from site_gen.pages.words import PARTS
from site_gen.pages.year_lists import YearList, YearView
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass

OPENING_LENGTH = 120  # characters; a busy office says much in a year
PRESENCES = {Part.CHAIRED, Part.ATTENDED, Part.APOLOGISED}


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One thing that somebody said or did."""

    what: str  # "Asked", "Answered"
    href: str
    opening: str
    item: str


@dataclass(frozen=True, slots=True)
class PartGroup:
    """What somebody said and did at one meeting."""

    meeting: str  # "Full Council, 12 November 2025"
    href: str
    presence: str  # "Attended", "Chaired the meeting", "Sent apologies"; empty when not listed
    parts: tuple[PartEntry, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """What somebody was, and when."""

    words: str  # "Member", "Co-opted member", "Director of Housing"
    place: Link | None  # the committee
    council: str
    span: str  # "9 May 2023 to 13 May 2026"


@dataclass(frozen=True, slots=True)
class PersonView:
    """The overview of a person or office."""

    template: ClassVar[str] = "pages/person.html"
    frame: Frame
    name: str
    is_office: bool
    roles: tuple[RoleView, ...]
    years: tuple[Link, ...]
    latest: tuple[PartGroup, ...]


@dataclass(frozen=True, slots=True)
class PersonYearView(YearView[PartGroup]):
    """One year of a person or office."""

    template: ClassVar[str] = "pages/person_year.html"


def make_person_view(archive: ArchiveReading, person_id: str) -> PersonView:
    """The overview: offices held, years, and the whole latest year where it is short."""
    links = Links(addresses.person_url(person_id))
    naming = Naming(archive.directory)
    name = naming.person(person_id)
    person = archive.directory.people.get(person_id)
    years = archive.person_years(person_id)
    latest = years[0][0] if years else None
    rows = archive.parts_in(person_id, latest)[:LATEST] if latest is not None else ()
    trail = (("People", addresses.PEOPLE),)
    return PersonView(
        frame=make_frame(archive.directory, links, title=name, trail=trail),
        name=name,
        is_office=person is None,
        roles=tuple(_role(role, archive, links) for role in person.roles) if person else (),
        years=_years(person_id, name).year_links(years, links),
        latest=part_groups(rows, naming, links),
    )


LATEST = 30  # rows


def make_person_year_views(
    archive: ArchiveReading, person_id: str, year: int
) -> tuple[PersonYearView, ...]:
    """The year's page, and one for each month where the year is too long for one page."""
    name = Naming(archive.directory).person(person_id)
    return _years(person_id, name).make_views(
        archive,
        PersonYearView,
        year=year,
        years=archive.person_years(person_id),
        rows=archive.parts_in(person_id, year),
    )


def part_groups(rows: Iterable[PartRow], naming: Naming, links: Links) -> tuple[PartGroup, ...]:
    """Consecutive rows of one meeting together."""
    return tuple(
        _group(tuple(group), naming, links)
        for _, group in groupby(rows, key=lambda row: row.meeting)
    )


def _years(person_id: str, name: str) -> YearList[PartRow, PartGroup]:
    return YearList(
        heading=f"{name} in",
        noun="entry",
        trail=(("People", addresses.PEOPLE), (name, addresses.person_url(person_id))),
        address_of=lambda year: addresses.person_year_url(person_id, year),
        meeting_of=lambda row: row.meeting,
        group=part_groups,
    )


def _group(rows: tuple[PartRow, ...], naming: Naming, links: Links) -> PartGroup:
    first = rows[0]
    presence = [PARTS[row.part] for row in rows if row.part in PRESENCES]
    return PartGroup(
        f"{naming.body_label(first.body, first.date)}, {first.date.short}",
        links.to(addresses.meeting_url(first.meeting)),
        presence[0] if presence else "",
        tuple(_entry(row, links) for row in rows if row.part not in PRESENCES),
    )


def _entry(row: PartRow, links: Links) -> PartEntry:
    meeting = addresses.meeting_url(row.meeting)
    address = addresses.fragment_url(row.meeting, row.address) if row.address else meeting
    opening = opening_words(row.opening, length=OPENING_LENGTH)
    return PartEntry(PARTS[row.part], links.to(address), opening, row.item_title)


def _role(role: Role, archive: ArchiveReading, links: Links) -> RoleView:
    body = archive.directory.bodies.get(role.member_of or "")
    place = Link(body.name, links.to(addresses.body_url(body.id))) if body else None
    return RoleView(
        words=role_words(role, archive.directory),
        place=place,
        council=role.council or (body.council if body else ""),
        span=_span(role),
    )


def role_words(role: Role, directory: Directory) -> str:
    """ "Director of Housing", "Member", "Co-opted member"."""
    if role.office:
        office = directory.offices.get(role.office)
        return office.title if office else role.office
    if role.is_co_opted:
        return "Co-opted member"
    return "Substitute member" if role.is_substitute else "Member"


def _span(role: Role) -> str:
    if role.start and role.end:
        return f"{role.start.short} to {role.end.short}"
    if role.start:
        return f"since {role.start.short}"
    return f"until {role.end.short}" if role.end else ""
