"""People and offices: as a file lists them, and as minutes print them."""

from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody was, and when. Ends are inclusive; None is open."""

    member_of: str | None = None  # body id
    office: str | None = None  # office id or title
    council: str | None = None
    is_co_opted: bool = False
    is_substitute: bool = False
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public life, from people.yaml. Anybody not there is a member of the public."""

    id: str
    name: str
    spellings: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    line: int = 1  # in people.yaml


@dataclass(frozen=True, slots=True)
class Office:
    """An office that speaks in minutes: "Director of Housing". Titles are never merged by guess."""

    id: str
    title: str
    council: str | None = None
    spellings: tuple[str, ...] = ()
    line: int = 1  # in people.yaml


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as one meeting prints them."""

    printed: str  # "Mr Patel", "The Director of Housing"
    name: str | None = None  # the fullest name of the same person in this meeting: "Mr A. Patel"
    office: str | None = None  # the office as printed, without the article
    line: int = 1
    column: int = 1
    person_id: str | None = None  # a Person or Office of people.yaml, once the archive resolved it

    def at(self, line: int, column: int) -> "Speaker":
        """The same, printed elsewhere."""
        return Speaker(self.printed, self.name, self.office, line, column, self.person_id)
