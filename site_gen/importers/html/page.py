"""A saved web page: its bytes to a tree, and where it came from."""

import re
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_gen.importers.findings import RefusalReason, RefusedError
from site_gen.importers.sniffing import decode_text
from site_gen.text.values import dataclass

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
UTF_16 = frozenset({"utf-16", "utf-16le", "utf-16be", "unicode"})
# What browsers leave in a page that they save.
SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<address>https?://\S+?)\s*-->"
    r"|<!--[^>]{0,200}?\burl:\s*(?P<single>https?://\S+)",
    re.IGNORECASE,
)
# Elements whose end has to be written.
NESTING_TAG = re.compile(
    r"<(?P<end>/?)(?:div|span|font|b|i|u|em|strong|small|a|center|section|article|main|aside|nav"
    r"|blockquote|ul|ol|dl|table|svg|g|math|pre|form|fieldset|object|template)(?=[\s>/])",
    re.IGNORECASE,
)
DEEPEST = 5_000  # such elements open at once; browsers stop at some five hundred
HEAD = 20_000  # characters in which such a mark stands
PLAIN_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page."""

    tree: LexborHTMLParser
    address: str  # where it lay on the web; "" when nothing says so

    @property
    def body(self) -> LexborNode | None:
        """Its body element."""
        return self.tree.body

    @property
    def title(self) -> str:
        """What the browser's tab says."""
        found = self.tree.css_first("title")
        return "" if found is None else " ".join(found.text().split())

    def absolute(self, href: str) -> str:
        """The whole address of a link; "" when it cannot be known."""
        try:
            whole = urljoin(self.address, href) if self.address else href
            parts = urlsplit(whole)
        except ValueError:
            return ""
        if parts.scheme in ("mailto", "tel"):
            return whole
        return whole if parts.scheme in PLAIN_SCHEMES and parts.netloc else ""


def open_page(content: bytes, address: str = "") -> Page:
    """The page in `content`. `address` wins over what the page says of itself.

    Raises RefusedError for what is no text, and for elements nested deeper than any page has them:
    parsing takes time that grows with the square of the depth (HTML, 13.2.4.2, "in scope").
    """
    text = _decoded(content)
    if _is_too_deep(text):
        message = "this page is nested deeper than any page is; it is unsafe"
        raise RefusedError(RefusalReason.UNSAFE, message)
    tree = LexborHTMLParser(text)
    return Page(tree, _web_address(address) or _own_address(tree, text))


def _is_too_deep(text: str) -> bool:
    """Whether more elements are open at once than any page has; those that close alone aside."""
    depth = 0
    for match in NESTING_TAG.finditer(text):
        depth = max(0, depth - 1) if match["end"] else depth + 1
        if depth > DEEPEST:
            return True
    return False


def _decoded(content: bytes) -> str:
    declared = CHARSET.search(content[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name and name not in UTF_16 and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_text(content)[0]


def _own_address(tree: LexborHTMLParser, text: str) -> str:
    saved = SAVED_FROM.search(text[:HEAD])
    if saved is not None:
        return _web_address(saved["address"] or saved["single"])
    for selector, attribute in (
        ("base[href]", "href"),
        ('link[rel="canonical"]', "href"),
        ('meta[property="og:url"]', "content"),
    ):
        found = tree.css_first(selector)
        if found is not None and (address := _web_address(found.attributes.get(attribute) or "")):
            return address
    return ""


def _web_address(written: str) -> str:
    try:
        parts = urlsplit(written.strip())
    except ValueError:
        return ""
    return written.strip() if parts.scheme in PLAIN_SCHEMES and parts.netloc else ""
