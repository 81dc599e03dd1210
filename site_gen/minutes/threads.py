"""Which response answers which question of the meeting."""

from collections.abc import Iterable

from site_gen.minutes.drafts import ASKING, FlowDraft, RecordDraft
from site_gen.model.records import RecordKind


def link_threads(flow: Iterable[FlowDraft]) -> None:
    """Set `answers` of the responses and `follows` of the supplementaries of one item.

    A numbered batch answers number by number, a response that names numbers answers those, and
    any other the question right before it. A second response without a new question answers the
    same as the first. A response to another meeting's question is left alone.
    """
    asked: list[RecordDraft] = []
    main: RecordDraft | None = None
    last: RecordDraft | None = None
    for part in flow:
        if not isinstance(part, RecordDraft):
            continue
        if part.kind is RecordKind.QUESTION:
            main = part
        elif part.kind is RecordKind.SUPPLEMENTARY:
            part.follows = main
        if part.kind in ASKING:
            asked.append(part)
            last = None
        elif part.kind is RecordKind.RESPONSE and not part.earlier:
            part.answers = _answered(part, asked, last)
            last = part


def _answered(
    response: RecordDraft, asked: list[RecordDraft], last: RecordDraft | None
) -> list[RecordDraft]:
    if response.numbers:
        numbers = {_plain(number) for number in response.numbers}
        wanted = [question for question in asked if _plain(question.number) in numbers]
        if wanted or not asked:
            return _latest(wanted)
    if not asked:
        return []
    latest = asked[-1]
    batch = [question for question in asked if latest.batch and question.batch == latest.batch]
    if response.batch and response.number is not None:
        return [question for question in batch if question.number == response.number]
    if last is not None and last.answers and not last.batch:
        return list(last.answers)
    return batch or [latest]


def _plain(number: str | None) -> str:
    """ "01" and "1" are one number."""
    return (number or "").lstrip("0").lower()


def _latest(questions: list[RecordDraft]) -> list[RecordDraft]:
    """Of questions with the same number the last one."""
    by_number = {question.number: question for question in questions}
    return [question for question in questions if by_number[question.number] is question]
