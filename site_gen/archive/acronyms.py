"""Abbreviations that nobody explains."""

import re
from collections.abc import Iterator

from site_gen.archive.prose_of import prose_of
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.model.glossary import Glossary
from site_gen.model.meetings import Meeting
from site_gen.text.sources import Source

# Two to six capitals, perhaps with a small letter inside or an "s" after: CIN, DfE, EHCPs.
# What stands before is asked behind the first capital: a search for a letter is quick.
ACRONYM = re.compile(r"[A-Z](?<![\w/.&-][A-Z])(?:[a-z]?[A-Z]){1,5}(?=s?(?![\w/&-]))")
CAPITALS = re.compile(r"[A-Z]{2,}")
ROMAN = re.compile(r"[IVXLC]+\Z")
# Known to every reader of newspapers.
EVERYDAY_WORDS = """
AM BBC BT CBE CCTV CD CEO CV DVD EU FAQ GB GP HQ HR ID IT JP KC MBE MP NB NHS OBE PC PM PO PR QC
RAF TV UK UN US USA VAT VIP WC BE OR NO OF TO IN ON IS AN AT IF AS BY
"""
EVERYDAY = frozenset(EVERYDAY_WORDS.split())
# Words that minutes print in capitals for weight.
WEIGHTY_WORDS = """
ACTION AGAINST AGREED AMEND AND ANSWER AYES BUT CLOSED DRAFT ENDED FOR FROM ITEM ITEMS LOST MEMBER
MINUTE MOTION MOVED NAYS NIL NOES NONE NOT NOTE NOTED OPEN PART PASSED REPLY TABLED THAT THE THIS
TIED VOTE VOTED VOTES WITH YEAS YES
"""
WEIGHTY = frozenset(WEIGHTY_WORDS.split())


def check_acronyms(meeting: Meeting, source: Source, glossary: Glossary) -> tuple[Diagnostic, ...]:
    """A warning for each abbreviation that neither the glossary nor the minutes explain.

    Minutes explain one by putting it in brackets after its words: "child in need (CIN)". Words
    among others in capitals are shouting, and no abbreviations.
    """
    known = {acronym.short for acronym in glossary.acronyms} | EVERYDAY | WEIGHTY
    texts = [piece.text for piece in prose_of(meeting)]
    whole = "\n".join(texts)
    unknown = dict.fromkeys(
        short
        for short in _acronyms(whole)
        if short not in known and f"({short}" not in whole and not ROMAN.match(short)
    )
    return tuple(
        finding(
            "unknown-acronym",
            source.place_of(short),
            f'"{short}" is explained neither in glossary.yaml nor here',
        )
        for short in unknown
    )


def _acronyms(text: str) -> Iterator[str]:
    for match in ACRONYM.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        before = text[line_start : match.start()].split()[-1:]
        after = text[match.end() : line_end if line_end >= 0 else None].split(None, 1)[:1]
        if not any(CAPITALS.match(word) for word in (*before, *after)):
            yield match[0]
