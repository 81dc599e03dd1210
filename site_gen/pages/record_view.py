"""Questions, answers, points and promises as a meeting's page shows them."""

import re
from typing import ClassVar

from site_gen.model.people import Speaker
from site_gen.model.prose import Prose
from site_gen.model.records import EarlierQuestion, Record, RecordKind
from site_gen.model.rows import LinkedRecord, ResponseState
from site_gen.pages.citation import Citation, cite_part
from site_gen.pages.desk import Desk, numbered_label
from site_gen.pages.naming import in_sentence
from site_gen.pages.words import NOUNS, counted, joined
from site_gen.site import addresses
from site_gen.site.plain_words import RESPONSE_STATES
from site_gen.text.values import dataclass

LONGEST_BYLINE = 160  # characters; longer words before a question are shown as text
# A clerk's own mark-up, which the page says in its own way: "Question 3 (Dr Example):".
EXPLICIT_LABEL = re.compile(
    r"(?:(?:supplementary )?question|(?:written )?response|comment|petition|deputation|statement"
    r"|action|undertaking|motion|amendment|recommended to)"
    r"(?: [\w.]{1,8})?(?:\s*\([^()]{0,200}(?:\([^()]{0,20}\)[^()]{0,200})?\))?\s*:?\Z",
    re.IGNORECASE,
)
QUESTION_KINDS = frozenset({RecordKind.QUESTION, RecordKind.SUPPLEMENTARY})


@dataclass(frozen=True, slots=True)
class Byline:
    """Who speaks: the minutes' own words with the name in them, or the name alone."""

    name: str
    before: str = ""
    after: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A short line about an answer; `link` is its last words."""

    words: str
    link: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """One question, answer, point, promise and so on."""

    block: ClassVar[str] = "record"
    kind: str  # for the style
    label: str  # "Question 3"
    noun: str  # "question": for "Link to this question"
    address: str
    aliases: tuple[str, ...]  # further addresses that lead here
    marker: str  # "(iv)", "a)"; for lists, where the label is not shown
    byline: Byline | None
    lead: Prose | None  # the words before it, where they are too long for a byline
    prose: Prose
    notes: tuple[Note, ...]
    citation: Citation


def record_view(record: Record, desk: Desk, *, lead: Prose | None = None) -> RecordView:
    """The view of one record.

    `lead` is a passage that introduces it, where the minutes have no words of its own for that.
    """
    label = numbered_label(record.kind, record.number)
    byline, lead = _byline(record.speaker, record.lead or lead, desk)
    return RecordView(
        kind=record.kind.value,
        label=_label(record, label),
        noun=NOUNS[record.kind],
        address=record.address,
        aliases=desk.aliases.get(record.address, ()),
        marker=marker(record.number),
        byline=byline,
        lead=lead,
        prose=record.prose,
        notes=tuple(_notes(record, desk)),
        citation=cite_part(desk.labels[record.address], record.address),
    )


def marker(number: str | None) -> str:
    """The mark before an entry of a list: "1.", "(iv)", "a)"."""
    if not number:
        return ""
    if number.isdigit():
        return f"{number}."
    return f"{number})" if len(number) == 1 and number not in "ivx" else f"({number})"


def _label(record: Record, label: str) -> str:
    if record.kind is RecordKind.RESPONSE:
        if record.is_promise:
            return "Answer to follow"
        return "Answer in writing" if record.is_in_writing else "Answer"
    if record.kind is RecordKind.REPRESENTATION and record.detail:
        return record.detail.capitalize()
    return label


def _byline(
    speaker: Speaker | None, lead: Prose | None, desk: Desk
) -> tuple[Byline | None, Prose | None]:
    """The byline, and the words before the record that it does not already say."""
    name = desk.naming.speaker(speaker, desk.links) if speaker else None
    alone = Byline(name.name, href=name.href) if name else None
    if not lead or EXPLICIT_LABEL.match(lead.text):
        return alone, None
    if len(lead.text) > LONGEST_BYLINE or "\n" in lead.text:
        return alone, lead
    if speaker and speaker.printed in lead.text:
        before, _, after = lead.text.partition(speaker.printed)
        href = name.href if name else ""
        return Byline(speaker.printed, before, after, href), None
    return (alone, lead) if alone else (Byline(lead.text), None)


def _notes(record: Record, desk: Desk) -> list[Note]:
    notes = []
    if record.addressed_to:
        notes.append(Note(f"To {in_sentence(record.addressed_to.printed)}"))
    if record.kind is RecordKind.RESPONSE:
        notes += _response_notes(record, desk)
    if record.kind in QUESTION_KINDS:
        notes += _question_notes(record, desk)
    if record.signatures is not None:
        notes.append(Note(counted(record.signatures, "signature")))
    if record.due:
        notes.append(Note(f"Due by {record.due.short}"))
    return notes


def _response_notes(record: Record, desk: Desk) -> list[Note]:
    notes = []
    if record.dated:
        notes.append(Note(f"Dated {record.dated.short}"))
    if len(record.answers) > 1:
        answered = [desk.labels[one] for one in record.answers if one in desk.labels]
        notes.append(Note(f"Answers {joined(answered)} together"))
    if record.answers_earlier:
        found = desk.earlier_question(record.address)
        notes.append(_earlier_note(record.answers_earlier, found, desk))
    return notes


def _earlier_note(earlier: EarlierQuestion, found: LinkedRecord | None, desk: Desk) -> Note:
    which = f"question {earlier.number}" if earlier.number else "a question"
    if found is None:
        return Note(f"Answers {which} of {earlier.date.short}")
    return Note("Answers", f"{which} of {found.date.short}", _linked_href(found, desk))


def _question_notes(record: Record, desk: Desk) -> list[Note]:
    later = [
        Note("Answered later, on", found.date.short, _linked_href(found, desk))
        for found in desk.later_answers(record.address)
    ]
    if later or record.address in desk.answered:
        return later
    return [Note(RESPONSE_STATES[ResponseState.NONE])]


def _linked_href(found: LinkedRecord, desk: Desk) -> str:
    return desk.links.to(addresses.fragment_url(found.meeting, found.address))
