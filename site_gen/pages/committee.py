"""One committee: the overview, and each year with what was asked and decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from site_gen.model.bodies import Body, BodyName
from site_gen.model.rows import DecisionRow, MeetingRow, QuestionRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import (
    DecisionEntry,
    MeetingEntry,
    QuestionEntry,
    decision_entry,
    meeting_entry,
    question_entry,
)
from site_gen.pages.naming import Naming
from site_gen.pages.words import counted
from site_gen.site import addresses

LATEST = 6
COMING = 3


@dataclass(frozen=True, slots=True)
class Digest:
    """A meeting with what was asked and decided at it."""

    meeting: MeetingEntry
    questions: tuple[QuestionEntry, ...]
    decisions: tuple[DecisionEntry, ...]


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
class CommitteeYearView:
    """One year of one committee."""

    template: ClassVar[str] = "pages/committee_year.html"
    frame: Frame
    name: str
    council: str
    year: int
    count: str
    meetings: tuple[Digest, ...]
    years: tuple[Link, ...]


def make_committee_view(archive: ArchiveReading, body_id: str) -> CommitteeView:
    """The overview of one committee."""
    links = Links(addresses.body_url(body_id))
    naming = Naming(archive.directory)
    body = archive.directory.bodies[body_id]
    return CommitteeView(
        frame=make_frame(
            archive.directory, links, title=body.name, trail=(("Committees", addresses.BODIES),)
        ),
        name=body.name,
        council=body.council,
        former_names=tuple(_former_name(named) for named in body.names[:-1]),
        replaces=_body_links(archive, body.replaces, links),
        replaced_by=_body_links(archive, body.replaced_by, links),
        years=_year_links(archive, body, links),
        coming=tuple(
            meeting_entry(row, naming, links) for row in archive.coming_meetings(COMING, body_id)
        ),
        latest=tuple(
            make_digest(archive, row, links) for row in archive.latest_meetings(LATEST, body_id)
        ),
    )


def make_committee_year_view(archive: ArchiveReading, body_id: str, year: int) -> CommitteeYearView:
    """One year of one committee, every meeting with what was asked and decided."""
    links = Links(addresses.body_year_url(body_id, year))
    naming = Naming(archive.directory)
    body = archive.directory.bodies[body_id]
    rows = archive.meetings_in(year, body_id)
    questions = _by_meeting(archive.questions_in(year, body_id))
    decisions = _by_meeting(archive.decisions_in(year, body_id))
    trail = (("Committees", addresses.BODIES), (body.name, addresses.body_url(body_id)))
    return CommitteeYearView(
        frame=make_frame(archive.directory, links, title=f"{body.name} in {year}", trail=trail),
        name=body.name,
        council=body.council,
        year=year,
        count=counted(len(rows), "meeting"),
        meetings=tuple(
            Digest(
                meeting_entry(row, naming, links),
                tuple(question_entry(one, naming, links) for one in questions.get(row.id, ())),
                tuple(decision_entry(one, links) for one in decisions.get(row.id, ())),
            )
            for row in rows
        ),
        years=_year_links(archive, body, links, here=year),
    )


def make_digest(archive: ArchiveReading, row: MeetingRow, links: Links) -> Digest:
    """One meeting with what was asked and decided at it."""
    naming = Naming(archive.directory)
    return Digest(
        meeting_entry(row, naming, links),
        tuple(question_entry(one, naming, links) for one in archive.questions_of(row.id)),
        tuple(decision_entry(one, links) for one in archive.decisions_of(row.id)),
    )


Registered = TypeVar("Registered", QuestionRow, DecisionRow)


def _by_meeting(rows: Iterable[Registered]) -> dict[str, list[Registered]]:
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


def _year_links(
    archive: ArchiveReading, body: Body, links: Links, *, here: int | None = None
) -> tuple[Link, ...]:
    return tuple(
        Link(
            str(year),
            links.to(addresses.body_year_url(body.id, year)),
            is_current=year == here,
            count=counted(number, "meeting"),
        )
        for year, number in archive.meeting_years(body.id)
    )
