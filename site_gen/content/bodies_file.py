"""bodies.yaml to Body values."""

from site_gen.content.periods import FROM, TO
from site_gen.content.schema import Field, FieldType, SchemaReader, Values
from site_gen.content.unique_ids import keep_first_ids
from site_gen.content.yaml_tree import parse_yaml
from site_gen.diagnostics import Parsed
from site_gen.model.bodies import Body, BodyName, body_title
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source

TEXT, TEXTS = FieldType.TEXT, FieldType.TEXTS

BODY_FIELDS = (
    Field("id", TEXT, "The name of its folder.", "id: planning", is_required=True),
    Field("name", TEXT, "Its name, when it never changed.", 'name: "Planning Committee"'),
    Field(
        "names",
        FieldType.ENTRIES,
        "Its names with the days they held, the oldest first.",
        'names: [{name: "Planning Committee", from: 2012-05-16}]',
        fields=(Field("name", TEXT, "The name.", is_required=True), FROM, TO),
        short_form="name",
    ),
    Field("council", TEXT, "The council it belongs to.", 'council: "Exampleton Council"'),
    Field("replaces", TEXTS, "Committees that it took over from.", "replaces: [old-planning]"),
    Field(
        "agenda",
        TEXTS,
        "The items that `minutebook new` writes; those of its last meetings when not given.",
        "agenda: [Apologies for absence, Public questions]",
    ),
    Field("replaced_by", TEXTS, "Committees that took over from it.", "replaced_by: [places]"),
)
BODIES_FIELDS = (
    Field(
        "bodies",
        FieldType.ENTRIES,
        "Committees and councils.",
        'bodies: [{id: planning, name: "Planning Committee"}]',
        fields=BODY_FIELDS,
    ),
)


def parse_bodies(source: Source) -> Parsed[tuple[Body, ...]]:
    """The committees and councils listed, in the order of the file."""
    tree = parse_yaml(source, text=source.text, list_key="bodies")
    if tree.value is None:
        return Parsed((), tree.diagnostics)
    reader = SchemaReader()
    values = reader.read(tree.value, BODIES_FIELDS)
    entries = keep_first_ids(values.entries("bodies"), reader.problems)
    bodies = tuple(_body(entry) for entry in entries)
    return Parsed(bodies, (*tree.diagnostics, *reader.problems))


def _body(entry: Values) -> Body:
    names = tuple(
        BodyName(named.text("name"), named.date("from"), named.date("to"))
        for named in entry.entries("names")
    )
    return Body(
        id=slugify(entry.text("id")),
        names=names or (BodyName(entry.text("name") or body_title(entry.text("id"))),),
        council=entry.text("council"),
        replaces=tuple(slugify(name) for name in entry.texts("replaces")),
        replaced_by=tuple(slugify(name) for name in entry.texts("replaced_by")),
        line=entry.place.line,
        agenda=entry.texts("agenda"),
    )
