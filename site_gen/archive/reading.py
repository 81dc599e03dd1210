"""What pages, exports and search ask of the archive, answered from the store."""

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any

from site_gen.archive.links import EarlierAnswer, find_earlier_answers
from site_gen.archive.openings import opening_words
from site_gen.archive.packing import unpack, unpack_of
from site_gen.archive.store import Store
from site_gen.model.documents import Document, Page
from site_gen.model.meetings import Meeting, MeetingStatus
from site_gen.model.rows import (
    DecisionRow,
    DocumentRow,
    LinkedRecord,
    MeetingRow,
    Part,
    PartRow,
    PersonRow,
    QuestionRow,
    ResponseState,
    Surroundings,
)
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass, field, replace

# A joint meeting is one of each committee that took part.
OF_BODY = "(meetings.body = ? OR path IN (SELECT path FROM joint WHERE body = ?))"
COMING = MeetingStatus.SCHEDULED.value
Years = tuple[tuple[int, int], ...]


@dataclass
class StoredArchive:
    """The archive as a reader sees it. Rows are newest first and, within a meeting, as minuted."""

    store: Store
    directory: Directory
    documents: Mapping[str, Document] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    saved: Meeting | None = None  # as it was saved since the latest build; stands for the stored

    def meeting(self, meeting_id: str) -> Meeting:
        """One meeting, whole. Raises KeyError when there is none of that id."""
        if self.saved is not None and self.saved.id == meeting_id:
            return self.saved
        return self.store.meeting(meeting_id)

    def meeting_ids(self) -> tuple[str, ...]:
        """Every meeting's id, the oldest first."""
        rows = self.store.select("SELECT id FROM meetings WHERE NOT is_shadowed ORDER BY day, id")
        return tuple(row[0] for row in rows)

    def meeting_years(self, body: str | None = None) -> Years:
        """(year, number of meetings), newest first; of one body when it is named."""
        return self._meeting_years.get(body, ())

    @cached_property
    def _meeting_years(self) -> Mapping[str | None, Years]:
        """The same of every body, and of all meetings under None."""
        found: dict[str | None, dict[int, int]] = {}
        for body, year, number in self.store.select(
            "SELECT body, year, count(*) FROM meetings WHERE NOT is_shadowed GROUP BY body, year"
        ):
            for which in (None, body):
                years = found.setdefault(which, {})
                years[year] = years.get(year, 0) + number
        for body, year, number in self.store.select(
            "SELECT joint.body, year, count(*) FROM joint JOIN meetings USING (path) "
            "WHERE NOT is_shadowed AND joint.body <> meetings.body GROUP BY joint.body, year"
        ):
            years = found.setdefault(body, {})
            years[year] = years.get(year, 0) + number
        return {which: tuple(sorted(years.items(), reverse=True)) for which, years in found.items()}

    def meetings_in(self, year: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        """The meetings of one year."""
        return self._meetings("year = ?", year, body=body)

    def latest_meetings(self, limit: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        """The newest meetings that are not still to come."""
        return self._meetings("status <> ?", COMING, body=body, order="day DESC, id", limit=limit)

    def coming_meetings(self, limit: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        """Scheduled meetings, soonest first."""
        return self._meetings("status = ?", COMING, body=body, order="day, id", limit=limit)

    def question_years(self) -> Years:
        """(year, number of questions), newest first."""
        return self._years("questions")

    def questions_in(self, year: int, body: str | None = None) -> tuple[QuestionRow, ...]:
        """The questions of one year."""
        rows = self._rows("questions", "questions.year = ?", year, body=body)
        return tuple(self._with_later_answer(row) for row in rows)

    def questions_of(self, meeting_id: str) -> tuple[QuestionRow, ...]:
        """The questions of one meeting."""
        rows = self._rows("questions", "id = ?", meeting_id)
        return tuple(self._with_later_answer(row) for row in rows)

    def decision_years(self) -> Years:
        """(year, number of decisions and motions), newest first."""
        return self._years("decisions")

    def decisions_in(self, year: int, body: str | None = None) -> tuple[DecisionRow, ...]:
        """The decisions, recommendations and motions of one year."""
        return tuple(self._rows("decisions", "decisions.year = ?", year, body=body))

    def decisions_of(self, meeting_id: str) -> tuple[DecisionRow, ...]:
        """The decisions, recommendations and motions of one meeting."""
        return tuple(self._rows("decisions", "id = ?", meeting_id))

    def person_rows(self) -> tuple[PersonRow, ...]:
        """Every person and office, also those with no part in any minutes, in the file's order."""
        counted: dict[str, tuple[int, int, int]] = {}
        for person, years in self._parts_by_year.items():
            numbers = years.values()
            counted[person] = (min(years), max(years), sum(numbers))
        known = (*self.directory.people, *self.directory.offices)
        return tuple(PersonRow(person, *counted.get(person, (0, 0, 0))) for person in known)

    def person_years(self, person_id: str) -> Years:
        """(year, number of parts) of a person or office, newest first."""
        years = self._parts_by_year.get(person_id, {})
        return tuple(sorted(years.items(), reverse=True))

    @cached_property
    def _parts_by_year(self) -> Mapping[str, Mapping[int, int]]:
        """Of each person or office, how many parts in each year."""
        found: dict[str, dict[int, int]] = {}
        # Hidden minutes are few: the parts of all are counted, and theirs taken off.
        for person, year, number in self.store.select("SELECT * FROM part_sums WHERE number"):
            found.setdefault(person, {})[year] = number
        for person, year, number in self.store.select(
            "SELECT person, parts.year, count(*) FROM meetings CROSS JOIN parts USING (path) "
            "WHERE is_shadowed GROUP BY person, parts.year"
        ):
            found[person][year] -= number
        return {
            person: {year: number for year, number in years.items() if number}
            for person, years in found.items()
            if any(years.values())
        }

    def parts_in(self, person_id: str, year: int) -> tuple[PartRow, ...]:
        """What a person or office did in one year."""
        rows = self.store.select(
            "SELECT parts.row, id, body, parts.day FROM parts "
            "JOIN meetings USING (path) WHERE person = ? AND parts.year = ? AND NOT is_shadowed "
            "ORDER BY parts.day DESC, parts.meeting, parts.position",
            person_id,
            year,
        )
        return tuple(
            PartRow(Part(part), meeting, address, body, _date(day), title, opening)
            for packed, meeting, body, day in rows
            for part, address, title, opening in [unpack(packed)]
        )

    def document_rows(self) -> tuple[DocumentRow, ...]:
        """Every related document, newest first, undated ones last."""
        ordered = sorted(self.documents.values(), key=lambda document: document.title)
        ordered.sort(
            key=lambda document: document.date.sort_key if document.date else "", reverse=True
        )
        return tuple(
            DocumentRow(one.id, one.title, one.date, one.kind, one.author, one.body)
            for one in ordered
        )

    def document(self, document_id: str) -> Document:
        """One related document."""
        return self.documents[document_id]

    def page(self, page_id: str) -> Page:
        """One page of the site's own words."""
        return self.pages[page_id]

    def surroundings(self, meeting_id: str) -> Surroundings:
        """What that meeting's page shows of other meetings."""
        body, day, approved_at = next(
            self.store.select(
                "SELECT body, day, approved_at FROM meetings WHERE id = ? AND NOT is_shadowed",
                meeting_id,
            )
        )
        return Surroundings(
            previous=self._first(
                "body = ? AND (day, id) < (?, ?)", body, day, meeting_id, order="day DESC, id DESC"
            ),
            next=self._first("body = ? AND (day, id) > (?, ?)", body, day, meeting_id),
            approved_by=self._approved_by(approved_at, body),
            answered_later=tuple(
                (answer.question_address, self._linked_response(answer))
                for answer in self._answers_by_meeting.get(meeting_id, ())
                if answer.question_meeting == meeting_id
            ),
            answers_earlier=tuple(
                (answer.response_address, self._linked_question(answer))
                for answer in self._answers_by_meeting.get(meeting_id, ())
                if answer.response_meeting == meeting_id and answer.question_address
            ),
        )

    @cached_property
    def earlier_answers(self) -> tuple[EarlierAnswer, ...]:
        """Responses to questions of other meetings, found or not."""
        return find_earlier_answers(self.store)

    @cached_property
    def _answers_by_meeting(self) -> Mapping[str, list[EarlierAnswer]]:
        by_meeting: dict[str, list[EarlierAnswer]] = {}
        for answer in self.earlier_answers:
            for meeting_id in {answer.question_meeting, answer.response_meeting} - {""}:
                by_meeting.setdefault(meeting_id, []).append(answer)
        return by_meeting

    @cached_property
    def _answered_later(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (answer.question_meeting, answer.question_address) for answer in self.earlier_answers
        )

    def _with_later_answer(self, row: QuestionRow) -> QuestionRow:
        is_open = row.state is not ResponseState.RECORDED
        if is_open and (row.meeting, row.address) in self._answered_later:
            return replace(row, state=ResponseState.LATER)
        return row

    def _approved_by(self, approved_at: str, body: str) -> MeetingRow | None:
        if not approved_at:
            return None
        named = self._first("id = ?", approved_at)
        return named or self._first("body = ? AND day = ?", body, approved_at)

    def _linked_response(self, answer: EarlierAnswer) -> LinkedRecord:
        row = self._row_of(answer.response_meeting)
        opening = opening_words(answer.opening)
        return LinkedRecord(row.id, answer.response_address, row.body, row.date, opening=opening)

    def _linked_question(self, answer: EarlierAnswer) -> LinkedRecord:
        row = self._row_of(answer.question_meeting)
        asked = next(
            (one for one in self.questions_of(row.id) if one.address == answer.question_address),
            None,
        )
        return LinkedRecord(
            row.id,
            answer.question_address,
            row.body,
            row.date,
            number=asked.number if asked else None,
            opening=asked.opening if asked else "",
        )

    def _row_of(self, meeting_id: str) -> MeetingRow:
        found = self._first("id = ?", meeting_id)
        if found is None:
            raise KeyError(meeting_id)
        return found

    def _first(self, where: str, *values: object, order: str = "day, id") -> MeetingRow | None:
        rows = self._meetings(where, *values, order=order, limit=1)
        return rows[0] if rows else None

    def _meetings(
        self,
        where: str,
        *values: object,
        body: str | None = None,
        order: str = "day DESC, id",
        limit: int = -1,
    ) -> tuple[MeetingRow, ...]:
        query = f"SELECT id, row FROM meetings WHERE NOT is_shadowed AND {where}"  # noqa: S608
        if body is not None:
            query += " AND " + OF_BODY
            values = (*values, body, body)
        rows = self.store.select(f"{query} ORDER BY {order} LIMIT ?", *values, limit)
        return tuple(unpack_of(packed, row_id) for row_id, packed in rows)

    def _rows(
        self, table: str, where: str, *values: object, body: str | None = None
    ) -> Iterator[Any]:
        query = (
            f"SELECT id, {table}.row FROM {table} JOIN meetings USING (path) "  # noqa: S608
            f"WHERE NOT is_shadowed AND {where}"
        )
        if body is not None:
            query += " AND " + OF_BODY
            values = (*values, body, body)
        order = f" ORDER BY {table}.day DESC, {table}.meeting, {table}.position"
        for meeting_id, packed in self.store.select(query + order, *values):
            yield unpack_of(packed, meeting_id, attrgetter("meeting"))

    def _years(self, table: str) -> Years:
        """(year, number of rows of meetings that are shown), newest first."""
        # Read from the index alone; a join of every row with its meeting takes ten times as long.
        found: dict[int, int] = dict(
            self.store.select(f"SELECT year, count(*) FROM {table} GROUP BY year")  # noqa: S608
        )
        for year, number in self.store.select(
            f"SELECT {table}.year, count(*) FROM meetings CROSS JOIN {table} USING (path) "  # noqa: S608
            f"WHERE is_shadowed GROUP BY {table}.year"
        ):
            found[year] -= number
        return tuple((year, found[year]) for year in sorted(found, reverse=True) if found[year])


@lru_cache(maxsize=1024)
def _date(day: str) -> PartialDate:
    return PartialDate.parse(day)
