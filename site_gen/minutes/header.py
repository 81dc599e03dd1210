"""When, where and of whom minutes are: what the words before the first item say."""

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.content.block import Block
from site_gen.minutes.attendance import attendance_label
from site_gen.minutes.header_words import (
    END_WORDS,
    HELD,
    MEETING_ENDS,
    MEETING_KINDS,
    MONTHS,
    NOT_HELD,
    START_WORDS,
    VENUE_LABELS,
)
from site_gen.minutes.movements import CLOCK
from site_gen.minutes.names import is_sentence
from site_gen.minutes.neighbours import speaker_after, speaker_before
from site_gen.minutes.paragraphs import Paragraph, joined, paragraphs
from site_gen.text.dates import PartialDate
from site_gen.text.month_names import WEEKDAY_NAMES
from site_gen.text.patterns import compile_phrase
from site_gen.text.prose_dates import DateProblem, FoundDate, find_dates
from site_gen.text.values import dataclass
from site_gen.text.words import Words

MOST_PARAGRAPHS = 40  # of a preamble that may run on into the minutes
MOST_CHARACTERS = 4000
LONGEST_TITLE = 300
LONGEST_PREFACE = 1500  # characters in which the body is named
NEAR = 160  # characters before a date in which "held on" makes it the meeting's

HELD_BEFORE = compile_phrase(rf"(?<!\w)(?:{HELD})(?!\w)")
NOT_HELD_BEFORE = compile_phrase(rf"(?<!\w)(?:{NOT_HELD})(?!\w)")
START = compile_phrase(
    rf"(?<![\w.])(?:{START_WORDS})(?:\s+(?:the\s+meeting\s+)?(?:at|to\s+order\s+at|promptly\s+at))?"
    rf"\s*[:,]?\s*(?P<clock>{CLOCK})"
)
END = compile_phrase(
    rf"(?<!\w)(?:{END_WORDS})(?!\w)[^.\n]{{0,80}}?(?:\bat|@|[:,–-])\s*(?:approximately\s+|approx\.?\s+|"
    rf"about\s+)?(?P<clock>{CLOCK})"
)
VENUE_LABEL = compile_phrase(
    rf"^\s*(?:{VENUE_LABELS})\s*[:–-]\s*(?P<venue>[^\n]{{2,160}})", re.MULTILINE
)
# What may not stand before is asked behind the first letter: a search for a letter is quick.
TOOK_PLACE = r"(?-i:[hHtTmM])(?<!\w.)(?:(?<=h)e(?:ld|d)|(?<=t)ook\s+place|(?<=m)et)"
# As far as the day or the hour, over broken lines; no sentence and no label stands between.
VENUE_UP_TO_DATE = compile_phrase(
    rf"{TOOK_PLACE}\s+(?:in|at|via)\s+"
    r"(?P<venue>(?:(?!(?-i:(?<=[a-z]{2}))\.\s)[^:]){3,160}?)"
    r"(?=[,\s]+(?:on(?!\s+the)\b|at\s+\d|\d{1,2}[.:]\d\d))"
)
VENUE = compile_phrase(
    rf"{TOOK_PLACE}\s+(?:(?:on|by)\s+(?P<date>.{{4,80}}?)[,\s]+)??"
    r"(?:in|at|via|by\s+means\s+of|on)\s+(?P<venue>.{3,200}?)"
    r"(?=[,\s]*(?:\bon\b|\bat\b\s*\d|\bat\b\s*\n|\bfollowing\b|\bcommencing\b|\d{1,2}[.:]\d\d"
    r"|(?-i:(?<=[a-z]{2}))\.\s|\.\Z|\n\s*\n|\Z))",
    re.DOTALL,
)
CHAIRED = compile_phrase(
    r"(?<!\w)(?:chaired\s+the\s+meeting|took\s+the\s+chair|presided|(?:called|opened)\s+the\s+meeting"
    r"|was\s+in\s+the\s+chair|in\s+the\s+chair)"
)
CHAIR_LABEL = compile_phrase(
    r"^\s*(?:chair(?:man|woman|person)?|chaired\s+by)\s*[:–-]", re.MULTILINE
)
# The name of a body ends where the meeting's day or place begins.
BODY = r"(?P<body>[^\W\d_].{1,120}?)"
BODY_END = r"\bhe(?:ld|d)\b|\bon\b|\bat\b|\bin\b|\bwas\b|[,:;(–—]|\s-\s|\.\s|\d|\Z"
OF_MEETING = rf"(?<!\w){MEETING_KINDS}meetings?\s+of\s+(?:the\s+)?"
BODY_PATTERNS = tuple(
    compile_phrase(pattern, re.DOTALL)
    for pattern in (
        (
            rf"{OF_MEETING}(?P<body>[^\W\d_](?:(?!\b(?:minutes|meetings?)\b)[^.:;]){{1,120}}?)"
            r"(?=(?:\s+was)?\s+he(?:ld|d)\b)"
        ),
        rf"{OF_MEETING}{BODY}(?=\s*(?:\bmeeting\b|\n|{BODY_END}))",
        rf"(?<!\w)minutes\s+of\s+{MEETING_KINDS}{BODY}(?=\s*(?:{MEETING_ENDS}|\n|{BODY_END}))",
    )
)
BODY_MEETING = compile_phrase(
    rf"\A\W*(?:(?:draft|the|notes|minutes)\s+(?:of\s+|from\s+)?)*{MEETING_KINDS}"
    rf"(?P<body>[^\n:]{{3,120}}?){MEETING_ENDS}"
)
# Words that name no body, however many.
NO_BODY = compile_phrase(
    rf"(?:(?:the|of|last|previous|proceedings|held|minutes?|meetings?|council|committee|{MONTHS})\s*)*\Z"
)
NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?\s")
# The header is over where the attendance or the first item begins.
BODY_BEGINS = compile_phrase(
    r"^\W*(?:(?:members\s+|those\s+)?(?:present|attending)\b|in\s+(?:the\s+chair|attendance)\b|apolog"
    r"|\d{1,2}\s?[.)]\s)",
    re.MULTILINE,
)
MEETING_WORD = compile_phrase(r"(?<!\w)(?:minutes|meeting|cofnodion|cyfarfod|miontuairiscí)(?!\w)")
JUNK = compile_phrase(r"\A(?:original (?:file|link)|links?|draft|recording.*|\d{1,4})\Z")


