"""people.yaml to Person and Office values."""

from site_gen.content.periods import FROM, TO
from site_gen.content.schema import Field, FieldType, SchemaReader, Values
from site_gen.content.unique_ids import keep_first_ids
from site_gen.content.yaml_tree import parse_yaml
from site_gen.diagnostics import Parsed
from site_gen.model.people import Office, Person, Role
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source
from site_gen.text.values import dataclass

TEXT, TEXTS, FLAG = FieldType.TEXT, FieldType.TEXTS, FieldType.FLAG

ROLE_FIELDS = (
    Field("member_of", TEXT, "The committee.", "member_of: planning"),
    Field("office", TEXT, "The office held.", 'office: "Director of Housing"'),
    Field("council", TEXT, "The council."),
    Field("co_opted", FLAG, "True for members who are not councillors.", "co_opted: true"),
    Field("substitute", FLAG, "True for members who only stand in.", "substitute: true"),
    FROM,
    TO,
)
PERSON_FIELDS = (
    Field("id", TEXT, "The end of the person's address.", "id: anna-example", is_required=True),
    Field("name", TEXT, "The full name.", 'name: "Anna Example"', is_required=True),
    Field("spellings", TEXTS, "Other ways minutes print the name.", 'spellings: ["Cllr Exampel"]'),
    Field("roles", FieldType.ENTRIES, "What the person was, and when.", fields=ROLE_FIELDS),
)
OFFICE_FIELDS = (
    Field("id", TEXT, "The end of the office's address.", is_required=True),
    Field("title", TEXT, "The title.", 'title: "Director of Housing"', is_required=True),
    Field("council", TEXT, "The council."),
    Field("spellings", TEXTS, "Other ways minutes print the title."),
)
PEOPLE_FIELDS = (
    Field(
        "people",
        FieldType.ENTRIES,
        "Members and officers.",
        'people: [{id: anna-example, name: "Anna Example"}]',
        fields=PERSON_FIELDS,
    ),
    Field(
        "offices",
        FieldType.ENTRIES,
        "Offices that speak.",
        'offices: [{id: housing-director, title: "Director of Housing"}]',
        fields=OFFICE_FIELDS,
    ),
)


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """Who is in public life here."""

    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()


def parse_people(source: Source) -> Parsed[PeopleFile]:
    """The people and offices listed, in the order of the file. No two share an id."""
    tree = parse_yaml(source, text=source.text, list_key="people")
    if tree.value is None:
        return Parsed(PeopleFile(), tree.diagnostics)
    reader = SchemaReader()
    values = reader.read(tree.value, PEOPLE_FIELDS)
    listed = (*values.entries("people"), *values.entries("offices"))
    kept = keep_first_ids(listed, reader.problems)
    people = tuple(_person(entry) for entry in kept if "name" in entry.found)
    offices = tuple(_office(entry) for entry in kept if "title" in entry.found)
    return Parsed(PeopleFile(people, offices), (*tree.diagnostics, *reader.problems))


def _person(entry: Values) -> Person:
    return Person(
        id=slugify(entry.text("id")),
        name=entry.text("name"),
        spellings=entry.texts("spellings"),
        roles=tuple(_role(role) for role in entry.entries("roles")),
        line=entry.place.line,
    )


def _role(entry: Values) -> Role:
    return Role(
        member_of=slugify(entry.text("member_of")) or None,
        office=entry.text("office") or None,
        council=entry.text("council") or None,
        is_co_opted=entry.flag("co_opted"),
        is_substitute=entry.flag("substitute"),
        start=entry.date("from"),
        end=entry.date("to"),
    )


def _office(entry: Values) -> Office:
    return Office(
        id=slugify(entry.text("id")),
        title=entry.text("title"),
        council=entry.text("council") or None,
        spellings=entry.texts("spellings"),
        line=entry.place.line,
    )
