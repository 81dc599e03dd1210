"""Marks for text that must not be published, and whatever resembles one."""

import re
from collections.abc import Iterator
from enum import Enum

from site_gen.content.inline import STRONG, Inline
from site_gen.text.patterns import compile_later, lowered, mentions
from site_gen.text.values import dataclass

PARAGRAPHS = r"paragraphs? (?P<paragraphs>\d{1,2}(?:(?:, | and )\d{1,2}){0,6})"
START = re.compile(rf"Exempt \({PARAGRAPHS}\):")
END = re.compile(r"End of exempt")
HEADING_END = re.compile(rf"\s*\(exempt: {PARAGRAPHS}\)\s*\Z")
NUMBER = re.compile(r"\d+")
# A text without any of these holds no mark. Characters without width could hide one.
INVISIBLES = "\u200b\u200c\u200d\u200e\u200f\u00ad\u2060\ufeff"
INVISIBLE = re.compile(f"[{INVISIBLES}]")
HINT_WORDS = ("publication", "confidential", "exclu", "pink")
# Each begins with plain letters, which are found quickly.
HINTS = (
    re.compile(r"ex\w{0,2}m\w{0,3}pt"),
    re.compile(r"part\s+(?:ii|2|two)\b"),
    re.compile(
        r"private\s*(?:[)\]]|(?:item|session|business|agenda|minute|part|report|paper)s?\b)"
    ),
    re.compile(r"in\s+private\b"),
    re.compile(r"not\s+to\s+be\s+published\b"),
    re.compile(r"(?:restricted|exempt)\s*[)\]]"),
    re.compile(r"not\s+for\s+(?:public\s+)?release"),
    re.compile(r"part\s+b\s*\W{1,3}\s*(?:private|closed)"),
    re.compile(r"para(?:graph)?s?\.?\s*\d"),
)
LINE_OPENING = (
    r"[\s*_\\#>\"“'‘\[(·•–-]{0,12}(?:\d{1,3}(?:\.\d{1,2})?[.):]?\s{1,3})?[\s*_\\\[(]{0,6}"
)
EXEMPT = r"\b(?:ex\w{0,2}em\w{0,2}pt|exmept|exmpt|excempt)\b"
CONFIDENTIAL = (
    r"(?:private\s+and\s+)?confidential"
    r"(?:\s+(?:items?|business|session|section|part|minutes?|information|matters?))?"
)
NUMBERED_CONFIDENTIAL = compile_later(  # a section of many agendas, and no mark
    rf"[\s*_#]*\d{{1,3}}(?:\.\d{{1,3}})?[.)]?\s+{CONFIDENTIAL}(?=\s*(?:\(|\Z))", re.IGNORECASE
)
# Words that stand for a whole part of the minutes when they stand alone.
SECTION = (
    rf"(?:part\s*(?:ii|2|two)\s*[-–—:.(]*\s*(?:{EXEMPT}|private|confidential|closed)[^\n]{{0,60}}|part\s+ii\b[^\n]{{0,60}}"
    rf"|(?:the\s+)?following\s+(?:items?|minutes?|business)[^\n]{{0,40}}(?:{EXEMPT}|confidential|not\s+for\s+publication)[^\n]{{0,40}}"
    rf"|{EXEMPT}(?:\s+(?:items?|business|information|minutes?|agenda|session|section|part|report|appendix|matters?))?"
    rf"|(?:{EXEMPT}|confidential)\s*(?:/|&|and|or)\s*(?:{EXEMPT}|confidential)(?:\s+\w{{3,12}})?"
    rf"|{CONFIDENTIAL}"
    r"|[\"“'‘]?pink[\"”'’]?\s+(?:papers?|pages?|items?|reports?|agenda)"
    r"|(?:strictly\s+)?not\s+for\s+(?:public\s+)?publication[^\n]{0,80}"
    r"|(?:the\s+)?(?:members\s+of\s+the\s+)?(?:press|public)(?:\s*(?:and|&|/)\s*(?:the\s+)?(?:press|public))?"
    r"(?:\s+(?:is|are|was|were|have|has|had|been|being|having|now|then)){0,3}\s+excluded[^\n]{0,40})"
)
ALONE = compile_later(rf"^{LINE_OPENING}{SECTION}[\s*_.:)\]\"”–—-]*$", re.IGNORECASE | re.MULTILINE)
LABEL = compile_later(
    rf"(?:^{LINE_OPENING}|(?<=[.;:!?])\s+[\s*_(\[]*)"
    rf"(?:{EXEMPT}\s*(?:[(\[:]|[-–—]\s)|{EXEMPT}\W{{0,4}}para(?:graph)?s?\b"
    rf"|{EXEMPT}\s+(?:items?|information|business|minutes?|reports?|appendix)\s*[(:]"
    rf"|{EXEMPT}\s*[)\]]|{EXEMPT}\s+(?:appendix|annex)(?:\s+\w{{1,3}})?\s*(?:[(:]|$)"
    rf"|{EXEMPT}\s+(?:items?|minutes?|reports?)\s+[-–—]\s"
    r"|confidential\s*[(:]|confidential(?:\s+(?:items?|minutes?|reports?))?\s+[-–—]\s+(?!non|nil)"
    r"|(?:strictly\s+)?not\s+(?:to\s+be\s+published|for\s+(?:public\s+)?release)\b"
    r"|(?:strictly\s+)?not\s+for\s+(?:public\s+)?publication\b"
    rf"|end\s+of\s+(?:the\s+)?(?:{EXEMPT}|confidential|private)\b|{EXEMPT}\s+ends?\b"
    r"|part\s+(?:ii|2)\s*\W{0,2}(?:exempt|private|confidential)"
    r"|(?:press|public)\s+(?:and|&)\s+(?:the\s+)?(?:press|public)\s+excluded)",
    re.IGNORECASE | re.MULTILINE,
)
EXEMPT_OF = (  # "exempt accommodation" and "exempt from call-in" are something else
    rf"{EXEMPT}(?=\W*\Z|\W{{0,4}}(?:para|item|info|business|report|appendix|minute|part\b|section|schedule|sched|s\.)"
    r"|[^()\n]{0,40}\bpara(?:graph)?s?\.?\s*\d|[^()\n]{0,40}\bschedule\s+12)"
)
BRACKETED = compile_later(
    rf"[(\[]\s*(?:{EXEMPT_OF}[^)\]\n]{{0,80}}"
    rf"|(?:part\s+(?:ii|2)|private|confidential)\W{{1,3}}{EXEMPT}[^)\]\n]{{0,80}}"
    rf"|(?:strictly\s+)?not\s+for\s+(?:public\s+)?publication[^)\]\n]{{0,80}}"
    r"|(?:the\s+)?(?:press|public)\s+(?:and|&)\s+(?:the\s+)?(?:press|public)\s+(?:\w+\s+)?excluded[^)\]\n]{0,40})[)\]]",
    re.IGNORECASE,
)
# At the end of a heading fewer words are enough.
HEADING_LIKE = compile_later(
    rf"(?:[(\[]\s*|[-–—:]\s*)(?:{EXEMPT_OF}|confidential|private\s+(?:item|session|business|report|minute|paper|agenda)|part\s+(?:ii|2)|"
    r"not\s+for\s+(?:public\s+)?publication|(?:press|public)\b[^()\n]{0,30}excluded)[^()\n]{0,60}[)\]]?\s*\Z"
    r"|\(\s*para(?:graph)?s?\.?\s*\d[^()\n]{0,30}\)\s*\Z"
    r"|[(\[]\s*(?:private|restricted|pink(?:\s+papers?)?)\s*[)\]]\s*\Z",
    re.IGNORECASE,
)
# A heading without a number that stands over all that was taken in private.
PRIVATE_PART = compile_later(
    r"[\s*_#\"“'‘(\[]{0,12}(?:part\s+(?:b|ii|2|two)\s*\W{1,3}\s*(?:private|closed)[^\n]{0,60}"
    r"|private\s+(?:items?|business|agenda|session|part|papers?|minutes|reports?)"
    r"|(?:agenda\s+)?items?\s+(?:to\s+be\s+)?(?:considered|discussed|taken|heard)\s+"
    r"(?:in\s+private|(?:following|after)\s+the\s+exclusion\s+of\s+the\s+(?:press|public)[^\n]{0,30}))"
    r"\W{0,12}\Z",
    re.IGNORECASE,
)
BOLD_LIKE = compile_later(
    rf"(?:{EXEMPT}|confidential|not\s+for\s+publication|part\s+ii\b|(?:press|public)\b[^\n]{{0,30}}excluded)"
    r"|\(\s*para(?:graph)?s?\.?\s*\d[^()\n]{0,30}\)\s*:",
    re.IGNORECASE,
)
LONGEST_BOLD = 120  # characters of a bold label; a longer bold passage is emphasis
MOST_WORDS = 6  # of a bold label that no colon ends


