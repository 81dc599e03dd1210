"""Questions with their responses, in the wordings that real minutes use."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.corpus.draws import Draws
from benchmarks.corpus.headings import NO_BREAK
from benchmarks.corpus.prose import QUESTION, RESPONSE, Prose
from benchmarks.corpus.written import Expected, Written, joined

QUESTION_WORDS = (22, 60)  # asked for; whole sentences add some ten
RESPONSE_WORDS = (70, 190)
SECOND_PARAGRAPH = 110  # a response that long is written as two paragraphs
REPLY_SPELLINGS = ("REPLY:", "**REPLY:**", "**REPLY :**", "Reply:", "**REPLY*:**")


class QuestionStyle(StrEnum):
    """How a question and its response are set out."""

    ASKED = "asked"
    LETTERED = "lettered"
    PRINTED_NUMBER = "printed-number"
    RESIDENT = "resident"
    BATCH = "batch"
    LABELLED = "labelled"
    FROM_TO = "from-to"
    SUBMITTED = "submitted"
    NUMBERED = "numbered"


# The blocks of one exchange, up to the first paragraph of the response.
FORMS = {
    QuestionStyle.ASKED: ("{asker} asked:", "{question}", "The {office} responded:", "{response}"),
    QuestionStyle.LETTERED: (
        "({letter}) {asker} asked the following question of the {office}:",
        "{question}",
        "The {office} answered:",
        "{response}",
    ),
    QuestionStyle.PRINTED_NUMBER: (
        "PQ{number:02} {asker} asked: {question}",
        "A{number}. {response}",
    ),
    QuestionStyle.RESIDENT: ("A resident asked: {question}", "The {office} replied: {response}"),
    QuestionStyle.LABELLED: (
        "**Question {number} ({asker}):** {question}",
        "**Response ({office}):** {response}",
    ),
    QuestionStyle.FROM_TO: (
        "**Question from {asker} to the {office}**",
        "{question}",
        "{reply} {response}",
    ),
    QuestionStyle.SUBMITTED: (
        "Question submitted by {asker}",
        "{question}",
        "{reply}",
        "{response}",
    ),
    QuestionStyle.NUMBERED: (
        "Question {number} - {asker} asked: {question}",
        "The {office} replied: {response}",
    ),
}
PUBLIC_STYLES = (
    QuestionStyle.ASKED,
    QuestionStyle.LETTERED,
    QuestionStyle.PRINTED_NUMBER,
    QuestionStyle.RESIDENT,
    QuestionStyle.BATCH,
    QuestionStyle.LABELLED,
)
COUNCILLOR_STYLES = (
    QuestionStyle.FROM_TO,
    QuestionStyle.SUBMITTED,
    QuestionStyle.NUMBERED,
    QuestionStyle.LABELLED,
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the response to it, before either is set out."""

    number: int  # within the meeting
    asker: str
    office: str
    question: str
    response: tuple[str, ...]  # paragraphs

    def records(self, style: QuestionStyle) -> tuple[Expected, ...]:
        """What a reader should find."""
        return (
            Expected("question", style, self.question),
            Expected("response", style, "\n".join(self.response)),
        )


def write_questions(
    style: QuestionStyle,
    prose: Prose,
    draws: Draws,
    *,
    numbers: Sequence[int],
    askers: Sequence[str],
    offices: Sequence[str],
) -> Written:
    """As many questions as there are numbers, each with its response."""
    exchanges = [_exchange(prose, draws, number, askers, offices) for number in numbers]
    if style is QuestionStyle.BATCH:
        return _batch(exchanges, draws)
    reply = draws.pick(REPLY_SPELLINGS)
    return joined(
        Written(_set_out(style, exchange, reply), exchange.records(style)) for exchange in exchanges
    )


def _exchange(
    prose: Prose, draws: Draws, number: int, askers: Sequence[str], offices: Sequence[str]
) -> Exchange:
    words = draws.between(*RESPONSE_WORDS)
    paragraphs = 2 if words > SECOND_PARAGRAPH else 1
    return Exchange(
        number,
        askers[number % len(askers)],
        draws.pick(offices),
        prose.passage(QUESTION, draws.between(*QUESTION_WORDS)),
        tuple(prose.passage(RESPONSE, words // paragraphs) for _ in range(paragraphs)),
    )


def _set_out(style: QuestionStyle, exchange: Exchange, reply: str) -> tuple[str, ...]:
    first, *more = exchange.response
    opening = [
        form.format(
            number=exchange.number,
            letter="ABC"[exchange.number - 1],
            asker=exchange.asker,
            office=exchange.office,
            question=exchange.question,
            reply=reply,
            response=first,
        )
        for form in FORMS[style]
    ]
    return (*opening, *more)


def _batch(exchanges: Sequence[Exchange], draws: Draws) -> Written:
    """One asker's numbered questions, answered as a numbered batch: n answers n."""
    space = draws.pick((" ", NO_BREAK))
    asker, office = exchanges[0].asker, exchanges[0].office
    questions = [f"{place}.{space}{each.question}" for place, each in enumerate(exchanges, 1)]
    responses = [
        f"{place}.{space}{' '.join(each.response)}" for place, each in enumerate(exchanges, 1)
    ]
    records = [each.records(QuestionStyle.BATCH) for each in exchanges]
    return Written(
        (f"{asker} asked:", *questions, f"The {office} gave the following responses:", *responses),
        (*[question for question, _ in records], *[response for _, response in records]),
    )
