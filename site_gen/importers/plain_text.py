"""Plain text, as copied from a PDF or an e-mail, to Markdown with the same words.

Lines stay as they are broken, but those of one sentence that stand apart become one paragraph; page
numbers stay words. Only what Markdown would take for a mark is escaped, and a page break (form
feed) becomes a line "---".
"""

import re
from collections.abc import Iterator

from site_gen.content.list_markers import find_marker
from site_gen.importers.broken_lines import join_broken_lines
from site_gen.importers.findings import Confidence, Finding, guessed, look
from site_gen.importers.inline_markdown import escaped, without_control
from site_gen.importers.sniffing import decode_text
from site_gen.importers.source_text import SourceText

BLANK_LINES = re.compile(r"\n(?:[ \t\u00a0\u200b]*\n)+")
PAGE_BREAK = "---"
ITEM = re.compile(
    r"(?P<number>\d{1,3})(?:[.)]|\.\s?\))?(?:\u00a0|[ \t])+(?P<title>\S[^\n]{1,100})\Z"
)
SENTENCE_END = re.compile(r"[.;,:?!]\s*\Z")
FEWEST_ITEMS = 3


def read_plain_text(content: bytes) -> SourceText:
    """The text of a file as Markdown. Raises RefusedError for what is no text."""
    text, encoding = decode_text(content)
    findings: list[Finding] = []
    if encoding == "Windows-1252":
        message = "the file is not UTF-8; it was read as Windows-1252. Check accents and £ signs"
        findings.append(look("encoding", message))
    text, joined = join_broken_lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    findings += joined
    paragraphs = list(_paragraphs(text))
    items = _items(paragraphs)
    if items:
        message = f"{len(items)} headings of items, told by short numbered lines"
        findings.append(guessed("headings", message, Confidence.MEDIUM))
    written = [
        f"## {' '.join(escaped(part).split())}" if at in items else _written(part)
        for at, part in enumerate(paragraphs)
    ]
    markdown = "\n\n".join(written) + "\n"
    return SourceText("plain text", markdown=markdown, findings=tuple(findings))


def _paragraphs(text: str) -> Iterator[str]:
    """Runs of lines between blank lines; a page break is one of its own."""
    text = text.replace("\f", f"\n\n\f{PAGE_BREAK}\n\n")
    for part in BLANK_LINES.split(text):
        if part == f"\f{PAGE_BREAK}":
            yield part
            continue
        lines = (line.replace("\t", " ").strip() for line in without_control(part).split("\n"))
        if words := "\n".join(filter(None, lines)):
            yield words


def _written(paragraph: str) -> str:
    if paragraph.startswith("\f"):
        return PAGE_BREAK
    return escaped(paragraph)


def _items(paragraphs: list[str]) -> frozenset[int]:
    """Where short numbered lines stand alone and count up through the whole text.

    Questions and resolutions are numbered too; they are sentences, and those are not taken.
    """
    found: list[int] = []
    last = 0
    for at, paragraph in enumerate(paragraphs):
        match = ITEM.match(paragraph)
        if match is None or SENTENCE_END.search(match["title"]) is not None:
            continue
        number = int(match["number"])
        is_next = number == last + 1 if found else number < 500
        is_alone = at + 1 < len(paragraphs) and find_marker(paragraphs[at + 1]) is None
        if is_next and is_alone and match["title"][:1].isupper():
            found.append(at)
            last = number
    return frozenset(found) if len(found) >= FEWEST_ITEMS else frozenset()
