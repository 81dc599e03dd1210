"""Answers given at one meeting to questions asked at another."""

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.places import Place
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """A response that names a question of another meeting; empty addresses when not found."""

    path: str  # of the response
    line: int
    response_meeting: str
    response_address: str
    opening: str
    asked_on: str  # the day named, ISO 8601
    number: str | None  # the number named
    question_meeting: str = ""
    question_address: str = ""


def find_earlier_answers(store: Store) -> tuple[EarlierAnswer, ...]:
    """Every such response, in the order of the files, with the one question that it fits.

    The question is the one of that body, day and printed number; without a number, the only
    question of that day. Where several fit, or none, none is taken.
    """
    rows = store.select(
        "SELECT e.path, e.line, e.meeting, e.address, e.opening, e.day, e.number, e.body "
        "FROM earlier e JOIN meetings m USING (path) WHERE NOT m.is_shadowed "
        "ORDER BY e.path, e.line"
    )
    return tuple(_found(store, EarlierAnswer(*row[:7]), body=row[7]) for row in list(rows))


def _found(store: Store, answer: EarlierAnswer, *, body: str) -> EarlierAnswer:
    query = (
        "SELECT q.meeting, q.address FROM questions q JOIN meetings m USING (path) "
        "WHERE NOT m.is_shadowed AND q.body = ? AND q.day = ?"
    )
    values: tuple[object, ...] = (body, answer.asked_on)
    if answer.number is not None:
        query += " AND q.number = ?"
        values = (*values, answer.number)
    fitting = list(store.select(query, *values))
    if len(fitting) != 1:
        return answer
    return EarlierAnswer(
        answer.path, answer.line, answer.response_meeting, answer.response_address, answer.opening,
        answer.asked_on, answer.number, *fitting[0],
    )  # fmt: skip


def check_earlier_answers(answers: tuple[EarlierAnswer, ...]) -> tuple[Diagnostic, ...]:
    """A warning for each response whose question is not in the archive."""
    return tuple(
        finding(
            "earlier-question-not-found",
            Place(answer.path, answer.line),
            f"question {answer.number or ''} of {answer.asked_on} is not in the archive".replace(
                "  ", " "
            ),
        )
        for answer in answers
        if not answer.question_address
    )
