"""A stamp for what stands at an address, which changes when that does."""

from pathlib import Path

from site_gen.preview.served_files import NOT_FOUND, find_file
from site_gen.site.addresses import SEARCH

ASSETS = ("assets/site.css", "assets/site.js", "assets/search.js", "assets/search-box.js")
MISSING = "missing"  # a stamp that begins so is of the page that says so


def page_stamp(folder: Path, path: str, *, under: str, edition: str) -> str:
    """Of the page at the path of a request: of its own file, and of the style and script it uses.

    Another page at the address gives another stamp, and so does none. The search page shows what
    stands in other files, so any change to the site changes its stamp.
    """
    found = find_file(folder, path, under=under)
    shown = found.file if found is not None else folder / NOT_FOUND
    parts = [asset_stamps(folder)]
    if shown.name == SEARCH:
        parts.append(edition)
    kind = "page" if found is not None else MISSING
    return ".".join([kind, _stamp(shown), *parts])


def asset_stamps(folder: Path) -> str:
    """Of the styles and scripts that pages use."""
    return ".".join(_stamp(folder / name) for name in ASSETS)


def _stamp(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return "0"
    return f"{found.st_ino:x}-{found.st_size:x}-{found.st_mtime_ns:x}"
