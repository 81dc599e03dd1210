"""What a careful clerk would look at again in one meeting's minutes."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from site_gen.content.block import Block
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.minutes.number_checks import numbers_missing, numbers_twice
from site_gen.minutes.votes import count_mismatches
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.text.patterns import compile_later
from site_gen.text.sources import Source
from site_gen.text.values import dataclass

ASKING = (RecordKind.QUESTION, RecordKind.SUPPLEMENTARY)
SENTENCE_END = re.compile(r"(?<=\w)[.?!](?=\s|\Z)")
# Minutes may say so in a story, far from the motion.
AGREED = compile_later(
    r"\b(?:agreed|sent|resolved|decided|referred|forwarded|passed|lost|supported|approved|adopted|accepted|endorsed|noted|unanimous(?:ly)?|carried|"
    r"defeated|rejected|withdrawn|deferred|no\s+seconder)\b",
    re.IGNORECASE,
)
SHORTEST_MOTION = 10  # characters; with fewer its words stand somewhere else
ANSWERED = compile_later(
    r"\b(?:repl(?:y|ied)|responded|answered|said|advised|confirmed|explained|stated|informed|"
    r"reported|told)\b",
    re.IGNORECASE,
)
# "(a) Mr A asked whether ...": told, whatever its letter.
TOLD = compile_later(
    r"[^.?!:\n]{1,80}?\b(?:asked|queried|enquired)\s+(?:if|whether|about)\b", re.IGNORECASE
)
# What came of a question behind a dash, or on the next line.
GOES_ON = re.compile(r"\s[-–—]\s+[A-Z]|\?\s*\n\s*\S|\?\s+A(?:nswer)?\d*:")
# "Mr A asked the Clerk to write": a request, which asks for no answer.
REQUESTS = compile_later(
    r"[^.?!]{0,160}?\basked\s+(?:(?!if\b|whether\b|what\b|when\b|why\b|how\b|who\b|where\b|which\b)"
    r"[^\s.?!]+\s+){1,8}?to\s",
    re.IGNORECASE,
)
# "Officers responded to questions from members" tells of questions that nobody minuted.
TELLS_OF_QUESTIONS = compile_later(
    r"\b(?:responded|replied|answered)\s{1,9}(?:to\s|(?:\w{1,20}\s{1,9}){0,4}quer|(?:\w{1,20}\s{1,9}){0,4}question)",
    re.IGNORECASE,
)
# A question that was not read as one, because a scanner spoiled its heading.
ASKS = re.compile(r"\bask(?:s|ed|ing)?\b|uestion|\?(?=\W*\Z)", re.IGNORECASE)
# Officers reply to motions as well, and to what members raise.
ANSWERED_TOO = re.compile(r"\bmotions?\b|\brequest", re.IGNORECASE)
LINES_ABOVE = 12  # of an answer, in which its question may stand
MORE_ABOVE = 40  # in which a motion may stand
SHOWN = 60  # characters of a quotation in a message


def check_items(meeting: Meeting, source: Source) -> Iterator[Diagnostic]:
    """Findings about items, questions, responses and votes."""
    yield from numbers_twice(meeting.items, source)
    yield from numbers_missing(meeting.items, source)
    told = _ToldElsewhere(source)
    ends = (*(item.line for item in meeting.items[1:]), len(source.lines) + 1)
    for item, end in zip(meeting.items, ends, strict=False):
        yield from _threads(item, source)
        yield from _questions_twice(item, source)
        for decision in item.decisions:
            if _is_left_open(decision, told, end) and not _is_taken_with_others(item, told):
                message = f"nothing says what became of this motion: {_quoted_motion(decision)}"
                yield finding("decision-without-outcome", source.place(decision.line), message)
            if decision.vote is None:
                continue
            for mismatch in count_mismatches(decision.vote):
                message = (
                    f"{mismatch.printed} votes {mismatch.side.value.replace('_', ' ')}, "
                    f"but {mismatch.named} names"
                )
                yield finding("vote-miscounted", source.place(decision.line), message)


def check_links(leaves: Iterable[Block], source: Source) -> Iterator[Diagnostic]:
    """Links that lead out of the archive's content."""
    for block in leaves:
        if not (block.words.refused or block.cells):
            continue
        cells = (cell for row in block.cells for cell in row)
        for words in (block.words, *cells):
            for address in words.refused:
                place = source.place_of(address, start_line=block.line)
                yield finding("link-refused", place, f'"{address}" leads out of content/')


