"""Whether a text reads as minutes, and whether the meeting took place at all."""

import re
from pathlib import PurePosixPath

from site_gen.model.meetings import Meeting
from site_gen.model.records import RecordKind
from site_gen.text.prose_dates import find_dates
from site_gen.text.values import dataclass

OPENING = 700  # characters in which minutes say that they are minutes
SAYS_MINUTES = re.compile(
    r"(?<!\w)(?:minutes|meeting|cofnodion|cyfarfod|miontuairisc\w*|cruinniú)(?!\w)", re.IGNORECASE
)
# Kinds of words that minutes have: who was there, the usual items, deciding, offices.
SIGNS = tuple(
    re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE | re.MULTILINE)
    for words in (
        (r"(?:present|in attendance|attendees|attending|attended)\s*\**\s*(?:[:–-]|$)",),
        (r"apologies\b",),
        (
            r"(?:matters arising|declarations? of interests?|any other business|AOB)\b",
            r"(?:date of (?:the )?)?next meeting\b",
        ),
        (
            r"(?:resolved|proposed by|seconded|moved by|carried|unanimously)\b",
            r"(?:it was agreed|agreed that)\b",
        ),
        (
            r"minutes of (?:the )?(?:last|previous|meeting)",
            r"minutes? (?:were|was) (?:agreed|approved|read|signed)",
        ),
        (r"(?:chair(?:man|woman|person)?|cathaoirleach|mayor|clerk)\b",),
    )
)
CANCELLED = re.compile(
    r"(?:meeting|session)[^.\n]{0,80}?\b(?:was|were|is|has been|had been|been)\s+cancell?ed"
    r"|\bcancell?ed\s*[-–:]?\s*(?:meeting|\Z)|^\W*cancell?ed\W*$|,\s*CANCELL?ED\b",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_NOTICE = 900  # letters; longer texts that speak of cancelling are minutes all the same


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a text is like minutes."""

    signs: int  # of 6, kinds of words that minutes have
    says_minutes: bool
    attendees: int
    records: int
    items: int
    is_named_by_day: bool  # the file's name is a date and nothing else

    @property
    def score(self) -> int:
        """From 0; below 4 hardly minutes, from 7 on surely (measured on a village's magazine)."""
        return (
            self.signs
            + 2 * self.says_minutes
            + 2 * (self.attendees > 1)
            + (self.records > 0)
            + (self.items > 2)
            + 4 * self.is_named_by_day
        )


def likeness(text: str, *, title: str, name: str, meeting: Meeting) -> Likeness:
    """How much the text of a file is like minutes; its title and name speak too."""
    kinds = {RecordKind.DISCUSSION, RecordKind.COMMENT}
    return Likeness(
        signs=sum(sign.search(text) is not None for sign in SIGNS),
        says_minutes=SAYS_MINUTES.search(f"{title} {name}\n{text[:OPENING]}") is not None,
        attendees=len(meeting.attendance),
        records=sum(record.kind not in kinds for record in meeting.records),
        items=len(meeting.items),
        is_named_by_day=_is_day(name),
    )


def _is_day(name: str) -> bool:
    stem = PurePosixPath(name).stem
    dates = find_dates(stem)
    rest = "".join(stem[: date.start] + stem[date.end :] for date in dates[:1])
    return bool(dates) and sum(map(str.isalpha, rest)) < 3


def is_cancelled(text: str) -> bool:
    """A short text that says that the meeting was cancelled."""
    letters = sum(map(str.isalpha, text))
    return letters < LONGEST_NOTICE and CANCELLED.search(text) is not None
