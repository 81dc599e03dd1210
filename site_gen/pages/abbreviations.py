"""The abbreviations that minutes use and the glossary knows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from site_gen.model.glossary import Glossary
from site_gen.model.meetings import Meeting
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Decision, Record
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Short letters and what they stand for."""

    short: str
    expansion: str


@lru_cache(maxsize=64)
def expansions(glossary: Glossary, council: str) -> Mapping[str, str]:
    """Short form to expansion for one council, whose own meanings win."""
    general = {one.short: one.expansion for one in glossary.acronyms if not one.council}
    own = {one.short: one.expansion for one in glossary.acronyms if one.council == council}
    return general | own


def abbreviations_in(meeting: Meeting, known: Mapping[str, str]) -> tuple[Abbreviation, ...]:
    """Those of `known` that the meeting's page shows, sorted; "PCNs" uses PCN, "PCNX" does not."""
    if not known:
        return ()
    text = "\n".join(_shown_texts(meeting))
    used = [short for short in known if short in text and whole_word(short).search(text)]
    return tuple(Abbreviation(short, known[short]) for short in sorted(used, key=str.casefold))


@lru_cache(maxsize=4096)
def whole_word(short: str) -> re.Pattern[str]:
    """Where `short` stands as a word of its own, or as many: "PCN", "PCNs"."""
    return re.compile(rf"(?<![^\W_])(?<!&){re.escape(short)}(?=s?(?![^\W_]))")


def _shown_texts(meeting: Meeting) -> Iterator[str]:
    yield from _texts(meeting.preamble)
    for item in meeting.items:
        yield item.title
        yield from _texts(item.flow)


def _texts(flow: Iterable[Passage | Record | Decision | Withheld]) -> Iterator[str]:
    for part in flow:
        if isinstance(part, Decision):
            yield from _texts(part.flow)
        elif not isinstance(part, Withheld):
            yield part.prose.text
            if isinstance(part, Record) and part.lead:
                yield part.lead.text
