"""The files that a browser loads by inserting a script, over http and from a folder alike.

Each says its name and the digest of what it belongs to, so that a page that was open while the
site changed notices, and then a JSON value; the files of which there are many have that packed.
"""

import json
from typing import Any, NamedTuple

from site_gen.search.kept import FOLDER
from site_gen.search.packed import TEXT, packed, unpacked

_CALL = "minutebook.receive("
_END = ");\n"


class Script(NamedTuple):
    """What one file says."""

    name: str
    digest: str
    value: Any


def script_path(name: str) -> str:
    """Where the script called `name` is, relative to the site's root."""
    return f"{FOLDER}/{name}.js"


def write_script(script: Script) -> bytes:
    """The file's bytes: one call with the name, the digest and the value."""
    arguments = json.dumps(list(script), ensure_ascii=False, separators=(",", ":"))
    return f"{_CALL}{arguments[1:-1]}{_END}".encode()


def write_packed(name: str, digest: str, value: str, level: int = TEXT) -> bytes:
    """The same, its value packed at that level; `value` is JSON already."""
    written = packed(value, level)
    return f'{_CALL}"{name}","{digest}","{written}"{_END}'.encode()  # nothing to escape


def read_script(content: bytes) -> Script:
    """What these two wrote. Raises ValueError when `content` is no such file."""
    text = content.decode()
    if not (text.startswith(_CALL) and text.endswith(_END)):
        message = "this is no file of the search index"
        raise ValueError(message)
    script = Script(*json.loads(f"[{text[len(_CALL) : -len(_END)]}]"))
    if isinstance(script.value, str):
        return script._replace(value=json.loads(unpacked(script.value)))
    return script
