"""Entries whose ids must differ."""

from collections.abc import Iterable

from site_gen.content.schema import Values
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding


def keep_first_ids(entries: Iterable[Values], problems: list[Diagnostic]) -> list[Values]:
    """The entries with ids not met before; `problems` gains an error for each other one."""
    kept: dict[str, Values] = {}
    for entry in entries:
        identifier = entry.text("id")
        if identifier in kept:
            first = kept[identifier].place.line
            message = f'the id "{identifier}" stands here and already in line {first}'
            problems.append(finding("id-twice", entry.place_of("id"), message))
        else:
            kept[identifier] = entry
    return list(kept.values())
