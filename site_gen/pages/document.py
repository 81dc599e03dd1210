"""One related document."""

from typing import ClassVar

from site_gen.model.prose import Prose
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import Day, make_day
from site_gen.pages.naming import Naming
from site_gen.pages.words import capitalised
from site_gen.site import addresses
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document whole. It is not minutes, and says so."""

    template: ClassVar[str] = "pages/document.html"
    frame: Frame
    title: str
    kind: str
    author: str
    day: Day | None
    body: Link | None
    source: str
    language: str
    prose: Prose
    meetings: tuple[Link, ...]


def make_document_view(archive: ArchiveReading, document_id: str) -> DocumentView:
    """One related document, with the committee and the meetings that it belongs with."""
    links = Links(addresses.document_url(document_id))
    document = archive.document(document_id)
    naming = Naming(archive.directory)
    body = None
    if document.body in archive.directory.bodies:
        href = links.to(addresses.body_url(document.body))
        body = Link(naming.body_label(document.body), href)
    return DocumentView(
        frame=make_frame(
            archive.directory,
            links,
            title=document.title,
            trail=(("Documents", addresses.DOCUMENTS),),
        ),
        title=document.title,
        kind=capitalised(document.kind),
        author=document.author,
        day=make_day(document.date) if document.date else None,
        body=body,
        source=document.source,
        language=document.language,
        prose=document.prose,
        meetings=tuple(_meeting_link(archive, naming, one, links) for one in document.meetings),
    )


def _meeting_link(archive: ArchiveReading, naming: Naming, meeting_id: str, links: Links) -> Link:
    meeting = archive.meeting(meeting_id)
    label = f"{naming.body_label(meeting.body, meeting.date)}, {meeting.date.short}"
    return Link(label, links.to(addresses.meeting_url(meeting_id)))
