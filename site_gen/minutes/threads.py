"""Which response answers which question of the meeting."""

from collections.abc import Iterable
from operator import itemgetter

from site_gen.minutes.drafts import ASKING, FlowDraft, RecordDraft
from site_gen.model.records import RecordKind

# Questions that were put together, which one answer may answer; a longer row is no such batch.
MOST_TOGETHER = 60


def link_threads(flow: Iterable[FlowDraft]) -> None:
    """Set `answers` of the responses and `follows` of the supplementaries of one item.

    A numbered batch answers number by number, a response that names numbers answers those, and
    any other the question right before it. A second response without a new question answers the
    same as the first. A response to another meeting's question is left alone.
    """
    asked = _Asked()
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
            asked.add(part)
            last = None
        elif part.kind is RecordKind.RESPONSE and not part.earlier:
            part.answers = asked.answered(part, last)
            last = part


class _Asked:
    """The questions so far, by what answers may name."""

    def __init__(self) -> None:
        self._latest: RecordDraft | None = None
        # Of each number the last question that was printed so, and when it was asked.
        self._numbered: dict[str, dict[str | None, tuple[int, RecordDraft]]] = {}
        self._batches: dict[int, list[RecordDraft]] = {}
        self._in_batches: dict[tuple[int, str | None], list[RecordDraft]] = {}
        self._count = 0

    def add(self, question: RecordDraft) -> None:
        """Put the latest question behind the others."""
        if question.batch:
            self._batches.setdefault(question.batch, []).append(question)
            self._in_batches.setdefault((question.batch, question.number), []).append(question)
        same = self._numbered.setdefault(_plain(question.number), {})
        same[question.number] = (self._count, question)
        self._latest = question
        self._count += 1

    def answered(self, response: RecordDraft, last: RecordDraft | None) -> list[RecordDraft]:
        """What a response answers, behind `last`, another to the same."""
        if self._latest is None:
            return []
        if response.numbers and (wanted := self._of_numbers(response.numbers)):
            return wanted
        if response.batch and response.number is not None:
            return [*self._in_batches.get((self._latest.batch, response.number), ())]
        if last is not None and last.answers and not last.batch:
            return list(last.answers)
        return self._batches.get(self._latest.batch, [])[-MOST_TOGETHER:] or [self._latest]

    def _of_numbers(self, numbers: Iterable[str]) -> list[RecordDraft]:
        """The questions of those numbers, as asked; of those printed alike the last one."""
        plain = {_plain(number) for number in numbers}
        found = [one for number in plain for one in self._numbered.get(number, {}).values()]
        return [question for _, question in sorted(found, key=itemgetter(0))]


def _plain(number: str | None) -> str:
    """ "01" and "1" are one number."""
    return (number or "").lstrip("0").lower()
