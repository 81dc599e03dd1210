"""The invented council: its committees, offices, wards and elections over 25 years."""

from dataclasses import dataclass
from datetime import date

from benchmarks.corpus.word_lists import listed

COUNCIL = "Arnemouth City Council"
FIRST_DAY = date(2000, 5, 15)
LAST_DAY = date(2025, 5, 9)  # 25 years: the last meeting is on or before it
# The councillors of an election serve until the next; the last ones serve on.
ELECTIONS = tuple(date(year, 5, 4) for year in (2000, 2004, 2008, 2012, 2016, 2020, 2024))
SEATS = 60
SEATS_THAT_CHANGE = 40  # at each election after the first: 60 + 6 * 40 = 300 members
TENURES = 5  # officers one after another in each of 20 offices: 100 officers


@dataclass(frozen=True, slots=True)
class Committee:
    """A body of the council; `former_name` held until `renamed`."""

    id: str
    name: str
    weight: int  # its share of the meetings
    former_name: str = ""
    renamed: date | None = None

    def name_on(self, day: date) -> str:
        """The name that the minutes of that day print."""
        return self.former_name if self.renamed and day < self.renamed else self.name


@dataclass(frozen=True, slots=True)
class Office:
    """An office that answers questions."""

    id: str
    title: str


COMMITTEES = (
    Committee("council", "Full Council", 7),
    Committee("cabinet", "Cabinet", 10),
    Committee(
        "planning", "Planning Committee", 12, "Development Control Committee", date(2006, 5, 8)
    ),
    Committee("licensing", "Licensing Committee", 9),
    Committee("housing", "Housing Committee", 8),
    Committee(
        "children", "Children and Families Committee", 8, "Education Committee", date(2005, 9, 1)
    ),
    Committee(
        "adult-care", "Adult Care Committee", 8, "Social Services Committee", date(2005, 9, 1)
    ),
    Committee("health", "Health and Wellbeing Board", 7),
    Committee("transport", "Transport and Streets Committee", 8),
    Committee(
        "environment",
        "Climate and Environment Committee",
        8,
        "Environment Committee",
        date(2019, 5, 6),
    ),
    Committee("audit", "Audit and Standards Committee", 7),
    Committee("scrutiny", "Overview and Scrutiny Committee", 8),
)

OFFICES = tuple(
    Office(title.lower().replace(" ", "-"), title)
    for title in (
        "Chief Executive",
        "Director of Housing",
        "Director of Finance",
        "Director of Planning",
        "Director of Transport",
        "Director of Education",
        "Director of Social Care",
        "Director of Public Health",
        "Director of Environment",
        "Director of Legal Services",
        "Head of Licensing",
        "Head of Libraries",
        "Head of Parks",
        "Head of Waste",
        "Head of Highways",
        "Head of Property",
        "Head of Revenues",
        "Head of Regeneration",
        "Head of Audit",
        "Head of Democratic Services",
    )
)

WARDS = listed("wards")


def term_of(day: date) -> int:
    """Which council sat on that day: 0 for the one elected in 2000."""
    return sum(election <= day for election in ELECTIONS) - 1


def seats_of(committee: Committee) -> range | list[int]:
    """The seats of the council that sit on a committee: all of them on the council itself."""
    place = COMMITTEES.index(committee)
    if place == 0:
        return range(SEATS)
    others = len(COMMITTEES) - 1
    return [seat for seat in range(SEATS) if place - 1 in (seat % others, (seat * 7 + 3) % others)]
