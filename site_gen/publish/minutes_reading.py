"""Files of minutes to what the store keeps of them, in whatever process this is loaded.

It loads all that understands minutes, which takes longer than most changes need for the rest.
"""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from site_gen.archive.assemble import Understanding
from site_gen.archive.preparation import Preparation
from site_gen.archive.published import PublishedList
from site_gen.archive.stored_file import StoredFile, stored_file
from site_gen.archive.understood import Understood
from site_gen.content.reading import read_ordinary
from site_gen.diagnostics.rules import finding
from site_gen.publish.inputs import content_digest, error_digest
from site_gen.publish.keys import file_key
from site_gen.publish.products import make_products
from site_gen.site.directory import Directory
from site_gen.text.places import Place

REHEARSED = b"""---
date: 2000-01-01
---

## 1. A

Present: Councillor B. Councillor B asked what it cost. The Clerk said it was 5. It was moved by B,
seconded by C and RESOLVED, by 3 votes to 2, that it be agreed.
"""
Task = tuple[Path, str, bytes]  # root, path, key of all that shapes what is understood
# Understood as well only where published addresses may have to be kept: it takes time to hand over.
Read = tuple[StoredFile, Understood | None]

_known: dict[bytes, Understanding] = {}  # the latest, by the key of all that shapes it
_reader: Callable[[Task], Read] | None = None  # of this worker process


def understanding_of(directory: Directory) -> Understanding:
    """What understands minutes, and makes of them what the store keeps."""
    return Understanding(directory, make_products)


def read_files(directory: Directory, tasks: Sequence[Task], is_whole: bool) -> list[Read]:
    """Each file ready for the store; as understood too, where `is_whole`."""
    return [_read(task, _latest(directory, task[2]), is_whole=is_whole) for task in tasks]


def prepare(directory: Directory, shaping: bytes, preparation: Preparation) -> None:
    """Have at hand what understands minutes under that key, as far as no file is needed for it."""
    preparation.use(directory)
    _known.clear()
    _known[shaping] = Understanding(directory, make_products, preparation.names)


def make_ready(directory: Directory, shaping: bytes) -> None:
    """Have at hand what understands minutes under that key, used once.

    The first file loads wordings and makes patterns, whatever it says.
    """
    _latest(directory, shaping).understand("content/meetings/a/2000-01-01.md", REHEARSED)


def _latest(directory: Directory, shaping: bytes) -> Understanding:
    """What understands minutes under that key; that of the last build serves a preview's next."""
    if shaping not in _known:
        _known.clear()
        _known[shaping] = understanding_of(directory)
    return _known[shaping]


def start_worker(directory: Directory, is_whole: bool) -> None:
    """Have this worker process read files."""
    global _reader  # noqa: PLW0603 - one for each worker process, made once
    understanding = understanding_of(directory)
    _reader = partial(_read, understanding=understanding, is_whole=is_whole)


def read_in_worker(task: Task) -> Read:
    """One file, in a worker process that was started."""
    if _reader is None:
        raise RuntimeError("the worker was not started")
    return _reader(task)


def _read(task: Task, understanding: Understanding, *, is_whole: bool) -> Read:
    """One file ready for the store; as understood too, where `is_whole`."""
    understood = understanding.keep_addresses(
        _understand_one(*task, understanding), PublishedList()
    )
    return stored_file(understood), understood if is_whole else None


def _understand_one(
    root: Path, path: str, shaping: bytes, understanding: Understanding
) -> Understood:
    file = root / path
    try:
        content = read_ordinary(file)
    except OSError as error:
        message = f"the file cannot be opened: {os.strerror(error.errno or 0)}"
        key = file_key(shaping, error_digest(error))
        return Understood(
            path, key, diagnostics=(finding("file-unreadable", Place(path), message),)
        )
    # Of what was read here and now: the file may have been saved again in the meantime.
    key = file_key(shaping, content_digest(content))
    return understanding.understand(path, content, key=key)
