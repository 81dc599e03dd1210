"""Who was there, who sent apologies: blocks of attendance to attendees."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from site_gen.content.block import Block
from site_gen.minutes.attendance_words import (
    ARRIVAL_WORDS,
    ATTENDANCE_LABELS,
    CHAIR_WORDS,
    DEPARTURE_WORDS,
    EMPLOYED_WORDS,
    SUBSTITUTE_WORDS,
)
from site_gen.minutes.movements import Movement, parse_movements, with_movements
from site_gen.minutes.name_lists import BRACKETED, listed_speaker, titled_entries
from site_gen.minutes.names import OFFICE_TITLE, is_office, is_sentence, parse_speaker, split_title
from site_gen.minutes.paragraphs import Paragraph, joined, paragraphs
from site_gen.minutes.roster import Roster
from site_gen.model.meetings import Attendee, Presence
from site_gen.text.patterns import compile_phrase
from site_gen.text.values import dataclass, replace
from site_gen.text.words import Words

_LABELS = "|".join(f"(?P<label{at}>{words})" for at, (words, _) in enumerate(ATTENDANCE_LABELS))
NUMBERING = r"(?P<number>\(?\d{1,4}(?:[./]\d{1,4}){0,2}\)?[.:]?\s*)?"
LABEL = compile_phrase(rf"\s*{NUMBERING}[*_]{{0,6}}(?:{_LABELS})(?![\w’'-])")
LABEL_END = re.compile(r"[ \t]{0,12}[*_]{0,6}[ \t]{0,12}(?:[:;–—-]+|\n|\Z)[ \t:;*_–—-]*")
# "2025/61 Apologies. Mr A": behind a number a full stop ends the label as well.
STOP = re.compile(r"\.[\s*_]+")
# What was done with the apologies is nobody's name.
DONE_WITH = compile_phrase(
    r"(?<=[\w).])[.;,]?\s+(?:(?:these|all|which)\s+)?(?:was\s+|were\s+)?(?:duly\s+)?"
    r"(?:accepted|noted|received|approved)[\s.*_]*\Z"
)
# A label in the middle of a paragraph is followed by a colon.
INNER_LABEL = compile_phrase(rf"(?:(?<=[.;)\n])|(?<=[.;)\n]\s))[ \t]*(?:{_LABELS})\s*:")
SENTENCE_END = re.compile(r"(?<=[a-z]{2})(?<!llr)(?<!Mrs)(?<!rof)\.\s{1,9}(?=[A-Z])")
WAS_THERE = compile_phrase(
    r"\s(?:was|were)\s+(?:(?P<away>absent|not\s+present)|(?:also\s+)?present|in\s+attendance)(?!\w)"
)
RECEIVED = compile_phrase(
    r"^\s*(?:apologies\s+)?(?:for\s+\w+\s+)?(?:(?:had|have)\s+been|were|was)?\s*(?:received|accepted|given|noted|tendered)?"
    r"\s*(?:from|by|for)\s*:?\s+"
)
CHAIR = compile_phrase(rf"(?:{CHAIR_WORDS})(?!\w)")
EMPLOYED = compile_phrase(rf"(?:{EMPLOYED_WORDS})(?!\w)")
IN_CHAIR = compile_phrase(r"in\s+the\s+chair|presiding|chaired")
SUBSTITUTE = compile_phrase(rf"[\s,(–-]*(?:{SUBSTITUTE_WORDS})\s+(?P<whom>[^();]{{2,80}})\)?")
MOVED = compile_phrase(
    rf"\s*[(–-]\s*(?P<said>(?:(?P<arrival>{ARRIVAL_WORDS}|late|from)|{DEPARTURE_WORDS}|until|to)\b"
    r"[^()]{0,60})\)?\s*\Z"
)
NOBODY = compile_phrase(r"\W*(?:none|nil|no\s+apologies|n/?a|there\s+were\s+no)(?:\W.{0,60})?\Z")
FULL_LINE = 40  # characters of a line that was broken because it was full
NEXT_LABEL = re.compile(r"[^,;:]{1,60}:(?:\s|\Z)")
ENTRY_START = re.compile(r"[,;\n]\s*|\sand\s")
OPEN_END = compile_phrase(r"(?:[,;&–-]|\b(?:and|agus|the|of|for|or))\s*\Z")


@dataclass(frozen=True, slots=True)
class Attendance:
    """Attendees in the order printed, and the source lines that name them."""

    attendees: tuple[Attendee, ...] = ()
    lines: frozenset[int] = frozenset()

    @property
    def chair(self) -> Attendee | None:
        """Whoever took the chair, when the list says so."""
        return next((each for each in self.attendees if each.is_chair), None)


def parse_attendance(blocks: Iterable[Block], presence: Presence | None = None) -> Attendance:
    """The attendance that the blocks of a preamble or of an attendance item print.

    Accepts labels with names after them in the same paragraph, in the following ones, in lists,
    boxes and tables: "Present:", "MEMBERS PRESENT:", "Apologies were received from ...",
    "Officials in attendance:". `presence` is that of names before any label, for an item whose
    heading is the label ("Apologies"). Paragraphs that name nobody end a list and are kept out.
    """
    reader = _Reader(presence)
    for paragraph in paragraphs(blocks):
        reader.read(paragraph)
    return reader.attendance()


@lru_cache(maxsize=2048)  # titles of items, which recur
def attendance_label(text: str) -> Presence | None:
    """How those are present whom a heading announces: "Apologies for absence" gives apologies."""
    match = LABEL.match(text)
    if match is None or not LABEL_END.match(text, match.end()) or len(text) > match.end() + 3:
        return None
    return _presence(match)


class _Reader:
    """Reads paragraphs in order and remembers which label holds."""

    def __init__(self, presence: Presence | None) -> None:
        self._presence = presence
        self._is_chair = False
        self._pending: list[Words] = []  # lines of one list that goes on
        self._lines: set[int] = set()
        self._attendees: list[Attendee] = []
        self._movements: list[Words] = []

    def read(self, paragraph: Paragraph) -> None:
        """Take one paragraph, or leave it."""
        words = paragraph.words
        if (match := _label(words.text, is_heading=paragraph.level > 0)) is not None:
            self._close()
            self._start(match)
            self._keep(paragraph)
            self._take(words, _label_end(match, words.text), match.end())
            return
        if self._presence is None or paragraph.level:
            self._close()
            self._presence = None
            return
        if parse_movements(words):
            self._movements.append(words)
            self._keep(paragraph)
        elif self._goes_on(words) or _is_list(words):
            if self._pending and not self._goes_on(words):
                self._flush()
            self._pending.append(words)
            self._keep(paragraph)
        elif words.text.strip():
            self._close()
            self._presence = None

    def attendance(self) -> Attendance:
        """What was read."""
        self._close()
        movements = [each for words in self._movements for each in parse_movements(words)]
        attendees = with_movements(_once(self._attendees), movements)
        return Attendance(attendees, frozenset(self._lines))

    def _keep(self, paragraph: Paragraph) -> None:
        self._lines.update(range(paragraph.line, paragraph.end_line + 1))

    def _start(self, match: re.Match[str]) -> None:
        self._presence = _presence(match)
        self._is_chair = IN_CHAIR.search(match[0]) is not None

    def _take(self, words: Words, end: re.Match[str] | None, at: int) -> None:
        """The names behind a label, and further labels of the same paragraph."""
        start = end.end() if end is not None else at
        for inner in INNER_LABEL.finditer(words.text, start):
            self._add(words.cut(start, inner.start()))
            self._close()
            self._start(inner)
            start = inner.end()
        self._add(words.cut(start))

    def _add(self, words: Words) -> None:
        if not words or NOBODY.match(words.text):
            return
        if (received := RECEIVED.match(words.text)) is not None:
            words = words.cut(received.end())
        if self._presence is Presence.APOLOGIES:
            words = words.cut(0, _names_end(words.text))
        self._pending.append(words)

    def _goes_on(self, words: Words) -> bool:
        """Whether `words` carry on a list whose last line ends with a comma or within an entry."""
        if not self._pending or is_sentence(words.text) or NEXT_LABEL.match(words.text):
            return False
        last = self._pending[-1].text
        whole = " ".join(each.text for each in self._pending)
        if OPEN_END.search(last) is not None or whole.count("(") > whole.count(")"):
            return True
        if BRACKETED.search(whole) is not None:
            return not last.rstrip().endswith((")", "."))
        if len(last) < FULL_LINE or last.endswith("."):
            return False
        return not _is_entry(ENTRY_START.split(last)[-1]) or ("," in last and _is_list(words))

    def _close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        if self._pending and self._presence is not None:
            words = joined(self._pending)
            self._attendees += _attendees(words, self._presence, is_chair=self._is_chair)
        self._pending = []


def _label_end(match: re.Match[str], text: str) -> re.Match[str] | None:
    """What stands between a label and the names behind it; None when it is no label's end."""
    end = LABEL_END.match(text, match.end())
    return end or (STOP.match(text, match.end()) if match["number"] else None)


