"""Which committee meets on which day, for any number of meetings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from benchmarks.corpus.council import COMMITTEES, FIRST_DAY, LAST_DAY

WEEKDAYS = (LAST_DAY - FIRST_DAY).days // 7 * 5  # FIRST_DAY is a Monday
TOTAL_WEIGHT = sum(committee.weight for committee in COMMITTEES)
# A committee meets once a day at most, or two meetings would have one id.
MOST_MEETINGS = WEEKDAYS * TOTAL_WEIGHT // max(committee.weight for committee in COMMITTEES)


class Course(StrEnum):
    """What is out of the ordinary about a meeting: one of each in every hundred."""

    ORDINARY = "ordinary"
    DRAFT = "draft"
    EXEMPT = "exempt"
    CANCELLED = "cancelled"


COURSES = {37: Course.DRAFT, 61: Course.EXEMPT, 83: Course.CANCELLED}


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting to be written."""

    number: int  # from 0, by date
    committee: int
    day: date
    course: Course

    @property
    def committee_id(self) -> str:
        """The name of the committee's folder."""
        return COMMITTEES[self.committee].id

    @property
    def id(self) -> str:
        """The meeting's id: committee and date."""
        return f"{self.committee_id}-{self.day.isoformat()}"

    @property
    def folder(self) -> str:
        """Where its file lies, from the archive's root."""
        return f"content/meetings/{self.committee_id}"

    @property
    def path(self) -> str:
        """Its file, from the archive's root."""
        return f"{self.folder}/{self.day.isoformat()}.md"


def build_timetable(meetings: int) -> list[Slot]:
    """That many meetings, spread evenly over 25 years, in order of date.

    Raises:
        ValueError: fewer than 1, or more than a committee a day can hold.
    """
    if not 1 <= meetings <= MOST_MEETINGS:
        raise ValueError(f"the number of meetings must be from 1 to {MOST_MEETINGS}")
    days = sorted(_days(meetings))
    return [
        Slot(number, committee, day, COURSES.get(number % 100, Course.ORDINARY))
        for number, (day, committee) in enumerate(days)
    ]


def _days(meetings: int) -> Iterator[tuple[date, int]]:
    weight = 0
    for committee, body in enumerate(COMMITTEES):
        already = meetings * weight // TOTAL_WEIGHT
        weight += body.weight
        count = meetings * weight // TOTAL_WEIGHT - already
        for turn in range(count):
            # The offset keeps committees from meeting all on one day.
            weekday = (turn * len(COMMITTEES) + committee) * WEEKDAYS // (count * len(COMMITTEES))
            yield FIRST_DAY + timedelta(days=weekday // 5 * 7 + weekday % 5), committee
