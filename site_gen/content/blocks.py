"""Markdown to a tree of blocks.

Most of minutes is plain paragraphs, which need no parser to be found: they are cut out at empty
lines, as the parser would, and only what may be more than that is handed to markdown-it-py. A
test holds that both ways agree.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

from site_gen.content.block import Block, BlockKind
from site_gen.content.inline import NOTHING, Inline, parse_inline
from site_gen.content.list_markers import GLYPHS
from site_gen.content.markdown import MAX_NESTING, markdown
from site_gen.content.typed_lists import with_typed_lists
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.text.sources import Source
from site_gen.text.values import replace

# A line that may open something other than a paragraph, but for a table.
OPENER = re.compile(
    r"[ \t]*(?:[#>|:]|[-+*](?:[ \t]|\Z)|(?:[-*_][ \t]*){3}|\d{1,9}[.)](?:[ \t]|\Z))"
)
# What may not stand in HTML at all (WHATWG HTML, "control character reference"), and letters of
# private use (W3C Character Model, C073), but for the bullets of Word that become lists.
NEVER_IN_HTML = re.compile(
    f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|(?![{GLYPHS}])[\ue000-\uf8ff]"
)
FINE_BYTES = bytes(
    byte for byte in range(256) if (byte >= 0x20 and byte != 0x7F) or byte in b"\t\n\f"
)
# UTF-8 of what is no character, or a control, begins so, and so do a few letters.
LEADS = tuple(
    (one[:1], re.compile(one))
    for one in (b"\xed", b"\xee", b"\xef[\x80-\xa3\xb7\xbf]", b"\xc2[\x80-\x9f]")
)
PLAIN_HEADING = re.compile(r"#{1,6}[ \t]+[^#\s](?:[^#]*[^#\s])?[ \t]*\Z")
CELL_END = re.compile(r"(?<!\\)\|")
# "[!abstract]- Vote:" opens a box in some Markdown editors.
BOX_MARK = re.compile(r"\[!(\w{1,40})\][-+]?[ \t]*")
BRANCHES = {
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "list_item_open": BlockKind.ENTRY,
    "blockquote_open": BlockKind.QUOTE,
}
# Of one paragraph: the longest known has 280,000 on 17,500, and was meant to be many.
MOST_CHARACTERS = 600_000
MOST_LINES = 40_000
LIST_INDENT = re.compile(r"[ ]{2}|[ ]?\t")


def parse_blocks(source: Source, first_line: int = 1) -> Parsed[tuple[Block, ...]]:
    """The blocks of `source` from `first_line` on, with typed bullets made lists.

    A clerk's hidden notes (`<!-- ... -->`) are dropped. One that is never closed hides the rest
    of the file and is an error.
    """
    lines, open_at = _without_notes(source.lines[first_line - 1 :])
    problems: list[Diagnostic] = []
    if open_at is not None:
        message = 'a hidden note begins with "<!--" and is never closed'
        place = source.place(first_line + open_at, length=4)
        # The words of a note are for no page and no log.
        problems.append(replace(finding("note-open", place, message), hides_line=True))
    reader = _BlockReader(lines, first_line, source.path.removeprefix("content/"))
    try:
        blocks = tuple(reader.blocks())
    except _TooLongError as error:
        problems.append(finding("paragraph-too-long", source.place(error.line), str(error)))
        return Parsed((), tuple(problems))
    return Parsed(with_typed_lists(blocks), tuple(problems))


def hidden_note_lines(source: Source, first_line: int = 1) -> frozenset[int]:
    """The lines of `source` from `first_line` on that hold a hidden note, or part of one."""
    written = source.lines[first_line - 1 :]
    kept = _cut_notes("\n".join(written))[0].split("\n")
    pairs = enumerate(zip(written, kept, strict=True), first_line)
    return frozenset(line for line, (before, after) in pairs if before != after)


def _without_notes(written: tuple[str, ...]) -> tuple[list[str], int | None]:
    """The lines without hidden notes, as many as before, and where an open note begins."""
    text = "\n".join(written)
    open_at = None
    if "<!--" in text:
        text, open_at = _cut_notes(text)
    if _may_hold_controls(text):
        text = NEVER_IN_HTML.sub("\ufffd", text.replace("\x0b", " "))
    return text.split("\n"), open_at


def _may_hold_controls(text: str) -> bool:
    """Whether characters that may not stand in HTML can be among these; cheap."""
    written = text.encode("utf-8", "surrogatepass")
    if written.translate(None, FINE_BYTES):
        return True
    if text.isascii():
        return False
    return any(first in written and lead.search(written) for first, lead in LEADS)


def _cut_notes(text: str) -> tuple[str, int | None]:
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        empty = next((mark for mark in ("<!-->", "<!--->") if text.startswith(mark, start)), None)
        end = start + len(empty) if empty else text.find("-->", start + 4) + 3
        if end < start + 4:
            kept.append("\n" * text.count("\n", start))
            return "".join(kept), text.count("\n", 0, start)
        kept.append("\n" * text.count("\n", start, end))
        at = end
    return "".join([*kept, text[at:]]), None


class _TooLongError(Exception):
    """A paragraph is longer than its readers are made for; says so, and where it begins."""

    def __init__(self, written: str, line: int) -> None:
        super().__init__(
            f"this paragraph has {len(written):,} characters on {written.count(chr(10)) + 1:,} "
            f"lines; at most {MOST_CHARACTERS:,} on {MOST_LINES:,} are read as one"
        )
        self.line = line


def _check_length(written: str, line: int) -> None:
    """Raise _TooLongError for what is no paragraph: some readers look at its every line again."""
    if len(written) > MOST_LINES and (
        len(written) > MOST_CHARACTERS or written.count("\n") >= MOST_LINES
    ):
        raise _TooLongError(written, line)


class _BlockReader:
    """Walks the lines of one file."""

    def __init__(self, lines: list[str], first_line: int, path: str) -> None:
        self._lines = ["" if not line or line.isspace() else line for line in lines]
        self._first = first_line
        self._path = path

    def blocks(self) -> Iterator[Block]:
        text = "\n".join(self._lines)
        if "```" in text or "~~~" in text:
            yield from self._marked(0, len(self._lines))
            return
        marked_from: int | None = None
        chunks = [*self._chunks(), (len(self._lines), 0)]
        for (start, end), (behind, _) in pairwise(chunks):
            if marked_from is None and self._is_plain(start, end):
                yield self._paragraph(start, end)
            elif marked_from is None and self._is_plain_heading(start, end, behind):
                yield self._heading(start)
            elif marked_from is None:
                marked_from = start
            elif self._is_plain(start, end) and not LIST_INDENT.match(self._lines[start]):
                yield from self._marked(marked_from, start)
                marked_from = None
                yield self._paragraph(start, end)
        if marked_from is not None:
            yield from self._marked(marked_from, len(self._lines))

    def _chunks(self) -> Iterator[tuple[int, int]]:
        """Runs of lines between empty lines, end exclusive."""
        start: int | None = None
        for at, line in enumerate(self._lines):
            if line and start is None:
                start = at
            elif not line and start is not None:
                yield start, at
                start = None
        if start is not None:
            yield start, len(self._lines)

    def _is_plain(self, start: int, end: int) -> bool:
        for line in self._lines[start:end]:
            if OPENER.match(line) is not None or "|" in line:
                return False
        return True

    def _is_plain_heading(self, start: int, end: int, behind: int) -> bool:
        """Whether a line alone is a heading in its usual form, and the words behind it no part."""
        if end - start > 1 or (behind < len(self._lines) and self._lines[behind][0].isspace()):
            return False
        return PLAIN_HEADING.match(self._lines[start]) is not None

    def _heading(self, start: int) -> Block:
        signs, words = self._lines[start].split(None, 1)
        words = words.rstrip(" \t")
        return Block(
            BlockKind.HEADING,
            self._first + start,
            self._first + start,
            words,
            self._lines[start].find(words),
            level=len(signs),
            words=parse_inline(words, path=self._path),
        )

    def _paragraph(self, start: int, end: int) -> Block:
        if end - start == 1:
            written = self._lines[start]
            _check_length(written, self._first + start)
            words = parse_inline(written, path=self._path)
        else:
            lines = self._lines[start:end]
            written = "\n".join(lines)
            _check_length(written, self._first + start)
            words = parse_inline("\n".join([line.lstrip() for line in lines]), path=self._path)
        return Block(
            BlockKind.PARAGRAPH,
            self._first + start,
            self._first + end - 1,
            written,
            words=words,
        )

    def _marked(self, start: int, end: int) -> Iterator[Block]:
        """The blocks of these lines as the parser has them."""
        parser = markdown()
        tokens: list[Token] = []
        parser.block.parse("\n".join(self._lines[start:end]), parser, {}, tokens)
        if any(token.level >= MAX_NESTING - 2 for token in tokens):
            for first, last in self._chunks():  # the parser would drop what lies deeper
                if start <= first < end:
                    yield self._paragraph(first, last)
            return
        yield from _TokenWalk(self, tokens, start).blocks()

    def leaf(self, kind: BlockKind, token: Token, start: int, level: int = 0) -> Block:
        """A heading or paragraph from the token that holds its words."""
        first = start + (token.map[0] if token.map else 0)
        _check_length(token.content, self._first + first)
        opening = token.content.partition("\n")[0]
        indent = max(self._lines[first].find(opening), 0) if first < len(self._lines) else 0
        last = max(first + token.content.count("\n") + 1, start + (token.map or (0, 0))[1])
        return Block(
            kind,
            self._first + first,
            self._first + last - 1,
            token.content,
            indent,
            level=level,
            words=parse_inline(token.content, path=self._path),
        )

    def inline(self, written: str) -> Inline:
        """Inline Markdown of this file."""
        return parse_inline(written, path=self._path)

    def raw(self, start: int, end: int) -> list[str]:
        """Source lines, for what the parser's tokens leave out."""
        return self._lines[start:end]

    def number(self, at: int) -> int:
        """The line number in the file."""
        return self._first + at


