"""Where every page lies. Nothing else joins address strings.

All addresses are relative to the site's root and end in `.html`, so that the same output works at
a domain, under `/repository/` and from a folder. Files lie flat, since making a folder costs more
than writing a page.
"""

from functools import cache
from hashlib import blake2b
from posixpath import relpath
from urllib.parse import quote, urlencode

from site_gen.text.slugs import slugify

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
HELP = "help/index.html"
PERMALINKS = "permalinks.json"
FEED = "feeds/all.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LONGEST_NAME = 100  # characters of a file's name that are taken from what somebody wrote
# What RFC 3986 lets stand as it is in a path and fragment.
SAFE_IN_URL = "/#!$&'()*+,;=:@-._~"


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


def documents_year_url(year: int | None) -> str:
    """All related documents of one year, or those without a date."""
    return f"documents/year-{year}.html" if year is not None else "documents/undated.html"


def part_url(page: str, part: str) -> str:
    """One part of a year's page that would be too long: "questions/2024-03.html"."""
    return f"{page.removesuffix('.html')}-{part}.html"


def page_url(page_id: str) -> str:
    """A page of the site's own words."""
    return f"{page_id}.html"


def help_url(guide: str) -> str:
    """A guide, from its file's name in docs/ without ".md"."""
    return f"help/{guide}.html"


def help_picture_url(path: str) -> str:
    """A picture of a guide, from its path in docs/."""
    return f"help/{path}"


def attachment_url(content_path: str) -> str:
    """An attachment, from its path within content/."""
    return f"files/{content_path}"


def records_data_url(year: int) -> str:
    """One year's records as open data."""
    return f"data/records-{year}.csv"


def meetings_data_url(year: int) -> str:
    """One year's meetings as open data."""
    return f"data/meetings-{year}.jsonl"


def body_feed_url(body_id: str) -> str:
    """The feed of a committee or council."""
    return f"feeds/committee-{body_id}.xml"


def keyword_feed_url(keyword: str) -> str:
    """The feed of a keyword of site.yaml; spellings that differ in case or accents share one."""
    name = slugify(keyword)
    if not 0 < len(name) <= LONGEST_NAME:  # of words in another alphabet, or of a whole sentence
        name = blake2b(keyword.casefold().encode(), digest_size=6).hexdigest()
    return f"feeds/keyword-{name}.xml"


def search_url(words: str) -> str:
    """The search page with words to look for. Percent-encoded behind the question mark."""
    return f"{SEARCH}?{urlencode({'q': words})}"


def sitemap_part_url(number: int) -> str:
    """One part of a site map too long for one file."""
    return f"sitemap-{number}.xml"


def whole_url(target: str, *, site_address: str) -> str:
    """`target`, an address from the site's root, as a link from anywhere. Percent-encoded.

    `site_address` is that of the site's root, with or without a slash at its end. The home page
    is the root itself.
    """
    shown = "" if target == HOME else quote(target, safe=SAFE_IN_URL)
    return f"{site_address.rstrip('/')}/{shown}"


def relative_url(*, target: str, page: str) -> str:
    """`target` as a link from `page` (both from the site's root), its fragment kept."""
    path, hash_sign, fragment = target.partition("#")
    if path == page and hash_sign:
        return f"#{fragment}"
    folder, _, name = path.rpartition("/")
    return _way(page.rpartition("/")[0], folder) + name + hash_sign + fragment


@cache
def _way(start: str, end: str) -> str:
    """From one folder to another, ready for a file's name: "" or "../meetings/"."""
    way = relpath(end or ".", start or ".")
    return "" if way == "." else f"{way}/"
