"""Names and offices of minutes to the people and offices of people.yaml.

A name is matched whole, or as listed spelling, or by family name where the minutes give a
councillor's title, or where the meeting lists it among its members and officers; and only when
exactly one person of that time fits. Two office titles are never merged by guess.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from site_gen.minutes.names import PersonName, is_councillors_name, person_name
from site_gen.model.people import Office, Person, Role, Speaker
from site_gen.text.dates import PartialDate
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Occasion:
    """The meeting at which a name was printed."""

    body: str  # body id
    council: str  # empty when not known
    date: PartialDate
    attending: frozenset[str] = frozenset()  # keys of those listed as members or officers


class PeopleIndex:
    """Finds who a printed name is. Built once for an archive, then only read."""

    def __init__(
        self,
        people: Iterable[Person],
        offices: Iterable[Office],
        names: Mapping[str, PersonName | None] | None = None,
    ) -> None:
        """`names` are those of people taken apart already, where they are."""
        self._by_spelling: dict[str, list[Person]] = defaultdict(list)
        self._by_family: dict[str, list[tuple[PersonName, Person]]] = defaultdict(list)
        self._by_role: dict[str, list[tuple[Role, Person]]] = defaultdict(list)
        self._by_title: dict[str, list[Office]] = defaultdict(list)
        listed = tuple(people)
        self.is_empty = not listed  # no people.yaml: then nobody is unknown
        for person in listed:
            self._add_person(person, names or {})
        for office in offices:
            for title in dict.fromkeys((office.title, *office.spellings)):
                self._by_title[name_key(title)].append(office)

    def _add_person(self, person: Person, known: Mapping[str, PersonName | None]) -> None:
        for spelling in dict.fromkeys((person.name, *person.spellings)):
            self._by_spelling[name_key(spelling)].append(person)
            taken_apart = known[spelling] if spelling in known else person_name(spelling)
            if taken_apart is not None:
                self._by_spelling[_bare_key(taken_apart)].append(person)
                self._by_family[slugify(taken_apart.family)].append((taken_apart, person))
        for role in person.roles:
            if role.office is not None:
                self._by_role[name_key(role.office)].append((role, person))

    def find(self, speaker: Speaker, occasion: Occasion) -> str | None:
        """The id of the one person or office that `speaker` is; None when there is not just one."""
        if speaker.name is not None and (found := self._person(speaker.name, occasion)):
            return found
        if speaker.name is None and (found := self._exact(speaker.printed, occasion)):
            return found
        # A name that nobody knows must not become whoever holds the office.
        if speaker.office is not None and speaker.name is None:
            return self._office(speaker.office, occasion)
        return None

    def nearest(self, printed: str) -> str | None:
        """The listed name most like `printed`, for a hint; None when none is near."""
        taken_apart = person_name(printed)
        wanted = slugify(taken_apart.family) if taken_apart else slugify(printed)
        close = difflib.get_close_matches(wanted, self._by_family, 1, 0.75)
        return self._by_family[close[0]][0][1].name if close else None

    def _person(self, name: str, occasion: Occasion) -> str | None:
        if found := self._exact(name, occasion):
            return found
        taken_apart = person_name(name)
        if taken_apart is None or not taken_apart.family:
            return None
        fitting = [
            person
            for listed, person in self._by_family.get(slugify(taken_apart.family), ())
            if _given_fit(taken_apart.given, listed.given)
        ]
        is_official = is_councillors_name(name) or name_key(name) in occasion.attending
        return _only(fitting, occasion) if is_official else None

    def _exact(self, name: str, occasion: Occasion) -> str | None:
        listed = self._by_spelling.get(name_key(name), ())
        taken_apart = person_name(name)
        if not listed and taken_apart is not None and taken_apart.given:
            listed = self._by_spelling.get(_bare_key(taken_apart), ())
        return _only(listed, occasion) if listed else None

    def _office(self, title: str, occasion: Occasion) -> str | None:
        offices = {
            office.id: office
            for office in self._by_title.get(name_key(title), ())
            if not office.council or not occasion.council or office.council == occasion.council
        }
        if len(offices) == 1:
            return next(iter(offices))
        holders = {
            person.id
            for role, person in self._by_role.get(name_key(title), ())
            if covers(role, occasion.date)
            and (not role.council or not occasion.council or role.council == occasion.council)
        }
        return holders.pop() if len(holders) == 1 and not offices else None


@lru_cache(maxsize=8192)  # the names of a meeting are looked at again and again
def name_key(printed: str) -> str:
    """What two printings of one name share: case, points, accents and the article apart."""
    return slugify(printed).removeprefix("the-")


def _bare_key(name: PersonName) -> str:
    return slugify(" ".join((*name.given, name.family)))


def _given_fit(printed: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    """Whether printed given names or initials may be those listed: none at all always may."""
    if not printed:
        return True
    if not listed:
        return False
    first, other = slugify(printed[0]), slugify(listed[0])
    return first == other or (min(len(first), len(other)) == 1 and first[:1] == other[:1])


def _only(people: Iterable[Person], occasion: Occasion) -> str | None:
    """The one person that fits: nearest first, members of the body, then anybody of that time."""
    distinct = {person.id: person for person in people}
    if len(distinct) == 1:
        return next(iter(distinct))
    serving: list[Person] = []
    members: list[Person] = []
    for person in distinct.values():
        current = [role for role in person.roles if covers(role, occasion.date)]
        if current or not person.roles:
            serving.append(person)
        if any(role.member_of == occasion.body for role in current):
            members.append(person)
    for fitting in (members, serving, list(distinct.values())):
        if fitting:
            return fitting[0].id if len(fitting) == 1 else None
    return None


def covers(role: Role, date: PartialDate) -> bool:
    """Whether somebody had the role on that day."""
    day = date.sort_key
    starts = role.start is None or role.start.sort_key <= day
    # "2024" as an end means all of 2024, which sorts before "2024-05-02".
    ends = role.end is None or day <= role.end.sort_key or day.startswith(role.end.sort_key)
    return starts and ends