class _TokenWalk:
    """The parser's tokens to blocks."""

    def __init__(self, reader: _BlockReader, tokens: list[Token], start: int) -> None:
        self._reader = reader
        self._tokens = tokens
        self._start = start
        self._at = 0

    def blocks(self) -> Iterator[Block]:
        while self._at < len(self._tokens) and self._tokens[self._at].nesting >= 0:
            block = self._next()
            if block is not None:
                yield block

    def _next(self) -> Block | None:
        token = self._tokens[self._at]
        if (kind := BRANCHES.get(token.type)) is not None:
            return self._quote(token) if kind is BlockKind.QUOTE else self._branch(kind, token)
        if token.type in ("paragraph_open", "heading_open"):
            return self._leaf(token)
        if token.type == "table_open":
            return self._table(token)
        if token.type == "fence":
            return self._code(token)
        self._at += 1
        return Block(BlockKind.RULE, *self._span(token))

    def _span(self, token: Token) -> tuple[int, int]:
        first, end = token.map or (0, 1)
        return self._reader.number(self._start + first), self._reader.number(
            self._start + max(end, first + 1) - 1
        )

    def _leaf(self, token: Token) -> Block | None:
        inline = self._tokens[self._at + 1]
        self._at += 3
        if not inline.content.strip():
            return None
        if token.type == "heading_open":
            return self._reader.leaf(BlockKind.HEADING, inline, self._start, int(token.tag[1]))
        return self._reader.leaf(BlockKind.PARAGRAPH, inline, self._start)

    def _branch(self, kind: BlockKind, token: Token) -> Block:
        self._at += 1
        children = tuple(self.blocks())
        self._at += 1
        marker = ""
        if kind is BlockKind.ENTRY:
            marker = token.info + token.markup
        first, last = self._span(token)
        last = max([first, *(child.end_line for child in children)])
        return Block(kind, first, last, children=children, marker=marker)

    def _quote(self, token: Token) -> Block:
        block = self._branch(BlockKind.QUOTE, token)
        if not block.children or block.children[0].kind is not BlockKind.PARAGRAPH:
            return block
        title, *others = block.children
        match = BOX_MARK.match(title.text)
        if match is None:
            return block
        rest = (title.cut(match.end()),) if match.end() < len(title.text) else ()
        return Block(
            BlockKind.QUOTE, block.line, block.end_line, children=(*rest, *others), mark=match[1]
        )

    def _table(self, token: Token) -> Block:
        while self._tokens[self._at].type != "table_close":
            self._at += 1
        self._at += 1
        first, end = token.map or (0, 1)
        lines = self._reader.raw(self._start + first, self._start + end)
        rows = tuple(_cells(line) for at, line in enumerate(lines) if at != 1 and line)
        cells = tuple(tuple(map(self._reader.inline, row)) for row in rows)
        return Block(BlockKind.TABLE, *self._span(token), rows=rows, cells=cells)

    def _code(self, token: Token) -> Block | None:
        self._at += 1
        text = token.content.rstrip("\n")
        first, last = self._span(token)
        words = Inline(text) if text else NOTHING
        return Block(BlockKind.CODE, first, last, "\n" + text, words=words)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a table's row, all of them, as inline Markdown."""
    written = line.lstrip(" \t>").rstrip()
    written = written.removeprefix("|")
    if written.endswith("|") and not written.endswith("\\|"):
        written = written[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in CELL_END.split(written))
