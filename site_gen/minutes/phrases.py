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

from site_gen.text.patterns import lowered
from site_gen.text.values import dataclass

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
UNNAMED_SLOTS = ("words", "few", "adverbs", "end")
Needs = tuple[frozenset[bytes], ...]
TOKEN = re.compile(
    r"\\(?P<literal>.)|\{(?P<slot>[a-z]+)\}|(?P<sign>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\W_]+)|(?P<mark>.)"
)
OPENING = r"[\s*_\"“”'(\[]{0,6}"
EMPHASIS = r"[\s*_]{0,6}"
COLON_LAST = re.compile(r":[\s*_]*[-–—]?[\s*_]*\Z")
MARKS = (b":", b"(")
PARTING = bytes(byte if chr(byte).isalnum() and byte < 0x80 else 0x20 for byte in range(256))
SLOT_OR_LETTER_LAST = re.compile(r"(?:\{(?P<slot>[a-z]+)\}|\w)\]?\Z")
SLOT_OR_LETTER = re.compile(r"(?:\[ \])?\{(?P<slot>[a-z]+)\}|\[\w")
ENDING = re.compile(r"\[\w")  # "(ask|answer)[ed]"
LETTERS_BEFORE = re.compile(r"[\w)]\[\Z")  # before the "s" of "question[s]"
LETTERS_AFTER_GROUP = re.compile(r"(?:\|[^()\[\]]*)?\)\[\w")  # after "ask" of "(ask|answer)[ed]"
NAMED_GROUP = re.compile(r"\(\?P<\w+>")
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
        return _needs(self.written)

    def fits(self, parts: frozenset[bytes]) -> bool:
        """Whether a text with these parts has all that it needs."""
        for need in self.needs:  # noqa: SIM110 - asked some hundred times a meeting
            if need.isdisjoint(parts):
                return False
        return True


@dataclass(frozen=True, eq=False)
class AnyOf:
    """Spellings that need the same as one pattern, which tells whether any of them matches."""

    spellings: tuple[Spelling, ...]

    @cached_property
    def needs(self) -> Needs:
        """What each of them needs."""
        return self.spellings[0].needs

    def fits(self, parts: frozenset[bytes]) -> bool:
        """Whether a text with these parts has all that each of them needs."""
        for need in self.needs:  # noqa: SIM110 - asked some hundred times a meeting
            if need.isdisjoint(parts):
                return False
        return True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What any of them matches."""
        if len(self.spellings) == 1:
            return self.spellings[0].pattern
        written = "|".join(_pattern(spelling.written) for spelling in self.spellings)
        return re.compile(f"{OPENING}(?:{NAMED_GROUP.sub('(?:', written)})", re.DOTALL)


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
            goes_on = written[token.end() :].startswith("[") or _goes_on(written, token.end())
            goes_on = goes_on or LETTERS_AFTER_GROUP.match(written, token.end()) is not None
            follows = LETTERS_BEFORE.search(written[: token.start()]) is not None
            pieces.append(_word(token["word"], follows=follows, goes_on=goes_on))
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


def telling_parts(text: str) -> list[bytes]:
    """What a spelling may need of a text: its words in small letters, and the marks of `MARKS`.

    Words are parted at everything that is no ASCII letter or digit. As bytes, because that takes a
    tenth of the time, and every paragraph is asked.
    """
    written = lowered(text).encode("utf-8", "replace")
    parts = written.translate(PARTING).split()
    parts += [mark for mark in MARKS if mark in written]
    return parts


def _needs(written: str) -> Needs:
    """The parts that cannot be missing: single words and marks, and alternatives."""
    ways: list[list[set[frozenset[bytes]]]] = [[set()]]  # of what is open, the outermost first
    for token in TOKEN.finditer(written):
        if token["sign"] in ("(", "["):
            ways.append([set()])
        elif token["sign"] == "|":
            ways[-1].append(set())
        elif token["sign"]:
            inner = ways.pop()
            if token["sign"] == ")" and not ENDING.match(written, token.end()):
                ways[-1][-1] |= _of_any(inner)
        elif token["word"] and not _is_glued(written, token):
            ways[-1][-1] |= {frozenset([part]) for part in telling_parts(token["word"])}
        elif (mark := (token["mark"] or token["literal"] or "").encode()) in MARKS:
            ways[-1][-1].add(frozenset([mark]))
    needs = _of_any(ways[0]) if len(ways[0]) > 1 else ways[0][0]
    return tuple(sorted(needs, key=_rarity, reverse=True))


def _of_any(ways: list[set[frozenset[bytes]]]) -> set[frozenset[bytes]]:
    """What is needed when one of `ways` is: the rarest part of each; nothing if one needs none."""
    if not all(ways):
        return set()
    return {frozenset().union(*(max(way, key=_rarity) for way in ways))}


def _rarity(need: frozenset[bytes]) -> tuple[int, list[bytes]]:
    """The longest words are the rarest."""
    return min(map(len, need)), sorted(need)


def _is_glued(written: str, word: re.Match[str]) -> bool:
    """Whether a word may be part of a longer one: "question[s]", "PQ[ ]{number}"."""
    before = SLOT_OR_LETTER_LAST.search(written[: word.start()])
    begins_within = before is not None and before["slot"] not in UNNAMED_SLOTS
    return begins_within or _goes_on(written, word.end())


def _goes_on(written: str, at: int) -> bool:
    """Whether what ends at `at` may be the beginning of a longer word."""
    after = SLOT_OR_LETTER.match(written, at)
    return after is not None and after["slot"] not in UNNAMED_SLOTS
