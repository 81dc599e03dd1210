"""The abbreviations that a text uses and the glossary knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_gen.model.glossary import Glossary

WORD = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
PART = re.compile(r"[^\W_]+")


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


def abbreviations_in(texts: Iterable[str], known: Mapping[str, str]) -> tuple[Abbreviation, ...]:
    """Those of `known` that the texts use, sorted; "PCNs" uses PCN."""
    if not known:
        return ()
    words: set[str] = set()
    for text in texts:
        words.update(WORD.findall(text))
        words.update(PART.findall(text))
    words.update([word[:-1] for word in words if word.endswith("s")])
    used = sorted(known.keys() & words, key=str.casefold)
    return tuple(Abbreviation(short, known[short]) for short in used)
