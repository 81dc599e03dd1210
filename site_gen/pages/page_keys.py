"""Names of pieces of work: which page, without what it takes to make it."""

from enum import StrEnum
from typing import NamedTuple


class PageKind(StrEnum):
    """What a page shows."""

    HOME = "home"
    ABOUT = "about"
    SEARCH = "search"
    HELP = "help"
    GUIDE = "guide"
    NOT_FOUND = "not found"
    CONTENT_PAGE = "content page"
    MEETING = "meeting"
    MEETINGS = "meetings"
    MEETINGS_YEAR = "meetings of a year"
    COMMITTEES = "committees"
    COMMITTEE = "committee"
    COMMITTEE_YEAR = "committee in a year"
    PEOPLE = "people"
    PERSON = "person"
    PERSON_YEAR = "person in a year"
    QUESTIONS = "questions"
    QUESTIONS_YEAR = "questions of a year"
    DECISIONS = "decisions"
    DECISIONS_YEAR = "decisions of a year"
    DOCUMENTS = "documents"
    DOCUMENT = "document"


class PageKey(NamedTuple):
    """One piece of work."""

    kind: PageKind
    id: str = ""  # of a meeting, committee, person, document, content page or guide
    year: int = 0
