"""Diagnostics as JSON, for programs."""

import json
from collections import Counter
from collections.abc import Iterable

from site_gen.diagnostics.diagnostic import Diagnostic
from site_gen.diagnostics.text_lines import SEVERITY_WORDS

VERSION = 1


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """`{"version": 1, "counts": {...}, "findings": [...]}`, the findings in the order given.

    Lines and columns are counted from 1, in characters; `end_column` is the first after the
    place. The text of minutes stands in it only as far as messages quote it.
    """
    findings = [_finding(one) for one in diagnostics]
    counted = Counter(one["severity"] for one in findings)
    counts = {word: counted[word] for word in SEVERITY_WORDS.values()}
    told = {"version": VERSION, "counts": counts, "findings": findings}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": SEVERITY_WORDS[diagnostic.severity],
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + max(place.length, 1),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
