"""Links from minutes to other files of the archive: gathered, checked, and led to pages."""

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from site_gen.content.archive_links import ARCHIVE
from site_gen.content.attachments import FIRST_BYTES
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.model.prose import Prose
from site_gen.site import addresses
from site_gen.text.places import Place
from site_gen.text.sources import Source
from site_gen.text.values import dataclass

ARCHIVE_HREF = re.compile(rf'<a href="{ARCHIVE}([^"#]*)(#[^"]*)?">')


@dataclass(frozen=True, slots=True)
class ContentLink:
    """A link that leads to another file of content/."""

    target: str  # path within content/
    fragment: str  # without "#"; empty for the whole file
    place: Place

    @property
    def is_attachment(self) -> bool:
        """Whether it leads to a file that is published as it is."""
        return PurePosixPath(self.target).suffix.lower() in FIRST_BYTES

    @property
    def is_of_file(self) -> bool:
        """Whether it leads to no minutes or page, but to a file of some other kind."""
        return PurePosixPath(self.target).suffix.lower() not in ("", ".md")


def find_content_links(prose: Iterable[Prose], source: Source) -> tuple[ContentLink, ...]:
    """Every such link in `prose`, placed where its address stands in `source`."""
    found: dict[tuple[str, str], ContentLink] = {}
    line = 1  # of the link before: most stand in the order of the file, and a search is short
    for piece in prose:
        if ARCHIVE not in piece.html:
            continue
        for match in ARCHIVE_HREF.finditer(piece.html):
            target = unquote(unescape(match[1]))
            fragment = unquote(unescape(match[2] or "#"))[1:]
            if (target, fragment) not in found:
                written = f"{PurePosixPath(target).name}{'#' if fragment else ''}{fragment}"
                place = source.place_after(written, line)
                line = max(line, place.line)
                found[target, fragment] = ContentLink(target, fragment, place)
    return tuple(found.values())


def finish_links(html: str, *, page: str, urls: Mapping[str, str]) -> str:
    """The page with its links into content/ led to the pages of the site.

    `urls` gives the address of each path within content/ that has one. A link to any other path
    loses its address and keeps its words: `check_links` has reported it.
    """
    if ARCHIVE not in html:
        return html

    def finished(match: re.Match[str]) -> str:
        url = urls.get(unquote(unescape(match[1])))
        if url is None:
            return "<a>"
        return f'<a href="{quote(addresses.relative_url(target=url, page=page))}{match[2] or ""}">'

    return ARCHIVE_HREF.sub(finished, html)


def check_links(
    links: Iterable[ContentLink],
    *,
    urls: Mapping[str, str],
    has_fragment: Callable[[str, str], bool],
) -> Iterable[Diagnostic]:
    """An error for each link to a page or answer that is not there; other files are not looked at.

    `has_fragment(path, fragment)` tells whether the page of that path has such an anchor.
    """
    for link in links:
        if link.is_of_file:
            continue
        name = PurePosixPath(link.target).name
        if link.target not in urls:
            message = f'there is no file "{link.target}" to link to'
            yield finding("link-to-nothing", link.place, message)
        elif link.fragment and not has_fragment(link.target, link.fragment):
            message = f'"{name}" has no answer, decision or heading "#{link.fragment}"'
            yield finding("link-to-nothing", link.place, message)
