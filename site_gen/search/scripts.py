"""The files that a browser loads by inserting a script, over http and from a folder alike.

Each says its name and the digest of what it belongs to, so that a page that was open while the
site changed notices, and then a JSON value; the files of which there are many have that packed. It
may be a list in several parts, each packed by itself.
"""

import json
from typing import Any, NamedTuple

from site_gen.search.kept import FOLDER
from site_gen.search.packed import unpacked

_CALL = "minutebook.receive("
_END = ");\n"
_IN_ONE_PART = 7  # what quotation marks part: name, digest and value, and what is around them


class Script(NamedTuple):
    """What one file says."""

    name: str
    digest: str
    value: Any
    packed: tuple[str, ...] = ()  # the value's parts as they stand there, where they are packed


def script_path(name: str) -> str:
    """Where the script called `name` is, relative to the site's root."""
    return f"{FOLDER}/{name}.js"


def write_script(script: Script) -> bytes:
    """The file's bytes: one call with the name, the digest and the value."""
    arguments = json.dumps(list(script[:3]), ensure_ascii=False, separators=(",", ":"))
    return f"{_CALL}{arguments[1:-1]}{_END}".encode()


def write_packed(name: str, digest: str, *parts: str) -> bytes:
    """The same, its value in `parts` that are packed already: JSON, of several parts lists."""
    written = '","'.join(parts)
    return f'{_CALL}"{name}","{digest}","{written}"{_END}'.encode()  # nothing to escape


def read_packed(content: bytes) -> str:
    """What `write_packed` was given for a value in one part. Raises ValueError for other files."""
    text = content.decode()
    quoted = text.split('"')
    if not (text.startswith(_CALL) and text.endswith(f'"{_END}') and len(quoted) == _IN_ONE_PART):
        message = "this is no file of the search index in one part"
        raise ValueError(message)
    return quoted[-2]


def read_script(content: bytes) -> Script:
    """What these two wrote. Raises ValueError when `content` is no such file."""
    text = content.decode()
    if not (text.startswith(_CALL) and text.endswith(_END)):
        message = "this is no file of the search index"
        raise ValueError(message)
    name, digest, *parts = json.loads(f"[{text[len(_CALL) : -len(_END)]}]")
    if not isinstance(parts[0], str):
        return Script(name, digest, *parts)
    values = [json.loads(unpacked(part)) for part in parts]
    whole = values[0] if len(values) == 1 else [one for value in values for one in value]
    return Script(name, digest, whole, tuple(parts))