@dataclass(frozen=True, slots=True)
class Printed:
    """A few words of the minutes with their place."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """The meeting's date as printed, with its place."""

    found: FoundDate
    line: int
    column: int = 1

    @property
    def date(self) -> PartialDate | None:
        """The date; None when it is impossible or has no year."""
        return self.found.date


@dataclass(frozen=True, slots=True)
class Header:
    """What the minutes say of themselves; None where they say nothing."""

    date: PrintedDate | None = None
    start: Printed | None = None
    end: Printed | None = None
    venue: Printed | None = None
    chair: Printed | None = None
    title: Printed | None = None
    body_name: Printed | None = None
    impossible_dates: tuple[PrintedDate, ...] = ()


def parse_header(blocks: Iterable[Block], closing: Iterable[Block] = ()) -> Header:
    """What the blocks before the first item say, and the end of the meeting from `closing`.

    Accepts "Minutes of the Example Committee held in the Town Hall on Monday, 11th December 2017
    at 7.30pm", the same broken over paragraphs, labels ("Venue:", "Date:"), and headings. Dates
    of other meetings and of reports are passed over; nothing is guessed.
    """
    leaves = _head(paragraphs(blocks))
    if not leaves:
        return Header(end=parse_closing(closing))
    words = joined([leaf.words for leaf in leaves]).cut(0, 2 * MOST_CHARACTERS)
    dates = _dates(words)
    impossible = tuple(each for each in dates if each.found.problem is DateProblem.IMPOSSIBLE)
    title = _title(leaves)
    return Header(
        date=_meeting_date(words, dates),
        start=_clock(words, START),
        end=parse_closing(closing),
        venue=_venue(words),
        chair=_chair(words),
        title=title,
        body_name=_body_name(words, title),
        impossible_dates=impossible,
    )


def parse_closing(blocks: Iterable[Block]) -> Printed | None:
    """When the meeting ended: "The meeting closed at 9.15pm". None when the blocks do not say."""
    found = None
    for leaf in paragraphs(blocks):
        if (clock := _clock(leaf.words, END)) is not None:
            found = clock
    return found


def _head(leaves: Iterator[Paragraph]) -> list[Paragraph]:
    """The paragraphs that can say it: up to the attendance, and not for ever."""
    head: list[Paragraph] = []
    length = 0
    for leaf in leaves:
        length += len(leaf.words.text)
        if len(head) >= MOST_PARAGRAPHS or (head and length > MOST_CHARACTERS):
            break
        if leaf.words:
            head.append(leaf)
    return head


