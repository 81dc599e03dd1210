"""Interests that members declared, from prose."""

import re
from collections.abc import Iterator

from site_gen.minutes.name_lists import are_all_named, split_names
from site_gen.minutes.names import parse_speaker
from site_gen.minutes.neighbours import speaker_before
from site_gen.model.meetings import Declaration
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_phrase, mentions
from site_gen.text.words import Words

INTEREST_KIND = (
    r"(?:disclosable|other|registr?able|registerable|non-?registr?able|significant|personal"
    r"|prejudicial|pecuniary|non-?pecuniary|financial|non-?financial|conflicts?(?:\s+of)?|beneficial"
    r"|direct|indirect|potential|possible|perceived|ordinary|private|and|or|but|not|,|&)"
)

DECLARED = compile_phrase(
    rf"(?<!\w)(?:declar(?:ed|es|ing)|disclos(?:ed|es|ing)|registered)\s+"
    rf"(?:(?:that\s+)?(?:he|she|they)\s+had\s+)?(?:an?\s+|his\s+|her\s+|their\s+|the\s+)?"
    rf"(?P<kind>(?:{INTEREST_KIND}\s+){{0,6}})(?:conflict\s+of\s+)?interests?(?!\w)"
)
DECLARED_PASSIVE = compile_phrase(
    rf"(?<!\w)(?P<kind>(?:{INTEREST_KIND}\s+){{0,6}})"
    rf"(?:interests?|declarations?(?:\s+of\s+interests?)?)\s+(?:was|were)\s+(?:declared|disclosed|made|received|registered)\s+by\s+"
)
ITEM_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?\([a-z]\)|[a-z](?![a-z]))?"
IN_ITEMS = compile_phrase(
    rf"(?<!\w)items?\s*(?:(?:no|nos|number|numbers)(?!\w)\.?)?\s*"
    rf"(?P<numbers>{ITEM_NUMBER}(?:\s*(?:,|and|&)\s*{ITEM_NUMBER})*)"
)
# "Declarations of interest: Mrs Example in respect of ..."
LABELLED = compile_phrase(
    r"^\W*(?:\d{1,2}[.)]?\s*)?(?:declarations?|disclosures?)\s+of\s+(?:\w+\s+)?interests?"
    r"(?:\s+made)?(?:\s+(?:from|by))?\s*[.:;–-]?\s*"
)
MATTER = compile_phrase(
    r"(?<!\w)(?:in|as|for|regarding|relating|with|re|on|about|concerning|because|due)(?!\w)"
)
ADVERB = compile_phrase(
    r"\s(?:(?:had|has|have|then|also|previously|both|each|each\s+of\s+them)\s*)+\Z"
)
CLAUSE = compile_phrase(r"[:(;]\s*|\s[–-]\s+|(?<=[a-z]{3})(?<!Mrs)(?<!Cllr)(?<!Prof)\.\s+")
OPENING = compile_phrase(r"^(?:(?:that|it|be|is|was|were|noted|reported)\s+)+")
SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!Cllr)(?<!Mrs)(?<!Mr)(?<!Ms)(?<!Dr)[.;](?=\s+[A-Z(]|\s*\Z)|\n\s*\n"
)


def parse_declarations(words: Words) -> tuple[Declaration, ...]:
    """The interests that `words` tell of, one for each person and item.

    Accepts "Councillor Example declared a personal interest in item 11 as ...", "Councillors A and
    B declared disclosable pecuniary interests in items 4 and 6", "A pecuniary interest was declared
    by Mr Example". The text of each is its whole sentence.
    """
    if not mentions(words.text, ("interest", "declaration")):
        return ()
    found: list[Declaration] = []
    for sentence in _sentences(words):
        found += _declared(sentence)
    return tuple(found)


def _declared(sentence: Words) -> Iterator[Declaration]:
    text = sentence.text
    for pattern, read in (
        (DECLARED, _speakers_before),
        (DECLARED_PASSIVE, _speakers_after),
        (LABELLED, _speakers_after),
    ):
        match = pattern.search(text)
        if match is not None and (speakers := read(sentence, match)):
            break
    else:
        return
    kind = " ".join((match.groupdict().get("kind") or "").lower().split()).strip(" ,")
    if kind.endswith("conflict of"):
        kind += " interest"
    told = " ".join(text.split())
    for speaker in speakers:
        for item in _items(text, match.end()):
            yield Declaration(speaker, told, speaker.line, item_number=item, interest=kind)


def _items(text: str, at: int) -> tuple[str | None, ...]:
    """The numbers of the items: of "items 4, 6 and 9" all three; None alone when none is given."""
    numbers: list[str | None] = []
    for match in IN_ITEMS.finditer(text, at):
        numbers += re.findall(ITEM_NUMBER, match["numbers"])
    return tuple(dict.fromkeys(numbers)) or (None,)


def _speakers_before(sentence: Words, match: re.Match[str]) -> tuple[Speaker, ...]:
    """Everybody named right before the verb."""
    before = sentence.cut(0, match.start())
    if (adverb := ADVERB.search(before.text)) is not None:
        before = before.cut(0, adverb.start())
    if (opening := OPENING.match(before.text)) is not None:
        before = before.cut(opening.end())
    clause = before.cut(max((end.end() for end in CLAUSE.finditer(before.text)), default=0))
    for part in (before, clause):
        alone = parse_speaker(part.text, *part.place(0))
        if alone.name is not None:
            return (alone,)  # also "The Mayor, Councillor Example"
        if are_all_named(part.text, speakers := split_names(part)):
            return speakers
    nearest = speaker_before(before, len(before.text))
    return (nearest[0],) if nearest is not None else ()


def _speakers_after(sentence: Words, match: re.Match[str]) -> tuple[Speaker, ...]:
    """Everybody named behind "by" or a label, up to what the interest is in."""
    stop = MATTER.search(sentence.text, match.end())
    named = sentence.cut(match.end(), stop.start() if stop is not None else None)
    speakers = split_names(named)
    return speakers if are_all_named(named.text, speakers) else ()


def _sentences(words: Words) -> Iterator[Words]:
    at = 0
    for match in SENTENCE_END.finditer(words.text):
        yield words.cut(at, match.start())
        at = match.end()
    if words.text[at:].strip():
        yield words.cut(at)
