"""A meeting in a list with the first of what was asked and decided at it."""

from collections.abc import Sequence

from site_gen.model.rows import DecisionRow, MeetingRow, QuestionRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.links import Links
from site_gen.pages.listing import (
    DecisionEntry,
    MeetingEntry,
    QuestionEntry,
    decision_entry,
    meeting_entry,
    question_entry,
)
from site_gen.pages.naming import Naming
from site_gen.pages.words import counted
from site_gen.text.values import dataclass

SHOWN = 3  # questions, and as many decisions: a list of meetings stays a list


@dataclass(frozen=True, slots=True)
class Digest:
    """A meeting with the first of what was asked and decided at it."""

    meeting: MeetingEntry
    questions: tuple[QuestionEntry, ...]
    more_questions: str  # "6 more questions"; empty when all are shown
    decisions: tuple[DecisionEntry, ...]
    more_decisions: str


def make_digest(archive: ArchiveReading, row: MeetingRow, links: Links) -> Digest:
    """The digest of one meeting."""
    questions, decisions = archive.questions_of(row.id), archive.decisions_of(row.id)
    return digest_of(row, questions, decisions, naming=Naming(archive.directory), links=links)


def digest_of(
    row: MeetingRow,
    questions: Sequence[QuestionRow],
    decisions: Sequence[DecisionRow],
    *,
    naming: Naming,
    links: Links,
) -> Digest:
    """The digest of the meeting of `row`, whose questions and decisions are given."""
    return Digest(
        meeting_entry(row, naming, links),
        tuple(question_entry(one, naming, links) for one in questions[:SHOWN]),
        _more(questions, "more question"),
        tuple(decision_entry(one, links) for one in decisions[:SHOWN]),
        _more(decisions, "more decision"),
    )


def _more(rows: Sequence[object], noun: str) -> str:
    return counted(len(rows) - SHOWN, noun) if len(rows) > SHOWN else ""
