"""Open data: every meeting of a year with its attendance, declarations and documents, as JSON."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from site_gen.exports.json_text import json_line
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

Value = dict[str, object]


def meeting_line(meeting: Meeting, directory: Directory) -> bytes:
    """The meeting as one JSON object on one line; a key that would say nothing is left out.

    Of a meeting held in private only which, when, and why.
    """
    value = _known_of_private(meeting, directory)
    if not meeting.is_private:
        value |= _known_of_public(meeting, directory)
    value["demonstration"] = directory.settings.is_demonstration
    return f"{json_line(_telling(value))}\n".encode()


def meetings_file(year: int, lines: Iterable[bytes]) -> OutputFile:
    """data/meetings-<year>.jsonl from the lines of the year's meetings, oldest first."""
    return OutputFile(addresses.meetings_data_url(year), b"".join(lines))


def _telling(value: Value) -> Value:
    """Those entries of `value` that say something: neither null, nor false, nor empty."""
    return {key: one for key, one in value.items() if one not in (None, False, "", [])}


def _known_of_private(meeting: Meeting, directory: Directory) -> Value:
    body = directory.bodies.get(meeting.body)
    return {
        "id": meeting.id,
        "url": addresses.meeting_url(meeting.id),
        "body": meeting.body,
        "body_name": _name_of_day(body, meeting),
        "council": body.council if body else None,
        "date": meeting.date.iso,
        "date_inferred": meeting.date.is_inferred,
        "private": meeting.is_private,
        "private_reason": meeting.private_reason,
    }


def _known_of_public(meeting: Meeting, directory: Directory) -> Value:
    return {
        "title": meeting.title,
        "status": meeting.status.value,
        "approved_at": meeting.approved_at,
        "start": meeting.start,
        "end": meeting.end,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "joint_bodies": list(meeting.joint_bodies),
        "sittings": [_sitting(sitting) for sitting in meeting.sittings],
        "language": meeting.language or directory.settings.language,
        "topics": list(meeting.topics),
        "source": meeting.source,
        "corrections": [_correction(correction) for correction in meeting.corrections],
        "attendance": [_attendee(attendee) for attendee in meeting.attendance],
        "declarations": [_declaration(one, meeting) for one in meeting.declarations],
        "documents": [_document(one, directory.documents) for one in meeting.documents],
        "items": [_item(item) for item in meeting.items],
    }


def _name_of_day(body: Body | None, meeting: Meeting) -> str | None:
    return body.name_on(meeting.date) if body else None


def _sitting(sitting: Sitting) -> Value:
    value: Value = {"date": sitting.date.iso, "start": sitting.start, "venue": sitting.venue}
    return _telling(value)


def _correction(correction: Correction) -> Value:
    return _telling(
        {
            "date": correction.date.iso,
            "item": correction.item,
            "was": correction.was,
            "now": correction.now,
            "by": correction.by,
        }
    )


def _attendee(attendee: Attendee) -> Value:
    return _telling(
        {
            "name": attendee.speaker.printed,
            "person_id": attendee.speaker.person_id,
            "presence": attendee.presence.value,
            "capacity": attendee.capacity,
            "chair": attendee.is_chair,
            "substitutes_for": attendee.substitutes_for,
            "arrived": attendee.arrived,
            "departed": attendee.departed,
        }
    )


def _declaration(declaration: Declaration, meeting: Meeting) -> Value:
    numbered = [item for item in meeting.items if item.number == declaration.item_number]
    is_known = declaration.item_number is not None and len(numbered) == 1
    return _telling(
        {
            "name": declaration.speaker.printed,
            "person_id": declaration.speaker.person_id,
            "item_number": declaration.item_number,
            "item": f"#{numbered[0].address}" if is_known else None,
            "interest": declaration.interest,
            "text": declaration.text,
        }
    )


def _document(document: DocumentReference, documents: Mapping[str, str]) -> Value:
    return _telling(
        {
            "title": document.title,
            "url": _document_url(document, documents),
            "note": document.note,
            "item": f"#{document.item}" if document.item else None,
        }
    )


def _document_url(document: DocumentReference, documents: Mapping[str, str]) -> str | None:
    """From the site's root, or whole for one that is kept elsewhere; None when not held."""
    if document.path is None:
        return document.href
    if document.path in documents:
        return addresses.document_url(documents[document.path])
    if PurePosixPath(document.path).suffix == ".md":
        return None
    return addresses.attachment_url(document.path)


def _item(item: AgendaItem) -> Value:
    return _telling(
        {
            "url": f"#{item.address}",
            "number": item.number,
            "minute": item.minute,
            "part": item.part,
            "parent": f"#{item.parent}" if item.parent else None,
            "title": item.title,
            "state": item.state.value if item.state else None,
            "withheld": item.withheld is not None,
            "withheld_paragraphs": list(item.withheld.paragraphs) if item.withheld else None,
            "presented_by": item.presented_by.printed if item.presented_by else None,
            "introduced_by": item.introduced_by.printed if item.introduced_by else None,
        }
    )
