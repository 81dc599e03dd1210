"""Fuller names that running text prints for people who speak under a shorter one."""

import re
from collections.abc import Iterable, Iterator

from site_gen.minutes.names import CIVIL_TITLE, COUNCILLOR_TITLE, parse_speaker, person_name
from site_gen.minutes.titles import (
    COUNCILLOR_TITLES,
    FEMALE_TITLES,
    MALE_TITLES,
    NEUTRAL_TITLES,
)
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_later

GIVEN = re.compile(r"[^\W\d_a-z][\w'’-]{0,30}\.?")
# "Mr Adam " right before a family name.
TITLE_AND_GIVEN = compile_later(
    rf"(?<![\w-])(?:(?:{COUNCILLOR_TITLE}|{CIVIL_TITLE})\.?\s+){{1,2}}"
    rf"(?:{GIVEN.pattern}\s+){{1,3}}\Z"
)
# "Councillors A. Example, B. Sample": the title of several is that of each.
SEVERAL = re.compile(r"\A(\s*(?:Councillor|Cllr))s(?=[.\s])", re.IGNORECASE)
LONGEST_BEFORE = 90  # characters of titles and given names
# The last words of titles; a given name stands behind one.
TITLE_ENDS = tuple(
    title.split()[-1]
    for titles in (COUNCILLOR_TITLES, MALE_TITLES, FEMALE_TITLES, NEUTRAL_TITLES)
    for title in titles
)
MOST_WORDS = 4  # of a title's last word and the given names
MOST_PLACES = 50  # where one family name is looked up


def fuller_names(speakers: Iterable[Speaker], texts: Iterable[str]) -> Iterator[Speaker]:
    """Speakers as `texts` print them with given names, for those who are printed without.

    "Mr Adam Example" in a paragraph, when "Mr Example" speaks. Only names that stand behind a
    title are taken: capitalised words alone may be anything.
    """
    families = {family for speaker in speakers if (family := _family_alone(speaker))}
    if not families:
        return
    text = "\n".join(texts)
    for family in sorted(families):
        at = -1
        for _ in range(MOST_PLACES):
            at = text.find(family, at + 1)
            if at < 0:
                break
            behind = text[at + len(family) : at + len(family) + 1]
            head = text[max(0, at - LONGEST_BEFORE) : at]
            if behind.isalnum() or not _may_be_titled(head):
                continue
            if (before := TITLE_AND_GIVEN.search(head)) is not None:
                yield parse_speaker(SEVERAL.sub(r"\1", before[0]) + family)


def _may_be_titled(head: str) -> bool:
    """Whether a title and given names may end `head`; spares most places the long pattern."""
    if not head[-1:].isspace():
        return False
    for behind, word in enumerate(reversed(head.split()[-MOST_WORDS:])):
        if behind and word.rstrip(".").endswith(TITLE_ENDS):
            return True
        if GIVEN.fullmatch(word) is None:
            return False
    return False


def _family_alone(speaker: Speaker) -> str:
    """The family name of a speaker who is printed without given names; empty for others."""
    person = person_name(speaker.name) if speaker.name else None
    if person is None or person.given or len(person.family) < 2:
        return ""
    return person.family
