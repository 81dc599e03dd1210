"""Styles, scripts, images and attachments: what the site has besides its pages."""

import re
from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

from site_gen.site.addresses import attachment_url
from site_gen.site.output import OutputFile
from site_gen.site.theme_folders import ThemeError

# Each list names the files that are joined, in the order in which they must stand. Scripts are
# cut by when they are needed; the lists say when that is.
JOINED = {
    "css/order.txt": "assets/site.css",
    "js/order.txt": "assets/site.js",
    "js/search.txt": "assets/search.js",
    "js/search_more.txt": "assets/search-more.js",
    "js/search_box.txt": "assets/search-box.js",
}
BLOCK_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


def static_files(folders: tuple[Path, ...]) -> Iterator[OutputFile]:
    """Every static file once: styles and scripts joined into one each, the rest as it is.

    A file of an earlier folder wins over one of the same name in a later one. Raises
    ThemeError for a list that names a file that no folder has, and for text that is no UTF-8.
    """
    found = _by_name(folders)
    joined: set[str] = set()
    for order, target in JOINED.items():
        names = _listed(found[order]) if order in found else {}
        folder = order.partition("/")[0]
        joined |= {order, *(name for name in found if name.startswith(f"{folder}/"))}
        for name, line in names.items():
            if f"{folder}/{name}" not in found:
                raise ThemeError(str(found[order]), line, f"static/{folder}/{name} is not there")
        parts = [_source(found[f"{folder}/{name}"]) for name in names]
        yield OutputFile(target, "\n".join([*_headed(order), *parts, ""]).encode())
    for name, file in sorted(found.items()):
        if name not in joined:
            yield OutputFile(f"assets/{name}", file.read_bytes())


def attachment_file(root: Path, path: str) -> OutputFile:
    """The attachment at `path` within content/."""
    return OutputFile(attachment_url(path), (root / "content" / path).read_bytes())


def _by_name(folders: tuple[Path, ...]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                name = file.relative_to(folder).as_posix()
                _refuse_unreadable(name, file)
                found[name] = file
    return found


def _refuse_unreadable(name: str, file: Path) -> None:
    shown = name.encode("utf-8", "backslashreplace").decode()
    if shown != name:
        reason = "its name is not written in UTF-8, so it can have no address; give it another"
        raise ThemeError(
            str(file.parent / file.name.encode("utf-8", "backslashreplace").decode()), 1, reason
        )


def _listed(order: Path) -> dict[str, int]:
    """The names in a list, each with its line."""
    lines = enumerate(_text(order).splitlines(), 1)
    written = ((line.strip(), number) for number, line in lines)
    return {name: number for name, number in written if name and not name.startswith("#")}


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ThemeError(str(file), line, "it is not saved as UTF-8") from error


def _headed(order: str) -> Iterator[str]:
    if order.startswith("js/"):
        yield f"/*! Minutebook, MIT licence. To read it, see static/{order}. */"


def _source(file: Path) -> str:
    # Comments explain the code to those who read it here; a reader's phone need not fetch them.
    text = _text(file)
    if file.suffix == ".js":
        return str(jsmin(text))
    return BLOCK_COMMENT.sub("", text)
