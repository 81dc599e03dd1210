"""Diagnostics as GitHub annotations: a workflow command a finding, shown at its line.

Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from site_gen.diagnostics.diagnostic import Diagnostic, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render_annotation(diagnostic: Diagnostic) -> str:
    """One line: `::error file=...,line=...,col=...,endColumn=...,title=...::message`."""
    place = diagnostic.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + max(place.length, 1)),
        "title": diagnostic.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = diagnostic.message
    if diagnostic.hint:
        message += f"\nWhat to do: {diagnostic.hint}"
    return f"::{COMMANDS[diagnostic.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