@dataclass
class _ToldElsewhere:
    """What any line may tell of motions: looked for once, where a motion is left open."""

    source: Source

    @cached_property
    def agreed(self) -> list[int]:
        """The numbers of the lines that may tell of an outcome."""
        lines = enumerate(self.source.lines, 1)
        return [number for number, line in lines if AGREED.search(line) is not None]

    @cached_property
    def together(self) -> list[str]:
        """The lines that tell of what was taken together."""
        return [line for line in self.source.lines if "together" in line.lower()]


def _is_left_open(decision: Decision, told: _ToldElsewhere, end: int) -> bool:
    """Whether a motion has neither outcome nor vote, and no line before `end` may tell of one."""
    is_motion = any(
        record.kind is RecordKind.MOTION and len(record.prose.text) >= SHORTEST_MOTION
        for record in decision.records
    )
    if not is_motion or decision.outcome is not None or decision.vote is not None:
        return False
    at = bisect_left(told.agreed, decision.line)
    return at == len(told.agreed) or told.agreed[at] >= end


def _is_taken_with_others(item: AgendaItem, told: _ToldElsewhere) -> bool:
    """Whether a line says so: "It was agreed to take Motions Nos. 12, 14 and 15 together"."""
    if item.number is None:
        return False
    number = re.compile(rf"(?<!\w){re.escape(item.number)}(?!\w)")
    return any(number.search(line) is not None for line in told.together)


def _questions_twice(item: AgendaItem, source: Source) -> Iterator[Diagnostic]:
    """Labels of one item that announce two questions of one number; lists may begin anew."""
    seen: dict[str, Record] = {}
    for record in item.records:
        label = record.lead.text if record.lead is not None else ""
        number = record.number
        if record.kind is not RecordKind.QUESTION or not number or number not in label:
            continue
        # "Q1" behind "Question 1" counts anew.
        first = seen.setdefault(label.partition(number)[0] + number, record)
        if first is not record:
            message = f"question {number} stands here and on line {first.line}"
            place = source.place_on(record.line, number)
            yield finding("question-number-twice", place, message)


def _threads(item: AgendaItem, source: Source) -> Iterator[Diagnostic]:
    records = list(item.records)
    answered = {address for record in records for address in record.answers}
    behind = {part.address: at + 1 for at, part in enumerate(item.flow) if isinstance(part, Record)}
    for record in records:
        is_asked = record.kind in ASKING and record.address not in answered
        if is_asked and not _is_let_stand(
            record, _from(item.flow, behind.get(record.address, len(item.flow)))
        ):
            message = f"no answer to this question: {_quoted(record)}"
            yield finding("question-without-response", source.place(record.line), message)
        if record.kind is not RecordKind.RESPONSE or record.answers or record.answers_earlier:
            continue
        above = source.lines[max(item.line, record.line - 1 - LINES_ABOVE) : record.line - 1]
        lead = record.lead.text if record.lead is not None else ""
        is_told = TELLS_OF_QUESTIONS.search(f"{lead} {record.prose.text}") is not None
        if is_told or any(ASKS.search(line) for line in above):
            continue
        further = source.lines[max(item.line - 1, record.line - 1 - MORE_ABOVE) : record.line - 1]
        if any(ANSWERED_TOO.search(line) for line in further):
            continue
        message = f"no question comes before this answer: {_quoted(record)}"
        yield finding("response-without-question", source.place(record.line), message)


def _from(flow: Sequence[object], at: int) -> Iterator[object]:
    """What follows in a flow; without a copy, which each of many questions would make."""
    return (flow[number] for number in range(at, len(flow)))


def _is_let_stand(question: Record, behind: Iterator[object]) -> bool:
    """Whether words that are no response tell what came of a question.

    Minutes that tell a story go on in the same paragraph, or in the next: "The Clerk asked if
    there were any projects. There were none."
    """
    text = question.prose.text.strip()
    is_told = len(SENTENCE_END.findall(text)) > 1 or bool(
        AGREED.search(text) or ANSWERED.search(text)
    )
    if not text.endswith("?") and (question.number is None or TOLD.match(text) is not None):
        is_answered = GOES_ON.search(text) is not None
        if is_told or is_answered or REQUESTS.match(text) is not None:
            return True
    for part in behind:
        if isinstance(part, Record) and part.kind not in ASKING:
            return True
        if isinstance(part, Decision):
            return True
        if not isinstance(part, Passage):
            return False
    return False


def _quoted_motion(decision: Decision) -> str:
    motion = next(one for one in decision.records if one.kind is RecordKind.MOTION)
    return _quoted(motion)


def _quoted(record: Record) -> str:
    words = " ".join((record.lead or record.prose).text.split())
    return f'"{words[:SHOWN].rstrip()} ..."' if len(words) > SHOWN else f'"{words}"'
