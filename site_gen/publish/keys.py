"""Keys that say whether something must be made again: equal keys, equal results."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from site_gen.site.directory import Directory

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = ("jinja2", "markdown-it-py", "pyyaml", "lunr")
KEY_BYTES = 16


def digest(*parts: bytes) -> bytes:
    """One key of several; where one part ends and the next begins counts."""
    hashed = hashlib.blake2b(digest_size=KEY_BYTES)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


@cache
def code_key() -> bytes:
    """Of this program's own code and data, and of the libraries that shape its output."""
    versions = [f"{name} {version(name)}".encode() for name in LIBRARIES]
    python = ".".join(map(str, sys.version_info[:2])).encode()
    return digest(python, *versions, *folder_contents(PACKAGE))


def directory_key(directory: Directory) -> bytes:
    """Of settings, committees, people and glossary."""
    # Pickles of equal values can differ in what they share; a plain print cannot.
    return digest(repr(directory).encode())


def folder_contents(*folders: Path) -> Iterator[bytes]:
    """Name and content of every file in `folders`, in a settled order."""
    for folder in folders:
        yield from _contents(folder, sorted(folder.rglob("*")))


def _contents(folder: Path, files: Iterable[Path]) -> Iterator[bytes]:
    for file in files:
        if file.is_file() and not {"__pycache__", "theme"} & set(file.parts):
            yield str(file.relative_to(folder)).encode()
            yield file.read_bytes()
