"""Styles, scripts, images and attachments: what the site has besides its pages."""

import re
from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

from site_gen.site.addresses import attachment_url
from site_gen.site.output import OutputFile

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
    FileNotFoundError when a list names a file that no folder has.
    """
    found = _by_name(folders)
    joined: set[str] = set()
    for order, target in JOINED.items():
        names = [*_listed(found[order])] if order in found else []
        folder = order.partition("/")[0]
        joined |= {order, *(name for name in found if name.startswith(f"{folder}/"))}
        parts = [_source(found, f"{folder}/{name}", order) for name in names]
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
                found[file.relative_to(folder).as_posix()] = file
    return found


def _listed(order: Path) -> Iterator[str]:
    for line in order.read_text(encoding="utf-8").splitlines():
        if (name := line.strip()) and not name.startswith("#"):
            yield name


def _headed(order: str) -> Iterator[str]:
    if order.startswith("js/"):
        yield f"/*! Minutebook, MIT licence. To read it, see static/{order}. */"


def _source(found: dict[str, Path], name: str, order: str) -> str:
    if name not in found:
        raise FileNotFoundError(f"static/{name} is listed in {order}")
    # Comments explain the code to those who read it here; a reader's phone need not fetch them.
    text = found[name].read_text(encoding="utf-8")
    if name.endswith(".js"):
        return str(jsmin(text))
    return BLOCK_COMMENT.sub("", text)
