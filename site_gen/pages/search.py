"""The search page. Without JavaScript it leads to the ways of browsing."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from site_gen.model.records import RecordKind
from site_gen.model.rows import ResponseState
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.committees import CouncilGroup, council_groups
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.meetings import YEARS
from site_gen.pages.ways import ways_to_browse
from site_gen.pages.words import KINDS
from site_gen.site import addresses
from site_gen.site.plain_words import RESPONSE_STATES
from site_gen.text.values import dataclass, replace

SCRIPT = "assets/search.js"
DOCUMENT = "document"
DECISION = "decision"  # a resolution or a recommendation, as in a typed `type:decision`
TYPES = {
    RecordKind.QUESTION: "Questions",
    RecordKind.RESPONSE: "Answers",
    DECISION: "Decisions",
    RecordKind.MOTION: "Motions",
    RecordKind.COMMENT: "Points raised",
    RecordKind.DISCUSSION: "Discussion",
    RecordKind.REPRESENTATION: "Petitions and statements",
    RecordKind.UNDERTAKING: "Promises to follow up",
    RecordKind.ACTION: "Actions",
    DOCUMENT: "Documents",
}
RESPONSES = {
    "recorded": RESPONSE_STATES[ResponseState.RECORDED],
    "to-follow": RESPONSE_STATES[ResponseState.TO_FOLLOW],
    "none": RESPONSE_STATES[ResponseState.NONE],
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter."""

    value: str  # as it stands in the address of a search
    label: str


@dataclass(frozen=True, slots=True)
class CouncilChoices:
    """The committees of one council to choose from."""

    council: str  # empty when bodies.yaml names no council
    committees: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """A place for results, the choices of the filters, and the ways of browsing."""

    template: ClassVar[str] = "pages/search.html"
    frame: Frame
    script: str
    types: tuple[Choice, ...]
    responses: tuple[Choice, ...]
    committees: tuple[CouncilChoices, ...]
    labels: tuple[Choice, ...]  # what a result is called
    councils: tuple[CouncilGroup, ...]
    years: tuple[Link, ...]
    ways: tuple[Link, ...]


def make_search_view(archive: ArchiveReading) -> SearchView:
    """The search page."""
    links = Links(addresses.SEARCH)
    return SearchView(
        frame=replace(make_frame(archive.directory, links, title="Search"), is_noindex=True),
        script=links.to(SCRIPT),
        types=_choices(TYPES.items()),
        responses=_choices(RESPONSES.items()),
        committees=_committees(archive),
        labels=_choices([*KINDS.items(), (DOCUMENT, "Document"), *RESPONSES.items()]),
        councils=council_groups(archive, links),
        ways=ways_to_browse(archive.directory, links),
        years=YEARS.year_links(archive.meeting_years(), links),
    )


def _choices(labels: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(str(value), label) for value, label in labels)


def _committees(archive: ArchiveReading) -> tuple[CouncilChoices, ...]:
    """Every committee that has met, by council; councils stand as in bodies.yaml."""
    bodies = [body for body in archive.directory.bodies.values() if archive.meeting_years(body.id)]
    councils = list(dict.fromkeys(body.council for body in bodies))
    bodies.sort(key=lambda body: councils.index(body.council))
    return tuple(
        CouncilChoices(council, tuple(Choice(body.id, body.name) for body in group))
        for council, group in groupby(bodies, key=lambda body: body.council)
    )
