"""Attachments: which files may be published, and whether they are what they say they are."""

import os
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.places import Place

ZIP = b"PK\x03\x04"
# The first bytes of each kind; text has none of its own.
FIRST_BYTES: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".docx": (ZIP,),
    ".xlsx": (ZIP,),
    ".odt": (ZIP,),
    ".csv": (),
    ".txt": (),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}


def normal_path(path: str) -> str | None:
    """`path` within content/ with its ".." worked out; None when it leads outside."""
    parts: list[str] = []
    for part in PurePosixPath(path.replace("\\", "/")).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part == "/" or ":" in part:
            return None
        elif part != ".":
            parts.append(part)
    return "/".join(parts) or None


def check_attachment(root: Path, path: str, *, place: Place) -> Diagnostic | None:
    """What stands against publishing content/`path`, named at `place`; None when nothing does."""
    inside = normal_path(path)
    if inside is None:
        return finding("attachment-refused", place, f'"{path}" leads outside content/')
    kind = PurePosixPath(inside).suffix.lower()
    is_hidden = any(part.startswith(".") for part in inside.split("/"))
    if kind not in FIRST_BYTES or is_hidden:
        what = "hidden" if is_hidden else "of a kind that is not published"
        return finding("attachment-refused", place, f'"{PurePosixPath(inside).name}" is {what}')
    file = root / "content" / inside
    if _passes_a_link(root / "content", inside):
        return finding("symbolic-link", place, f'"{inside}" is reached by a symbolic link')
    if not file.is_file():
        message = f'there is no file "{PurePosixPath(inside).name}" beside the minutes'
        return finding("attachment-missing", place, message, _other_spelling(file))
    return _unfit(file, kind, place)


def _other_spelling(missing: Path) -> str:
    """What to do where a file beside differs in capitals, or in how its accents are kept, alone."""
    folder = missing.parent
    try:
        like = _names_in(folder, folder.stat().st_mtime_ns).get(_folded(missing.name), "")
    except OSError:
        return ""
    if not like or not (folder / like).is_file():
        return ""
    if like.casefold() == missing.name.casefold():
        return f'the file is called "{like}": write its name with the same capitals'
    return (
        f'the accents in the name of "{like}" are kept in another way than here: '
        "rename the file, typing its name anew"
    )


@lru_cache(maxsize=8)
def _names_in(folder: Path, _changed: int) -> Mapping[str, str]:
    """Names in a folder by what they look like, read once for many files that are missing."""
    return {_folded(one.name): one.name for one in sorted(folder.iterdir(), reverse=True)}


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _unfit(file: Path, kind: str, place: Place) -> Diagnostic | None:
    """What is wrong with a file that is there."""
    try:
        with file.open("rb") as opened:
            start = opened.read(4096)
    except OSError as error:
        message = f'"{file.name}" cannot be opened: {os.strerror(error.errno or 0)}'
        return finding("file-unreadable", place, message)
    if not _fits(kind, start):
        message = f'"{file.name}" is not a {kind[1:]} file, whatever its name says'
        return finding("attachment-refused", place, message, "save it again in that format")
    return None


def _fits(kind: str, start: bytes) -> bool:
    wanted = FIRST_BYTES[kind]
    if not wanted:
        return b"\x00" not in start
    if kind == ".webp" and start[8:12] != b"WEBP":
        return False
    return start.startswith(wanted)


def _passes_a_link(content: Path, inside: str) -> bool:
    parts = PurePosixPath(inside).parts
    return any(content.joinpath(*parts[: n + 1]).is_symlink() for n in range(len(parts)))
