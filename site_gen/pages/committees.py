"""All committees and councils, grouped by council."""

from itertools import groupby
from typing import ClassVar

from site_gen.model.bodies import Body
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.words import counted
from site_gen.site import addresses
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class CouncilGroup:
    """The committees of one council."""

    name: str  # empty when bodies.yaml names no council
    present: tuple[Link, ...]
    former: tuple[Link, ...]  # replaced by others


@dataclass(frozen=True, slots=True)
class CommitteesView:
    """Every body, in the order of bodies.yaml."""

    template: ClassVar[str] = "pages/committees.html"
    frame: Frame
    councils: tuple[CouncilGroup, ...]


def make_committees_view(archive: ArchiveReading) -> CommitteesView:
    """The index of committees."""
    links = Links(addresses.BODIES)
    return CommitteesView(
        frame=make_frame(archive.directory, links, title="Committees"),
        councils=council_groups(archive, links),
    )


def council_groups(archive: ArchiveReading, links: Links) -> tuple[CouncilGroup, ...]:
    """Bodies by council; a council stands where its first body stands."""
    bodies = list(archive.directory.bodies.values())
    councils = list(dict.fromkeys(body.council for body in bodies))
    bodies.sort(key=lambda body: councils.index(body.council))
    return tuple(
        CouncilGroup(
            council,
            present=tuple(_body_link(archive, body, links) for body in same if _is_present(body)),
            former=tuple(
                _body_link(archive, body, links) for body in same if not _is_present(body)
            ),
        )
        for council, group in groupby(bodies, key=lambda body: body.council)
        if (same := tuple(group))
    )


def _is_present(body: Body) -> bool:
    return not body.replaced_by and body.names[-1].end is None


def _body_link(archive: ArchiveReading, body: Body, links: Links) -> Link:
    meetings = sum(number for _, number in archive.meeting_years(body.id))
    href = links.to(addresses.body_url(body.id))
    return Link(body.name, href, count=counted(meetings, "meeting"))
