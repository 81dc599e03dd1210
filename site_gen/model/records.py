"""What minutes are searched for: questions, answers, decisions and their kin."""

from enum import StrEnum

from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, Prose, Withheld
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


class RecordKind(StrEnum):
    """The kinds of record, as open data names them."""

    __hash__ = str.__hash__  # that of an enum is a call in Python, and asked very often

    QUESTION = "question"
    SUPPLEMENTARY = "supplementary"
    RESPONSE = "response"
    COMMENT = "comment"
    REPRESENTATION = "representation"
    MOTION = "motion"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    UNDERTAKING = "undertaking"
    ACTION = "action"
    DISCUSSION = "discussion"  # one run of prose inside an item


class Outcome(StrEnum):
    """What became of a motion or decision."""

    __hash__ = str.__hash__  # that of an enum is a call in Python, and asked very often

    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    LAPSED = "lapsed"  # no seconder
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class EarlierQuestion:
    """The question of another meeting that a response answers."""

    date: PartialDate
    number: str | None  # as printed there
    body: str | None = None  # body id; None for the same body


@dataclass(frozen=True, slots=True)
class Record:
    """One question, response, resolution and so on, exactly where the minutes have it."""

    kind: RecordKind
    address: str  # fragment in the meeting's page: "item-11-question-3"; unique in the meeting
    prose: Prose  # its own words
    line: int
    lead: Prose | None = (
        None  # the words that announced it: "Mr Patel asked a supplementary question:"
    )
    number: str | None = None  # as printed: "3", "iv", "a"
    speaker: Speaker | None = None  # for representations the petitioner or deputation
    addressed_to: Speaker | None = None
    answers: tuple[str, ...] = ()  # responses: addresses of questions in this meeting
    answers_earlier: EarlierQuestion | None = None  # responses to another meeting's question
    follows: str | None = None  # supplementaries: address of the question they follow
    decision: str | None = None  # address of the decision it is part of
    is_in_writing: bool = False  # a response given, or promised, in writing
    is_promise: bool = False  # a response that says only that an answer will follow
    dated: PartialDate | None = None  # a written response's own date
    due: PartialDate | None = None  # actions
    decides: str | None = None  # recommendations: the body that decides, as printed
    detail: str | None = None  # representations: "petition", "deputation", "statement"
    signatures: int | None = None  # petitions


@dataclass(frozen=True, slots=True)
class Vote:
    """Counts and names of one vote; None where the minutes do not say."""

    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    did_not_vote: int | None = None
    absent: int | None = None
    names_for: tuple[Speaker, ...] = ()
    names_against: tuple[Speaker, ...] = ()
    names_abstained: tuple[Speaker, ...] = ()
    names_did_not_vote: tuple[Speaker, ...] = ()
    names_absent: tuple[Speaker, ...] = ()
    casting_vote: str | None = None  # "for" or "against" when the chair's second vote decided
    is_unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What mover, vote and outcome belong to; its parts a) b) c) are records that share it."""

    address: str  # fragment: "item-11-decision-1"
    line: int
    flow: tuple[Passage | Record | Withheld, ...]  # every word of it, in the order written
    moved_by: Speaker | None = None
    seconded_by: Speaker | None = None
    vote: Vote | None = None
    outcome: Outcome | None = None  # None when the minutes do not say
    amends: str | None = None  # amendments: address of the decision they would amend

    @property
    def records(self) -> tuple[Record, ...]:
        """Its resolutions, recommendations or motion, in order."""
        return tuple(part for part in self.flow if isinstance(part, Record))
