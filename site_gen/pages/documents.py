"""Related documents: the overview, and one page a year."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from site_gen.model.rows import DocumentRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import Day, make_day
from site_gen.pages.words import capitalised, counted
from site_gen.site import addresses
from site_gen.text.values import dataclass

LATEST = 30


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in a list."""

    href: str
    title: str
    day: Day | None
    facts: str  # "Report, by the Director of Housing"


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The overview of related documents, or all those of one year."""

    template: ClassVar[str] = "pages/documents.html"
    frame: Frame
    heading: str
    count: str
    is_overview: bool
    years: tuple[Link, ...]
    documents: tuple[DocumentEntry, ...]


def make_documents_views(archive: ArchiveReading) -> tuple[DocumentsView, ...]:
    """The overview with the latest documents, and a page for each year."""
    by_year: dict[int | None, list[DocumentRow]] = {}
    for row in archive.document_rows():
        by_year.setdefault(row.date.year if row.date else None, []).append(row)
    counts = {year: len(rows) for year, rows in by_year.items()}
    latest = archive.document_rows()[:LATEST]
    return (
        _view(archive, latest, counts),
        *(_view(archive, rows, counts, year=(year,)) for year, rows in by_year.items()),
    )


def _view(
    archive: ArchiveReading,
    rows: Sequence[DocumentRow],
    counts: Mapping[int | None, int],
    *,
    year: tuple[int | None, ...] = (),
) -> DocumentsView:
    """The page of the one `year`, or the overview when there is none."""
    links = Links(addresses.documents_year_url(year[0]) if year else addresses.DOCUMENTS)
    heading = f"Documents {_year_words(year[0])}" if year else "Documents"
    trail = (("Documents", addresses.DOCUMENTS),) if year else ()
    total = counts[year[0]] if year else sum(counts.values())
    return DocumentsView(
        frame=make_frame(archive.directory, links, title=heading, trail=trail),
        heading=heading,
        count=counted(total, "document"),
        is_overview=not year,
        years=tuple(
            Link(
                str(one or "No date"),
                links.to(addresses.documents_year_url(one)),
                is_current=year == (one,),
                count="" if year else counted(number, "document"),
            )
            for one, number in counts.items()
        ),
        documents=tuple(document_entry(row, links) for row in rows),
    )


def _year_words(year: int | None) -> str:
    return f"of {year}" if year is not None else "without a date"


def document_entry(row: DocumentRow, links: Links) -> DocumentEntry:
    """A document's line."""
    return DocumentEntry(
        href=links.to(addresses.document_url(row.id)),
        title=row.title,
        day=make_day(row.date) if row.date else None,
        facts=capitalised(" ".join(filter(None, (row.kind, row.author and f"by {row.author}")))),
    )
