"""Marks of privacy in front matter, and whatever resembles one: none of it may be published."""

import difflib
import re
from collections.abc import Iterable, Iterator

from site_gen.content.schema import Field, FieldType, Values, plain_key
from site_gen.content.yaml_tree import YamlMapping, YamlText
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.text.patterns import compile_later
from site_gen.text.places import Place
from site_gen.text.sources import Source

PRIVATE = Field(
    "private",
    FieldType.FLAG,
    "True keeps the file unpublished.",
    "private: true",
    needs_value=True,
)
REASON = "private_reason"
# A misspelt mark of privacy must not publish what it was meant to keep.
PRIVATE_WORDS = (
    "private", "confidential", "exempt", "unpublished", "not_for_publication", "preifat",
    "cyfrinachol", "eithriedig", "príobháideach",
)  # fmt: skip
# What other programs that make sites call it. Too short to look for what resembles them.
HIDING_KEYS = frozenset(
    {"public", "draft", "withheld", "restricted", "hidden", "unlisted", "visibility", "secret"}
    | {"embargo", "embargoed", "embargo_until", "not_public", "not_for_release"}
)
# Keys whose value says who may read it: "status: confidential".
LEVEL_KEYS = frozenset(
    {"status", "access", "classification", "marking", "protective_marking", "sensitivity"}
)
LEVEL = compile_later(
    r"\b(?:private|confidential|exempt|withh[eo]ld|restrict|unpublished|hidden|embargo|secret"
    r"|sensitive|pink|part\s{0,3}(?:ii|2)\b|not\s{1,3}(?:for|to|public))",
    re.IGNORECASE,
)
# A line of front matter that cannot be read may have been meant so too.
PERHAPS = compile_later(
    r"^[^\w\n]{0,9}(?:is_)?(?:priv|confid|exempt|unpub|not_|publi|hid|withh|restr|embargo|draft)",
    re.IGNORECASE | re.MULTILINE,
)


def may_be_private(source: Source) -> bool:
    """Whether a file whose front matter cannot be read may have been meant to be private."""
    return PERHAPS.search(source.text) is not None


def read_privacy(
    mapping: YamlMapping, values: Values, fields: Iterable[Field], told: Iterable[Diagnostic]
) -> Parsed[bool]:
    """Whether the file with this front matter must not be published; what is wrong with it.

    A mark that cannot be read, or is misspelt, is an error and counts as one. `values` is what was
    read of `mapping` by `fields`, and `told` what was found wrong so far: it comes back, but for
    what is told better here.
    """
    known = {declared.name for declared in fields}
    unclear = [*_unread_value(mapping, values), *_unclear(mapping, known)]
    places = {found.place for found in unclear}
    problems = (*(found for found in told if found.place not in places), *unclear)
    is_unread = PRIVATE.name in mapping.keys and PRIVATE.name not in values.found
    return Parsed(values.flag(PRIVATE.name) or is_unread or bool(unclear), problems)


def _unread_value(mapping: YamlMapping, values: Values) -> Iterator[Diagnostic]:
    """The error of a `private:` that is neither true nor false."""
    value = mapping.entries.get(PRIVATE.name)
    if PRIVATE.name not in values.found and isinstance(value, YamlText) and value.text.strip():
        yield _problem(value.place, f'"{PRIVATE.name}" takes true or false')


def _unclear(mapping: YamlMapping, known: set[str]) -> Iterator[Diagnostic]:
    for key, place in mapping.keys.items():
        if key == REASON:
            continue
        name = plain_key(key)
        value = mapping.entries.get(key)
        if key not in known and _hides(name):
            yield _problem(place, f'"{key}" looks like a mark of privacy but is not one')
        elif name in LEVEL_KEYS and isinstance(value, YamlText) and LEVEL.search(value.text):
            message = f'"{key}: {value.text}" looks like a mark of privacy but is not one'
            yield _problem(value.place, message)
    if REASON in mapping.keys and PRIVATE.name not in mapping.keys:
        message = f'"{REASON}" stands here without "{PRIVATE.example}"'
        yield _problem(mapping.keys[REASON], message)


def _hides(name: str) -> bool:
    close = difflib.get_close_matches(name, PRIVATE_WORDS, 1, 0.75)
    return bool(close) or name in HIDING_KEYS


def _problem(place: Place, message: str) -> Diagnostic:
    hint = f"write `{PRIVATE.example}` to keep it private, or remove the line"
    return finding("private-unclear", place, f"{message}; nothing of this file is published", hint)
