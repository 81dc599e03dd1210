"""Styles, scripts, images and attachments: what the site has besides its pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rjsmin import jsmin

from site_gen.site.addresses import attachment_url
from site_gen.site.output import OutputFile
from site_gen.site.theme_folders import ThemeError

# Each list names the files that are joined, in the order in which they must stand. Scripts and
# styles are cut by when they are needed; the lists say when that is. A list may begin with what
# another one names, and leave out some of it, with a minus sign before each name.
JOINED = {
    "css/order.txt": "assets/site.css",
    "css/search.txt": "assets/search.css",
    "js/order.txt": "assets/site.js",
    "js/search.txt": "assets/search.js",
    "js/search_more.txt": "assets/search-more.js",
    "js/search_box.txt": "assets/search-box.js",
}
CUT = "---"  # in a list of scripts: the search page has what follows at its end
CUT_MARK = f"/*!{CUT}*/"
BLOCK_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
INDENT = re.compile(r"(?<=[{};,])\n\s*(?=\S)|^[ \t]+|(?<=\n)\n", re.MULTILINE)


def static_files(folders: tuple[Path, ...]) -> Iterator[OutputFile]:
    """Every static file once: styles and scripts joined into one each, the rest as it is.

    A file of an earlier folder wins over one of the same name in a later one. Raises
    ThemeError for a list that names a file that no folder has, and for text that is no UTF-8.
    """
    found = _by_name(folders)
    joined: set[str] = set()
    for order, target in JOINED.items():
        names = _listed(found, order) if order in found else {}
        folder = order.partition("/")[0]
        joined |= {order, *(name for name in found if name.startswith(f"{folder}/"))}
        parts = [_part(found, f"{folder}/{name}", line) for name, line in names.items()]
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


class _Line(NamedTuple):
    """Where a list names something."""

    file: Path
    number: int


def _listed(found: dict[str, Path], order: str, *, is_taken: bool = False) -> dict[str, _Line]:
    """The names in a list, each with its line. What another list takes takes none itself."""
    names: dict[str, _Line] = {}
    file, folder = found[order], order.partition("/")[0]
    for number, written in enumerate(_text(file).splitlines(), 1):
        name = written.strip()
        if name.endswith(".txt") and not name.startswith("#"):
            other = f"{folder}/{name}"
            if is_taken or other not in found or other == order:
                reason = f"static/{other} is no list that can be taken here"
                raise ThemeError(str(file), number, reason)
            names |= _listed(found, other, is_taken=True)
        elif name.startswith("-") and name != CUT:
            names.pop(name[1:], None)
        elif name and not name.startswith("#"):
            names[name] = _Line(file, number)
    return names


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


def _part(found: dict[str, Path], name: str, line: _Line) -> str:
    if name.endswith(f"/{CUT}"):
        return CUT_MARK
    if name not in found:
        raise ThemeError(str(line.file), line.number, f"static/{name} is not there")
    return _source(found[name])


def _source(file: Path) -> str:
    # Comments explain the code to those who read it here; a reader's phone need not fetch them.
    text = _text(file)
    if file.suffix == ".js":
        return str(jsmin(text))
    return INDENT.sub("", BLOCK_COMMENT.sub("", text))