def _names_end(text: str) -> int:
    """Where the names end before "Accepted." and the like."""
    done = DONE_WITH.search(text)
    return done.start() if done is not None else len(text)


def _label(text: str, *, is_heading: bool) -> re.Match[str] | None:
    """The label at the start of a paragraph: it ends with a colon, a dash, its line or a name."""
    match = LABEL.match(text)
    if match is None:
        return None
    if _label_end(match, text) or is_heading:
        return match
    after = text[match.end() :].lstrip()
    says_from = match[0].rstrip().lower().endswith(("from", "by", "were", "was", "for"))
    if says_from or (RECEIVED.match(after) and _presence(match) is Presence.APOLOGIES):
        return match
    entries = titled_entries(Words.plain(after[:2000]))
    is_named = bool(entries) and all(_is_entry(entry.text) for entry, _ in entries[:3])
    return match if is_named and split_title(after)[0] else None


def _presence(match: re.Match[str]) -> Presence:
    at = next(
        at for at in range(len(ATTENDANCE_LABELS)) if match.groupdict()[f"label{at}"] is not None
    )
    return ATTENDANCE_LABELS[at][1]


def _is_list(words: Words) -> bool:
    """Nothing but people: most entries name somebody."""
    if BRACKETED.search(words.text) and is_office(re.split(r"[,(]", words.text, maxsplit=1)[0]):
        return not is_sentence(words.text)  # its first line may end within its first entry
    if (said := WAS_THERE.search(words.text)) is not None:
        words = words.cut(0, said.start())
    entries = titled_entries(words)
    named = [_is_entry(entry.text) for entry, _ in entries]
    if len(words.text) >= FULL_LINE and len(named) > 1 and not named[-1]:
        named.pop()  # the line was broken within it
    return bool(words) and sum(named) * 4 >= len(named) * 3


