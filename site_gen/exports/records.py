"""Open data: every record of a year as JSON lines."""

from collections.abc import Iterable, Iterator, Mapping

from site_gen.exports.json_text import json_line
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.people import Speaker
from site_gen.model.records import Decision, Record, Vote
from site_gen.site import addresses
from site_gen.site.output import OutputFile

Row = dict[str, object]  # keys and values of one record, as docs/open-data.md explains them

EARLIER_ANSWERS_START = b'"answers":['


def record_id(meeting_id: str, address: str) -> str:
    """The id that open data give to a record, item or decision."""
    return f"{meeting_id}#{address}"


def record_rows(meeting: Meeting) -> Iterator[Row]:
    """One row a record in the order minuted, with null where the minutes do not say.

    None of a meeting held in private.
    """
    if meeting.is_private:
        return
    for item in meeting.items:
        decisions = {decision.address: decision for decision in item.decisions}
        for record in item.records:
            decision = decisions.get(record.decision) if record.decision else None
            yield _row(meeting, item, record, decision)


def record_lines(meeting: Meeting, *, is_demonstration: bool = False) -> bytes:
    """The meeting's rows as JSON, one a line, each line ended; empty when it has none.

    In a demonstration every row ends in `"demonstration": true`.
    """
    mark: Row = {"demonstration": True} if is_demonstration else {}
    return "".join(f"{json_line({**row, **mark})}\n" for row in record_rows(meeting)).encode()


def records_file(year: int, chunks: Iterable[bytes]) -> OutputFile:
    """data/records-<year>.jsonl from the lines of the year's meetings, oldest first."""
    return OutputFile(addresses.records_data_url(year, "jsonl"), b"".join(chunks))


def with_earlier_answers(lines: bytes, earlier: Mapping[str, str]) -> bytes:
    """`lines` of one meeting, with the questions of other meetings that its responses answer.

    `earlier` gives for the id of a response the id of the question, once all meetings are known.
    """
    if not earlier:
        return lines
    return b"".join(_answering(line, earlier) for line in lines.splitlines(keepends=True))


def _answering(line: bytes, earlier: Mapping[str, str]) -> bytes:
    own_id = line[len(b'{"id":"') : line.index(b'","kind"')].decode()
    question = earlier.get(own_id)
    if question is None:
        return line
    # The text before may hold the same letters, but never with bare quotation marks.
    before, start, after = line.partition(EARLIER_ANSWERS_START)
    comma = b"" if after.startswith(b"]") else b","
    return before + start + json_line(question).encode() + comma + after


def _row(meeting: Meeting, item: AgendaItem, record: Record, decision: Decision | None) -> Row:
    def identifier(address: str) -> str:
        return record_id(meeting.id, address)

    return {
        "id": identifier(record.address),
        "kind": record.kind.value,
        "url": addresses.fragment_url(meeting.id, record.address),
        "meeting": meeting.id,
        "body": meeting.body,
        "date": meeting.date.iso,
        "item": identifier(item.address),
        "item_title": item.title or None,
        "speaker": _printed(record.speaker),
        "speaker_id": record.speaker.person_id if record.speaker else None,
        "text": record.prose.text,
        "answers": [identifier(address) for address in record.answers],
        "decision": identifier(record.decision) if record.decision else None,
        "outcome": decision.outcome.value if decision and decision.outcome else None,
        "moved_by": _printed(decision.moved_by) if decision else None,
        "seconded_by": _printed(decision.seconded_by) if decision else None,
        "votes": _votes(decision.vote) if decision and decision.vote else None,
    }


def _printed(speaker: Speaker | None) -> str | None:
    return speaker.printed if speaker else None


def _votes(vote: Vote) -> Row | None:
    """Counts, each null where it is not said; null altogether when none is."""
    counts: Row = {
        "for": vote.votes_for,
        "against": vote.votes_against,
        "abstain": vote.abstentions,
    }
    return counts if any(count is not None for count in counts.values()) else None
