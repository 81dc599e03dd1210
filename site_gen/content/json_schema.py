"""The fields of each file as JSON Schema, for editors that complete and check as one types.

Format: JSON Schema, draft 2020-12: https://json-schema.org/draft/2020-12/schema. No keyword is
used that draft 7 does not have, because editors differ in what they know.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from site_gen.content.bodies_file import BODIES_FIELDS
from site_gen.content.document_fields import DOCUMENT_FIELDS, PAGE_FIELDS
from site_gen.content.glossary_file import GLOSSARY_FIELDS
from site_gen.content.meeting_fields import MEETING_FIELDS
from site_gen.content.people_file import PEOPLE_FIELDS
from site_gen.content.schema import FLAG_WORDS, Field, FieldType
from site_gen.content.settings_file import SITE_FIELDS
from site_gen.text.values import dataclass

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
# What YAML reads as a number, true or nothing is a word here all the same.
WORD: Schema = {"type": ["string", "number", "boolean", "null"]}
# Days that exist, by the Gregorian calendar. The years 0001 to 9999.
LEAP = r"(\d\d(0[48]|[2468][048]|[13579][26])|([02468][48]|[2468]0|[13579][26])00)"
YEAR = r"(?!0000)\d{4}"
DAY = (
    rf"({LEAP}-02-29|{YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?"
    r"|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?)"
)
DATE: Schema = {
    "anyOf": [
        {
            "type": "string",
            "pattern": rf"^\s*{DAY}\s*(\(inferred\))?\s*$",
            # What the editor's YAML extension says in place of the pattern.
            "patternErrorMessage": "Not a date that exists. Write it as year-month-day: 2024-03-12",
        },
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "null"},
    ]
}


@dataclass(frozen=True, slots=True)
class FileSchema:
    """What one kind of file may say."""

    name: str  # "meeting"
    title: str
    files: str  # a pattern of the paths in content/
    fields: tuple[Field, ...]

    @property
    def is_front_matter(self) -> bool:
        """Whether it stands at the top of a Markdown file."""
        return self.files.endswith(".md")


FILE_SCHEMAS = (
    FileSchema("meeting", "Front matter of minutes", "meetings/**/*.md", MEETING_FIELDS),
    FileSchema("document", "Front matter of documents", "documents/**/*.md", DOCUMENT_FIELDS),
    FileSchema("page", "Front matter of pages", "pages/**/*.md", PAGE_FIELDS),
    FileSchema("site", "Settings of the archive", "site.yaml", SITE_FIELDS),
    FileSchema("bodies", "Committees and councils", "bodies.yaml", BODIES_FIELDS),
    FileSchema("people", "People and offices", "people.yaml", PEOPLE_FIELDS),
    FileSchema("glossary", "Abbreviations and words", "glossary.yaml", GLOSSARY_FIELDS),
)


def json_schema(file: FileSchema) -> Schema:
    """The schema of one kind of file. What it accepts gives no finding, but for what only shows
    when all files are seen together."""
    return {"$schema": DRAFT, "title": file.title, **_mapping(file.fields)}


def _mapping(fields: Iterable[Field]) -> Schema:
    listed = tuple(fields)
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in listed},
        "required": [field.name for field in listed if field.is_required],
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    described: Schema = {"description": field.meaning}
    if field.example and field.type in (FieldType.TEXT, FieldType.DATE, FieldType.CHOICE):
        described["examples"] = [field.example.partition(":")[2].strip().strip('"')]
    return {**described, **_needed(SHAPES[field.type](field), field)}


def _needed(shape: Schema, field: Field) -> Schema:
    """A key that is needed, or needs a value, must not be left empty."""
    if not (field.is_required or field.needs_value):
        return shape
    return {"allOf": [shape], "not": {"type": "null"}}


def _text(field: Field) -> Schema:
    if not field.pattern:
        return WORD
    described = f"Write it like this: {field.example}"
    words = {
        "type": "string",
        "pattern": rf"^\s*({field.pattern})?\s*$",
        "patternErrorMessage": described,
    }
    shapes: list[Schema] = [words, {"type": "null"}]
    if re.fullmatch(field.pattern, "0"):  # what YAML reads as a number fits as well
        shapes.append({"type": "integer", "minimum": 0, "maximum": 10**15})
    return {"anyOf": shapes}


def _choice(field: Field) -> Schema:
    return _one_of((*field.choices, None), field.choices)


def _flag(_field: Field) -> Schema:
    return _one_of((True, False, *FLAG_WORDS, None), FLAG_WORDS)


def _one_of(values: Iterable[object], words: Iterable[str]) -> Schema:
    """These values; the words in capitals too, which an editor need not offer."""
    either = "|".join("".join(f"[{one}{one.upper()}]" for one in word) for word in words)
    return {"anyOf": [{"enum": [*values]}, {"type": "string", "pattern": rf"^\s*({either})\s*$"}]}


def _texts(_field: Field) -> Schema:
    return {"anyOf": [WORD, {"type": "array", "items": WORD}]}


def _entry(field: Field) -> Schema:
    """One entry: its keys, or the short form."""
    whole = _mapping(field.fields)
    if not field.short_form:
        return whole
    short = next(one for one in field.fields if one.name == field.short_form)
    return {"anyOf": [_needed(SHAPES[short.type](short), short), whole]}


def _entries(field: Field) -> Schema:
    return {"anyOf": [{"type": "array", "items": _entry(field)}, {"type": "null"}]}


def _pairs(field: Field) -> Schema:
    value: Schema = {"enum": list(field.choices)} if field.choices else WORD
    shape: Schema = {"type": ["object", "null"], "additionalProperties": value}
    if field.keys:
        listed = {key: {"description": meaning, **value} for key, meaning in field.keys}
        shape |= {"properties": listed, "additionalProperties": False}
    return shape


def _meanings(field: Field) -> Schema:
    entry = _entry(field)
    either: Schema = {"anyOf": [*entry["anyOf"], {"type": "array", "items": entry}]}
    return {"type": ["object", "null"], "additionalProperties": either}


SHAPES: dict[FieldType, Callable[[Field], Schema]] = {
    FieldType.TEXT: _text,
    FieldType.FLAG: _flag,
    FieldType.CHOICE: _choice,
    FieldType.DATE: lambda _field: DATE,
    FieldType.TEXTS: _texts,
    FieldType.ENTRIES: _entries,
    FieldType.PAIRS: _pairs,
    FieldType.MEANINGS: _meanings,
}
