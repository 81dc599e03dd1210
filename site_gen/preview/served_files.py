"""The path of a request to a file of the site; nothing else on the disk can be reached."""

from pathlib import Path
from urllib.parse import unquote

from site_gen.text.values import dataclass

INDEX = "index.html"
NOT_FOUND = "404.html"
HTML = "text/html; charset=utf-8"
# Said here and not asked of the machine, whose own list may call a script plain text.
CONTENT_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}
UNKNOWN_TYPE = "application/octet-stream"
FIRST_PRINTABLE = " "


@dataclass(frozen=True, slots=True)
class Found:
    """A file to send, or a folder's address that lacks its slash."""

    file: Path
    is_folder: bool = False


def content_type(file: Path) -> str:
    """What to call the file to a browser."""
    return CONTENT_TYPES.get(file.suffix.lower(), UNKNOWN_TYPE)


def find_file(folder: Path, request_path: str, *, under: str = "/") -> Found | None:
    """The file below `folder` that the path of a request names; None when there is none.

    A folder is answered with its index.html. Links, hidden files and everything outside `folder`
    are not found. `under` is the path that the published site lies under ("/minutes/"): the same
    files are found below it, since 404.html links there.
    """
    try:
        path = unquote(request_path, errors="strict")
    except UnicodeDecodeError:
        return None
    found = _find(folder, path)
    if found is None and under != "/" and f"{path}/".startswith(under):
        return _find(folder, "/" + path.removeprefix(under.rstrip("/")).lstrip("/"))
    return found


def _find(folder: Path, path: str) -> Found | None:
    parts = path.removeprefix("/").split("/")
    wants_folder = parts[-1] == ""
    if wants_folder:
        parts[-1] = INDEX
    if not path.startswith("/") or not all(map(_is_plain, parts)):
        return None
    top = folder.resolve()
    wanted = top.joinpath(*parts)
    try:
        # Whatever is a link, or is a name in another spelling, resolves to another place.
        if wanted.resolve() != wanted:
            return None
        if wanted.is_dir():
            return Found(wanted, is_folder=True) if (wanted / INDEX).is_file() else None
        return Found(wanted) if wanted.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _is_plain(part: str) -> bool:
    """Whether a part of a path can only name what lies in its own folder, on every system."""
    if not part or part.startswith("."):
        return False
    return all(mark >= FIRST_PRINTABLE and mark not in '\\:*?"<>|' for mark in part)
