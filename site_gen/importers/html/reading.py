"""A saved web page to pieces: a council's page, or any page whose main text is minutes."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from site_gen.importers.findings import Finding, RefusalReason, RefusedError, left_out, look
from site_gen.importers.html.moderngov import (
    FILE_SIZE,
    is_furniture,
    is_moderngov,
    read_moderngov,
)
from site_gen.importers.html.page import Page, open_page
from site_gen.importers.html.walk import Walk
from site_gen.importers.pictures import PictureBook
from site_gen.importers.pieces import Piece, paragraphs_of
from site_gen.importers.source_text import SourceFacts, SourceText

MAIN = ("main", '[role="main"]', "article", "#content", "#main-content", "#main")
FEWEST_LETTERS = 200  # of a main part; below that the whole page is read
AROUND = frozenset({"nav", "footer", "aside"})
AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|cookies?|cookie-banner|sidebar|skip"
    r"(?:-?link|-?to)?|share|social|site-?(?:header|footer)|page-?(?:header|footer)|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
MOSTLY_LINKS = 0.7
MANY_LINKS = 10


def read_html(
    content: bytes,
    pictures: PictureBook,
    *,
    address: str = "",
    read_beside: Callable[[str], bytes | None] = lambda _: None,
) -> SourceText:
    """The main text of a page. `address` is where it lay on the web, if the page does not say.

    Scripts, forms, navigation and pictures kept elsewhere are left out. Raises RefusedError for
    pages without minutes and for what is no page.
    """
    page = open_page(content, address)
    if is_moderngov(page):
        walk = Walk(page, pictures, read_beside, is_furniture, unlinked=FILE_SIZE)
        council = read_moderngov(page, walk)
        findings = (*council.findings, *_findings(walk))
        return SourceText(
            "page of ModernGov", council.pieces, facts=council.facts, findings=findings
        )
    walk = Walk(page, pictures, read_beside, _is_around)
    pieces = tuple(_main_pieces(page, walk))
    _refuse_listing(page, pieces, walk)
    facts = SourceFacts(source=page.address, origin="the page")
    return SourceText("web page", pieces, facts=facts, findings=tuple(_findings(walk)))


def _main_pieces(page: Page, walk: Walk) -> Iterator[Piece]:
    main = _main(page)
    if main is not None:
        yield from walk.pieces(main)


def _main(page: Page) -> LexborNode | None:
    """The element that holds the page's own text."""
    for selector in MAIN:
        found = page.tree.css(selector)
        if found:
            best = max(found, key=lambda node: len(node.text()))
            if len("".join(best.text().split())) >= FEWEST_LETTERS:
                return best
    return page.body


def _is_around(node: LexborNode) -> bool:
    """Navigation and other things that stand around the text of a page."""
    if node.tag in AROUND:
        return True
    attributes = node.attributes or {}
    if (attributes.get("role") or "").lower() in AROUND_ROLES:
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if AROUND_NAMES.search(names) is None:
        return False
    return node.tag in ("div", "ul", "section", "header", "p", "a", "span", "form")


def _refuse_listing(page: Page, pieces: tuple[Piece, ...], walk: Walk) -> None:
    words = sum(len(part.text) for part in paragraphs_of(pieces))
    if not words:
        message = "this page holds no text of its own"
        raise RefusedError(RefusalReason.EMPTY, message)
    links = walk.counts["links"]
    if links >= MANY_LINKS and walk.counts["linked letters"] > words * MOSTLY_LINKS:
        message = f'this page, "{page.title}", is a list of {links} links: it holds no minutes'
        raise RefusedError(RefusalReason.LISTING, message)


def _findings(walk: Walk) -> Iterator[Finding]:
    counts = walk.counts
    if count := counts["relative"]:
        yield look(
            "links",
            f"{count} {'link leads' if count == 1 else 'links lead'} to other files of the "
            "website, and the page does not say where it lay; the words are kept, the links are "
            "not. Import again with --source and the page's address to keep them",
        )
    if counts["furniture"]:
        yield left_out("furniture", "menus and other things that stand around the text of the page")
    if counts["pictures elsewhere"]:
        yield left_out("pictures", "pictures that are kept on a web server")
    if counts["hidden"]:
        yield left_out("hidden text", "parts that the page hides")
    if counts["struck"]:
        message = "some words are struck out on the page; they stand here as plain words"
        yield look("struck out", message)