def _is_entry(text: str) -> bool:
    speaker = parse_speaker(SUBSTITUTE.sub("", text, count=1))
    return speaker.name is not None or speaker.office is not None


def _attendees(words: Words, presence: Presence, *, is_chair: bool) -> Iterator[Attendee]:
    """Attendees of a list; sentences such as "X was absent." have a say of their own."""
    if WAS_THERE.search(words.text) is None and not parse_movements(words):
        yield from _entries(words, presence, is_chair=is_chair)
        return
    ends = [match.end() for match in SENTENCE_END.finditer(words.text)]
    for start, end in pairwise([0, *ends, len(words.text)]):
        sentence = words.cut(start, end)
        if movements := parse_movements(sentence):
            yield from _latecomers(movements, presence)
            continue
        said = WAS_THERE.search(sentence.text)
        own = Presence.ABSENT if said is not None and said["away"] else presence
        named = sentence.cut(0, said.start()) if said is not None else sentence
        yield from _entries(named, own, is_chair=is_chair)


def _latecomers(movements: Iterable[Movement], presence: Presence) -> Iterator[Attendee]:
    """Those of whom a list tells when they came or left: "Example arrived at 7.20pm."."""
    for movement in movements:
        arrived, departed = (movement.when, "") if movement.is_arrival else ("", movement.when)
        for speaker in movement.speakers:
            yield Attendee(speaker, presence, arrived=arrived, departed=departed)


