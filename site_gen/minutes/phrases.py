"""Spellings of phrases, as the wording files have them, to patterns.

A spelling is plain words with four signs: `[...]` may be missing, `(a|b)` is one of these,
`{slot}` stands for something that varies (`{digits}` is a `{number}` in figures), and a backslash
makes a sign an ordinary character.
A space matches any white space. A word written in capitals is matched in capitals only; other
words in any case. A colon may have broken emphasis around it (`**REPLY*:**`) and a hyphen behind
it. A spelling matches from the start of a paragraph or sentence, or anywhere within a sentence
where its file says so; `{end}` is the end of the sentence.
"""

import re
from functools import cached_property

from site_gen.minutes.phrase_words import (
    TOKEN,
    UNNAMED_SLOTS,
    Needs,
    TextWords,
    beginnings_of,
    goes_on,
    needs_of,
)
from site_gen.text.values import dataclass, replace

Known = tuple[Needs, frozenset[bytes] | None]

SLOT_PATTERNS = {
    "speaker": r"[^\n:;?!]{1,160}?",
    "addressee": r"[^\n:;?!]{2,120}?",
    "decides": r"[^\n:;?!]{2,120}?",
    "number": r"\d{1,3}[a-z]?|[ivxl]{1,6}|[A-Za-z]",
    "numbers": r"\d{1,3}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s+to\s+|\s*[-–]\s*)\d{1,3}){0,12}",
    "month": r"January|February|March|April|May|June|July|August|September|October|November"
    r"|December",
    "year": r"(?:19|20)\d\d",
    "count": r"\d{1,4}",
    "signatures": r"(?:over\s+|more\s+than\s+|about\s+|some\s+)?\d{1,3}(?:,?\d{3})*",
    "date": r"[^;:()]{4,40}?",
    "earlier": r"[^;:()]{4,60}?",
    "due": r"[^;:()]{3,40}?",
    "ordinal": r"first|second|third|fourth|fifth|further|final|following",
    "side": r"For|Against|In\s+favour|Abstentions?|Abstaining|Abstained|Absent|AYES|Ayes|NOES|Noes"
    r"|FOR|AGAINST|IN\s+FAVOUR|ABSTENTIONS?|ABSTAINING|ABSTAINED|ABSENT",
    "how": r"[^()]{1,120}?",
    "words": r"[^\n]{0,300}?",
    "few": r"[^\n,;:]{0,60}?",
    "adverbs": r"(?:(?:then|now|also|therefore|accordingly|subsequently|duly|formally|further|thus"
    r"|so|all|unanimously|UNANIMOUSLY|finally|eventually|both)\s+){0,3}",
    "end": r"[\s*_.!)\]\"”’]*\Z",
}
OPENING = r"[\s*_\"“”'(\[]{0,6}"
EMPHASIS = r"[\s*_]{0,6}"
COLON_LAST = re.compile(r":[\s*_]*[-–—]?[\s*_]*\Z")
LETTERS_BEFORE = re.compile(r"[\w)]\[\Z")  # before the "s" of "question[s]"
LETTERS_AFTER_GROUP = re.compile(r"(?:\|[^()\[\]]*)?\)\[\w")  # after "ask" of "(ask|answer)[ed]"
SLOT_LAST = re.compile(r"\{(?:speaker|addressee|decides)\}(?:\[:\]|\])*\Z")
# What may follow a name that ends a spelling.
NAME_END = (
    r"(?=[\s*_=~|]*(?:\Z|\n|[:;,(]|\.\s*(?:\Z|\n))|\s+(?i:on\s+behalf|(?:and\s+)?seconded|which|that|who|containing|with|regarding"
    r"|concerning|asking|requesting|calling|signed|against|about|as)\b)"
)


@dataclass(frozen=True, eq=False)  # told apart by who they are: compared very often
class Spelling:
    """One way to word a phrase."""

    phrase: str  # "question"
    written: str
    is_label: bool = False
    origin: str = ""  # the set of wording it is from: "english", "site.yaml"
    is_inside: bool = False  # it may stand anywhere in a sentence
    known: Known | None = None  # `needs` and `beginnings`, where they were worked out before

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it matches. Raises ValueError when it is not written as told above."""
        opening = "" if self.is_inside else OPENING
        return re.compile(opening + _pattern(self.written), re.DOTALL)

    def announces(self, matched: str) -> bool:
        """Whether what follows `matched` is the record, and not the paragraph that it opens."""
        has_colon_last = ":" in matched and COLON_LAST.search(matched) is not None
        return has_colon_last or self.written.endswith("}.")

    @cached_property
    def needs(self) -> Needs:
        """Every text that it matches has at least one part of each; the rarest come first."""
        return needs_of(self.written) if self.known is None else self.known[0]

    @cached_property
    def beginnings(self) -> frozenset[bytes] | None:
        """The first words, one of which every text has that it opens; None for any."""
        return beginnings_of(self.written) if self.known is None else self.known[1]

    def prepared(self) -> "Spelling":
        """The same, with all worked out that need not be when it is kept and read again."""
        return replace(self, known=(self.needs, self.beginnings))

    def fits(self, words: TextWords) -> bool:
        """Whether a text with these words has all that it needs."""
        for need in self.needs:  # noqa: SIM110 - asked some hundred times a meeting
            if need.isdisjoint(words.parts):
                return False
        return True


def _pattern(written: str) -> str:
    pieces: list[str] = []
    used: set[str] = set()
    for token in TOKEN.finditer(written):
        if token["literal"]:
            pieces.append(re.escape(token["literal"]))
        elif token["slot"]:
            pieces.append(_slot(token["slot"], used))
        elif token["sign"]:
            pieces.append({"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}[token["sign"]])
        elif token["space"]:
            pieces.append(r"\s+")
        elif token["word"]:
            # "question[s]" and "PQ{number}" go on without a gap.
            is_glued = written[token.end() :].startswith("[") or goes_on(written, token.end())
            is_glued = is_glued or LETTERS_AFTER_GROUP.match(written, token.end()) is not None
            follows = LETTERS_BEFORE.search(written[: token.start()]) is not None
            pieces.append(_word(token["word"], follows=follows, goes_on=is_glued))
        elif token["mark"] == ":":
            pieces.append(rf"{EMPHASIS}:{EMPHASIS}(?:[-–—](?!\w))?")
        else:
            pieces.append(re.escape(token["mark"]))
    if SLOT_LAST.search(written):
        pieces.append(NAME_END)
    return "".join(pieces)


def _slot(name: str, used: set[str]) -> str:
    if name == "digits":  # a number that may not be a letter
        used.add("number")
        return r"(?P<number>\d{1,3})"
    if name not in SLOT_PATTERNS:
        raise ValueError(f"no slot is called {{{name}}}")
    if name in used or name in UNNAMED_SLOTS:
        return f"(?:{SLOT_PATTERNS[name]})"
    used.add(name)
    return f"(?P<{name}>{SLOT_PATTERNS[name]})"


def _word(word: str, *, follows: bool, goes_on: bool) -> str:
    start = "" if follows else r"(?<!\w)"
    end = "" if goes_on else r"(?!\w)"
    if len(word) > 1 and word.isupper():
        return f"{start}{word}{end}"
    return f"(?i:{start}{re.escape(word)}{end})"
