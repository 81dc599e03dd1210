"""Rows of the archive to entries of a list, each with its link and its words."""

from collections.abc import Iterable
from itertools import groupby

from site_gen.model.meetings import MeetingStatus
from site_gen.model.records import Outcome, RecordKind
from site_gen.model.rows import DecisionRow, MeetingRow, QuestionRow
from site_gen.pages.links import Links
from site_gen.pages.naming import Naming
from site_gen.pages.vote_view import TallyView, make_tally
from site_gen.pages.words import STATUS_LABELS, counted
from site_gen.site import addresses
from site_gen.site.plain_words import OUTCOMES, RESPONSE_STATES
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass

PLAIN_OUTCOMES = {None, Outcome.CARRIED}
NO_RESULT = "no result recorded"
QUIET_STATUSES = {MeetingStatus.APPROVED, MeetingStatus.SIGNED}


@dataclass(frozen=True, slots=True)
class Day:
    """A date for people and for machines."""

    long: str  # "Tuesday 24 June 2025"
    short: str  # "24 June 2025"
    iso: str


def make_day(date: PartialDate) -> Day:
    """`date` as a page shows it."""
    return Day(date.long, date.short, date.iso)


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting in a list."""

    href: str
    body: str  # the name of that day
    title: str  # empty when it says no more than the body's name
    day: Day
    status: str  # empty once the minutes are approved
    facts: str  # "9 questions, 3 decisions"
    place: str  # "19:30, Town Hall"


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question in a list."""

    href: str
    opening: str
    asked_by: str
    state: str
    state_key: str  # for the style and the filter
    follow_ups: str  # "2 follow-up questions"
    item: str


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """A decision, recommendation or motion in a list."""

    href: str
    opening: str
    state: str  # "Amendment: Not agreed"; empty for a plain decision
    state_key: str  # for the style and the filter
    is_agreed: bool  # so that a motion that was agreed does not look as one that was not
    tally: TallyView | None
    item: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions of one meeting."""

    meeting: MeetingEntry
    questions: tuple[QuestionEntry, ...]


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """The decisions of one meeting."""

    meeting: MeetingEntry
    decisions: tuple[DecisionEntry, ...]


def meeting_entry(row: MeetingRow, naming: Naming, links: Links) -> MeetingEntry:
    """A meeting's line. A private meeting shows its body and date alone."""
    body = naming.body_label(row.body, row.date)
    return MeetingEntry(
        href=links.to(addresses.meeting_url(row.id)),
        body=body,
        title="" if row.is_private else naming.distinct_title(row.title, row.body, row.date),
        day=make_day(row.date),
        status=meeting_state(row),
        facts=meeting_facts(row),
        place=", ".join(part for part in (row.start, row.venue) if part),
    )


def meeting_state(row: MeetingRow) -> str:
    """What a reader must know before opening it; empty for approved minutes."""
    if row.is_private:
        return "Held in private"
    return "" if row.status in QUIET_STATUSES else STATUS_LABELS[row.status]


def meeting_facts(row: MeetingRow) -> str:
    """ "9 questions, 3 decisions"; empty when the minutes hold none."""
    counts = (
        (row.questions, "question"),
        (row.decisions, "decision"),
        (row.points, "point raised"),
    )
    return ", ".join(counted(number, noun) for number, noun in counts if number)


def question_entry(row: QuestionRow, naming: Naming, links: Links) -> QuestionEntry:
    """A question's line."""
    return QuestionEntry(
        href=links.to(addresses.fragment_url(row.meeting, row.address)),
        opening=row.opening,
        asked_by=naming.speaker_name(row.speaker),
        state=RESPONSE_STATES[row.state],
        state_key=row.state.value.replace(" ", "-"),
        follow_ups=counted(row.supplementaries, "follow-up question")
        if row.supplementaries
        else "",
        item=row.item_title,
    )


def decision_entry(row: DecisionRow, links: Links) -> DecisionEntry:
    """A decision's line."""
    return DecisionEntry(
        href=links.to(addresses.fragment_url(row.meeting, row.address)),
        opening=row.opening,
        state=decision_state(row.kind, row.outcome, is_amendment=row.is_amendment),
        state_key="not-decided" if row.kind is RecordKind.MOTION else "decided",
        is_agreed=row.outcome is Outcome.CARRIED,
        tally=make_tally(row.votes_for, row.votes_against, row.abstentions),
        item=row.item_title,
    )


def decision_state(kind: RecordKind, outcome: Outcome | None, *, is_amendment: bool) -> str:
    """What a list says of it; nothing of a plain decision, which says all itself."""
    label = decision_label(kind, is_amendment=is_amendment)
    if label == "Decision" and outcome in PLAIN_OUTCOMES:
        return ""
    if outcome is None:
        return f"{label}: {NO_RESULT}" if kind is RecordKind.MOTION else label
    return f"{label}: {OUTCOMES[outcome]}"


def decision_label(kind: RecordKind, *, is_amendment: bool) -> str:
    """What the public calls it."""
    if is_amendment:
        return "Amendment"
    return {RecordKind.MOTION: "Motion", RecordKind.RECOMMENDATION: "Recommendation"}.get(
        kind, "Decision"
    )


def question_groups(
    rows: Iterable[QuestionRow], naming: Naming, links: Links
) -> tuple[QuestionGroup, ...]:
    """Consecutive rows of one meeting together."""
    return tuple(
        QuestionGroup(meeting_of(meeting, naming, links), entries)
        for meeting, group in groupby(rows, key=lambda row: (row.meeting, row.body, row.date))
        if (entries := tuple(question_entry(row, naming, links) for row in group))
    )


def decision_groups(
    rows: Iterable[DecisionRow], naming: Naming, links: Links
) -> tuple[DecisionGroup, ...]:
    """Consecutive rows of one meeting together."""
    return tuple(
        DecisionGroup(meeting_of(meeting, naming, links), entries)
        for meeting, group in groupby(rows, key=lambda row: (row.meeting, row.body, row.date))
        if (entries := tuple(decision_entry(row, links) for row in group))
    )


def meeting_of(meeting: tuple[str, str, PartialDate], naming: Naming, links: Links) -> MeetingEntry:
    """The meeting (id, body, date) that other entries stand under."""
    meeting_id, body, date = meeting
    row = MeetingRow(meeting_id, body, date, "", MeetingStatus.APPROVED)
    return meeting_entry(row, naming, links)
