"""What a list shows of a meeting, question, decision, person or document: one line of it.

Lists never need whole meetings. The archive answers with these rows, the pages show them.
"""

from enum import StrEnum

from site_gen.model.meetings import MeetingStatus
from site_gen.model.people import Speaker
from site_gen.model.records import Outcome, RecordKind
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


class ResponseState(StrEnum):
    """What became of a question, as far as the archive knows."""

    RECORDED = "recorded"  # answered in the same minutes
    LATER = "later"  # answered at a later meeting that the archive holds
    TO_FOLLOW = "to follow"  # an answer in writing was promised
    NONE = "none"  # no response in these minutes


class Part(StrEnum):
    """What somebody of people.yaml did at a meeting."""

    ASKED = "asked"
    ANSWERED = "answered"
    COMMENTED = "commented"
    REPRESENTED = "represented"  # petition, deputation, statement
    PRESENTED = "presented"  # a report
    MOVED = "moved"
    SECONDED = "seconded"
    PROMISED = "promised"  # to follow something up
    DECLARED = "declared"  # an interest
    CHAIRED = "chaired"
    ATTENDED = "attended"
    APOLOGISED = "apologised"


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list."""

    id: str
    body: str  # body id
    date: PartialDate
    title: str
    status: MeetingStatus
    start: str = ""  # as written
    venue: str = ""
    is_private: bool = False
    questions: int = 0
    decisions: int = 0
    points: int = 0  # comments


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in a list; supplementaries are counted with the question they follow."""

    meeting: str  # meeting id
    address: str  # fragment
    body: str  # body id
    date: PartialDate
    item_title: str
    opening: str  # the first words, cut at a word's end
    number: str | None = None  # as printed
    speaker: Speaker | None = None
    state: ResponseState = ResponseState.NONE
    supplementaries: int = 0


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision, recommendation or motion in a list."""

    meeting: str  # meeting id
    address: str  # fragment
    body: str  # body id
    date: PartialDate
    item_title: str
    opening: str  # of its first record, cut at a word's end
    kind: RecordKind  # RESOLUTION, RECOMMENDATION or MOTION
    outcome: Outcome | None = None
    is_amendment: bool = False
    parts: int = 1  # a), b), c)
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None


@dataclass(frozen=True, slots=True)
class PartRow:
    """Somebody's part at one meeting: one record, or the attendance."""

    part: Part
    meeting: str  # meeting id
    address: str  # fragment; empty for attendance, chairing and apologies
    body: str  # body id
    date: PartialDate
    item_title: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person or office of people.yaml as the archive's minutes know them."""

    id: str
    first_year: int
    last_year: int
    parts: int  # records and presence, in all years


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A related document in a list."""

    id: str
    title: str
    date: PartialDate | None = None
    kind: str = ""
    author: str = ""
    body: str = ""  # body id


@dataclass(frozen=True, slots=True)
class LinkedRecord:
    """A question or response of another meeting that belongs with one of this meeting."""

    meeting: str  # meeting id
    address: str  # fragment
    body: str  # body id
    date: PartialDate
    number: str | None = None  # as printed
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a meeting's page shows of other meetings."""

    previous: MeetingRow | None = None  # of the same body
    next: MeetingRow | None = None
    approved_by: MeetingRow | None = None  # the meeting that approved these minutes
    answered_later: tuple[tuple[str, LinkedRecord], ...] = ()  # (this question, that response)
    answers_earlier: tuple[tuple[str, LinkedRecord], ...] = ()  # (this response, that question)