class MarkKind(Enum):
    """What a mark does."""

    START = "start"  # "Exempt (paragraph 3):"
    END = "end"  # "End of exempt"
    UNCLEAR = "unclear"  # resembles a mark; withholds to the end of its item
    UNCLEAR_SECTION = "unclear section"  # stands over a whole part; withholds to the next part


@dataclass(frozen=True, slots=True)
class ExemptMark:
    """A mark in a paragraph."""

    kind: MarkKind
    start: int
    end: int
    paragraphs: tuple[str, ...] = ()


def may_hold_marks(text: str) -> bool:
    """False when `text` surely holds no mark; cheap enough for every file."""
    if not text.isascii() and any(mark in text for mark in INVISIBLES):
        return True
    if mentions(text, HINT_WORDS):
        return True
    small = lowered(text)
    return any(hint.search(small) is not None for hint in HINTS)


def find_marks(words: Inline) -> tuple[ExemptMark, ...]:
    """The marks in a paragraph, and what resembles one, in order.

    A mark is written "**Exempt (paragraph 3):**" or "**End of exempt**", bold to its last
    character and in these very letters. In running sentences the words mean nothing: "the public
    be excluded under Schedule 12A" is a resolution, "exempt accommodation" a subject.
    """
    text = words.text
    if not may_hold_marks(text):
        return ()
    marks = [*_exact(words)]
    if not marks and INVISIBLE.search(text) is not None:
        visible = INVISIBLE.sub("", text)
        if any(_unclear(Inline(visible))) or START.search(visible) or END.search(visible):
            return (ExemptMark(MarkKind.UNCLEAR, 0, len(text)),)
    for mark in _unclear(words):
        if all(mark.end <= other.start or mark.start >= other.end for other in marks):
            marks.append(mark)
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def _exact(words: Inline) -> Iterator[ExemptMark]:
    """Bold runs that are a mark and nothing else."""
    offset = 0
    for part in words.parts:
        run = part.text.strip()
        if STRONG in part.marks and run[:1] == "E":
            start = offset + part.text.index(run)
            if (match := START.fullmatch(run)) is not None:
                numbers = tuple(NUMBER.findall(match["paragraphs"]))
                yield ExemptMark(MarkKind.START, start, start + len(run), numbers)
            elif END.fullmatch(run) is not None:
                yield ExemptMark(MarkKind.END, start, start + len(run))
        offset += len(part.text)


