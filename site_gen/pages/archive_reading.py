"""What pages ask of an archive. The store answers without holding every meeting in memory."""

from typing import Protocol

from site_gen.model.documents import Document, Page
from site_gen.model.meetings import Meeting
from site_gen.model.rows import (
    DecisionRow,
    DocumentRow,
    MeetingRow,
    PartRow,
    PersonRow,
    QuestionRow,
    Surroundings,
)
from site_gen.site.directory import Directory


class ArchiveReading(Protocol):
    """Rows are newest first, and in the order minuted within a meeting, unless said otherwise.

    Meetings are resolved: `Speaker.person_id` is set where people.yaml knows the name, and
    names of members of the public stand as `public_names` allows.
    """

    @property
    def directory(self) -> Directory:
        """What the whole site knows by name."""

    def meeting(self, meeting_id: str) -> Meeting:
        """One meeting, whole."""

    def surroundings(self, meeting_id: str) -> Surroundings:
        """What that meeting's page shows of other meetings."""

    def meeting_ids(self) -> tuple[str, ...]:
        """Every meeting's id, in any settled order."""

    def meeting_years(self, body: str | None = None) -> tuple[tuple[int, int], ...]:
        """(year, number of meetings), newest first; of one body when it is named."""

    def meetings_in(self, year: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        """The meetings of one year."""

    def latest_meetings(self, limit: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        """The newest meetings that were held or cancelled, not those still to come."""

    def coming_meetings(self, limit: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        """Scheduled meetings, soonest first."""

    def question_years(self) -> tuple[tuple[int, int], ...]:
        """(year, number of questions), newest first."""

    def questions_in(self, year: int, body: str | None = None) -> tuple[QuestionRow, ...]:
        """The questions of one year."""

    def questions_of(self, meeting_id: str) -> tuple[QuestionRow, ...]:
        """The questions of one meeting."""

    def decision_years(self) -> tuple[tuple[int, int], ...]:
        """(year, number of decisions and motions), newest first."""

    def decisions_in(self, year: int, body: str | None = None) -> tuple[DecisionRow, ...]:
        """The decisions, recommendations and motions of one year."""

    def decisions_of(self, meeting_id: str) -> tuple[DecisionRow, ...]:
        """The decisions, recommendations and motions of one meeting."""

    def person_rows(self) -> tuple[PersonRow, ...]:
        """Every person and office of people.yaml, also those with no part in any minutes."""

    def person_years(self, person_id: str) -> tuple[tuple[int, int], ...]:
        """(year, number of parts) of a person or office, newest first."""

    def parts_in(self, person_id: str, year: int) -> tuple[PartRow, ...]:
        """What a person or office did in one year."""

    def document_rows(self) -> tuple[DocumentRow, ...]:
        """Every related document, newest first, undated ones last."""

    def document(self, document_id: str) -> Document:
        """One related document."""

    def page(self, page_id: str) -> Page:
        """One page of the site's own words."""
