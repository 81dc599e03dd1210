"""Abbreviations that nobody explains."""

import re
from collections.abc import Iterable, Iterator

from site_gen.archive.prose_of import prose_of
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.names import person_name
from site_gen.model.glossary import Glossary
from site_gen.model.meetings import Meeting
from site_gen.text.places import Place
from site_gen.text.sources import Source

# Two to six capitals, perhaps with a small letter inside or an "s" after: CIN, DfE, EHCPs.
# What stands before is asked behind the first capital: a search for a letter is quick.
ACRONYM = re.compile(r"[A-Z](?<![\w/.&-][A-Z])(?:[a-z]?[A-Z]){1,5}(?=s?(?![\w/&-]))")
CAPITALS = re.compile(r"[A-Z]{2,}")
WORD = re.compile(r"[^\W\d_]{2,}")
RUN = re.compile(r"\w+")
SHORTEST = 3  # letters; two are as often somebody's initials
LONGEST_WORD = 40  # characters beside an abbreviation in which the next word stands
SHORTEST_ALONE = 4  # letters of a word that shouts with a line to itself: "MAYOR"
ROMAN = re.compile(r"[IVXLC]+\Z")
# Known to every reader of newspapers.
EVERYDAY_WORDS = """
AGM AM ATM BBC BT CBE CCTV CD CEO CV DNA DVD EU FAQ GB GP GPS HQ HR ID IT JP KC MBE MP NB NHS OBE
PC PDF PM PO PR QC RAF TV UK UN US USA VAT VIP WC BE OR NO OF TO IN ON IS AN AT IF AS BY EUR GBP
USD LTD PLC
"""
EVERYDAY = frozenset(EVERYDAY_WORDS.split())
# Words that minutes print in capitals for weight.
WEIGHTY_WORDS = """
ACTION ADDING AGAINST AGREED AMEND AND ANSWER APRIL AREA ASKED AUGUST AYES BUT CLOSED DRAFT ENDED
FEBRUARY FOR FRIDAY FROM FULL HELD ITEM ITEMS JANUARY JULY JUNE LOST MARCH MAY MEMBER MINUTE
MONDAY MOTION MOVED NAYS NEW NIL NOES NONE NOT NOTE NOTED NOW OPEN OTHER PART PASSED REPLY SEPT
STOP SUNDAY TABLED THAT THE THIS TIED TUESDAY VOTE VOTED VOTES WITH YEAS YES
"""
WEIGHTY = frozenset(WEIGHTY_WORDS.split())


def check_acronyms(
    meeting: Meeting, source: Source, glossary: Glossary, *, body_line: int = 1
) -> tuple[Diagnostic, ...]:
    """A warning for each abbreviation that neither the glossary nor the minutes explain.

    Minutes explain one by putting it in brackets after its words: "child in need (CIN)". Words
    among others in capitals are shouting, and no abbreviations.
    """
    known = {acronym.short for acronym in glossary.acronyms} | EVERYDAY | WEIGHTY
    known |= set(_initials(meeting))
    texts = [piece.text for piece in prose_of(meeting)]
    whole = "\n".join(texts)
    unknown = dict.fromkeys(
        short
        for short in _acronyms(whole)
        if len(short) >= SHORTEST
        and short not in known
        and f"({short}" not in whole
        and not ROMAN.match(short)
    )
    places = _places(source, unknown, body_line)
    return tuple(
        finding(
            "unknown-acronym",
            places[short],
            f'"{short}" is explained neither in glossary.yaml nor here',
        )
        for short in unknown
    )


def _initials(meeting: Meeting) -> Iterator[str]:
    """How some minutes write their people: "JS" and "JHS" for James H. Smith."""
    for one in meeting.attendance:
        parted = person_name(one.speaker.name or one.speaker.printed)
        if parted is not None and parted.given and parted.family:
            letters = [part[0].upper() for part in (*parted.given, parted.family)]
            yield "".join(letters)
            yield letters[0] + letters[-1]


def _places(source: Source, shorts: Iterable[str], body_line: int) -> dict[str, Place]:
    """Where each abbreviation first stands alone: "UL" is not in "COUNCIL"."""
    wanted = set(shorts)
    places: dict[str, Place] = {}
    for number in range(body_line, len(source.lines) + 1):
        if not wanted:
            break
        for match in RUN.finditer(source.line(number)):
            if match[0] in wanted:
                wanted.remove(match[0])
                place = source.place(number, match.start() + 1, length=len(match[0]))
                places[match[0]] = place
    return places | {short: source.place_of(short, start_line=body_line) for short in wanted}


def _acronyms(text: str) -> Iterator[str]:
    for match in ACRONYM.finditer(text):
        start, end = match.span()
        line_start = text.rfind("\n", 0, start) + 1
        before = WORD.findall(text[max(line_start, start - LONGEST_WORD) : start])[-1:]
        after = WORD.findall(text[end : end + LONGEST_WORD].partition("\n")[0])[:1]
        is_alone = not before and not after and len(match[0]) >= SHORTEST_ALONE
        if not is_alone and not any(CAPITALS.match(word) for word in (*before, *after)):
            yield match[0]
