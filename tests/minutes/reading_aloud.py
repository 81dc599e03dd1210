"""What a meeting says from top to bottom, to hold it against its source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage, Prose, Withheld
from site_gen.model.records import Decision, Record

WORD = re.compile(r"[^\W_]+")
# Words of a heading that its numbers say: "Item 7", "(minute 42)".
SAID_BY_NUMBERS = {"item", "agenda", "minute", "no", "number"}


def words_of_source(body: str) -> list[str]:
    """The words that a reader sees in Markdown, the marks of lists and links left out."""
    shown = re.sub(r"<!--.*?-->", " ", body, flags=re.DOTALL)
    shown = re.sub(r"(?m)^[\s>]*\[!\w+\][-+]?", " ", shown)
    shown = re.sub(r"(?m)^([ \t>*_-]*)[oqvüØÜ](?=[ ]*[\u00a0\t]|  )", r"\1", shown)
    shown = re.sub(r"\]\(\s*<[^<>\n]*>[^()\n]*\)", "] ", shown)
    shown = re.sub(
        r"\]\((?!\s*\))\s*[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)", "] ", shown
    )
    shown = html.unescape(shown)
    shown = re.sub(r"(?m)^[ \t>]*(?:```|~~~).*$", " ", shown)
    shown = shown.replace("\\_", "_")
    return WORD.findall(re.sub(r"[\\*]|(?<!\w)_|_(?!\w)", "", shown))


def words_of_meeting(meeting: Meeting) -> list[str]:
    """The words of a meeting in the order shown."""
    words = [word for part in meeting.preamble for word in _part(part)]
    for item in meeting.items:
        words += [*_title(item), *(word for part in item.flow for word in _part(part))]
    return words


def _title(item: AgendaItem) -> Iterator[str]:
    if item.number is None:
        yield from WORD.findall(item.minute or "")
    yield from WORD.findall(item.number or "")
    yield from WORD.findall(item.title)
    if item.number is not None:
        yield from WORD.findall(item.minute or "")


def _part(part: Passage | Record | Decision | Withheld) -> Iterator[str]:
    if isinstance(part, Decision):
        for inner in part.flow:
            yield from _part(inner)
    elif isinstance(part, Record):
        if part.lead is not None:
            yield from _prose(part.lead)
        if part.number is not None and not _says(part.lead, part.number):
            yield from WORD.findall(part.number)
        yield from _prose(part.prose)
    elif isinstance(part, Passage):
        yield from _prose(part.prose)


def _says(lead: Prose | None, number: str) -> bool:
    return lead is not None and number in WORD.findall(lead.text)


def _prose(prose: Prose) -> list[str]:
    reader = _Words()
    reader.feed(prose.html)
    reader.close()
    return reader.words


class _Words(HTMLParser):
    """Words of HTML, with the numbers that a browser puts before the entries of a list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._text: list[str] = []
        self._counts: list[int | None] = []

    @property
    def words(self) -> list[str]:
        return WORD.findall("".join(self._text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("ol", "ul"):
            is_counted = tag == "ol" and "class" not in values
            self._counts.append(int(values.get("start") or 1) if is_counted else None)
        elif tag == "li" and self._counts[-1] is not None:
            self._text.append(f" {self._counts[-1]} ")
            self._counts[-1] += 1
        if tag not in ("em", "strong", "a", "code", "span"):
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._counts.pop()
        if tag not in ("em", "strong", "a", "code", "span"):
            self._text.append(" ")

    def handle_data(self, data: str) -> None:
        self._text.append(data)
