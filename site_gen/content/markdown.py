"""The one Markdown set-up: the few rules that minutes need, and nothing that could do harm."""

from functools import cache

from markdown_it import MarkdownIt

BLOCK_RULES = ("table", "fence", "blockquote", "hr", "list", "heading")
INLINE_RULES = (
    "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "entity",
)  # fmt: skip
SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")
MAX_NESTING = 40  # quotations in lists in quotations ...; no minutes go deeper


@cache
def markdown() -> MarkdownIt:
    """The parser, one for each process.

    Raw HTML is text. A row of hyphens under a sentence is a page break and no heading, an
    indented line is no code, and "[a]: b" is no hidden definition, so that no word is lost.
    """
    parser = MarkdownIt("zero", {"maxNesting": MAX_NESTING})
    parser.enable([*BLOCK_RULES, *INLINE_RULES])
    # Every link is taken; what may not be followed loses its address where marks are made.
    parser.validateLink = lambda _address: True  # type: ignore[method-assign,assignment]
    # "%22" in an address stays as it was typed.
    parser.normalizeLinkText = lambda written: written  # type: ignore[method-assign,assignment]
    return parser


def is_safe_link(address: str) -> bool:
    """True for http(s), mailto and tel, and for what may lie in the archive."""
    written = address.strip().lower()
    if written.startswith(SAFE_SCHEMES):
        return True
    scheme = written.split("/", 1)[0].split("#", 1)[0].split("?", 1)[0]
    return not (written.startswith(("/", "\\")) or ":" in scheme)
