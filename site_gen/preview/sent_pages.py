"""A page of the site as the preview sends it: with its script, and a policy that lets it work.

Only what is sent is changed. The files in the output folder stay as they are.
"""

import re
from hashlib import blake2b
from html import escape
from html.parser import HTMLParser

from site_gen.text.values import dataclass

ROUTES = "/__preview__/"
CLIENT = f"{ROUTES}preview.js"
# All that lies between the first tag and the last: minutes cannot write either.
CONTENT = re.compile(r"(?<=<main\b)([^>]*>).*(?=</main>)", re.DOTALL)
# What nobody sees of a page but its title, which the preview's script brings up to date.
ABOUT = re.compile(r"<title>[^<]*</title>|<meta name=\"description\"[^>]*>")
# What the preview's script must be allowed: itself, its style sheet, its news.
NEEDED = ("script-src", "style-src", "connect-src")
SELF, NONE = "'self'", "'none'"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a page."""

    start: int
    end: int
    attributes: tuple[tuple[str, str | None], ...]


def prepare_page(page: bytes, *, stamp: str, frame: str = "") -> bytes:
    """The page with the preview's script at the top of its head, and each policy widened for it.

    The script is given `stamp`, by which it knows when there is another page at its address, and
    `frame`, by which it knows that only the content is another; see `page_frame`.
    """
    text = page.decode("utf-8", errors="surrogateescape")
    head, policies = _read_head(text)
    for tag in reversed(policies):
        text = text[: tag.start] + _widened(tag) + text[tag.end :]
    given = f'data-stamp="{escape(stamp)}"' + (f' data-frame="{escape(frame)}"' if frame else "")
    script = f'<script src="{CLIENT}" {given} defer></script>'
    return (text[:head] + script + text[head:]).encode("utf-8", errors="surrogateescape")


def page_frame(page: bytes) -> str:
    """A digest of all but what lies within the page's `main`, its title and its description.

    Between two pages of one frame an open page need only change its content. Empty for a page that
    has to be loaded: one without `main`, or with scripts besides the one that every page has.
    """
    text = page.decode("utf-8", errors="surrogateescape")
    around, found = CONTENT.subn(r"\1", ABOUT.sub("", text), count=1)
    if not found or around.count("<script") != text.count("<script") or around.count("<script") > 1:
        return ""
    return blake2b(around.encode("utf-8", errors="surrogateescape"), digest_size=8).hexdigest()


def widen_policy(policy: str) -> str:
    """A Content-Security-Policy that also lets the site's own script, style and requests pass."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    for needed in NEEDED:
        if needed not in directives and "default-src" in directives:
            directives[needed] = directives["default-src"]
        for name in {needed, f"{needed}-elem"} & directives.keys():
            sources = [one for one in directives[name] if one.lower() not in {SELF, NONE}]
            directives[name] = [*sources, SELF]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _read_head(text: str) -> tuple[int, list[Tag]]:
    """Where the script goes, and the policies in the head."""
    reader = _HeadReader(text)
    try:
        reader.feed(text)
        reader.close()
    except _HeadEndsError:
        pass
    if reader.top is not None:
        return reader.top, reader.policies
    first = reader.policies[0].start if reader.policies else reader.end
    return first, reader.policies


def _widened(tag: Tag) -> str:
    attributes = {name: value or "" for name, value in tag.attributes}
    attributes["content"] = widen_policy(attributes.get("content", ""))
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<meta {written}>"


class _HeadEndsError(Exception):
    """What matters has been read."""


class _HeadReader(HTMLParser):
    """Finds the end of `<head>` and every policy given as a meta element in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.top: int | None = None  # behind `<head>`
        self.end = len(text)  # where the head is over
        self.policies: list[Tag] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._position()
        if tag == "body":
            self._end_at(start)
        end = start + len(self.get_starttag_text() or "")
        if tag == "head" and self.top is None:
            self.top = end
        kind = dict(attrs).get("http-equiv") or ""
        if tag == "meta" and kind.strip().lower() == "content-security-policy":
            self.policies.append(Tag(start, end, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            self._end_at(self._position())

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _end_at(self, position: int) -> None:
        self.end = position
        raise _HeadEndsError
