"""glossary.yaml to a Glossary."""

from site_gen.content.schema import Field, FieldType, SchemaReader
from site_gen.content.yaml_tree import parse_yaml
from site_gen.diagnostics import Parsed
from site_gen.model.glossary import Acronym, Glossary
from site_gen.text.sources import Source

GLOSSARY_FIELDS = (
    Field(
        "acronyms",
        FieldType.MEANINGS,
        "Short letters and what they stand for, by council where it depends.",
        "acronyms: {CIN: child in need}",
        fields=(
            Field("means", FieldType.TEXT, "What the letters stand for.", is_required=True),
            Field("council", FieldType.TEXT, "The council where they do."),
        ),
        short_form="means",
    ),
    Field(
        "words",
        FieldType.PAIRS,
        "Residents' words and the council's word for the same thing.",
        "words: {bins: refuse}",
    ),
)


def parse_glossary(source: Source) -> Parsed[Glossary]:
    """The acronyms and words listed, in the order of the file."""
    tree = parse_yaml(source, text=source.text)
    if tree.value is None:
        return Parsed(Glossary(), tree.diagnostics)
    reader = SchemaReader()
    values = reader.read(tree.value, GLOSSARY_FIELDS)
    acronyms = tuple(
        Acronym(short, entry.text("means"), entry.text("council"))
        for short, entry in values.meanings("acronyms")
    )
    return Parsed(Glossary(acronyms, values.pairs("words")), (*tree.diagnostics, *reader.problems))
