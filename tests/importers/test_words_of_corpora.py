"""No word is lost, added or moved: every file of the corpora against an independent extraction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.content.block import Block, BlockKind
from site_gen.content.blocks import parse_blocks
from site_gen.content.front_matter import split_front_matter
from site_gen.content.inline import parse_inline
from site_gen.importers.import_document import import_document
from site_gen.importers.options import ImportOptions
from site_gen.text.sources import Source
from tests.importers.independent_words import letters, words_of_council_page, words_of_word
from tests.places import CORPORA

# A number or bullet that the importer may have marked up, at the start of a heading or entry.
MARK = re.compile(r"(?:\(?\w{1,8}[.)]|-|\[\w{1,4}\])\s")
CITED = re.compile(r"\[(?:\d{1,2}|[ivx]{1,5})\]")  # where a footnote is cited
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
LOCAL_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?!<?(?:https?|mailto|tel):)<?[^>)\n]*>?\)")
ANYTHING = ImportOptions(body="corpus", is_minutes=True)
EVERY = 17  # files of a large corpus in the everyday run; the long run takes them all

WORD = sorted((CORPORA / "docx").rglob("*.docx"))
PAGES = sorted((CORPORA / "moderngov").glob("*.html"))
MARKDOWN = sorted(
    path
    for name in ("limerick", "stokeferry", "london-on", "nodejs-tsc", "hostile")
    for path in (CORPORA / name).rglob("*.md")
)
TEXT = sorted((CORPORA / "hostile").rglob("*.txt"))

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not here")


def named(path: Path) -> str:
    return str(path.relative_to(CORPORA))


def imported_body(path: Path, content: bytes) -> str | None:
    """The body of the imported minutes; None for what is refused."""
    name = f"2024-01-02 {path.stem}{path.suffix}"
    result = import_document(name, content, options=ANYTHING)
    if result.meeting is None:
        assert result.refusal is not None
        assert result.refusal.message
        return None
    source = Source("content/meetings/corpus/2024-01-02.md", result.meeting.markdown)
    front = split_front_matter(source)
    assert front.value is not None
    assert front.diagnostics == ()
    return "\n".join(source.lines[front.value.body_line - 1 :])


def shown(body: str) -> Iterator[tuple[str, bool]]:
    """The words that readers see, each with whether it may be a number or bullet marked up."""
    body = CITED.sub("", PICTURE.sub("", body))
    yield from _words(parse_blocks(Source("content/x.md", body)).value)


def _words(blocks: tuple[Block, ...]) -> Iterator[tuple[str, bool]]:
    for block in blocks:
        if block.kind is BlockKind.ENTRY:
            yield block.marker, True
        if block.children:
            yield from _words(block.children)
        elif block.kind is BlockKind.TABLE:
            yield from ((parse_inline(cell).text, False) for row in block.rows for cell in row)
        else:
            mark = MARK.match(block.text) if block.kind is BlockKind.HEADING else None
            yield (mark[0], True) if mark else ("", False)
            yield block.text[mark.end() if mark else 0 :], False


def assert_same_words(source: str, body: str) -> None:
    """All words in order; a number or bullet may stand in the result alone."""
    at = 0
    for words, may_be_extra in shown(body):
        wanted = letters(words)
        if source.startswith(wanted, at):
            at += len(wanted)
        elif not may_be_extra:
            near = source[at : at + 60]
            pytest.fail(f"the result has {wanted[:60]!r} where the source has {near!r}")
    assert source[at:] == ""


@needs_corpora
@pytest.mark.parametrize("path", WORD, ids=named)
def test_word_files_keep_every_word(path: Path) -> None:
    content = path.read_bytes()
    body = imported_body(path, content)
    if body is None:
        assert words_of_word(content) == ""
    else:
        assert_same_words(words_of_word(content), body)


@needs_corpora
@pytest.mark.parametrize("path", PAGES, ids=named)
def test_council_pages_keep_every_word(path: Path) -> None:
    body = imported_body(path, path.read_bytes())
    if body is not None:
        assert_same_words(words_of_council_page(path.read_text(encoding="utf-8")), body)


def without_gaps(text: str) -> list[str]:
    return [line for line in text.strip().split("\n") if line.strip()]


def markdown_keeps_every_word(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig", "replace")
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    body = imported_body(path, path.read_bytes())
    if body is None:
        return
    lines = text.split("\n")
    ends = [at for at, line in enumerate(lines) if line.rstrip() == "---"][:2]
    without = "\n".join(lines[ends[1] + 1 :]) if len(ends) == 2 and ends[0] == 0 else text
    if "•" in body:  # it may stand for a bullet that came out of a PDF as a control character
        body, without = (letters(each).replace("•", "") for each in (body, without))
    if body.strip() not in (without.strip(), text.strip()):
        # A link to another file of where it came from loses its address, and nothing else.
        # Blank lines go where a sentence broke off, and nothing else.
        assert without_gaps(LOCAL_LINK.sub(r"\1", without)) == without_gaps(body)


@needs_corpora
@pytest.mark.parametrize("path", MARKDOWN[::EVERY], ids=named)
def test_markdown_keeps_every_letter(path: Path) -> None:
    markdown_keeps_every_word(path)


@needs_corpora
@pytest.mark.long
def test_all_markdown_keeps_every_letter() -> None:
    for path in MARKDOWN:
        markdown_keeps_every_word(path)


@needs_corpora
@pytest.mark.parametrize("path", TEXT, ids=named)
def test_plain_text_keeps_every_word(path: Path) -> None:
    """Naughty strings among them: whatever they look like, they are words."""
    body = imported_body(path, path.read_bytes())
    assert body is not None
    source = path.read_bytes().decode("utf-8-sig")
    assert_same_words(letters(CONTROL.sub("", source)), body)


@needs_corpora
@pytest.mark.parametrize("path", MARKDOWN[::EVERY], ids=named)
def test_the_same_minutes_as_plain_text_keep_every_word(path: Path) -> None:
    """Text that is full of marks must not be read as marks when it is no Markdown."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    result = import_document("2024-01-02 minutes.txt", text.encode(), options=ANYTHING)
    assert result.meeting is not None
    body = result.meeting.markdown.split("\n---\n", 1)[1]
    assert_same_words(letters(CONTROL.sub("", text)), body)