def _dates(words: Words) -> list[PrintedDate]:
    return [
        PrintedDate(found, *words.place(found.start))
        for found in find_dates(words.text, with_yearless=True)
    ]


def _meeting_date(words: Words, dates: Sequence[PrintedDate]) -> PrintedDate | None:
    """The date that the words make the meeting's; of equals the first."""
    best, best_score = None, 0
    for date in dates:
        score = _date_score(words.text, date.found)
        if score > best_score:
            best, best_score = date, score
    return best


def _date_score(text: str, found: FoundDate) -> int:
    before = text[max(0, found.start - NEAR) : found.start]
    own_line = text[text.rfind("\n", 0, found.start) + 1 :].split("\n", 1)[0]
    score = 2 if found.weekday is not None else 0
    held = list(HELD_BEFORE.finditer(before))
    other = list(NOT_HELD_BEFORE.finditer(before))
    if held:
        score += 4 if NEAR - held[-1].start() < 100 or len(before) < NEAR else 3
    if len(own_line) - (found.end - found.start) < 40:
        score += 3
    if found.start < 400:
        score += 2
    if (body := BODY_BEGINS.search(text)) is not None and body.start() < found.start:
        score -= 3
    if other and (not held or other[-1].end() > held[-1].start() - 40):
        score -= 10
    if found.date is not None and found.date.day is None:
        score -= 4
    if found.problem is DateProblem.NO_YEAR:
        score -= 2
    return score


def _clock(words: Words, pattern: re.Pattern[str]) -> Printed | None:
    match = pattern.search(words.text)
    if match is None:
        return None
    printed = _squeezed(match["clock"])
    if printed.endswith(("m.", "M.")) and "." not in printed[-4:-1]:
        printed = printed[:-1]  # the stop of the sentence: "10AM."
    return Printed(printed, *words.place(match.start("clock")))


def _venue(words: Words) -> Printed | None:
    for pattern in (VENUE_LABEL, VENUE_UP_TO_DATE, VENUE):
        if (match := pattern.search(words.text)) is not None:
            printed = _squeezed(match["venue"]).strip(" ,.;:-–*")
            is_time = printed.lower() in WEEKDAY_NAMES or re.match(CLOCK, printed, re.IGNORECASE)
            if printed and not is_time and not find_dates(printed, with_yearless=True):
                return Printed(printed, *words.place(match.start("venue")))
    return None


def _chair(words: Words) -> Printed | None:
    if (label := CHAIR_LABEL.search(words.text)) is not None:
        after = speaker_after(words, label.end())
        return Printed(after[0].printed, after[0].line, after[0].column) if after else None
    for match in CHAIRED.finditer(words.text):
        if (before := speaker_before(words, match.start())) is not None:
            return Printed(before[0].printed, before[0].line, before[0].column)
    return None


def _title(leaves: Sequence[Paragraph]) -> Printed | None:
    """The first heading or line that speaks of minutes or a meeting and tells no story."""
    for leaf in leaves[:8]:
        text = _squeezed(leaf.words.text)
        if JUNK.match(text) or NUMBERED.match(text) or attendance_label(text) is not None:
            continue
        is_telling = MEETING_WORD.search(text) is not None and not (
            is_sentence(text) or NOT_HELD_BEFORE.search(text)
        )
        if leaf.level == 1 or (is_telling and len(text) <= LONGEST_TITLE):
            return Printed(text, *leaf.words.place(0))
    return None


def _body_name(words: Words, title: Printed | None) -> Printed | None:
    found = [
        match
        for pattern in BODY_PATTERNS
        if (match := pattern.search(words.text, 0, LONGEST_PREFACE)) is not None
        and NO_BODY.match(match["body"].strip()) is None
    ]
    if found:
        first = min(found, key=lambda match: (match.start("body") // NEAR, found.index(match)))
        return Printed(_clean(first["body"]), *words.place(first.start("body")))
    match = BODY_MEETING.match(title.text) if title is not None else None
    if title is None or match is None or NO_BODY.match(match["body"].strip()):
        return None
    return Printed(_clean(match["body"]), title.line, title.column)


def _clean(printed: str) -> str:
    whole = re.sub(r"\s*\([^)]*\Z", "", re.sub(r"-\s+", "-", _squeezed(printed)))
    return whole.strip(" ,.;:-–*")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
