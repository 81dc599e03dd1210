"""The hand-built archive behind the interface that pages read."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from site_gen.archive.rows import MeetingRows, meeting_rows
from site_gen.model.documents import Document, Page
from site_gen.model.meetings import Meeting, MeetingStatus
from site_gen.model.rows import (
    DecisionRow,
    DocumentRow,
    LinkedRecord,
    MeetingRow,
    PartRow,
    PersonRow,
    QuestionRow,
    Surroundings,
)
from site_gen.pages.year_parts import DatedRow
from site_gen.site.directory import Directory
from tests.pages.sample_meetings import DIRECTORY, DOCUMENTS, MEETINGS, PAGES

Row = TypeVar("Row", bound=DatedRow)


def _years(rows: Iterable[DatedRow]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(row.date.year for row in rows).items(), reverse=True))


class SampleArchive:
    """Everything in memory: samples are few."""

    def __init__(
        self, meetings: Iterable[Meeting] = MEETINGS, directory: Directory = DIRECTORY
    ) -> None:
        self.directory = directory
        self._meetings = {meeting.id: meeting for meeting in meetings}

    @cached_property
    def _rows(self) -> tuple[MeetingRows, ...]:
        rows = (meeting_rows(meeting) for meeting in self._meetings.values())
        return tuple(sorted(rows, key=lambda one: one.meeting.date.sort_key, reverse=True))

    def meeting(self, meeting_id: str) -> Meeting:
        return self._meetings[meeting_id]

    def surroundings(self, meeting_id: str) -> Surroundings:
        body = self._meetings[meeting_id].body
        same = [row.meeting for row in reversed(self._rows) if row.meeting.body == body]
        place = [row.id for row in same].index(meeting_id)
        summer, autumn = "children-scrutiny-2025-06-24", "children-scrutiny-2025-09-02"
        question, response = "item-5-supplementary-1", "item-1-response-1"
        return Surroundings(
            previous=same[place - 1] if place else None,
            next=same[place + 1] if place + 1 < len(same) else None,
            answered_later=(
                ((question, _linked(self.meeting(autumn), response)),)
                if meeting_id == summer and autumn in self._meetings
                else ()
            ),
            answers_earlier=(
                ((response, _linked(self.meeting(summer), question)),)
                if meeting_id == autumn
                else ()
            ),
        )

    def meeting_ids(self) -> tuple[str, ...]:
        return tuple(self._meetings)

    def _of(self, body: str | None) -> list[MeetingRow]:
        return [row.meeting for row in self._rows if body in (None, row.meeting.body)]

    def meeting_years(self, body: str | None = None) -> tuple[tuple[int, int], ...]:
        return _years(self._of(body))

    def meetings_in(self, year: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        return tuple(row for row in self._of(body) if row.date.year == year)

    def latest_meetings(self, limit: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        held = (row for row in self._of(body) if row.status is not MeetingStatus.SCHEDULED)
        return tuple(held)[:limit]

    def coming_meetings(self, limit: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        coming = [row for row in self._of(body) if row.status is MeetingStatus.SCHEDULED]
        return tuple(reversed(coming))[:limit]

    def _questions(self) -> tuple[QuestionRow, ...]:
        return tuple(row for rows in self._rows for row in rows.questions)

    def question_years(self) -> tuple[tuple[int, int], ...]:
        return _years(self._questions())

    def questions_in(self, year: int, body: str | None = None) -> tuple[QuestionRow, ...]:
        rows = self._questions()
        return tuple(row for row in rows if row.date.year == year and body in (None, row.body))

    def questions_of(self, meeting_id: str) -> tuple[QuestionRow, ...]:
        return tuple(row for row in self._questions() if row.meeting == meeting_id)

    def _decisions(self) -> tuple[DecisionRow, ...]:
        return tuple(row for rows in self._rows for row in rows.decisions)

    def decision_years(self) -> tuple[tuple[int, int], ...]:
        return _years(self._decisions())

    def decisions_in(self, year: int, body: str | None = None) -> tuple[DecisionRow, ...]:
        rows = self._decisions()
        return tuple(row for row in rows if row.date.year == year and body in (None, row.body))

    def decisions_of(self, meeting_id: str) -> tuple[DecisionRow, ...]:
        return tuple(row for row in self._decisions() if row.meeting == meeting_id)

    def _parts(self, person_id: str) -> list[PartRow]:
        return [row for rows in self._rows for owner, row in rows.parts if owner == person_id]

    def person_rows(self) -> tuple[PersonRow, ...]:
        return tuple(
            PersonRow(one, years[-1][0] if years else 0, years[0][0] if years else 0, len(years))
            for one in (*self.directory.people, *self.directory.offices)
            if (years := self.person_years(one)) or True
        )

    def person_years(self, person_id: str) -> tuple[tuple[int, int], ...]:
        return _years(self._parts(person_id))

    def parts_in(self, person_id: str, year: int) -> tuple[PartRow, ...]:
        return tuple(row for row in self._parts(person_id) if row.date.year == year)

    def document_rows(self) -> tuple[DocumentRow, ...]:
        return tuple(
            DocumentRow(one.id, one.title, one.date, one.kind, one.author, one.body)
            for one in DOCUMENTS
        )

    def document(self, document_id: str) -> Document:
        return next(one for one in DOCUMENTS if one.id == document_id)

    def page(self, page_id: str) -> Page:
        return next(one for one in PAGES if one.id == page_id)


def _linked(meeting: Meeting, address: str) -> LinkedRecord:
    return LinkedRecord(meeting.id, address, meeting.body, meeting.date)
