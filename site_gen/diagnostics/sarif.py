"""Diagnostics as SARIF, which editors and code hosts show at the line.

Format: Static Analysis Results Interchange Format 2.1.0, OASIS Standard, 27 March 2020:
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from site_gen.diagnostics.diagnostic import Diagnostic, Severity
from site_gen.diagnostics.rule import Rule
from site_gen.diagnostics.rules import RULES

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render_sarif(diagnostics: Iterable[Diagnostic], *, version: str) -> str:
    """One run of `minutebook` in its version `version`, with every rule that found something.

    Paths are relative to the folder that the program was called in.
    """
    found = list(diagnostics)
    codes = sorted({one.code for one in found})
    driver = {
        "name": "minutebook",
        "semanticVersion": version,
        "rules": [_rule(RULES[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in found],
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": VERSION, "runs": [run]}, ensure_ascii=False, indent=1
    )


def _rule(rule: Rule) -> dict[str, object]:
    examples = "".join(
        f"\n\n{label}:\n\n{text}"
        for label, text in (("Wrong", rule.wrong), ("Right", rule.right))
        if text
    )
    return {
        "id": rule.code,
        "name": rule.title.title().replace(" ", ""),
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": f"{rule.meaning} {rule.explanation}".strip()},
        "help": {"text": f"What to do: {rule.remedy}{examples}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, rule_index: int) -> dict[str, object]:
    place = diagnostic.place
    message = diagnostic.message
    if diagnostic.hint:
        message += f"\nWhat to do: {diagnostic.hint}"
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + max(place.length, 1),
    }
    location = {"artifactLocation": {"uri": quote(place.path)}, "region": region}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule_index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
    }
