"""Whatever stands in front matter or settings: a located message, never a traceback."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from site_gen.content.bodies_file import parse_bodies
from site_gen.content.document_fields import parse_document_fields
from site_gen.content.front_matter import split_front_matter
from site_gen.content.glossary_file import parse_glossary
from site_gen.content.json_schema import FILE_SCHEMAS, FileSchema, json_schema
from site_gen.content.meeting_fields import parse_meeting_fields
from site_gen.content.people_file import parse_people
from site_gen.content.settings_file import parse_settings
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import RULES
from site_gen.publish.checking import understood_meetings
from site_gen.site.page_names import refused_id
from site_gen.text.slugs import slugify
from site_gen.text.sources import Source
from tests.archives import run_program
from tests.content.wrong_front_matter import as_yaml, fuzzed, good_mapping, spoiled_mapping
from tests.places import REPOSITORY

MINUTES = "content/meetings/planning/2024-03-12.md"
MEETING = FILE_SCHEMAS[0]
FRONT_MATTERS = [file for file in FILE_SCHEMAS if file.is_front_matter]
PARSERS: dict[str, Callable[[Source], Parsed[Any]]] = {
    "site": parse_settings,
    "bodies": parse_bodies,
    "people": parse_people,
    "glossary": parse_glossary,
}
EVERYDAY, MANY = 1_500, 100_000
BATCH, LARGE = 500, 2_500  # files of one archive
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


@pytest.mark.parametrize("start", range(0, EVERYDAY, BATCH))
def test_wrong_front_matter_gives_located_messages(start: int, tmp_path: Path) -> None:
    hold_to_messages(range(start, start + BATCH), tmp_path)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_a_hundred_thousand_wrong_front_matters(tmp_path: Path) -> None:
    for start in range(0, MANY, LARGE):
        hold_to_messages(range(start, start + LARGE), tmp_path)


def hold_to_messages(seeds: Iterable[int], root: Path) -> None:
    """Check an archive of so many spoiled files by the program, as a clerk does."""
    files = dict(map(spoiled_file, seeds))
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    told: dict[str, list[dict[str, Any]]] = {path: [] for path in files}
    for one in json.loads(said(root, "json"))["findings"]:
        hold_located(one, files[one["path"]])
        told[one["path"]].append(one)
    meetings = understood_meetings(root, files)
    for path, found in told.items():
        is_broken = any(one["severity"] == "error" for one in found)
        assert is_broken or "/meetings/" not in path or meetings[path], files[path]
    assert all(len(line) < 1500 for line in said(root, "text").splitlines())
    json.loads(said(root, "sarif"))
    shutil.rmtree(root / "content")


def said(root: Path, form: str) -> str:
    run = run_program("check", "--root", root, "--format", form)
    assert run.status in (0, 1)
    assert "Traceback" not in run.errors
    return run.output


def spoiled_file(seed: int) -> tuple[str, bytes]:
    """The path and the content of one file: mostly minutes, else settings and documents."""
    draw = random.Random(seed)
    if seed % BATCH < len(PARSERS):
        file = next(one for one in FILE_SCHEMAS if one.name == list(PARSERS)[seed % BATCH])
    else:
        others = [one for one in FILE_SCHEMAS if one.is_front_matter and one is not MEETING]
        file = draw.choice(others) if seed % 8 == 0 else MEETING
    text = as_yaml(spoiled_mapping(file.fields, draw))
    if not file.is_front_matter:
        return f"content/{file.files}", fuzzed(text, draw).encode("utf-8", "replace")
    text = f"---\n{text}---\n{BODY}"
    is_fuzzed = seed % 4 != 0
    content = (fuzzed(text, draw) if is_fuzzed else text).encode("utf-8", "surrogatepass")
    if is_fuzzed and draw.random() < 0.05:
        content = content.replace(b"e", b"\xff", 1)
    folder = "meetings/planning" if file is MEETING else file.files.partition("/")[0]
    return f"content/{folder}/{seed}.md", content


def hold_located(found: dict[str, Any], content: bytes) -> None:
    """The finding stands at a place that is in the file, and says something to do."""
    text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert 1 <= found["line"] <= len(lines), (found, content)
    assert 1 <= found["column"] <= len(lines[found["line"] - 1]) + 1, (found, content)
    assert found["code"] in RULES
    assert found["message"]
    assert found["hint"]
    assert "Error" not in found["message"]
    assert "Traceback" not in found["message"]


@pytest.mark.parametrize("file", FRONT_MATTERS, ids=lambda file: file.name)
def test_what_is_wrong_with_a_field_is_told_by_the_program(
    file: FileSchema, tmp_path: Path
) -> None:
    folder = tmp_path / "content" / ("meetings/planning" if file is MEETING else f"{file.name}s")
    folder.mkdir(parents=True)
    wrong = set()
    for seed in range(60):
        mapping = spoiled_mapping(file.fields, random.Random(seed))
        text = f"---\n{as_yaml(mapping)}---\n{BODY}"
        (folder / f"{seed}.md").write_text(text, "utf-8", "surrogatepass")
        if problems_of(file, mapping):
            wrong.add(f"{seed}.md")
    found = json.loads(said(tmp_path, "json"))["findings"]
    assert len(wrong) > 20
    assert wrong <= {Path(one["path"]).name for one in found}


def named(mapping: dict[str, object]) -> dict[str, object]:
    """The mapping without what no pattern can ask: an id or a committee that no address can
    hold, and a reason for privacy without the mark of it."""
    if "private_reason" in mapping:
        mapping = {"private": True, **mapping}
    if isinstance(mapping.get("id"), str) and refused_id(str(mapping["id"])):
        mapping = {key: value for key, value in mapping.items() if key != "id"}
    is_nameless = isinstance(mapping.get("body"), str) and refused_id(slugify(str(mapping["body"])))
    return {**mapping, "body": "planning"} if is_nameless else mapping


def problems_of(file: FileSchema, mapping: dict[str, object]) -> list[Diagnostic]:
    """What is said of a file with this mapping, but for what two entries say of each other and
    for ids that no address can hold, which no pattern can ask."""
    text = as_yaml(mapping)
    if file.name in PARSERS:
        found = PARSERS[file.name](Source(f"content/{file.files}", text)).diagnostics
        return [
            one for one in found if one.code != "id-twice" and not one.message.startswith('"id: ')
        ]
    source = Source(MINUTES, f"---\n{text}---\n")
    front = split_front_matter(source)
    if front.value is None:
        return list(front.diagnostics)
    if file is MEETING:
        return [*front.diagnostics, *parse_meeting_fields(source, front.value).diagnostics]
    parsed = parse_document_fields(MINUTES, front.value, fields=file.fields)
    return [*front.diagnostics, *parsed.diagnostics]


def test_front_matter_of_any_depth_is_read() -> None:
    text = "---\ndate: 2024-03-12\nx: " + "[" * 5000 + "]" * 5000 + "\n---\n"
    assert split_front_matter(Source(MINUTES, text)).diagnostics is not None
