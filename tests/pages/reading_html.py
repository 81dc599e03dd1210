"""Pages as a reader and a browser take them: words, links and places."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

BEFORE_POINT = re.compile(r" ([.,:;)])")  # where an element ends before the point
UNSEEN = {"script", "style", "head"}


@dataclass
class ReadPage:
    """What one page says and where it leads."""

    text: str = ""
    links: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)  # style and event attributes, inline scripts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = ReadPage()
        self._words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in UNSEEN:
            self._unseen += 1
        if tag == "style" or (tag == "script" and "src" not in named):
            self.page.inline.append(tag)
        for name, value in attrs:
            if name in {"href", "src", "action"} and value:
                self.page.links.append(value)
            elif name == "id" and value:
                self.page.places.append(value)
            elif name == "style" or name.startswith("on"):
                self.page.inline.append(f"{tag} {name}")
            elif name in {"aria-label", "content"} and value and tag != "meta":
                self._words.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def read(self) -> ReadPage:
        apart = " ".join(" ".join(self._words).split())
        self.page.text = BEFORE_POINT.sub(r"\1", apart).replace("( ", "(")
        return self.page


def read_page(html: str) -> ReadPage:
    """The words that a page shows, its links and the places that links can lead to."""
    reader = _Reader()
    reader.feed(html)
    return reader.read()
