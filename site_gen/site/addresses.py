"""Where every page lies. Nothing else joins address strings.

All addresses are relative to the site's root and end in `.html`, so that the same output works at
a domain, under `/repository/` and from a folder. Files lie flat, since making a folder costs more
than writing a page.
"""

from posixpath import dirname, relpath

HOME = "index.html"
ABOUT = "about.html"
SEARCH = "search.html"
NOT_FOUND = "404.html"
MEETINGS = "meetings/index.html"
BODIES = "committees/index.html"
PEOPLE = "people/index.html"
QUESTIONS = "questions/index.html"
DECISIONS = "decisions/index.html"
DOCUMENTS = "documents/index.html"
PERMALINKS = "permalinks.json"
MEETINGS_DATA = "data/meetings.json"


def meeting_url(meeting_id: str) -> str:
    """The page of one meeting."""
    return f"meetings/{meeting_id}.html"


def fragment_url(meeting_id: str, address: str) -> str:
    """An item, record or decision in its meeting's page."""
    return f"{meeting_url(meeting_id)}#{address}"


def year_url(year: int) -> str:
    """All meetings of one year."""
    return f"meetings/year-{year}.html"


def body_url(body_id: str) -> str:
    """A committee or council: overview."""
    return f"committees/{body_id}.html"


def body_year_url(body_id: str, year: int) -> str:
    """A committee or council: one year's meetings."""
    return f"committees/{body_id}-{year}.html"


def person_url(person_id: str) -> str:
    """A person or office: overview."""
    return f"people/{person_id}.html"


def person_year_url(person_id: str, year: int) -> str:
    """A person or office: one year's part in the minutes."""
    return f"people/{person_id}-{year}.html"


def questions_year_url(year: int) -> str:
    """All questions of one year."""
    return f"questions/{year}.html"


def decisions_year_url(year: int) -> str:
    """All decisions of one year."""
    return f"decisions/{year}.html"


def document_url(document_id: str) -> str:
    """A related document."""
    return f"documents/{document_id}.html"


def part_url(page: str, part: str) -> str:
    """One part of a year's page that would be too long: "questions/2024-03.html"."""
    return f"{page.removesuffix('.html')}-{part}.html"


def page_url(page_id: str) -> str:
    """A page of the site's own words."""
    return f"{page_id}.html"


def attachment_url(content_path: str) -> str:
    """An attachment, from its path within content/."""
    return f"files/{content_path}"


def records_data_url(year: int, extension: str) -> str:
    """One year's open data; `extension` is "jsonl" or "csv"."""
    return f"data/records-{year}.{extension}"


def relative_url(*, target: str, page: str) -> str:
    """`target` as a link from `page` (both from the site's root), its fragment kept."""
    path, hash_sign, fragment = target.partition("#")
    if path == page and hash_sign:
        return f"#{fragment}"
    return relpath(path, dirname(page) or ".") + hash_sign + fragment
