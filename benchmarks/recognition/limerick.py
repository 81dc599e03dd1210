"""The Irish minutes: questions, replies and resolutions by simple rules about lines.

The rules know nothing of the recogniser. A line that begins "Question submitted by" starts a
question. The first line after it that begins "REPLY" is its response, unless another question or
a notice of motion comes between. A line that begins "Proposed by", with one that begins "Seconded
by" among the next lines, is a resolution with both names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.recognition.reading import Understood, place_in, plain, read_understood
from benchmarks.recognition.scores import Report, Score, Share
from site_gen.importers.import_document import import_document
from site_gen.importers.options import ImportOptions
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.text.prose_dates import find_dates
from site_gen.text.slugs import slugify

NUMBER = r"\W*(?:\d{1,2}\s*[.)]?\s*)?(?:\([a-z]\)\s*)?"
QUESTION = re.compile(rf"{NUMBER}question\s+submitted\s+by", re.IGNORECASE)
NUMBER_ALONE = re.compile(r"\W*\d{1,3}\s?[.)]\W*\Z")
REPLY = re.compile(r"\W*reply\s*[:.]", re.IGNORECASE)
MOTION = re.compile(rf"{NUMBER}(?:notice\s+of\s+)?motion\s+submitted\s+by", re.IGNORECASE)
PROPOSED = re.compile(r"\W*propos(?:ed|er)\s*(?:by)?\s*[:;]?\s*(?P<who>.+)", re.IGNORECASE)
SECONDED = re.compile(r"\W*second(?:ed|er)\s*(?:by)?\s*[:;]?\s*(?P<who>.+)", re.IGNORECASE)
TOGETHER = re.compile(r",?\s*(?:and\s+)?seconded\s+by\s+(?P<who>.+)", re.IGNORECASE)
# What ends a name: "Proposed by Councillor A; Seconded ...", "by Councillor B and resolved".
NAME_END = re.compile(r";|,|\band\b|\bseconded\b|\bthat\b|(?<=\w{3})\.\s", re.IGNORECASE)
SECONDER_WITHIN = 6  # lines, empty ones and page breaks included
NEAR = 2  # lines between a mover's own line and where the recogniser saw him
TITLE_WORDS = re.compile(
    r"(?<!\w)(?:councillors?|cllrs?|cmhlr|deputy|senator|mayor|the|mr|mrs|ms|an|cathaoirleach)\b[.,]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Event:
    """A line that a rule knows."""

    kind: str  # "question", "reply", "motion"
    line: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """A proposer and a seconder."""

    line: int
    mover: str
    seconder: str


def score_limerick(folder: Path) -> Report:
    """All files under `folder`."""
    report = Report("limerick")
    questions, responses = Score("questions", 0.97), Score("responses", 0.97)
    pairs = Share("pairs of question and response", 0.95)
    resolutions = Score("resolutions with both names", 0.92)
    dates = Share("date of the meeting", 0.97)
    for path in sorted(folder.rglob("*.md")):
        report.files += 1
        found = read_understood(path, path.name, report)
        if found is None:
            continue
        events = list(find_events(found.lines))
        _score_questions(found, events, questions)
        _score_responses(found, events, responses, pairs)
        _score_resolutions(found, resolutions)
        _score_date(path, dates, report)
    report.scores += [questions, responses, resolutions]
    report.shares += [pairs, dates]
    return report


def find_events(lines: tuple[str, ...]) -> Iterator[Event]:
    """The lines that start a question, a reply or a motion."""
    for number, line in enumerate(lines, start=1):
        words = plain(line)
        for kind, rule in (("question", QUESTION), ("reply", REPLY), ("motion", MOTION)):
            if rule.match(words) is not None:
                yield Event(kind, _start(lines, number) if kind == "question" else number)


def _start(lines: tuple[str, ...], line: int) -> int:
    """The line of the number that stands alone above a question, which is the question's; `line`
    when there is none.
    """
    before = line - 1
    while before > 0 and not lines[before - 1].strip():
        before -= 1
    return before if before and NUMBER_ALONE.match(plain(lines[before - 1])) else line


def find_resolutions(lines: tuple[str, ...]) -> Iterator[Resolution]:
    """The lines that name a proposer, each with the seconder on it or on one of the next."""
    for number, line in enumerate(lines, start=1):
        proposed = PROPOSED.match(plain(line))
        if proposed is None or not (mover := _surname(proposed["who"])):
            continue
        if (together := TOGETHER.search(proposed["who"])) is not None:
            if seconder := _surname(together["who"]):
                yield Resolution(number, mover, seconder)
            continue
        for later in lines[number : number + SECONDER_WITHIN]:
            words = plain(later)
            if PROPOSED.match(words) is not None:
                break
            seconded = SECONDED.match(words)
            if seconded is not None and (seconder := _surname(seconded["who"])):
                yield Resolution(number, mover, seconder)
                break


def _surname(printed: str) -> str:
    """The last word of a name; "" for words that name nobody."""
    name = NAME_END.split(TITLE_WORDS.sub("", printed), maxsplit=1)[0]
    words = re.sub(r"\([^)]*\)|[\"“”.,:;]+\s*\Z", " ", name).split()
    is_name = 0 < len(words) <= 5 and words[-1][:1].isupper()
    return slugify(words[-1]) if is_name else ""


def _regions(events: list[Event], kind: str, last: int) -> Iterator[tuple[Event, int]]:
    """Events of one kind, each with the line before which it ends."""
    for at, event in enumerate(events):
        if event.kind == kind:
            yield event, events[at + 1].line if at + 1 < len(events) else last + 1


def _score_questions(found: Understood, events: list[Event], score: Score) -> None:
    left = [one for one in found.records if one.kind is RecordKind.QUESTION]
    regions = list(_regions(events, "question", len(found.lines)))
    for event, end in regions:
        inside = _first_in(left, event.line, end)
        if inside is None:
            score.missed.append(place_in(found, event.line))
        else:
            score.hits += 1
            left.remove(inside)
    _sort_out(found, left, regions, score)


def _score_responses(found: Understood, events: list[Event], score: Score, pairs: Share) -> None:
    records = found.records
    left = [one for one in records if one.kind is RecordKind.RESPONSE]
    by_address = {record.address: record for record in records}
    for event, end in _regions(events, "reply", len(found.lines)):
        before = [one for one in events if one.line < event.line]
        if not before or before[-1].kind != "question":
            continue  # a reply to a motion, or one whose question is not told
        inside = _first_in(left, event.line, end)
        if inside is None:
            score.missed.append(place_in(found, event.line))
            pairs.wrong.append(f"{place_in(found, event.line)} (response not found)")
            continue
        score.hits += 1
        left.remove(inside)
        _score_pair(found, before[-1], event, inside, by_address, pairs)
    _sort_out(found, left, list(_regions(events, "question", len(found.lines))), score)


def _sort_out(
    found: Understood, left: list[Record], questions: list[tuple[Event, int]], score: Score
) -> None:
    """What is left over: wrong within a question, elsewhere in prose the rules say nothing of."""
    for record in left:
        is_within = any(event.line <= record.line < end for event, end in questions)
        (score.invented if is_within else score.elsewhere).append(place_in(found, record.line))


def _score_pair(
    found: Understood,
    question: Event,
    reply: Event,
    response: Record,
    by_address: dict[str, Record],
    pairs: Share,
) -> None:
    """The response answers the question that stands before it, and no question elsewhere."""
    answered = [by_address[each].line for each in response.answers if each in by_address]
    if answered and all(question.line <= line < reply.line for line in answered):
        pairs.right += 1
    else:
        told = f"answers lines {answered}" if answered else "answers nothing"
        pairs.wrong.append(f"{place_in(found, reply.line)} ({told}, not {question.line})")


def _first_in(records: list[Record], start: int, end: int) -> Record | None:
    return next((record for record in records if start <= record.line < end), None)


def _score_resolutions(found: Understood, score: Score) -> None:
    left = [one for one in found.decisions if one.moved_by is not None and one.seconded_by]
    for wanted in find_resolutions(found.lines):
        match = next((one for one in left if _is_same(one, wanted)), None)
        if match is None:
            score.missed.append(place_in(found, wanted.line))
        else:
            score.hits += 1
            left.remove(match)
    for decision in left:
        line = _mover_line(decision)
        is_told = PROPOSED.match(plain(found.lines[line - 1])) is not None
        (score.invented if is_told else score.elsewhere).append(place_in(found, line))


def _is_same(decision: Decision, wanted: Resolution) -> bool:
    if abs(_mover_line(decision) - wanted.line) > NEAR:
        return False
    mover, seconder = decision.moved_by, decision.seconded_by
    return (
        mover is not None
        and seconder is not None
        and f"-{wanted.mover}" in f"-{slugify(mover.printed)}"
        and f"-{wanted.seconder}" in f"-{slugify(seconder.printed)}"
    )


def _mover_line(decision: Decision) -> int:
    return decision.line if decision.moved_by is None else decision.moved_by.line


def _score_date(path: Path, dates: Share, report: Report) -> None:
    """The date that import reads from the text; the file's name is the answer."""
    wanted = [each.date for each in find_dates(path.stem) if each.date is not None]
    if not wanted:
        report.notes["files whose name gives no date"] += 1
        return
    options = ImportOptions(body="limerick")
    result = import_document("minutes.md", path.read_bytes(), options=options)
    if result.meeting is not None and result.meeting.date.iso == wanted[-1].iso:
        dates.right += 1
        return
    told = result.meeting.date.iso if result.meeting is not None else "no date"
    dates.wrong.append(f"{path.name}: {told}, not {wanted[-1].iso}")
