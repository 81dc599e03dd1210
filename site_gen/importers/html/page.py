"""A saved web page: its bytes to a tree, and where it came from."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_gen.importers.sniffing import decode_text

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
UTF_16 = frozenset({"utf-16", "utf-16le", "utf-16be", "unicode"})
# What browsers leave in a page that they save.
SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<address>https?://\S+?)\s*-->"
    r"|<!--[^>]{0,200}?\burl:\s*(?P<single>https?://\S+)",
    re.IGNORECASE,
)
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

    Raises RefusedError for what is no text.
    """
    text = _decoded(content)
    tree = LexborHTMLParser(text)
    return Page(tree, _web_address(address) or _own_address(tree, text))


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
