"""The abbreviations that a text uses and the glossary knows."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from site_gen.model.glossary import Glossary
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


def known_in(texts: Iterable[str], known: Mapping[str, str]) -> Mapping[str, str]:
    """Those of `known` whose letters the texts have, in whatever word: few, to be looked for."""
    text = "\n".join(texts)
    return {short: expansion for short, expansion in known.items() if short in text}


def abbreviations_in(texts: Iterable[str], known: Mapping[str, str]) -> tuple[Abbreviation, ...]:
    """Those of `known` that the texts use, sorted; "PCNs" uses PCN, "PCNX" does not."""
    text = "\n".join(texts)
    used = [short for short in known if short in text and _whole(short).search(text)]
    return tuple(Abbreviation(short, known[short]) for short in sorted(used, key=str.casefold))


@lru_cache(maxsize=4096)
def _whole(short: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(short)}s?(?![^\W_])")
