"""The guides in docs/ as the site's help pages show them.

They are the project's own words, so all of CommonMark (0.31) and tables are read.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.output import OutputFile
from site_gen.site.theme_folders import guide_folder
from site_gen.text.values import dataclass

if TYPE_CHECKING:  # a build that makes no guide need not wait for it
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Comments, and pictures that only a README has room for.
LEFT_OUT = frozenset({"html_block", "html_inline"})


@dataclass(frozen=True, slots=True)
class GuideGroup:
    """Guides for one kind of people."""

    title: str
    names: tuple[str, ...]  # of files in docs/, without ".md"


# Guides for whoever changes Minutebook itself are no part of a site.
GROUPS = (
    GuideGroup("For everybody", ("finding-answers",)),
    GuideGroup(
        "For clerks",
        (
            "first-minutes",
            "how-minutebook-reads",
            "editing",
            "import",
            "reference/front-matter",
            "reference/codes",
        ),
    ),
    GuideGroup(
        "For whoever publishes the archive",
        ("publishing", "reference/settings", "reference/commands"),
    ),
    GuideGroup("For those who work with the data", ("open-data",)),
)
FOR_THE_PUBLIC = GROUPS[0].names
GUIDES = tuple(name for group in GROUPS for name in group.names)


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide; its HTML holds links that `guide_html` finishes."""

    name: str
    title: str
    tokens: "tuple[Token, ...]"


@cache
def read_guide(name: str) -> Guide:
    """The guide of that name. Raises KeyError for any other."""
    if name not in GUIDES:
        raise KeyError(name)
    tokens = _markdown().parse((guide_folder() / f"{name}.md").read_text(encoding="utf-8"))
    tokens = [token for token in tokens if token.type not in LEFT_OUT]
    title = tokens[1].content  # a guide begins with its title
    return Guide(name, title, tuple(_with_anchors(tokens[3:])))


def guide_html(guide: Guide, links: Links) -> str:
    """The guide without its title, its links led to the site's pages or taken away."""
    tokens = list(_finished(guide, links))
    html: str = _markdown().renderer.render(tokens, _markdown().options, {})
    # A wide table or a long line is moved through by keyboard too.
    focusable = html.replace("<pre>", '<pre tabindex="0">')
    return focusable.replace("<table>", '<table tabindex="0">')


def guide_pictures() -> Iterator[OutputFile]:
    """Every picture that a guide shows, once."""
    tokens = (token for name in GUIDES for token in read_guide(name).tokens)
    inner = (child for token in tokens for child in token.children or ())
    sources = {str(token.attrs["src"]) for token in inner if token.type == "image"}
    for source in sorted(sources):
        content = (guide_folder() / source).read_bytes()
        yield OutputFile(addresses.help_picture_url(source), content)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark").enable("table")


def _with_anchors(tokens: "list[Token]") -> "Iterator[Token]":
    """The same, each heading with the address that it has on GitHub too."""
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            words = re.sub(r"[^\w\- ]", "", tokens[number + 1].content.lower())
            token.attrSet("id", words.replace(" ", "-"))
        yield token


def _finished(guide: Guide, links: Links) -> "Iterator[Token]":
    for token in guide.tokens:
        if token.children is None:
            yield token
        else:
            yield token.copy(children=list(_finished_inline(token.children, guide, links)))


def _finished_inline(tokens: "list[Token]", guide: Guide, links: Links) -> "Iterator[Token]":
    is_dropped = False
    for token in tokens:
        if token.type in LEFT_OUT:
            continue
        if token.type == "image":
            picture = addresses.help_picture_url(str(token.attrs["src"]))
            yield token.copy(attrs={**token.attrs, "src": links.to(picture)})
        elif token.type == "link_open":
            href = _led(str(token.attrs["href"]), guide, links)
            is_dropped = not href
            if href:
                yield token.copy(attrs={"href": href})
        elif token.type != "link_close" or not is_dropped:
            yield token


def _led(href: str, guide: Guide, links: Links) -> str:
    """Where a link of a guide leads on the site; empty when nothing there is meant."""
    if "://" in href:
        return href
    path, _, anchor = href.partition("#")
    if not path:
        return href
    file = posixpath.normpath(posixpath.join(posixpath.dirname(guide.name), path))
    name = file.removesuffix(".md")
    if name not in GUIDES:
        return ""
    return links.to(addresses.help_url(name)) + (f"#{anchor}" if anchor else "")
