"""Acronyms and residents' words."""

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Acronym:
    """Short letters and what they stand for, in one council or in all."""

    short: str
    expansion: str
    council: str = ""  # empty for every council


@dataclass(frozen=True, slots=True)
class Glossary:
    """glossary.yaml: acronyms, and residents' words with the council's word for each."""

    acronyms: tuple[Acronym, ...] = ()
    words: tuple[tuple[str, str], ...] = ()  # (resident's word, council's word)
