"""A few pages of a built site that stand for all of them."""

from __future__ import annotations

import re
from pathlib import Path

YEAR = re.compile(r"\b(?:year-)?\d{4}(?:-\d{2})?$")


def choose_pages(site: Path) -> list[Path]:
    """The shortest and the longest page of every kind, as the address tells the kind.

    The page for wrong addresses is left out: its links begin at the site's own root, so it has
    tests of its own at a served address.
    """
    kinds: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        if page.name != "404.html":
            kinds.setdefault(kind_of(page.relative_to(site)), []).append(page)
    ends = [
        end for pages in kinds.values() for end in (min(pages, key=_size), max(pages, key=_size))
    ]
    return list(dict.fromkeys(ends))


def kind_of(page: Path) -> str:
    """ "meetings/one" for a page of one meeting, "meetings/year" for a year's list, and so on."""
    folder, name = page.parent.as_posix(), page.stem
    if folder == "." or name == "index":
        return f"{folder}/{name}"
    if folder != "meetings" or name.startswith("year-"):
        # A meeting's own name ends in its date, and is no list of a year.
        return f"{folder}/year" if YEAR.search(name) else f"{folder}/one"
    return f"{folder}/one"


def _size(page: Path) -> int:
    return page.stat().st_size
