"""Plain words for what was understood: "question 3 by Dr Example, answered below"."""

from site_gen.minutes.explained_notes import NoteKind
from site_gen.model.meetings import AgendaItem
from site_gen.model.people import Speaker
from site_gen.model.prose import PassageRole
from site_gen.model.records import Decision, Record, RecordKind, Vote

KINDS = {
    RecordKind.QUESTION: (NoteKind.QUESTION, "question"),
    RecordKind.SUPPLEMENTARY: (NoteKind.QUESTION, "follow-up question"),
    RecordKind.RESPONSE: (NoteKind.ANSWER, "answer"),
    RecordKind.COMMENT: (NoteKind.COMMENT, "comment"),
    RecordKind.REPRESENTATION: (NoteKind.COMMENT, "representation"),
    RecordKind.MOTION: (NoteKind.DECISION, "words of the motion"),
    RecordKind.RESOLUTION: (NoteKind.DECISION, "what was decided"),
    RecordKind.RECOMMENDATION: (NoteKind.DECISION, "what was recommended"),
    RecordKind.UNDERTAKING: (NoteKind.PROMISE, "promise to follow up"),
    RecordKind.ACTION: (NoteKind.PROMISE, "action"),
    RecordKind.DISCUSSION: (NoteKind.PROSE, "discussion"),
}
PASSAGE_WORDS = {
    PassageRole.PROSE: (NoteKind.PROSE, "words before the first item"),
    PassageRole.LEAD: (NoteKind.MOVING, "announces what follows"),
    PassageRole.MOVERS: (NoteKind.MOVING, "who moved and seconded"),
    PassageRole.VOTE: (NoteKind.MOVING, "the vote"),
    PassageRole.OUTCOME: (NoteKind.MOVING, "what became of it"),
    PassageRole.AGENDA: (NoteKind.FURNITURE, "the agenda, printed again"),
    PassageRole.ATTENDANCE: (NoteKind.ATTENDANCE, "attendance"),
    PassageRole.FURNITURE: (NoteKind.FURNITURE, "words of a page, no minutes"),
}


def kind_of_record(record: Record) -> NoteKind:
    """The kind of note that a record is told by."""
    return KINDS[record.kind][0]


def item_words(item: AgendaItem) -> str:
    """ "item 5, minute 42, in Part B: Trees (deferred)"."""
    told = [f"item {item.number}" if item.number else "item"]
    if item.minute:
        told.append(f"minute {item.minute}")
    if item.part:
        told.append(f"in {item.part}")
    state = f" ({item.state})" if item.state is not None else ""
    return f"{', '.join(told)}: {item.title}{state}"


def record_words(record: Record, item: AgendaItem) -> str:
    """ "answer by the Director, to question 3"."""
    name = record.detail or KINDS[record.kind][1]
    told = [f"{name} {record.number}" if record.number else name]
    if record.speaker is not None:
        told[0] += f" by {speaker_words(record.speaker)}"
    if record.addressed_to is not None:
        told[0] += f" to {speaker_words(record.addressed_to)}"
    told += _links(record, item)
    if record.is_promise:
        told.append("says only that an answer will follow")
    elif record.is_in_writing:
        told.append("in writing")
    if record.signatures is not None:
        told.append(f"{record.signatures:,} signatures")
    if record.due is not None:
        told.append(f"by {record.due.short}")
    if record.decides:
        told.append(f"{record.decides} decides")
    return ", ".join(told)


def _links(record: Record, item: AgendaItem) -> list[str]:
    lines = {other.address: other.line for other in item.records}
    told = [
        f"to the question on line {lines[address]}"
        for address in record.answers
        if address in lines
    ]
    if record.answers_earlier is not None:
        number = record.answers_earlier.number
        which = f"question {number}" if number else "a question"
        told.append(f"to {which} of {record.answers_earlier.date.long}")
    elif record.kind is RecordKind.RESPONSE and not record.answers:
        told.append("to no question that was found")
    if record.follows in lines:
        told.append(f"after the question on line {lines[record.follows]}")
    if record.kind in (RecordKind.QUESTION, RecordKind.SUPPLEMENTARY):
        answers = [each.line for each in item.records if record.address in each.answers]
        told += [f"answered on line {answers[0]}" if answers else "no answer was found"]
    return told


def decision_words(decision: Decision) -> str:
    """ "decision: moved by A, seconded by B, carried, 9 for, 3 against"."""
    is_motion = any(record.kind is RecordKind.MOTION for record in decision.records)
    told = ["amendment" if decision.amends is not None else "motion" if is_motion else "decision"]
    if decision.moved_by is not None:
        told.append(f"moved by {speaker_words(decision.moved_by)}")
    if decision.seconded_by is not None:
        told.append(f"seconded by {speaker_words(decision.seconded_by)}")
    if decision.outcome is not None:
        told.append(decision.outcome.value)
    if decision.vote is not None:
        told += _votes(decision.vote)
    return ", ".join(told)


def _votes(vote: Vote) -> list[str]:
    counted = (
        (vote.votes_for, "for"),
        (vote.votes_against, "against"),
        (vote.abstentions, "abstained"),
        (vote.absent, "absent"),
    )
    told = ["unanimously"] if vote.is_unanimous else []
    told += [f"{count} {side}" for count, side in counted if count is not None]
    if vote.casting_vote:
        told.append("by the casting vote")
    return told


def speaker_words(speaker: Speaker) -> str:
    """The fullest name or office that the minutes print."""
    return speaker.name or speaker.printed
