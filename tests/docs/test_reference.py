"""The reference says what the code does, and its examples are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from site_gen.content.bodies_file import BODIES_FIELDS
from site_gen.content.document_fields import DOCUMENT_FIELDS, PAGE_FIELDS
from site_gen.content.glossary_file import GLOSSARY_FIELDS
from site_gen.content.meeting_fields import MEETING_FIELDS
from site_gen.content.people_file import PEOPLE_FIELDS
from site_gen.content.schema import Field, SchemaReader
from site_gen.content.settings_file import SITE_FIELDS
from site_gen.content.yaml_tree import parse_yaml
from site_gen.text.sources import Source
from tests.docs.reference import FOLDER, reference_pages

TABLES = {
    "meeting": MEETING_FIELDS,
    "document": DOCUMENT_FIELDS,
    "page": PAGE_FIELDS,
    "site.yaml": SITE_FIELDS,
    "bodies.yaml": BODIES_FIELDS,
    "people.yaml": PEOPLE_FIELDS,
    "glossary.yaml": GLOSSARY_FIELDS,
}


def all_fields(fields: Iterable[Field], path: str) -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield f"{path}: {field.name}", field
        yield from all_fields(field.fields, f"{path}: {field.name}")


FIELDS = [pair for name, fields in TABLES.items() for pair in all_fields(fields, name)]
WITH_EXAMPLE = [pytest.param(field, id=path) for path, field in FIELDS if field.example]


@pytest.mark.parametrize("name", reference_pages())
def test_a_page_is_as_the_code_has_it(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == reference_pages()[name], "run python -m tests.docs.reference"


def test_there_are_no_other_pages() -> None:
    assert {page.name for page in FOLDER.iterdir()} == reference_pages().keys()


@pytest.mark.parametrize("field", WITH_EXAMPLE)
def test_the_example_of_a_key_is_right(field: Field) -> None:
    tree = parse_yaml(Source("example.yaml", field.example), text=field.example)
    assert tree.value is not None, tree.diagnostics
    reader = SchemaReader()
    values = reader.read(tree.value, [field])
    assert reader.problems == []
    assert field.name in values.found