def _unclear(words: Inline) -> Iterator[ExemptMark]:
    text = words.text
    for match in ALONE.finditer(text):
        yield ExemptMark(MarkKind.UNCLEAR_SECTION, match.start(), match.end())
    for match in LABEL.finditer(text):
        yield ExemptMark(MarkKind.UNCLEAR, match.start(), match.end())
    for match in BRACKETED.finditer(text):
        # "A price was agreed (exempt)." means the words before it; a bold one may be a title.
        is_last = not words.is_bold and not text[match.end() :].strip(" .*_\n")
        start = 0 if is_last else match.start()
        yield ExemptMark(MarkKind.UNCLEAR, start, match.end())
    offset = 0
    for part in words.parts:
        if STRONG in part.marks and len(part.text) <= LONGEST_BOLD:
            is_like = BOLD_LIKE.search(part.text) is not None
            if is_like and _is_label(part.text, words.text, offset):
                yield ExemptMark(MarkKind.UNCLEAR, offset, offset + len(part.text))
        offset += len(part.text)


def _is_label(bold: str, text: str, offset: int) -> bool:
    """Whether a bold run is set apart as labels are: a colon ends or follows it, or it is alone."""
    behind = text[offset + len(bold) : offset + len(bold) + 3].lstrip()
    if bold.rstrip().endswith(":") or behind.startswith(":"):
        return True
    return not text[:offset].strip() and len(bold.split()) <= MOST_WORDS


def heading_mark(text: str) -> ExemptMark | None:
    """The mark at the end of a heading: "(exempt: paragraph 3)", or what resembles one."""
    if not may_hold_marks(text):
        return None
    match = HEADING_END.search(text)
    if match is not None:
        numbers = tuple(NUMBER.findall(match["paragraphs"]))
        return ExemptMark(MarkKind.START, match.start(), match.end(), numbers)
    visible = INVISIBLE.sub("", text)
    if (section := NUMBERED_CONFIDENTIAL.match(visible)) is not None:
        visible = visible[section.end() :]
    if ALONE.search(visible) is not None or PRIVATE_PART.match(visible) is not None:
        return ExemptMark(MarkKind.UNCLEAR_SECTION, 0, len(text))
    if any(pattern.search(visible) for pattern in (HEADING_LIKE, LABEL, BRACKETED)):
        return ExemptMark(MarkKind.UNCLEAR, 0, len(text))
    return None
