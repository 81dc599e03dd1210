"""One understood file as the rows that the store keeps of it. Made where it was understood."""

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from site_gen.archive.packing import pack, seal
from site_gen.archive.rows import MeetingRows
from site_gen.archive.understood import Understood
from site_gen.model.meetings import Meeting
from site_gen.model.records import Record, RecordKind
from site_gen.text.values import dataclass

# Counted as lists show them: a decision with parts a) and b) is one.
DECIDED = frozenset({RecordKind.MOTION, RecordKind.RESOLUTION, RecordKind.RECOMMENDATION})

DIGEST_BYTES = 16

Row = tuple[str, tuple[object, ...]]  # a table, and the values of its columns


@dataclass(frozen=True, slots=True)
class StoredFile:
    """All that the store keeps of one file; packed already, so that putting it is quick."""

    path: str
    key: bytes
    meeting_id: str | None  # None when no meeting could be understood
    published: bytes  # key of the published addresses that it keeps
    own: bytes  # key of its own, when it keeps all of those
    diagnostics: bytes | None
    rows: tuple[Row, ...]


def stored_file(understood: Understood) -> StoredFile:
    """The rows of one file."""
    meeting = understood.meeting
    return StoredFile(
        path=understood.path,
        key=understood.key,
        meeting_id=meeting.id if meeting is not None else None,
        published=understood.published,
        own=understood.own,
        diagnostics=pack(understood.diagnostics) if understood.diagnostics else None,
        rows=tuple(_rows(understood)),
    )


def _rows(understood: Understood) -> Iterator[Row]:
    path, meeting, rows = understood.path, understood.meeting, understood.rows
    if meeting is None or rows is None:
        return
    made_of = b"-".join((understood.key, understood.published, understood.own))
    digest = blake2b(made_of, digest_size=DIGEST_BYTES).hexdigest()
    yield from _of_meeting(path, meeting, rows, digest)
    yield from _of_lists(path, rows)
    yield from _of_earlier_answers(path, meeting)
    for line, question, opening in _promises(meeting):
        yield "promised", (path, line, question, opening)
    for link in understood.links:
        yield "links", (path, link.target, link.fragment, pack(link))
    for name, content in understood.products.contents.items():
        yield "products", (path, name, seal(content))
    for name, content in understood.products.contents.items():
        if not content:
            yield "empty_products", (path, name)
    for entry in understood.products.entries:
        yield "entries", (path, entry.list, entry.rank, seal(entry.content))


def _of_meeting(path: str, meeting: Meeting, rows: MeetingRows, made_of: str) -> Iterator[Row]:
    yield "meetings", (
        path, meeting.id, meeting.body, meeting.date.year, meeting.date.sort_key,
        meeting.status.value, meeting.approved_at, 0, made_of, pack(rows.meeting),
    )  # fmt: skip
    # Apart, as lists go through the rows of all meetings and need none of their words.
    yield "whole_meetings", (path, pack(meeting))
    for other in meeting.joint_bodies:
        yield "joint", (path, other)
    kinds = Counter(one.kind.value for one in meeting.records if one.kind not in DECIDED)
    kinds.update(decision.kind.value for decision in rows.decisions)
    for kind, number in sorted(kinds.items()):
        yield "record_counts", (path, kind, number)


def _of_lists(path: str, rows: MeetingRows) -> Iterator[Row]:
    meeting, body = rows.meeting.id, rows.meeting.body
    year, day = rows.meeting.date.year, rows.meeting.date.sort_key
    for position, question in enumerate(rows.questions):
        yield "questions", (
            path, position, meeting, question.address, question.number, body, year, day,
            pack(question),
        )  # fmt: skip
    for position, decision in enumerate(rows.decisions):
        yield "decisions", (path, position, meeting, body, year, day, pack(decision))
    for position, (person, part) in enumerate(rows.parts):
        yield "parts", (
            path, position, meeting, person, year, day,
            pack((part.part.value, part.address, part.item_title, part.opening)),
        )  # fmt: skip


def _of_earlier_answers(path: str, meeting: Meeting) -> Iterator[Row]:
    for record in meeting.records:
        if record.kind is RecordKind.RESPONSE and (asked := record.answers_earlier) is not None:
            yield "earlier", (
                path, meeting.id, record.address, record.line, asked.body or meeting.body,
                asked.date.sort_key, asked.number, record.prose.text[:200],
            )  # fmt: skip


def _promises(meeting: Meeting) -> Iterator[tuple[int, str, str]]:
    """(line, address of the question, words) of each question whose answers are promises only."""
    answers: dict[str, list[Record]] = {}
    for record in meeting.records:
        for question in record.answers:
            answers.setdefault(question, []).append(record)
    for question, given in answers.items():
        if all(record.is_promise for record in given):
            yield given[-1].line, question, given[-1].prose.text[:200]
