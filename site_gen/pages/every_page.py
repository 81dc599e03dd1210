"""Every page of an archive: what there is to make, and how each is made.

A page key names one piece of work. Most give one page; a year that is too long for one page gives
one for itself and one for each of its months.
"""

from collections.abc import Callable, Iterator

from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.committee import make_committee_view, make_committee_year_views
from site_gen.pages.committees import make_committees_view
from site_gen.pages.content_page import ABOUT_ID, make_about_view, make_content_page_view
from site_gen.pages.decisions import make_decisions_view, make_decisions_year_views
from site_gen.pages.document import make_document_view
from site_gen.pages.documents import make_documents_views
from site_gen.pages.help import make_guide_view, make_help_view
from site_gen.pages.help_text import GUIDES
from site_gen.pages.home import make_home_view
from site_gen.pages.meeting import make_meeting_view
from site_gen.pages.meetings import make_meetings_view, make_meetings_year_views
from site_gen.pages.not_found import make_not_found_view
from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.pages.people import make_people_view
from site_gen.pages.person import make_person_view, make_person_year_views
from site_gen.pages.questions import make_questions_view, make_questions_year_views
from site_gen.pages.renderer import View
from site_gen.pages.search import make_search_view


def every_page(archive: ArchiveReading) -> Iterator[PageKey]:
    """Every page that the archive has."""
    directory = archive.directory
    yield PageKey(PageKind.HOME)
    yield PageKey(PageKind.ABOUT)
    yield PageKey(PageKind.SEARCH)
    yield PageKey(PageKind.NOT_FOUND)
    yield PageKey(PageKind.HELP)
    yield from (PageKey(PageKind.GUIDE, name) for name in GUIDES)
    yield from (PageKey(PageKind.CONTENT_PAGE, one) for one in directory.pages if one != ABOUT_ID)
    yield from (PageKey(PageKind.MEETING, one) for one in archive.meeting_ids())
    yield from _lists(archive)
    for body in directory.bodies:
        yield PageKey(PageKind.COMMITTEE, body)
        for year, _ in archive.meeting_years(body):
            yield PageKey(PageKind.COMMITTEE_YEAR, body, year)
    for person in (*directory.people, *directory.offices):
        yield PageKey(PageKind.PERSON, person)
        for year, _ in archive.person_years(person):
            yield PageKey(PageKind.PERSON_YEAR, person, year)
    yield from (PageKey(PageKind.DOCUMENT, one) for one in directory.documents.values())


def make_views(archive: ArchiveReading, key: PageKey) -> tuple[View, ...]:
    """The page or pages of `key`; each knows its address (`view.frame.address`)."""
    if key.kind in ONE_OF_A_KIND:
        return (ONE_OF_A_KIND[key.kind](archive),)
    if key.kind in BY_ID:
        return (BY_ID[key.kind](archive, key.id),)
    if key.kind in BY_YEAR:
        return tuple(BY_YEAR[key.kind](archive, key.year))
    if key.kind is PageKind.DOCUMENTS:
        return tuple(make_documents_views(archive))
    if key.kind is PageKind.COMMITTEE_YEAR:
        return tuple(make_committee_year_views(archive, key.id, key.year))
    return tuple(make_person_year_views(archive, key.id, key.year))


def _lists(archive: ArchiveReading) -> Iterator[PageKey]:
    yield PageKey(PageKind.MEETINGS)
    yield from (PageKey(PageKind.MEETINGS_YEAR, year=year) for year, _ in archive.meeting_years())
    yield PageKey(PageKind.QUESTIONS)
    yield from (PageKey(PageKind.QUESTIONS_YEAR, year=year) for year, _ in archive.question_years())
    yield PageKey(PageKind.DECISIONS)
    yield from (PageKey(PageKind.DECISIONS_YEAR, year=year) for year, _ in archive.decision_years())
    yield PageKey(PageKind.COMMITTEES)
    if archive.directory.people or archive.directory.offices:
        yield PageKey(PageKind.PEOPLE)
    if archive.directory.documents:
        yield PageKey(PageKind.DOCUMENTS)


def _meeting(archive: ArchiveReading, meeting_id: str) -> View:
    return make_meeting_view(
        archive.meeting(meeting_id), archive.surroundings(meeting_id), archive.directory
    )


ONE_OF_A_KIND: dict[PageKind, Callable[[ArchiveReading], View]] = {
    PageKind.HOME: make_home_view,
    PageKind.ABOUT: make_about_view,
    PageKind.SEARCH: make_search_view,
    PageKind.HELP: make_help_view,
    PageKind.NOT_FOUND: lambda archive: make_not_found_view(archive.directory),
    PageKind.MEETINGS: make_meetings_view,
    PageKind.QUESTIONS: make_questions_view,
    PageKind.DECISIONS: make_decisions_view,
    PageKind.COMMITTEES: make_committees_view,
    PageKind.PEOPLE: make_people_view,
}
BY_ID: dict[PageKind, Callable[[ArchiveReading, str], View]] = {
    PageKind.CONTENT_PAGE: make_content_page_view,
    PageKind.MEETING: _meeting,
    PageKind.GUIDE: make_guide_view,
    PageKind.COMMITTEE: make_committee_view,
    PageKind.PERSON: make_person_view,
    PageKind.DOCUMENT: make_document_view,
}
BY_YEAR: dict[PageKind, Callable[[ArchiveReading, int], tuple[View, ...]]] = {
    PageKind.MEETINGS_YEAR: make_meetings_year_views,
    PageKind.QUESTIONS_YEAR: make_questions_year_views,
    PageKind.DECISIONS_YEAR: make_decisions_year_views,
}
