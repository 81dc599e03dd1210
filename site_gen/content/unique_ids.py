"""Ids that become part of an address: which can, and entries whose ids must differ."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.slugs import slugify

if TYPE_CHECKING:  # who looks at ids alone does not wait for what reads YAML
    from site_gen.content.schema import Values

LONGEST_ID = 120  # characters; with a year and ".html" behind it a file may still be called so
# Pages that every folder of the site has for itself, beside those named by an id.
OWN_PAGES = re.compile(r"index|undated|year-[0-9]{4}(?:-[0-9]{2})?")

YEAR_PAGE = re.compile(r"(.+)-[0-9]{4}(?:-[0-9]{2})?")


def refused_id(identifier: str) -> str:
    """Why no page can be named after `identifier`, a slug; empty when one can."""
    if not identifier:
        return "has no letter or digit for an address"
    if len(identifier) > LONGEST_ID:
        return f"is longer than {LONGEST_ID} letters"
    if OWN_PAGES.fullmatch(identifier) is not None:
        return "is the address of a page that every site has"
    return ""


def year_of(identifier: str) -> str:
    """Whose page of a year the page of `identifier` would be: "planning" for "planning-2024"."""
    found = YEAR_PAGE.fullmatch(identifier)
    return found[1] if found else ""


def keep_first_ids(entries: "Iterable[Values]", problems: list[Diagnostic]) -> "list[Values]":
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
