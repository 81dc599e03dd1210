"""Values as YAML that reads back as the same text, whatever is in them."""

import re

# Words that mean themselves to our reader and to any other.
PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ](?:[\w ().,'’&/-]*[\w).])?\Z")
TAKEN = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def yaml_value(text: str) -> str:
    """`text` as a YAML scalar on one line, quoted wherever a reader could take it for another."""
    flat = " ".join(text.split())
    if PLAIN.match(flat) and flat.lower() not in TAKEN:
        return flat
    return quoted(flat)


def quoted(text: str) -> str:
    """A double-quoted scalar (YAML 1.2, 7.3.1)."""
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
