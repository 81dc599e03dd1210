"""The words of Word files and pages, extracted without the importer: no code of it is used here."""

from __future__ import annotations

import html.parser
import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

LOCAL = re.compile(r"\{[^}]*\}")
GONE = {"del", "moveFrom", "Fallback", "instrText", "delText"}
FURNITURE = {"mgHelpLine", "mgFooter", "mgActionList", "mgHide"}
SILENT = {"script", "style", "input", "button", "select"}
VOID = {"br", "img", "input", "link", "meta", "hr", "base", "source", "area", "col", "wbr"}


def letters(text: str) -> str:
    """The text without white space and without characters that a page shows as unknown."""
    unseen = "\u00ad\u200b\u2060\ufeff"  # a page shows none of these
    return re.sub(f"[\ue000-\uf8ff\ufffd{unseen}]", "", "".join(text.split()))


def words_of_word(content: bytes) -> str:
    """Every letter of the text of a Word file, its notes behind it; computed numbers are not."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"]
        roots = [
            ET.fromstring(archive.read(part).removeprefix(b"\xef\xbb\xbf"))
            for part in parts
            if part in archive.namelist()
        ]
    return letters("".join(text for root in roots for text in _texts(root)))


def _texts(element: ET.Element) -> Iterator[str]:
    tag = LOCAL.sub("", element.tag)
    if tag in GONE:
        return
    if tag == "t":
        yield element.text or ""
    elif tag == "noBreakHyphen":
        yield "\u2011"
    elif tag == "softHyphen":
        yield "\u00ad"
    for child in element:
        yield from _texts(child)


def words_of_council_page(content: str) -> str:
    """Every letter that a ModernGov page shows of a meeting, without the software's own words."""
    reader = _PageReader()
    reader.feed(content)
    return letters("".join(reader.titles) + "".join(reader.documents) + "".join(reader.words))


class _PageReader(html.parser.HTMLParser):
    """Takes titles, documents and content apart by the classes of the elements they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.documents: list[str] = []
        self.words: list[str] = []
        self._open: list[tuple[str, frozenset[str], bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        attributes = dict(attrs)
        classes = frozenset((attributes.get("class") or "").split())
        leads_to_map = "mgLocationDetails" in (attributes.get("href") or "")
        self._open.append((tag, classes, leads_to_map))
        if tag == "li" and "mgLinks" in self._classes():
            self.documents.append("\n")  # kept only when a size of a file follows

    def handle_endtag(self, tag: str) -> None:
        if tag in (name for name, _, _ in self._open):
            while self._open and self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if any(tag in SILENT or is_map for tag, _, is_map in self._open):
            return
        classes = self._classes()
        if "mgSubTitleTxt" in classes:
            self.titles.append(data)
        elif "mgLinks" in classes:
            self._take_document(data, classes)
        elif "mgContent" in classes and not classes & FURNITURE and not self._is_label(data):
            self.words.append(data)

    def _take_document(self, data: str, classes: set[str]) -> None:
        if "mgFileSize" in classes and self._pending:
            self.documents[-1] += self._pending
            self._pending = ""
        if "mgFileSize" in classes:
            self.documents[-1] += data
        else:
            self._pending = data if data.strip() else self._pending

    _pending = ""

    def _is_label(self, data: str) -> bool:
        return "mgSectionTitle" in self._classes() and data.strip() in ("Items", "Media")

    def _classes(self) -> set[str]:
        return {name for _, classes, _ in self._open for name in classes}
