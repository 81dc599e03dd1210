"""Keys that say whether something must be made again: equal keys, equal results."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.site.directory import Directory

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = ("deflate", "jinja2", "lunr", "markdown_it_py", "markupsafe", "numpy", "pyyaml")
KEY_BYTES = 16


def digest(*parts: bytes) -> bytes:
    """One key of several; where one part ends and the next begins counts."""
    marked = b"".join([one for part in parts for one in (len(part).to_bytes(8, "big"), part)])
    return hashlib.blake2b(marked, digest_size=KEY_BYTES).digest()


def file_key(shaping: bytes, content: bytes) -> bytes:
    """Of one file of minutes: of all that shapes what is understood, and of what it holds.

    Both are digests of a settled length, and the store has this key by the file's path.
    """
    return shaping + content


def shaping_key(directory: "Directory") -> bytes:
    """Of all that shapes what is understood of a file, besides the file."""
    # Pickles of equal values can differ in what they share; a plain print cannot.
    return digest(code_key(), repr(directory).encode())


@cache
def code_key() -> bytes:
    """Of this program's own code and data, and of the libraries that shape its output."""
    python = ".".join(map(str, sys.version_info[:2])).encode()
    return digest(python, *_installed(), *folder_contents(PACKAGE))


def folder_contents(*folders: Path) -> Iterator[bytes]:
    """Name and content of every file in `folders`, in a settled order."""
    for folder in folders:
        for path in sorted(_files(os.fspath(folder))):
            yield os.fsencode(path)
            full = os.path.join(folder, path)  # noqa: PTH118 - often
            try:
                if not S_ISREG(os.stat(full).st_mode):  # noqa: PTH116 - as above
                    yield b""  # a pipe, whose reader would wait for ever
                    continue
                with open(full, "rb") as file:  # noqa: PTH123 - as above
                    yield file.read()
            except OSError as error:  # such as the link that Emacs leaves beside an open file
                yield str(error.errno).encode()


def _files(top: str) -> Iterator[str]:
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name not in {"__pycache__", "theme"}]
        inside = os.path.relpath(folder, top).replace(os.sep, "/") + "/"
        yield from (name if inside == "./" else inside + name for name in names)


def _installed() -> Iterator[bytes]:
    """Name and version of each library, as the folders that installers leave beside it say.

    `importlib.metadata` would say the same, and takes longer to load than all else takes when
    nothing has changed.
    """
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - their names, and nothing else
        except OSError:
            continue
        for name in sorted(names):
            library = name.partition("-")[0].lower()
            if library in LIBRARIES and name.endswith((".dist-info", ".egg-info")):
                yield name.encode()
