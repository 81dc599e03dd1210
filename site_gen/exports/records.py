"""Open data: every record of a year but discussion, as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.people import Speaker
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.site import addresses
from site_gen.site.output import OutputFile

COLUMNS = (
    "url", "kind", "body", "date", "item", "item_title", "speaker", "speaker_id", "text",
    "answers", "decision", "outcome", "moved_by", "seconded_by",
    "votes_for", "votes_against", "votes_abstain",
)  # fmt: skip
DEMONSTRATION_COLUMN = "demonstration"
URL, ANSWERS = COLUMNS.index("url"), COLUMNS.index("answers")
# Spreadsheets take what begins so for a formula, also in full width.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
# Without it Excel reads UTF-8 as something else, and "£" and "é" are lost.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def record_lines(meeting: Meeting, *, is_demonstration: bool = False) -> bytes:
    """The meeting's rows as RFC 4180 has them, without the header; empty when it has none.

    What belongs to the same meeting is named by its fragment alone. A cell that a spreadsheet
    would run as a formula gets an apostrophe in front. Several addresses in `answers` are parted
    by a space. What is not known is an empty cell. A meeting held in private has no rows.
    """
    mark = ("true",) if is_demonstration else ()
    return _csv([*map(_cell, row), *mark] for row in _rows(meeting))


def records_file(
    year: int, chunks: Iterable[bytes], *, is_demonstration: bool = False
) -> OutputFile:
    """data/records-<year>.csv from the lines of the year's meetings, oldest first.

    UTF-8 with a byte-order mark, lines ended by CR and LF, first the header.
    """
    header = (*COLUMNS, DEMONSTRATION_COLUMN) if is_demonstration else COLUMNS
    content = b"".join((BYTE_ORDER_MARK, _csv([header]), *chunks))
    return OutputFile(addresses.records_data_url(year), content)


def with_earlier_answers(lines: bytes, earlier: Mapping[str, str]) -> bytes:
    """`lines` of one meeting, with the questions of other meetings that its responses answer.

    `earlier` gives for the address of a response that of the question, both from the site's
    root, once all meetings are known.
    """
    if not earlier:
        return lines
    rows = csv.reader(io.StringIO(lines.decode(), newline=""))
    return _csv(_answering(row, earlier) for row in rows)


def _answering(cells: list[str], earlier: Mapping[str, str]) -> list[str]:
    question = earlier.get(cells[URL])
    if question is not None:
        cells[ANSWERS] = " ".join(filter(None, (question, cells[ANSWERS])))
    return cells


def _rows(meeting: Meeting) -> Iterator[tuple[object, ...]]:
    if meeting.is_private:
        return
    for item in meeting.items:
        decisions = {decision.address: decision for decision in item.decisions}
        for record in item.records:
            if record.kind is not RecordKind.DISCUSSION:
                decision = decisions.get(record.decision) if record.decision else None
                yield _row(meeting, item, record, decision)


def _row(
    meeting: Meeting, item: AgendaItem, record: Record, decision: Decision | None
) -> tuple[object, ...]:
    return (
        addresses.fragment_url(meeting.id, record.address),
        record.kind.value,
        meeting.body,
        meeting.date.iso,
        f"#{item.address}",
        item.title,
        _printed(record.speaker),
        record.speaker.person_id if record.speaker else None,
        record.prose.text,
        " ".join(f"#{address}" for address in record.answers),
        f"#{record.decision}" if record.decision else None,
        *(_decided(decision) if decision else (None,) * 6),
    )


def _decided(decision: Decision) -> tuple[object, ...]:
    vote = decision.vote
    return (
        decision.outcome.value if decision.outcome else None,
        _printed(decision.moved_by),
        _printed(decision.seconded_by),
        vote.votes_for if vote else None,
        vote.votes_against if vote else None,
        vote.abstentions if vote else None,
    )


def _printed(speaker: Speaker | None) -> str | None:
    return speaker.printed if speaker else None


def _cell(value: object) -> str:
    words = value if type(value) is str else "" if value is None else str(value)
    return f"'{words}" if words[:1] in FORMULA_STARTS else words


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()
