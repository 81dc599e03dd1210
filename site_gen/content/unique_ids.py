"""Entries whose ids must differ."""

from collections.abc import Iterable

from site_gen.content.schema import Values
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.site.page_names import refused_id, year_of
from site_gen.text.slugs import slugify


def keep_first_ids(entries: Iterable[Values], problems: list[Diagnostic]) -> list[Values]:
    """The entries with ids that can be addresses and were not met before.

    `problems` gains an error for each other one. Ids are one when their addresses are.
    """
    kept: dict[str, Values] = {}
    for entry in entries:
        identifier = slugify(entry.text("id"))
        place = entry.place_of("id")
        if reason := refused_id(identifier):
            message = f'"id: {entry.text("id")}" {reason}'
            hint = "write another id, in small letters and digits"
            problems.append(finding("field-wrong-value", place, message, hint))
        elif identifier in kept or year_of(identifier) in kept:
            first = kept[identifier if identifier in kept else year_of(identifier)].place.line
            message = f'the id "{identifier}" stands here and already in line {first}'
            problems.append(finding("id-twice", place, message))
        else:
            kept[identifier] = entry
    return list(kept.values())
