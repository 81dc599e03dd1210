"""The town as site.yaml, bodies.yaml, people.yaml and glossary.yaml."""

from collections.abc import Iterator
from datetime import timedelta

from benchmarks.corpus.council import COMMITTEES, COUNCIL, OFFICES, Committee, seats_of
from benchmarks.corpus.people import Person
from benchmarks.corpus.town import Town
from benchmarks.corpus.word_lists import list_lines

SITE = f"""\
title: {COUNCIL} minutes
description: A made-up archive of any size, for measurements.
language: en-GB
demonstration: true
noindex: true
public_names: as-minuted
keywords:
  - housing
  - budget
"""


def town_files(town: Town) -> dict[str, str]:
    """Path from the archive's root, and text."""
    return {
        "content/site.yaml": SITE,
        "content/bodies.yaml": "\n".join(["bodies:", *_bodies()]) + "\n",
        "content/people.yaml": "\n".join(_people(town)) + "\n",
        "content/glossary.yaml": "\n".join(_glossary()) + "\n",
    }


def _bodies() -> Iterator[str]:
    for committee in COMMITTEES:
        yield f"  - id: {committee.id}"
        yield f"    council: {COUNCIL}"
        yield from _names(committee)


def _names(committee: Committee) -> Iterator[str]:
    if committee.renamed is None:
        yield f"    name: {committee.name}"
        return
    yield "    names:"
    yield f"      - name: {committee.former_name}"
    yield f"        to: {committee.renamed - timedelta(days=1)}"
    yield f"      - name: {committee.name}"
    yield f"        from: {committee.renamed}"


def _people(town: Town) -> Iterator[str]:
    yield "people:"
    for person in (*town.people.members, *town.people.officers):
        yield f"  - id: {person.id}"
        yield f"    name: {person.name}"
        yield f"    spellings: [{person.first[0]} {person.surname}]"
        yield "    roles:"
        yield from (f"      - {{ {role} }}" for role in _roles(person))
    yield "offices:"
    for office in OFFICES:
        yield f"  - id: {office.id}"
        yield f"    title: {office.title}"
        yield f"    council: {COUNCIL}"


def _roles(person: Person) -> Iterator[str]:
    tenure = person.tenure
    period = f"from: {tenure.start}" + (f", to: {tenure.last_day}" if tenure.end else "")
    if person.is_officer:
        yield f"office: {OFFICES[tenure.place].title}, council: {COUNCIL}, {period}"
        return
    for committee in COMMITTEES:
        if tenure.place in seats_of(committee):
            yield f"member_of: {committee.id}, {period}"


def _glossary() -> Iterator[str]:
    yield "acronyms:"
    for line in list_lines("acronyms"):
        short, _, expansion = line.partition(" ")
        yield f"  {short}: {expansion}"
    yield "words:"
    for line in list_lines("residents"):
        residents, _, councils = line.partition(" = ")
        yield f"  {residents}: {councils}"
