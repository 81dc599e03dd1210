"""What lies in content/: minutes, documents, pages, and what must not lie there."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from site_gen.content.attachments import FIRST_BYTES
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.places import Place
from site_gen.text.values import dataclass

SETTINGS_FILES = ("site.yaml", "bodies.yaml", "people.yaml", "glossary.yaml")
FOLDERS = ("meetings", "documents", "pages")
MARKDOWN = ".md"
LEFT_BEHIND = ("~", ".swp", ".tmp")
# What import turns into Markdown, itself or once it is saved as a Word file.
IMPORTED = (".docx", ".txt", ".html", ".htm")
SAVED_FIRST = (".doc", ".odt", ".rtf", ".pages")
# "2024-03-12.md.txt", which Windows shows as "2024-03-12.md".
MISNAMED = re.compile(r"(?:\.md)?\.txt\Z", re.IGNORECASE)
ENDINGS_HIDDEN = "; Windows hides .txt until you tell it to show the endings of names"
FENCE = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
VIM_TRIAL = "4913"  # what vim writes to learn whether it may write at all


@dataclass(frozen=True, slots=True)
class ContentTree:
    """Paths relative to the archive's root, each list sorted."""

    meetings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()  # Word files and the like, which may be attachments
    settings: tuple[str, ...] = ()  # those of SETTINGS_FILES that are there
    diagnostics: tuple[Diagnostic, ...] = ()


def find_content(root: Path) -> ContentTree:
    """Everything under `root`/content/. Links, hidden files and editors' leavings are not read.

    A missing content/ gives an empty tree; saying so is for the command that was called.
    """
    found: dict[str, list[str]] = {"meetings": [], "documents": [], "pages": [], "texts": []}
    settings: list[str] = []
    problems: list[Diagnostic] = []
    for path, is_link in _walk(root, "content"):
        if (problem := _unreadable_name(path)) is not None:
            problems.append(problem)
            continue
        parts = path.split("/")
        if is_link:
            message = "this is a symbolic link; links are not followed"
            problems.append(finding("symbolic-link", Place(path), message))
        elif len(parts) == 2 and parts[1] in SETTINGS_FILES:
            if (root / path).is_dir():
                problems.append(_folder_in_place_of(path))
            else:
                settings.append(path)
        elif path.endswith(MARKDOWN) and parts[1] in FOLDERS and len(parts) > 2:
            found[parts[1]].append(path)
        elif _is_text(path) and not _is_minutes_misnamed(root, path):
            found["texts"].append(path)
        elif (problem := _misplaced(path)) is not None:
            problems.append(problem)
    lists = {name: tuple(sorted(paths)) for name, paths in found.items()}
    return ContentTree(
        **lists,
        settings=tuple(sorted(settings)),
        diagnostics=tuple(sorted(problems, key=lambda found: found.sort_key)),
    )


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or an editor's for the moment."""
    is_copy = name.endswith(LEFT_BEHIND) or (name.startswith("#") and name.endswith("#"))
    return is_copy or name.startswith(".") or name == VIM_TRIAL


def _walk(root: Path, folder: str) -> Iterator[tuple[str, bool]]:
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(os.scandir(root / current), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        for entry in entries:
            if is_left_behind(entry.name):
                continue
            path = f"{current}/{entry.name}"
            if entry.is_symlink():
                yield path, True
            elif entry.is_dir(follow_symlinks=False):
                if current == folder and entry.name in SETTINGS_FILES:
                    yield path, False
                waiting.append(path)
            elif entry.is_file(follow_symlinks=False):  # no pipe, whose reader would wait for ever
                yield path, False


def _folder_in_place_of(path: str) -> Diagnostic:
    message = f'"{PurePosixPath(path).name}" is a folder, and a file of that name is looked for'
    return finding("file-unreadable", Place(path), message, "give the folder another name")


def _unreadable_name(path: str) -> Diagnostic | None:
    """What is wrong with a name that is no text, as old programs leave them."""
    shown = path.encode("utf-8", "backslashreplace").decode()
    if shown == path:
        return None
    message = "the name of this file or of its folder is not written in UTF-8"
    return finding("file-unreadable", Place(shown), message, "give it another name")


def _misplaced(path: str) -> Diagnostic | None:
    name = PurePosixPath(path)
    if name.suffix.lower() == ".txt" and path.startswith("content/meetings/"):
        hint = f"give the file the name {MISNAMED.sub('', name.name)}{MARKDOWN}{ENDINGS_HIDDEN}"
        return finding("file-misplaced", Place(path), f'"{name.name}" is not read', hint)
    if name.suffix.lower() in FIRST_BYTES:
        return None  # an attachment; whether minutes name it is no concern here
    hint = ""
    if name.suffix in {".yaml", ".yml"}:
        hint = f"files that are read: {', '.join(SETTINGS_FILES)}, in content/ itself"
    elif name.suffix.lower() in {".markdown", ".mdown"} or name.suffix == ".MD":
        hint = "give the file a name that ends in .md"
    elif name.suffix.lower() in (*IMPORTED, *SAVED_FIRST):
        hint = how_to_import(path)
    return finding("file-misplaced", Place(path), f'"{name.name}" is not read', hint)


def _is_minutes_misnamed(root: Path, path: str) -> bool:
    """Whether a text under meetings/ begins as minutes do, and only its name keeps it unread."""
    name = PurePosixPath(path)
    if name.suffix.lower() != ".txt" or not path.startswith("content/meetings/"):
        return False
    if name.stem.lower().endswith(MARKDOWN):
        return True
    try:
        with (root / path).open("rb") as opened:
            return FENCE.match(opened.read(16)) is not None
    except OSError:
        return False


def _is_text(path: str) -> bool:
    suffix = PurePosixPath(path).suffix.lower()
    return suffix in FIRST_BYTES and suffix in (*IMPORTED, *SAVED_FIRST)


def how_to_import(path: str) -> str:
    """What to do with a Word file, a web page or text at `path` that is to become minutes."""
    saved = (
        "save it as a Word file (.docx), "
        if PurePosixPath(path).suffix.lower() in SAVED_FIRST
        else ""
    )
    return f'{saved}bring it in with `minutebook import "{path}"`, and then delete it here'