def _entries(words: Words, presence: Presence, *, is_chair: bool) -> Iterator[Attendee]:
    for entry, title in titled_entries(words):
        if (attendee := _attendee(entry, title, presence, is_chair=is_chair)) is not None:
            yield attendee


def _attendee(entry: Words, title: str, presence: Presence, *, is_chair: bool) -> Attendee | None:
    listed = _listed(entry.text, title, presence, is_chair=is_chair)
    if listed is None:
        return None
    line, column = entry.place(0)
    return replace(listed, speaker=listed.speaker.at(line, column))


@lru_cache(maxsize=4096)  # lists print the same members and officers for years
def _listed(printed: str, title: str, presence: Presence, *, is_chair: bool) -> Attendee | None:
    """Whom an entry names; None when nobody. It is not yet known where it stands."""
    substitute = SUBSTITUTE.search(printed)
    text = printed[: substitute.start()] if substitute is not None else printed
    arrived, departed = "", ""
    if (moved := MOVED.search(text)) is not None:
        said = " ".join(moved["said"].split())
        arrived, departed = (said, "") if moved["arrival"] else ("", said)
        text = text[: moved.start()]
    speaker = listed_speaker(Words.plain(text.strip()), title)
    if speaker.name is None and speaker.office is None:
        return None
    capacity = _capacity(speaker.name, speaker.office)
    if presence is Presence.MEMBER and EMPLOYED.match(capacity) is not None:
        presence = Presence.OFFICER
    chaired = CHAIR.match(capacity) is not None and presence is not Presence.APOLOGIES
    return Attendee(
        speaker=speaker,
        presence=presence,
        capacity=capacity,
        is_chair=is_chair or (chaired and presence is Presence.MEMBER),
        substitutes_for=substitute["whom"].strip(" .,)") if substitute is not None else "",
        arrived=arrived,
        departed=departed,
    )


def _capacity(name: str | None, office: str | None) -> str:
    """The office beside a name, or before it: "Vice-President Jan Example"."""
    if office is not None:
        return office
    title = split_title(name or "")[0]
    return title if re.fullmatch(OFFICE_TITLE, title, re.IGNORECASE) else ""


def _once(attendees: list[Attendee]) -> list[Attendee]:
    """Each person once for each presence, with all that is said of them.

    A chair listed again among the members stays the chair.
    """
    roster = Roster.of(attendee.speaker for attendee in attendees)
    found: dict[tuple[str, bool], Attendee] = {}
    for attendee in attendees:
        is_away = attendee.presence in (Presence.APOLOGIES, Presence.ABSENT)
        speaker = roster.resolve(attendee.speaker)
        key = (speaker.name or speaker.printed, is_away)
        earlier = found.get(key)
        found[key] = attendee if earlier is None else _both(earlier, attendee)
    return list(found.values())


def _both(earlier: Attendee, later: Attendee) -> Attendee:
    return replace(
        earlier,
        is_chair=earlier.is_chair or later.is_chair,
        capacity=earlier.capacity or later.capacity,
        substitutes_for=earlier.substitutes_for or later.substitutes_for,
        arrived=earlier.arrived or later.arrived,
        departed=earlier.departed or later.departed,
    )
