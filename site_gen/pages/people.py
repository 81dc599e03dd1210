"""Everybody of people.yaml: members, officers, offices."""

from typing import ClassVar

from site_gen.model.people import Person
from site_gen.model.rows import PersonRow
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.person import role_words
from site_gen.pages.words import capitalised
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """People whose family name begins with one letter."""

    anchor: str  # "letter-a"
    letter: str
    people: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The index of people and offices."""

    template: ClassVar[str] = "pages/people.html"
    frame: Frame
    groups: tuple[LetterGroup, ...]
    letters: tuple[Link, ...]  # to the groups
    offices: tuple[Link, ...]
    sections: tuple[Link, ...]  # to the offices


def make_people_view(archive: ArchiveReading) -> PeopleView:
    """People by family name, then offices by title."""
    links = Links(addresses.PEOPLE)
    rows = {row.id: row for row in archive.person_rows()}
    people = archive.directory.people
    by_letter: dict[str, list[Link]] = {}
    for person in sorted(people.values(), key=lambda one: (family_name_key(one.name), one.id)):
        letter = family_name_key(person.name)[:1].upper() or "#"
        by_letter.setdefault(letter, []).append(
            _link(
                person.id,
                person.name,
                _latest_role(person, archive.directory),
                rows=rows,
                links=links,
            )
        )
    offices = sorted(archive.directory.offices.values(), key=lambda one: (one.title, one.id))
    groups = tuple(
        LetterGroup(f"letter-{letter.lower()}", letter, tuple(group))
        for letter, group in by_letter.items()
    )
    return PeopleView(
        frame=make_frame(archive.directory, links, title="People"),
        groups=groups,
        letters=tuple(Link(group.letter, f"#{group.anchor}") for group in groups),
        sections=(Link("Offices", "#offices"),),
        offices=tuple(
            _link(office.id, office.title, "", rows=rows, links=links) for office in offices
        ),
    )


def family_name_key(name: str) -> str:
    """Sorts "Dr Ada Byron" under "byron ada". The last word is taken for the family name."""
    given, _, family = name.rpartition(" ")
    return slugify(family) + " " + slugify(given)


def _latest_role(person: Person, directory: Directory) -> str:
    """What the person last was: the office if there is one, since it says most."""
    if not person.roles:
        return ""
    latest = max(person.roles, key=lambda one: (one.end is None, one.office is not None))
    return role_words(latest, directory)


def _link(
    person_id: str, name: str, role: str, *, rows: dict[str, PersonRow], links: Links
) -> Link:
    row = rows.get(person_id)
    facts = [role, f"in minutes of {_span(row)}" if row and row.parts else ""]
    href = links.to(addresses.person_url(person_id))
    return Link(name, href, count=capitalised("; ".join(filter(None, facts))))


def _span(row: PersonRow) -> str:
    if row.first_year == row.last_year:
        return str(row.first_year)
    return f"{row.first_year} to {row.last_year}"
