"""Interests that members declared, from prose."""

import re
from collections.abc import Iterator

from site_gen.minutes.name_lists import split_names
from site_gen.minutes.names import is_speaker
from site_gen.model.meetings import Declaration
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_phrase
from site_gen.text.words import Words

INTEREST_KIND = (
    r"(?:disclosable|other|registrable|registerable|non-?registrable|significant|personal|prejudicial|pecuniary|"
    r"non-?pecuniary|financial|non-?financial|conflict(?:s)?(?:\s+of)?|beneficial|direct|indirect|potential|possible|"
    r"perceived|ordinary|private|and|or|but|not|,|&)"
)

DECLARED = compile_phrase(
    rf"(?<!\w)(?:declar(?:ed|es|ing)|disclos(?:ed|es|ing)|stated|registered|expressed)\s+(?:(?:that\s+)?"
    rf"(?:he|she|they)\s+had\s+)?(?:an?\s+|his\s+|her\s+|their\s+|the\s+)?"
    rf"(?P<kind>(?:{INTEREST_KIND}\s+){{0,6}})(?:conflict\s+of\s+)?interests?(?!\w)"
)
DECLARED_PASSIVE = compile_phrase(
    rf"(?<!\w)(?P<kind>(?:{INTEREST_KIND}\s+){{0,6}})(?:interests?|declarations?(?:\s+of\s+interests?)?)"
    rf"\s+(?:was|were)\s+(?:declared|disclosed|made|received|registered)\s+by\s+"
)
IN_ITEM = compile_phrase(
    r"(?:agenda\s+)?item(?:s)?\s*(?:no\.?|number|nos\.?)?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z]\)|[a-z](?![a-z]))?)"
)
BEFORE_NAME = compile_phrase(
    r"^(?:that\s+|it\s+be\s+noted\s+(?:that\s+)?|BE\s+NOTED\s+(?:that\s+)?)+"
)
SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!Cllr)(?<!Mrs)(?<!Mr)(?<!Ms)(?<!Dr)[.;](?=\s+[A-Z(]|\s*\Z)|\n\s*\n"
)


def parse_declarations(words: Words) -> tuple[Declaration, ...]:
    """The interests that `words` tell of, one for each person and item.

    Accepts "Councillor Example declared a personal interest in item 11 as ...", "Councillors A and
    B declared disclosable pecuniary interests in items 4 and 6", "A pecuniary interest was declared
    by Mr Example". The text of each is its whole sentence.
    """
    found: list[Declaration] = []
    for sentence in _sentences(words):
        found += _declared(sentence)
    return tuple(found)


def _declared(sentence: Words) -> Iterator[Declaration]:
    text = sentence.text
    match = DECLARED.search(text)
    if match is not None:
        speakers = _speakers_before(sentence, match.start())
    elif (match := DECLARED_PASSIVE.search(text)) is not None:
        stop = re.search(r"(?<!\w)(?:in|as|for|regarding|relating|with)(?!\w)", text[match.end() :])
        end = match.end() + stop.start() if stop is not None else len(text)
        speakers = split_names(sentence.cut(match.end(), end))
    else:
        return
    kind = " ".join(match["kind"].split()).strip(" ,")
    items = [each["number"] for each in IN_ITEM.finditer(text, match.end())] or [None]
    items += _further_items(text, match.end())
    for speaker in speakers:
        for item in dict.fromkeys(items):
            yield Declaration(
                speaker,
                " ".join(text.split()),
                speaker.line,
                item_number=item,
                interest=kind.lower(),
            )


def _further_items(text: str, at: int) -> list[str | None]:
    """The numbers after the first: "items 4, 6 and 9"."""
    match = re.search(r"items\s+\d{1,3}((?:\s*(?:,|and|&)\s*\d{1,3})+)", text[at:], re.IGNORECASE)
    return list(re.findall(r"\d{1,3}", match[1])) if match is not None else []


def _speakers_before(sentence: Words, at: int) -> tuple[Speaker, ...]:
    """Everybody named before the verb, from the sentence's start or its last clause."""
    before = sentence.cut(0, at)
    if (opening := BEFORE_NAME.match(before.text)) is not None:
        before = before.cut(opening.end())
    speakers = split_names(before)
    if speakers and sum(len(each.printed) for each in speakers) * 2 >= len(before.text):
        return speakers
    ends = [match.end() for match in re.finditer(r"[,:]\s+", before.text)]
    for end in reversed(ends):
        part = before.cut(end)
        if is_speaker(part.text):
            return split_names(part)
    return ()


def _sentences(words: Words) -> Iterator[Words]:
    at = 0
    for match in SENTENCE_END.finditer(words.text):
        yield words.cut(at, match.start())
        at = match.end()
    if words.text[at:].strip():
        yield words.cut(at)
