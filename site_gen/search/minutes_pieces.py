"""A meeting, or a document, to the pieces that are searched."""

from collections.abc import Iterable, Iterator

from site_gen.model.documents import Document
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.people import Speaker
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.search.pieces import Piece
from site_gen.site.addresses import document_url, fragment_url
from site_gen.site.directory import Directory
from site_gen.site.plain_words import OUTCOMES

DOCUMENT = "document"
RECORDED, TO_FOLLOW, NO_RESPONSE = "recorded", "to-follow", "none"
ASKED = {RecordKind.QUESTION, RecordKind.SUPPLEMENTARY}


def meeting_pieces(meeting: Meeting, directory: Directory) -> tuple[Piece, ...]:
    """Every record of `meeting` in the order minuted; none of one held in private.

    A question, its follow-ups and all their answers are one thread, and so are the parts of one
    decision.
    """
    if meeting.is_private:
        return ()
    maker = _PieceMaker(meeting, directory)
    return tuple(maker.piece(item, record) for item in meeting.items for record in item.records)


def document_piece(document: Document, directory: Directory) -> Piece:
    """A related document as one piece."""
    body = directory.bodies.get(document.body)
    url = document_url(document.id)
    return Piece(
        id=f"{url}#",
        thread=f"{url}#",
        kind=DOCUMENT,
        url=url,
        date=document.date.iso if document.date else "",
        meeting=url,
        body_id=document.body if body else "",
        title=document.title,
        text=document.prose.text,
        people=document.author,
        body=body.name if body else "",
        speaker=document.author,
    )


class _PieceMaker:
    """Knows what the pieces of one meeting share."""

    def __init__(self, meeting: Meeting, directory: Directory) -> None:
        self._meeting = meeting
        self._directory = directory
        body = directory.bodies.get(meeting.body)
        self._body = body.name_on(meeting.date) if body else meeting.title
        self._threads = thread_roots(meeting)
        self._states = _response_states(meeting.records)
        self._decisions = {
            decision.address: decision for item in meeting.items for decision in item.decisions
        }

    def piece(self, item: AgendaItem, record: Record) -> Piece:
        meeting = self._meeting
        decision = self._decisions.get(record.decision) if record.decision else None
        speakers = [*_speakers(record, decision)]
        outcome = decision.outcome if decision is not None else None
        return Piece(
            id=f"{meeting.id}#{record.address}",
            thread=f"{meeting.id}#{self._threads.get(record.address, record.address)}",
            kind=record.kind.value,
            url=fragment_url(meeting.id, record.address),
            date=meeting.date.iso,
            meeting=meeting.id,
            body_id=meeting.body,
            text=record.prose.text,
            people=" ".join(dict.fromkeys(self._names(speakers))),
            item=item.title,
            body=self._body,
            person_ids=_askers(record),
            speaker=record.speaker.printed if record.speaker else "",
            outcome=OUTCOMES[outcome] if outcome is not None else "",
            response=self._states.get(record.address),
            routine=item.is_routine,
        )

    def _names(self, speakers: Iterable[Speaker]) -> Iterator[str]:
        for speaker in speakers:
            yield speaker.name or speaker.printed
            if speaker.office:
                yield speaker.office
            if (person := self._directory.people.get(speaker.person_id or "")) is not None:
                yield person.name


def thread_roots(meeting: Meeting) -> dict[str, str]:
    """By address, the address of the record with which its thread begins."""
    roots: dict[str, str] = {}
    first_of_decision: dict[str, str] = {}
    for record in meeting.records:
        above = record.follows or (record.answers[0] if record.answers else None)
        if above is not None:
            roots[record.address] = roots.get(above, above)
        elif record.decision is not None:
            roots[record.address] = first_of_decision.setdefault(record.decision, record.address)
    return roots


def _response_states(records: Iterable[Record]) -> dict[str, str]:
    """Of each question, what these minutes have of an answer."""
    states: dict[str, str] = {}
    for record in records:
        if record.kind in ASKED:
            states.setdefault(record.address, NO_RESPONSE)
        for question in record.answers:
            if not record.is_promise:
                states[question] = RECORDED
            elif states.get(question) != RECORDED:
                states[question] = TO_FOLLOW
    return states


def _askers(record: Record) -> tuple[str, ...]:
    """Who the filter "Asked by" offers for this record: nobody for what is no question."""
    asker = record.speaker.person_id if record.speaker and record.kind in ASKED else None
    return (asker,) if asker else ()


def _speakers(record: Record, decision: Decision | None) -> Iterator[Speaker]:
    moved = (decision.moved_by, decision.seconded_by) if decision is not None else ()
    yield from (one for one in (record.speaker, *moved) if one is not None)
