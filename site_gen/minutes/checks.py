"""What a careful clerk would look at again in one meeting's minutes."""

from collections.abc import Iterable, Iterator

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.meeting_facts import all_leaves
from site_gen.minutes.outline import Outline
from site_gen.minutes.votes import count_mismatches
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.records import Record, RecordKind
from site_gen.text.places import Place
from site_gen.text.sources import Source

ASKING = (RecordKind.QUESTION, RecordKind.SUPPLEMENTARY)
SHOWN = 60  # characters of a quotation in a message


def check_items(meeting: Meeting, source: Source) -> Iterator[Diagnostic]:
    """Findings about items, questions, responses and votes."""
    yield from _numbers_twice(meeting.items, source)
    for item in meeting.items:
        yield from _threads(item, source)
        for decision in item.decisions:
            if decision.vote is None:
                continue
            for mismatch in count_mismatches(decision.vote):
                message = (
                    f"{mismatch.printed} votes {mismatch.side.value.replace('_', ' ')}, "
                    f"but {mismatch.named} names"
                )
                yield finding("vote-miscounted", source.place(decision.line), message)


def check_links(plan: Outline, source: Source) -> Iterator[Diagnostic]:
    """Links that lead out of the archive's content."""
    for block in all_leaves(plan):
        cells = (cell for row in block.cells for cell in row)
        for words in (block.words, *cells):
            for address in words.refused:
                place = source.place_of(address, start_line=block.line)
                yield finding("link-refused", place, f'"{address}" leads out of content/')


def _numbers_twice(items: Iterable[AgendaItem], source: Source) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], AgendaItem] = {}
    for item in items:
        number = item.number or item.minute
        if number is None:
            continue
        first = seen.setdefault((item.part, number), item)
        if first is not item:
            message = f"item {number} stands here and on line {first.line}"
            yield finding("item-number-twice", _place(source, item.line, number), message)


def _threads(item: AgendaItem, source: Source) -> Iterator[Diagnostic]:
    records = list(item.records)
    answered = {address for record in records for address in record.answers}
    for record in records:
        if record.kind in ASKING and record.address not in answered:
            message = f"no answer to this question: {_quoted(record)}"
            yield finding("question-without-response", source.place(record.line), message)
        if record.kind is not RecordKind.RESPONSE or record.answers or record.answers_earlier:
            continue
        message = f"no question comes before this answer: {_quoted(record)}"
        yield finding("response-without-question", source.place(record.line), message)


def _quoted(record: Record) -> str:
    words = " ".join((record.lead or record.prose).text.split())
    return f'"{words[:SHOWN].rstrip()} ..."' if len(words) > SHOWN else f'"{words}"'


def _place(source: Source, line: int, words: str) -> Place:
    column = source.line(line).find(words)
    return source.place(line, max(column, 0) + 1, length=len(words))
