"""What a reader should find in a generated archive, as JSON: one meeting a line."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from benchmarks.corpus.meeting import WrittenMeeting

WORDS_OF_AN_OPENING = 6
KINDS = ("question", "response", "resolution")


class ExpectedRecord(TypedDict):
    """A record that was written."""

    kind: str
    style: str  # of wording, so that what is missed can be told by style
    opens: str  # its first six words


class ExpectedMeeting(TypedDict):
    """A meeting that was written."""

    id: str
    path: str
    date: str
    body: str
    course: str  # ordinary, draft, exempt, cancelled
    heading: str  # style of its headings
    items: int
    passages: int  # paragraphs and lists that belong to no record
    words: int  # of the whole file
    record_words: int
    question: int
    response: int
    resolution: int
    withheld: str | None  # a word of exempt text that must be nowhere in the site
    records: list[ExpectedRecord]


def expected_meeting(meeting: WrittenMeeting) -> ExpectedMeeting:
    """What a reader should find in one meeting."""
    kinds = Counter(record.kind for record in meeting.records)
    return ExpectedMeeting(
        id=meeting.slot.id,
        path=meeting.slot.path,
        date=meeting.slot.day.isoformat(),
        body=meeting.slot.committee_id,
        course=meeting.slot.course,
        heading=meeting.style.heading,
        items=meeting.items,
        passages=meeting.passages,
        words=len(meeting.markdown.split()),
        record_words=sum(len(record.text.split()) for record in meeting.records),
        question=kinds["question"],
        response=kinds["response"],
        resolution=kinds["resolution"],
        withheld=meeting.withheld,
        records=[
            ExpectedRecord(kind=record.kind, style=record.style, opens=_opening(record.text))
            for record in meeting.records
        ],
    )


def write_manifest(path: Path, meetings: Sequence[ExpectedMeeting], *, seed: int) -> None:
    """One JSON object: seed, totals by kind, and the meetings in order of date."""
    totals = {kind: sum(meeting[kind] for meeting in meetings) for kind in KINDS}  # type: ignore[literal-required]
    head = json.dumps({"seed": seed, "totals": totals})[1:-1]
    lines = ",\n".join(json.dumps(meeting, ensure_ascii=False) for meeting in meetings)
    path.write_bytes(f'{{{head}, "meetings": [\n{lines}\n]}}\n'.encode())


def _opening(text: str) -> str:
    return " ".join(text.split()[:WORDS_OF_AN_OPENING])
