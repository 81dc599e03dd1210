"""Links in the docs lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.places import REPOSITORY

PAGES = [
    *sorted((REPOSITORY / "docs").rglob("*.md")),
    *(REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
]
SOURCE_SET = re.compile(r"(?:srcset|src)=\"([^\"]+)\"")
IS_ELSEWHERE = re.compile(r"[a-z]+:")
MARKDOWN = MarkdownIt()


def links_of(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    tokens = [child for token in MARKDOWN.parse(text) for child in [token, *(token.children or [])]]
    written = [
        str(token.attrs.get("href") or token.attrs.get("src"))
        for token in tokens
        if {"href", "src"} & token.attrs.keys()
    ]
    for token in tokens:
        if token.type in {"html_block", "html_inline"}:
            written += SOURCE_SET.findall(token.content)
    return [link for link in written if not IS_ELSEWHERE.match(link)]


def anchors_of(page: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    tokens = MARKDOWN.parse(page.read_text(encoding="utf-8"))
    titles = [
        tokens[number + 1].content
        for number, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(document: Path) -> None:
    broken = []
    for link in links_of(document):
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("document", PAGES, ids=lambda page: page.name)
def test_every_picture_says_what_it_shows(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    pictures = re.findall(r"<img [^>]*>", text)
    assert [one for one in pictures if not re.search(r'alt="[^"]{10,}"', one)] == []
    assert "![](" not in text
