"""Front matter as nobody should write it: made from the fields, then spoiled."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from site_gen.content.meeting_fields import ID_PATTERN
from site_gen.content.schema import Field, FieldType
from site_gen.text.web_addresses import SITE_ADDRESS, WEB_ADDRESS

DATES = (
    "2024-02-29", "2000-02-29", "2024-12-31", "2024-03-12", "2024-03", 2024,
    "2024-03-12 (inferred)",
)  # fmt: skip
NO_DATES = (
    "2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-13", "2024-00-01", "0000",
    "12 March 2024", "2024-3-1", "12/03/2024", "tomorrow", "20240312", "(inferred)", "",
)  # fmt: skip
WORDS = (
    "Planning", "Ełżbieta", "a: b", "# 3", "'", '"', "- x", "{", "]", "yes", "", " ", "議事",
    "\u202e",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1e99, [], {}, [[]], [{}], {"a": {"b": []}}, "x" * 3000, "\x00", "\ud7ff",
    [None], {"date": {}}, ["a", {"b": 1}],
)  # fmt: skip
SIGNS = "\n\t :#-?{}[],&*!|>'\"%@`\\\x00\x07\x85\u00a0\u2028\ufeff~=</0aé"
PIECES = (
    "---", "\n---\n", "...", "&a ", "*a", "!!python/object:os.system ", "<<: *a\n", "date: ", "{{",
    "%YAML 1.1\n", "? ", "- - -", "|\n  a\n", ">-\n", "\r\n", "\r", "\ufeff", "private: ",
    "id: ../../x\n", "body: [\n", "'", '"', "<!--", "\t", "key: key: key", "a" * 200 + ": b\n",
    "[" * 50, "{" * 50, "0x", "1_000", "2024-02-30",
)  # fmt: skip
# By the pattern that a field has, what fits it.
FITTING: dict[str, tuple[Any, ...]] = {
    ID_PATTERN: ("planning-2024", "a.b_c", "7", 7),
    SITE_ADDRESS: ("https://example.org/", "http://example.org:8080/r/"),
    WEB_ADDRESS: ("https://example.org", "http://example.org/r/?a=b#c", "https://exämple.org/é"),
}
NO_IDS = (
    "A b", "-a", "a--b", "a/b", "ä", "example.org", "ftp://example.org", "https://[", "https://",
    "https://a b/", "javascript:alert(1)", "https://me:word@example.org/", "https://example.org:x/",
)  # fmt: skip


def good_value(field: Field, draw: random.Random) -> Any:
    """A value that the field takes, as JSON has it."""
    makers: dict[FieldType, Callable[[], Any]] = {
        FieldType.TEXT: lambda: draw.choice(FITTING.get(field.pattern, (*WORDS, 7, 1.5, True))),
        FieldType.FLAG: lambda: draw.choice((True, False, "yes", "no", "YES", "False")),
        FieldType.CHOICE: lambda: draw.choice(
            (*field.choices, *(one.capitalize() for one in field.choices))
        ),
        FieldType.DATE: lambda: draw.choice(DATES),
        FieldType.TEXTS: lambda: [draw.choice(WORDS) for _ in range(draw.randint(0, 3))],
        FieldType.ENTRIES: lambda: [good_entry(field, draw) for _ in range(draw.randint(0, 3))],
        FieldType.PAIRS: lambda: good_pairs(field, draw),
        FieldType.MEANINGS: lambda: {
            word: good_entry(field, draw) for word in draw.sample(("CIN", "a b", "É"), 2)
        },
    }
    return makers[field.type]()


def good_entry(field: Field, draw: random.Random) -> Any:
    """An entry, at times in its short form."""
    short = next((one for one in field.fields if one.name == field.short_form), None)
    if short is not None and draw.random() < 0.4:
        return good_value(short, draw)
    return good_mapping(field.fields, draw)


def good_pairs(field: Field, draw: random.Random) -> dict[str, Any]:
    """Lines of word and meaning."""
    keys = [key for key, _ in field.keys] or ["bins", "roads"]
    return {key: draw.choice(field.choices or WORDS) for key in draw.sample(keys, 2)}


def good_mapping(fields: tuple[Field, ...], draw: random.Random) -> dict[str, Any]:
    """A mapping that has every key that is needed, and some of the others."""
    wanted = [one for one in fields if one.is_required or draw.random() < 0.4]
    draw.shuffle(wanted)
    return {one.name: good_value(one, draw) for one in wanted}


def spoiled_mapping(fields: tuple[Field, ...], draw: random.Random) -> dict[str, Any]:
    """A mapping with some keys missing, misspelt or of the wrong kind, at any depth."""
    mapping = good_mapping(fields, draw)
    for _ in range(draw.randint(1, 3)):
        spoil = draw.randrange(5)
        name = draw.choice([*mapping, "x"])
        if spoil == 0:
            mapping.pop(name, None)
        elif spoil == 1:
            mapping[name + draw.choice("s_ x")] = mapping.pop(name, "y")
        elif spoil == 2:
            mapping[name] = draw.choice(ODD)
        elif spoil == 3:
            mapping[name] = draw.choice((*NO_DATES, *NO_IDS))
        else:
            nested = [one for one in fields if one.fields]
            if nested:
                one = draw.choice(nested)
                mapping[one.name] = [spoiled_mapping(one.fields, draw)]
    return mapping


def as_yaml(mapping: dict[str, Any]) -> str:
    """The mapping one key a line, its values as JSON, which YAML can read."""
    return "".join(f"{json.dumps(key)}: {json.dumps(value)}\n" for key, value in mapping.items())


def fuzzed(text: str, draw: random.Random) -> str:
    """The text with some characters and pieces put in, taken out or moved."""
    for _ in range(draw.randint(1, 6)):
        at = draw.randint(0, len(text))
        kind = draw.randrange(5)
        if kind == 0:
            text = text[:at] + draw.choice(SIGNS) + text[at:]
        elif kind == 1:
            text = text[:at] + draw.choice(PIECES) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at + draw.randint(1, 9) :]
        elif kind == 3:
            end = at + draw.randint(1, 40)
            text = text[:at] + text[at:end] * 2 + text[end:]
        else:
            text = text[:at].replace(draw.choice('":\n{['), draw.choice("\t: "), 1) + text[at:]
    return text
