"""What was understood of a meeting, a row for each thing, in the words of its page."""

from collections.abc import Iterator

from site_gen.model.meetings import Meeting
from site_gen.model.prose import Withheld
from site_gen.model.records import Decision, Outcome, Record, RecordKind, Vote
from site_gen.pages.withheld_words import withheld_view
from site_gen.pages.words import KINDS
from site_gen.site.plain_words import OUTCOMES
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that is read in minutes."""

    what: str
    who: str
    words: str
    more: str = ""


def readings(meeting: Meeting) -> list[Reading]:
    """What was read, in the order of the minutes, with a row for each item; prose is left out."""
    told: list[Reading] = []
    names = _names(meeting)
    for item in meeting.items:
        told.append(Reading("Item", "", f"{item.number or ''} {item.title}".strip()))
        if item.withheld is not None:
            told.append(_withheld(item.withheld))
        for part in item.flow:
            if isinstance(part, Withheld):
                told.append(_withheld(part))
            elif isinstance(part, Decision):
                told += _decision(part, names)
            elif isinstance(part, Record) and part.kind is not RecordKind.DISCUSSION:
                told.append(_record(part, names))
    return told


def _names(meeting: Meeting) -> dict[str, str]:
    """ "question 2" for the address of each question: its printed number, else its position."""
    counts: dict[RecordKind, int] = {}
    names = {}
    for record in meeting.records:
        counts[record.kind] = counts.get(record.kind, 0) + 1
        noun = KINDS[record.kind].lower()
        names[record.address] = f"{noun} {record.number or counts[record.kind]}"
    return names


def _withheld(withheld: Withheld) -> Reading:
    return Reading("Not published", "", withheld_view(withheld).sentence)


def _decision(decision: Decision, names: dict[str, str]) -> Iterator[Reading]:
    told = "; ".join(_of_decision(decision))
    for number, record in enumerate(decision.records):
        read = _record(record, names)
        more = (told or read.more) if number == 0 else read.more
        yield Reading(read.what, read.who, read.words, more)


def _of_decision(decision: Decision) -> Iterator[str]:
    if decision.moved_by is not None:
        yield f"moved by {decision.moved_by.printed}"
    if decision.seconded_by is not None:
        yield f"seconded by {decision.seconded_by.printed}"
    if decision.vote is not None:
        yield from filter(None, [", ".join(_votes(decision.vote))])
    if decision.outcome is not None:
        yield OUTCOMES[Outcome(decision.outcome)].lower()


def _votes(vote: Vote) -> Iterator[str]:
    if vote.is_unanimous:
        yield "unanimous"
    counts = {"for": vote.votes_for, "against": vote.votes_against, "abstained": vote.abstentions}
    yield from (f"{count} {word}" for word, count in counts.items() if count is not None)
    if vote.casting_vote:
        yield f"casting vote {vote.casting_vote}"


def _record(record: Record, names: dict[str, str]) -> Reading:
    who = record.speaker.printed if record.speaker is not None else ""
    words = record.prose.text.replace("\n", " ")
    return Reading(KINDS[record.kind], who, words, "; ".join(_of_record(record, names)))


def _of_record(record: Record, names: dict[str, str]) -> Iterator[str]:
    if record.addressed_to is not None:
        yield f"to {record.addressed_to.printed}"
    yield from _of_answer(record, names)
    if record.due is not None:
        yield f"by {record.due.iso}"
    if record.detail:
        yield record.detail
    if record.signatures is not None:
        yield f"{record.signatures} signatures"
    if record.decides:
        yield f"{record.decides} decides"


def _of_answer(record: Record, names: dict[str, str]) -> Iterator[str]:
    if record.answers:
        yield "answers " + " and ".join(names.get(one, "a question") for one in record.answers)
    if record.answers_earlier is not None:
        earlier = record.answers_earlier
        yield f"answers question {earlier.number} of {earlier.date.iso}"
    if record.is_promise:
        yield "to follow in writing"
    elif record.is_in_writing:
        yield "in writing"
    if record.dated is not None:
        yield f"dated {record.dated.iso}"
