"""Related documents: the index, and a page for each."""

from dataclasses import dataclass
from typing import ClassVar

from site_gen.model.rows import DocumentRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import Day, make_day
from site_gen.site import addresses


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in a list."""

    href: str
    title: str
    day: Day | None
    facts: str  # "Report, by the Director of Housing"


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The index of related documents."""

    template: ClassVar[str] = "pages/documents.html"
    frame: Frame
    documents: tuple[DocumentEntry, ...]


def make_documents_view(archive: ArchiveReading) -> DocumentsView:
    """The index of related documents."""
    links = Links(addresses.DOCUMENTS)
    return DocumentsView(
        frame=make_frame(archive.directory, links, title="Documents"),
        documents=tuple(document_entry(row, links) for row in archive.document_rows()),
    )


def document_entry(row: DocumentRow, links: Links) -> DocumentEntry:
    """A document's line."""
    return DocumentEntry(
        href=links.to(addresses.document_url(row.id)),
        title=row.title,
        day=make_day(row.date) if row.date else None,
        facts=", ".join(part for part in (row.kind, row.author and f"by {row.author}") if part),
    )
