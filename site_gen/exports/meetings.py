"""Open data: meetings.json, every meeting with its attendance, declarations and documents."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from site_gen.exports.json_text import json_line
from site_gen.exports.records import record_id
from site_gen.model.bodies import Body
from site_gen.model.meetings import (
    AgendaItem,
    Attendee,
    Correction,
    Declaration,
    DocumentReference,
    Meeting,
    Sitting,
)
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.site.output import OutputFile
from site_gen.site.settings import Settings

Value = dict[str, object]


def meeting_line(meeting: Meeting, directory: Directory) -> bytes:
    """The meeting as one JSON object on one line, null where the minutes do not say.

    Of a meeting held in private only which, when, and why.
    """
    value = _known_of_private(meeting, directory)
    if not meeting.is_private:
        value |= _known_of_public(meeting, directory)
    return json_line(value).encode()


def meetings_file(lines: Iterable[bytes], settings: Settings) -> OutputFile:
    """data/meetings.json from the lines of all meetings, oldest first."""
    return OutputFile(addresses.MEETINGS_DATA, b"".join(_joined(lines, settings)))


def _joined(lines: Iterable[bytes], settings: Settings) -> Iterator[bytes]:
    yield b'{\n"title":%b,\n' % json_line(settings.title).encode()
    if settings.is_demonstration:
        yield b'"demonstration":true,\n'
    yield b'"meetings":['
    separator = b"\n"
    for line in lines:
        yield separator
        yield line
        separator = b",\n"
    yield b"\n]\n}\n"


def _known_of_private(meeting: Meeting, directory: Directory) -> Value:
    body = directory.bodies.get(meeting.body)
    return {
        "id": meeting.id,
        "url": addresses.meeting_url(meeting.id),
        "body": meeting.body,
        "body_name": _name_of_day(body, meeting),
        "council": body.council or None if body else None,
        "date": meeting.date.iso,
        "date_inferred": meeting.date.is_inferred,
        "private": meeting.is_private,
        "private_reason": meeting.private_reason or None,
    }


def _known_of_public(meeting: Meeting, directory: Directory) -> Value:
    return {
        "title": meeting.title,
        "status": meeting.status.value,
        "approved_at": meeting.approved_at or None,
        "start": meeting.start or None,
        "end": meeting.end or None,
        "venue": meeting.venue or None,
        "chair": meeting.chair or None,
        "joint_bodies": list(meeting.joint_bodies),
        "sittings": [_sitting(sitting) for sitting in meeting.sittings],
        "language": meeting.language or directory.settings.language,
        "topics": list(meeting.topics),
        "source": meeting.source or None,
        "corrections": [_correction(correction) for correction in meeting.corrections],
        "attendance": [_attendee(attendee) for attendee in meeting.attendance],
        "declarations": [_declaration(one, meeting) for one in meeting.declarations],
        "documents": [_document(one, meeting, directory.documents) for one in meeting.documents],
        "items": [_item(item, meeting) for item in meeting.items],
    }


def _name_of_day(body: Body | None, meeting: Meeting) -> str | None:
    return body.name_on(meeting.date) if body else None


def _sitting(sitting: Sitting) -> Value:
    return {
        "date": sitting.date.iso,
        "start": sitting.start or None,
        "venue": sitting.venue or None,
    }


def _correction(correction: Correction) -> Value:
    return {
        "date": correction.date.iso,
        "item": correction.item or None,
        "was": correction.was,
        "now": correction.now,
        "by": correction.by or None,
    }


def _attendee(attendee: Attendee) -> Value:
    return {
        "name": attendee.speaker.printed,
        "person_id": attendee.speaker.person_id,
        "presence": attendee.presence.value,
        "capacity": attendee.capacity or None,
        "chair": attendee.is_chair,
        "substitutes_for": attendee.substitutes_for or None,
        "arrived": attendee.arrived or None,
        "departed": attendee.departed or None,
    }


def _declaration(declaration: Declaration, meeting: Meeting) -> Value:
    numbered = [item for item in meeting.items if item.number == declaration.item_number]
    is_known = declaration.item_number is not None and len(numbered) == 1
    return {
        "name": declaration.speaker.printed,
        "person_id": declaration.speaker.person_id,
        "item_number": declaration.item_number,
        "item": record_id(meeting.id, numbered[0].address) if is_known else None,
        "interest": declaration.interest or None,
        "text": declaration.text,
    }


def _document(document: DocumentReference, meeting: Meeting, documents: Mapping[str, str]) -> Value:
    return {
        "title": document.title,
        "url": _document_url(document, documents),
        "note": document.note or None,
        "item": record_id(meeting.id, document.item) if document.item else None,
    }


def _document_url(document: DocumentReference, documents: Mapping[str, str]) -> str | None:
    """From the site's root, or whole for one that is kept elsewhere; None when not held."""
    if document.path is None:
        return document.href
    if document.path in documents:
        return addresses.document_url(documents[document.path])
    if PurePosixPath(document.path).suffix == ".md":
        return None
    return addresses.attachment_url(document.path)


def _item(item: AgendaItem, meeting: Meeting) -> Value:
    return {
        "id": record_id(meeting.id, item.address),
        "url": addresses.fragment_url(meeting.id, item.address),
        "number": item.number,
        "minute": item.minute,
        "part": item.part or None,
        "parent": record_id(meeting.id, item.parent) if item.parent else None,
        "title": item.title or None,
        "state": item.state.value if item.state else None,
        "withheld": item.withheld is not None,
        "withheld_paragraphs": list(item.withheld.paragraphs) if item.withheld else [],
        "presented_by": item.presented_by.printed if item.presented_by else None,
        "introduced_by": item.introduced_by.printed if item.introduced_by else None,
    }
