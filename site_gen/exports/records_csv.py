"""Open data for spreadsheets: every record of a year as CSV, discussion left out."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from site_gen.exports.records import Row, record_rows
from site_gen.model.meetings import Meeting
from site_gen.model.records import RecordKind
from site_gen.site import addresses
from site_gen.site.output import OutputFile

COLUMNS = (
    "id", "kind", "url", "meeting", "body", "date", "item", "item_title", "speaker", "speaker_id",
    "text", "answers", "decision", "outcome", "moved_by", "seconded_by",
    "votes_for", "votes_against", "votes_abstain",
)  # fmt: skip
DEMONSTRATION_COLUMN = "demonstration"
ANSWERS = COLUMNS.index("answers")
# Spreadsheets take what begins so for a formula, also in full width.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Without it Excel reads UTF-8 as something else, and "£" and "é" are lost.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def record_csv_lines(meeting: Meeting, *, is_demonstration: bool = False) -> bytes:
    """The meeting's rows as RFC 4180 has them, without the header; empty when it has none.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front. Several ids in
    `answers` are parted by a space. What is not known is an empty cell.
    """
    rows = (_cells(row) for row in record_rows(meeting) if row["kind"] != RecordKind.DISCUSSION)
    mark = ("true",) if is_demonstration else ()
    return _csv((*row, *mark) for row in rows)


def records_csv_file(
    year: int, chunks: Iterable[bytes], *, is_demonstration: bool = False
) -> OutputFile:
    """data/records-<year>.csv from the lines of the year's meetings, oldest first.

    UTF-8 with a byte-order mark, lines ended by CR and LF, first the header.
    """
    header = (*COLUMNS, DEMONSTRATION_COLUMN) if is_demonstration else COLUMNS
    content = b"".join((BYTE_ORDER_MARK, _csv([header]), *chunks))
    return OutputFile(addresses.records_data_url(year, "csv"), content)


def csv_with_earlier_answers(lines: bytes, earlier: Mapping[str, str]) -> bytes:
    """`lines` of one meeting, with the questions of other meetings that its responses answer.

    `earlier` gives for the id of a response the id of the question, once all meetings are known.
    """
    if not earlier:
        return lines
    rows = csv.reader(io.StringIO(lines.decode(), newline=""))
    return _csv(_answering(row, earlier) for row in rows)


def _answering(cells: list[str], earlier: Mapping[str, str]) -> list[str]:
    question = earlier.get(cells[0])
    if question is not None:
        cells[ANSWERS] = " ".join(filter(None, (question, cells[ANSWERS])))
    return cells


def _cells(row: Row) -> Iterator[str]:
    votes = row["votes"]
    counts = votes if isinstance(votes, dict) else {}
    for column in COLUMNS:
        name, _, side = column.partition("votes_")
        value = row[name] if name else counts.get(side)
        yield _cell(value)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return _harmless(" ".join(value))
    return _harmless(str(value))


def _harmless(words: str) -> str:
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()
