"""Who came late and who left early."""

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.minutes.attendance_words import ARRIVAL_WORDS, DEPARTURE_WORDS
from site_gen.minutes.name_lists import are_all_named, split_names
from site_gen.minutes.roster import Roster
from site_gen.model.meetings import Attendee
from site_gen.model.people import Speaker
from site_gen.text.patterns import compile_phrase, mentions
from site_gen.text.values import dataclass, replace
from site_gen.text.words import Words

CLOCK = (
    r"\d{1,2}(?:[.:]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|noon|midnight|hrs|hours)(?!\w)|\d{1,2}[.:]\d{2}"
)
MOVEMENT = compile_phrase(
    rf"(?:^|(?<=[.;(\n])|(?<=[.;(\n]\s))\s*(?:at\s+)?(?P<before>{CLOCK})?[\s,:–-]*"
    rf"(?P<who>[^.;\n]{{2,120}}?)"
    rf"(?:,?\s+(?:who|having)[^.;\n]{{0,80}}?)?\s+(?:then|also|had|now|therefore)?\s*"
    rf"(?:(?P<arrival>{ARRIVAL_WORDS})|(?P<departure>{DEPARTURE_WORDS}))(?!\w)"
    rf"(?P<rest>[^;]{{0,80}})",
    re.MULTILINE,
)

WHEN = compile_phrase(
    rf"\s*(?:at|@|from|around|circa|c\.|\(|,)?\s*(?:approx(?:imately|\.)?\s*)?(?P<clock>{CLOCK})"
    r"|\s*\(?(?P<event>(?:during|before|after|for|prior\s+to|at\s+the\s+(?:start|end|beginning|"
    r"conclusion)|shortly|at\s+this\s+(?:point|juncture|stage))(?:[^.;)]|\.(?=\d)){0,60})"
)
STEMS = (
    "left", "joined", "arrived", "entered", "returned", "came in", "departed", "retired",
    "withdrew", "vacated",
)  # fmt: skip
AND_LEFT = compile_phrase(rf"\sand\s+(?:then\s+)?(?:{DEPARTURE_WORDS})(?!\w)(?P<rest>[^;]{{0,80}})")
STOP = "\u2024"  # stands for the full stop of an initial while sentences are parted
INITIAL_STOP = re.compile(
    r"(?<!\w)((?:[A-Z]|Cllr|Mr|Mrs|Ms|Dr|Rev|St|Prof|Sgt|Supt|Cmhlr))\.(?=\s?\S)"
)


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody who came or left after the meeting began."""

    speakers: tuple[Speaker, ...]
    is_arrival: bool
    when: str  # as printed: "7.40pm", "during item 4"; "late" or "early" when nothing is said
    start: int
    end: int


def parse_movements(words: Words) -> tuple[Movement, ...]:
    """Arrivals and departures that `words` tell of, in order.

    Accepts "Councillor Example left the meeting at 7.40pm", "8.15pm Cllr Example joined the
    meeting", "Mr A and Mr B arrived during item 4". What is no name moves nobody.
    """
    if not mentions(words.text, STEMS):
        return ()
    text = INITIAL_STOP.sub(lambda match: match[1] + STOP, words.text)
    return tuple(_movements(words, text))


def _movements(words: Words, text: str) -> Iterator[Movement]:
    for match in MOVEMENT.finditer(text):
        start, end = match.span("who")
        speakers = split_names(words.cut(start, end))
        if not are_all_named(words.text[start:end], speakers):
            continue
        is_arrival = match["arrival"] is not None
        rest = match["rest"].replace(STOP, ".")
        when = (match["before"] or _when(rest)) or ("late" if is_arrival else "early")
        yield Movement(speakers, is_arrival, when, match.start(), match.start("rest"))
        if is_arrival and (left := AND_LEFT.search(rest)) is not None:
            offset = match.start("rest") + left.start()
            yield Movement(
                speakers,
                is_arrival=False,
                when=_when(left["rest"]) or "early",
                start=offset,
                end=offset + left.start("rest") - left.start(),
            )


def with_movements(
    attendance: Sequence[Attendee], movements: Iterable[Movement]
) -> tuple[Attendee, ...]:
    """The attendance with the times at which its people came and left; others are not added.

    Names are matched within the meeting only. A person who left and came back keeps the first
    departure and the last arrival.
    """
    movements = tuple(movements)
    if not movements:
        return tuple(attendance)
    roster = Roster.of(attendee.speaker for attendee in attendance)
    moved = list(attendance)
    places = {_key(roster, attendee.speaker): at for at, attendee in enumerate(moved)}
    for movement in movements:
        for speaker in movement.speakers:
            at = places.get(_key(roster, speaker))
            if at is None:
                continue
            if movement.is_arrival:
                moved[at] = replace(moved[at], arrived=movement.when)
            elif not moved[at].departed:
                moved[at] = replace(moved[at], departed=movement.when)
    return tuple(moved)


def _key(roster: Roster, speaker: Speaker) -> str:
    resolved = roster.resolve(speaker)
    return resolved.name or resolved.office or resolved.printed


def _when(rest: str) -> str:
    match = WHEN.match(rest)
    if match is None:
        return ""
    said = re.split(r"\sand\s", match["clock"] or match["event"], maxsplit=1)[0]
    return " ".join(said.split()).strip(" .,")
