"""Whatever stands in front matter or settings: a located message, never a traceback."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from typing import Any

import jsonschema
import pytest
import yaml

from site_gen.archive.assemble import Understanding
from site_gen.content.bodies_file import parse_bodies
from site_gen.content.front_matter import split_front_matter
from site_gen.content.glossary_file import parse_glossary
from site_gen.content.json_schema import FILE_SCHEMAS, FileSchema, json_schema
from site_gen.content.meeting_fields import parse_meeting_fields
from site_gen.content.people_file import parse_people
from site_gen.content.reading import decode_source
from site_gen.content.schema import SchemaReader
from site_gen.content.settings_file import parse_settings
from site_gen.diagnostics import Diagnostic, Parsed, Severity
from site_gen.diagnostics.rules import RULES
from site_gen.diagnostics.sarif import render_sarif
from site_gen.diagnostics.text_lines import render_text
from site_gen.site.directory import Directory
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source
from tests.content.wrong_front_matter import as_yaml, fuzzed, good_mapping, spoiled_mapping
from tests.places import REPOSITORY

MINUTES = "content/meetings/planning/2024-03-12.md"
MEETING = FILE_SCHEMAS[0]
PARSERS: dict[str, Callable[[Source], Parsed[Any]]] = {
    "site": parse_settings,
    "bodies": parse_bodies,
    "people": parse_people,
    "glossary": parse_glossary,
}
UNDERSTANDING = Understanding(Directory())
EVERYDAY, MANY = 1_500, 100_000
BODY = "\n## 1. Trees\n\nRESOLVED: That two be planted.\n"


@pytest.mark.parametrize("file", FILE_SCHEMAS, ids=lambda file: file.name)
def test_every_schema_is_one(file: FileSchema) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(file))
    jsonschema.Draft7Validator.check_schema({**json_schema(file), "$schema": ""})


@pytest.mark.parametrize("file", FILE_SCHEMAS, ids=lambda file: file.name)
def test_what_the_schema_takes_the_check_takes(file: FileSchema) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(file))
    for seed in range(300):
        mapping = named(good_mapping(file.fields, random.Random(seed)))
        assert list(validator.iter_errors(mapping)) == []
        assert problems_of(file, mapping) == [], mapping


@pytest.mark.parametrize("file", FILE_SCHEMAS, ids=lambda file: file.name)
def test_what_the_check_refuses_the_schema_refuses_and_the_other_way_round(
    file: FileSchema,
) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(file))
    refused = 0
    for seed in range(600):
        mapping = named(spoiled_mapping(file.fields, random.Random(seed)))
        is_wrong = not validator.is_valid(mapping)
        assert is_wrong == bool(problems_of(file, mapping)), mapping
        refused += is_wrong
    assert refused > 200


def test_the_schemas_take_the_files_of_the_demonstration() -> None:
    content = REPOSITORY / "content"
    taken = 0
    for file in FILE_SCHEMAS:
        validator = jsonschema.Draft202012Validator(json_schema(file))
        for path in sorted(content.glob(file.files)):
            text = path.read_text("utf-8")
            if file.is_front_matter:
                text = text.split("---\n")[1]
            assert list(validator.iter_errors(yaml.load(text, Loader=yaml.BaseLoader))) == [], path
            taken += 1
    assert taken > 30


@pytest.mark.parametrize("start", range(0, EVERYDAY, 300))
def test_wrong_front_matter_gives_located_messages(start: int) -> None:
    hold_to_messages(range(start, start + 300))


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_thousand_wrong_front_matters() -> None:
    hold_to_messages(range(MANY))


def hold_to_messages(seeds: Iterable[int]) -> None:
    for seed in seeds:
        draw = random.Random(seed)
        if seed % 4 == 3:
            file = draw.choice([one for one in FILE_SCHEMAS if one.name in PARSERS])
            hold_settings(file, draw)
        else:
            hold_minutes(draw, is_fuzzed=seed % 4 != 0)


def hold_minutes(draw: random.Random, *, is_fuzzed: bool) -> None:
    mapping = spoiled_mapping(MEETING.fields, draw)
    text = f"---\n{as_yaml(mapping)}---\n{BODY}"
    content = (fuzzed(text, draw) if is_fuzzed else text).encode("utf-8", "surrogatepass")
    if is_fuzzed and draw.random() < 0.05:
        content = content.replace(b"e", b"\xff", 1)
    understood = UNDERSTANDING.understand(MINUTES, content)
    hold_located(understood.diagnostics, MINUTES, content)
    errors = [one for one in understood.diagnostics if one.severity is Severity.ERROR]
    assert errors or understood.meeting is not None, content
    if not is_fuzzed and problems_of(MEETING, mapping):
        assert understood.diagnostics, content


def hold_settings(file: FileSchema, draw: random.Random) -> None:
    path = f"content/{file.files}"
    content = fuzzed(as_yaml(spoiled_mapping(file.fields, draw)), draw).encode("utf-8", "replace")
    decoded = decode_source(path, content)
    found = decoded.diagnostics
    if decoded.value is not None:
        found += PARSERS[file.name](decoded.value).diagnostics
    hold_located(found, path, content)


def hold_located(found: Iterable[Diagnostic], path: str, content: bytes) -> None:
    """Every finding stands at a place that is in the file, and can be shown."""
    text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for one in found:
        place = one.place
        assert place.path == path
        assert 1 <= place.line <= len(lines), (one, content)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, (one, content)
        assert one.code in RULES
        assert one.message
        assert one.hint
        assert "Error" not in one.message
        shown = render_text(one, line_of=lambda _path, line: lines[line - 1])
        assert len(shown) < 1500
    if len(content) % 8 == 0:
        json.loads(render_sarif(found, version="1.0.0"))


def named(mapping: dict[str, object]) -> dict[str, object]:
    """The mapping with a committee of words that an address can hold, which no pattern can ask."""
    is_nameless = isinstance(mapping.get("body"), str) and not slugify(str(mapping["body"]))
    return {**mapping, "body": "planning"} if is_nameless else mapping


def problems_of(file: FileSchema, mapping: dict[str, object]) -> list[Diagnostic]:
    """What is said of a file with this mapping, but for what two entries say of each other."""
    text = as_yaml(mapping)
    if file.name in PARSERS:
        found = PARSERS[file.name](Source(f"content/{file.files}", text)).diagnostics
        return [one for one in found if one.code != "id-twice"]
    source = Source(MINUTES, f"---\n{text}---\n")
    front = split_front_matter(source)
    if front.value is None:
        return list(front.diagnostics)
    if file is MEETING:
        return [*front.diagnostics, *parse_meeting_fields(source, front.value).diagnostics]
    reader = SchemaReader()
    reader.read(front.value.mapping, file.fields)
    return [*front.diagnostics, *reader.problems]


def test_front_matter_of_any_depth_is_read() -> None:
    text = "---\ndate: 2024-03-12\nx: " + "[" * 5000 + "]" * 5000 + "\n---\n"
    assert split_front_matter(Source(MINUTES, text)).diagnostics is not None
