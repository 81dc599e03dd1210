"""What people and offices of people.yaml did at one meeting."""

from collections.abc import Iterator

from site_gen.archive.openings import opening_words
from site_gen.model.meetings import AgendaItem, Meeting, Presence
from site_gen.model.people import Speaker
from site_gen.model.records import RecordKind
from site_gen.model.rows import Part, PartRow

SPOKEN_PARTS = {
    RecordKind.QUESTION: Part.ASKED,
    RecordKind.SUPPLEMENTARY: Part.ASKED,
    RecordKind.RESPONSE: Part.ANSWERED,
    RecordKind.COMMENT: Part.COMMENTED,
    RecordKind.REPRESENTATION: Part.REPRESENTED,
    RecordKind.UNDERTAKING: Part.PROMISED,
    RecordKind.ACTION: Part.PROMISED,
}
PRESENCES = {
    Presence.MEMBER: Part.ATTENDED,
    Presence.OFFICER: Part.ATTENDED,
    Presence.OTHER: Part.ATTENDED,
    Presence.APOLOGIES: Part.APOLOGISED,
}
OwnedPart = tuple[str, PartRow]  # the id of the person or office, and the part


def part_rows(meeting: Meeting) -> tuple[OwnedPart, ...]:
    """Every part of somebody in people.yaml: attendance first, then the order minuted."""
    rows = [*_attendance(meeting), *_declarations(meeting)]
    for item in meeting.items:
        rows += _presented(meeting, item)
        rows += _spoken(meeting, item)
        rows += _moved(meeting, item)
    return tuple(rows)


def _attendance(meeting: Meeting) -> Iterator[OwnedPart]:
    for attendee in meeting.attendance:
        part = Part.CHAIRED if attendee.is_chair else PRESENCES.get(attendee.presence)
        if part is not None:
            yield from _owned(attendee.speaker, _row(meeting, part))


def _declarations(meeting: Meeting) -> Iterator[OwnedPart]:
    for declared in meeting.declarations:
        yield from _owned(declared.speaker, _row(meeting, Part.DECLARED, text=declared.text))


def _presented(meeting: Meeting, item: AgendaItem) -> Iterator[OwnedPart]:
    if item.presented_by is None and item.introduced_by is None:
        return
    row = _row(meeting, Part.PRESENTED, item=item, address=item.address)
    rows = (*_owned(item.presented_by, row), *_owned(item.introduced_by, row))
    yield from dict.fromkeys(rows)


def _spoken(meeting: Meeting, item: AgendaItem) -> Iterator[OwnedPart]:
    for record in item.records:
        part = SPOKEN_PARTS.get(record.kind)
        if part is not None and record.speaker is not None:
            text = record.prose.text
            row = _row(meeting, part, item=item, address=record.address, text=text)
            yield from _owned(record.speaker, row)


def _moved(meeting: Meeting, item: AgendaItem) -> Iterator[OwnedPart]:
    for decision in item.decisions:
        text = decision.records[0].prose.text if decision.records else ""
        for speaker, part in (
            (decision.moved_by, Part.MOVED),
            (decision.seconded_by, Part.SECONDED),
        ):
            if speaker is not None:
                row = _row(meeting, part, item=item, address=decision.address, text=text)
                yield from _owned(speaker, row)


def _row(
    meeting: Meeting,
    part: Part,
    *,
    item: AgendaItem | None = None,
    address: str = "",
    text: str = "",
) -> PartRow:
    title = item.title if item is not None else ""
    return PartRow(
        part, meeting.id, address, meeting.body, meeting.date, title, opening_words(text)
    )


def _owned(speaker: Speaker | None, row: PartRow) -> Iterator[OwnedPart]:
    if speaker is not None and speaker.person_id is not None:
        yield speaker.person_id, row
