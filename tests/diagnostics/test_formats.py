"""Findings for programs: JSON, SARIF and GitHub annotations."""

import json
from typing import Any

import jsonschema

from site_gen.diagnostics.github_annotations import render_annotation
from site_gen.diagnostics.json_text import render_json
from site_gen.diagnostics.rules import RULES, finding
from site_gen.diagnostics.sarif import render_sarif
from site_gen.text.places import Place
from site_gen.text.values import replace

FOUND = [finding(code, Place(f"content/a ü/{code}.md", 3, 5, 4), f"{code}!") for code in RULES]

# What section 3 of the standard asks of the objects that are used here, and nothing beside them.
TEXT = {
    "type": "object",
    "properties": {"text": {"type": "string", "minLength": 1}},
    "required": ["text"],
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNT = {"type": "integer", "minimum": 1}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    """An object with no other properties than these."""
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


RULE = closed(
    ["id"],
    id={"type": "string"},
    name={"type": "string", "pattern": "^([A-Z][a-z0-9]*)+$"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed([], level=LEVEL),
)
LOCATION = closed(
    ["physicalLocation"],
    physicalLocation=closed(
        ["artifactLocation"],
        artifactLocation=closed([], uri={"type": "string", "format": "uri-reference"}),
        region=closed(["startLine"], startLine=COUNT, startColumn=COUNT, endColumn=COUNT),
    ),
)
RESULT = closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": LOCATION},
)
DRIVER = closed(
    ["name"],
    name={"type": "string"},
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    rules={"type": "array", "uniqueItems": True, "items": RULE},
)
RUN = closed(
    ["tool"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
SARIF = {
    **closed(
        ["version", "runs"],
        version={"const": "2.1.0"},
        runs={"type": "array", "items": RUN},
    ),
}
SARIF["properties"]["$schema"] = {"type": "string", "format": "uri"}


def test_sarif_holds_to_the_standard_for_every_rule() -> None:
    told = json.loads(render_sarif(FOUND, version="1.2.3"))
    jsonschema.validate(told, SARIF, format_checker=jsonschema.FormatChecker())
    run = told["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("content/a%20%C3%BC/")
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 9}


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    told = json.loads(render_sarif([], version="1.2.3"))
    jsonschema.validate(told, SARIF)
    assert told["runs"][0]["results"] == []


def test_json_says_all_of_a_finding() -> None:
    told = json.loads(render_json(FOUND))
    assert sum(told["counts"].values()) == len(told["findings"]) == len(RULES)
    first = told["findings"][0]
    assert first["path"] == FOUND[0].place.path
    assert (first["line"], first["column"], first["end_column"]) == (3, 5, 9)
    assert {first["severity"] for first in told["findings"]} <= {"error", "warning", "hint"}


def test_an_annotation_cannot_be_forged_by_a_message() -> None:
    found = replace(FOUND[0], message="a\n::error::forged", place=Place("a,line=9:.md", 1))
    line = render_annotation(found)
    assert "\n" not in line
    assert line.startswith("::error file=a%2Cline=9%3A.md,line=1,col=1,endColumn=2,")
