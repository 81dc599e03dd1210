"""400 members and officers with their terms of office, and 2,000 members of the public."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from benchmarks.corpus.council import (
    COMMITTEES,
    ELECTIONS,
    FIRST_DAY,
    LAST_DAY,
    OFFICES,
    SEATS,
    SEATS_THAT_CHANGE,
    TENURES,
    seats_of,
)
from benchmarks.corpus.draws import Draws
from benchmarks.corpus.word_lists import listed

PUBLIC = 2_000
FIRST_NAMES = listed("first_names")
NAME_STARTS = listed("name_starts")
NAME_ENDS = listed("name_ends")
SURNAMES = listed("surnames")
COURTESY = ("Mr", "Mrs", "Ms", "Dr", "Mr", "Mrs", "Ms", "")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A seat or an office, held from `start` to the day before `end`; None: still held."""

    place: int  # number of the seat, or of the office
    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether it was held on that day."""
        return self.start <= day and (self.end is None or day < self.end)

    @property
    def last_day(self) -> date | None:
        """The day before the successor's first."""
        return self.end - timedelta(days=1) if self.end else None


@dataclass(frozen=True, slots=True)
class Person:
    """A member or an officer. No two share a surname, so that "Councillor Reid" is one person."""

    id: str
    first: str
    surname: str
    tenure: Tenure
    is_officer: bool = False

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.surname}"


@dataclass(frozen=True, slots=True)
class People:
    """Everybody that the minutes may name."""

    members: tuple[Person, ...]
    officers: tuple[Person, ...]
    public: tuple[str, ...]  # as the minutes print them: "Mrs J Elmcroft", "Kofi Elmdale"

    def committee(self, committee: int, day: date) -> list[Person]:
        """Who sat on a committee that day, the chair first."""
        seats = set(seats_of(COMMITTEES[committee]))
        sitting = [person for person in self.members if person.tenure.covers(day)]
        return sorted(
            (person for person in sitting if person.tenure.place in seats),
            key=lambda person: person.tenure.place,
        )

    def officer(self, office: int, day: date) -> Person:
        """Who held an office that day."""
        return next(
            person
            for person in self.officers
            if person.tenure.place == office and person.tenure.covers(day)
        )


def build_people(draws: Draws) -> People:
    """The council's people and its public; members of the public share no surname with them."""
    compounds = (start + end for start in NAME_STARTS for end in NAME_ENDS if start[-1] != end[0])
    surnames = draws.several([*compounds, *SURNAMES], 10_000)
    tenures = [*_seats(draws), *_offices(draws)]
    members = SEATS + SEATS_THAT_CHANGE * (len(ELECTIONS) - 1)
    people = [
        _person(draws, surname, tenure, is_officer=place >= members)
        for place, (surname, tenure) in enumerate(zip(surnames, tenures, strict=False))
    ]
    residents = islice(_residents(draws, surnames[len(people) :]), PUBLIC)
    return People(tuple(people[:members]), tuple(people[members:]), tuple(residents))


def _person(draws: Draws, surname: str, tenure: Tenure, *, is_officer: bool) -> Person:
    first = draws.pick(FIRST_NAMES)
    plain = f"{first}-{surname}".lower().replace("ó", "o")
    return Person(plain, first, surname, tenure, is_officer)


def _seats(draws: Draws) -> Iterator[Tenure]:
    since = dict.fromkeys(range(SEATS), ELECTIONS[0])
    for election in ELECTIONS[1:]:
        for seat in draws.several(range(SEATS), SEATS_THAT_CHANGE):
            yield Tenure(seat, since[seat], election)
            since[seat] = election
    for seat, start in since.items():
        yield Tenure(seat, start, None)


def _offices(draws: Draws) -> Iterator[Tenure]:
    years = (LAST_DAY - FIRST_DAY).days // TENURES
    for office in range(len(OFFICES)):
        start = FIRST_DAY
        for tenure in range(1, TENURES + 1):
            end = FIRST_DAY + timedelta(days=years * tenure + draws.between(-200, 200))
            yield Tenure(office, start, None if tenure == TENURES else end)
            start = end


def _residents(draws: Draws, surnames: list[str]) -> Iterator[str]:
    seen = set()
    while True:
        first, surname, title = draws.pick(FIRST_NAMES), draws.pick(surnames), draws.pick(COURTESY)
        resident = f"{title} {first[0]} {surname}" if title else f"{first} {surname}"
        if resident not in seen:
            seen.add(resident)
            yield resident
