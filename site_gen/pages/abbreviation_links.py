"""Links from abbreviations in the minutes to what they stand for."""

import re
from collections.abc import Iterable
from html import escape
from itertools import chain
from typing import TypeVar

from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.model.records import Decision, Record
from site_gen.pages.abbreviations import Abbreviation, whole_word
from site_gen.text.values import replace

Part = TypeVar(
    "Part",
    Passage | Record | Decision | Withheld,
    Passage | Record | Withheld,
    Passage | Withheld,
)
# What the page folds, or shows in a form of its own.
PLAIN = frozenset({PassageRole.AGENDA, PassageRole.FURNITURE, PassageRole.MOVERS, PassageRole.LEAD})
# No letters are looked for in tags, nor in links: HTML has no link within a link.
NO_WORDS = re.compile(r"<a\b.*?</a>|<[^>]*>", re.DOTALL)
END = re.compile(r"\Z")


def link_abbreviations(
    flow: tuple[Part, ...], abbreviations: Iterable[Abbreviation]
) -> tuple[Part, ...]:
    """The flow with each abbreviation linked where it stands first; the words stay as they are."""
    waiting = {one.short: one for one in abbreviations}
    return tuple(_linked_part(part, waiting) for part in flow) if waiting else flow


def _linked_part(part: Part, waiting: dict[str, Abbreviation]) -> Part:
    """The part, with what it is first to use linked, and taken out of `waiting`."""
    match part:
        case Decision():
            return replace(part, flow=tuple(_linked_part(one, waiting) for one in part.flow))
        case Record():
            return replace(part, prose=_linked_prose(part.prose, waiting))
        case Passage() if part.role not in PLAIN:
            return replace(part, prose=_linked_prose(part.prose, waiting))
        case _:
            return part


def _linked_prose(prose: Prose, waiting: dict[str, Abbreviation]) -> Prose:
    html = prose.html
    for short in [short for short in waiting if short in prose.text]:
        linked = _linked(html, waiting[short])
        if linked != html:
            del waiting[short]
            html = linked
    return Prose(html, prose.text) if html is not prose.html else prose


def _linked(html: str, abbreviation: Abbreviation) -> str:
    pattern = whole_word(escape(abbreviation.short))
    start = 0
    for gap in chain(NO_WORDS.finditer(html), END.finditer(html)):
        if found := pattern.search(html, start, gap.start()):
            title = escape(abbreviation.expansion)
            link = f'<a href="#abbreviations" title="{title}">{found[0]}</a>'
            return f"{html[: found.start()]}{link}{html[found.end() :]}"
        start = gap.end()
    return html
