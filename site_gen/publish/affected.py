"""Which pages a change of some minutes can change.

A page is made from the lists and meetings that its kind names, so it suffices to know how far a
changed file reached before and reaches now. What the whole site shares (settings, people,
templates, code) is not looked at here: when that changes, every page is made again.
"""

from collections.abc import Iterable

from site_gen.archive.scope import Scope
from site_gen.pages.page_keys import PageKey, PageKind

# They sum up the archive, so nearly any change of what is listed shows on them.
SUMS = frozenset(
    {
        PageKind.HOME,
        PageKind.MEETINGS,
        PageKind.COMMITTEES,
        PageKind.PEOPLE,
        PageKind.QUESTIONS,
        PageKind.DECISIONS,
    }
)
# Few and quickly made, of words that lie beside the minutes: of their changes no scope tells.
ALWAYS = frozenset(
    {
        PageKind.ABOUT,
        PageKind.SEARCH,
        PageKind.DOCUMENTS,
        PageKind.CONTENT_PAGE,
        PageKind.DOCUMENT,
    }
)
OF_A_YEAR = frozenset({PageKind.MEETINGS_YEAR, PageKind.QUESTIONS_YEAR, PageKind.DECISIONS_YEAR})


def affected_pages(keys: Iterable[PageKey], scope: Scope) -> list[PageKey]:
    """Those of `keys` that a change of this scope can change, in their order."""
    bodies = {body for body, _ in scope.bodies}
    people = {person for person, _ in scope.people}

    def is_affected(key: PageKey) -> bool:
        match key.kind:
            case PageKind.MEETING:
                return key.id in scope.meetings
            case PageKind.COMMITTEE:
                return key.id in bodies
            case PageKind.COMMITTEE_YEAR:
                return (key.id, key.year) in scope.bodies
            case PageKind.PERSON:
                return key.id in people
            case PageKind.PERSON_YEAR:
                return (key.id, key.year) in scope.people
        is_summed = key.kind in SUMS and bool(scope.differing)
        return (
            key.kind in ALWAYS or is_summed or (key.kind in OF_A_YEAR and key.year in scope.years)
        )

    return [key for key in keys if is_affected(key)]


def year_lists(keys: Iterable[PageKey]) -> dict[tuple[PageKind, str], frozenset[int]]:
    """The years of each list that has a page a year; each such page links to all the others."""
    years: dict[tuple[PageKind, str], set[int]] = {}
    for key in keys:
        if key.year:
            years.setdefault((key.kind, key.id), set()).add(key.year)
    return {which: frozenset(found) for which, found in years.items()}
