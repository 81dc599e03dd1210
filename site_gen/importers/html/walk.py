"""Elements of a page to pieces: paragraphs, lists, tables, without anything that runs."""

import base64
import binascii
import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote, unquote_to_bytes

from selectolax.lexbor import LexborNode

from site_gen.importers.html.links import without_tracking
from site_gen.importers.html.page import Page
from site_gen.importers.number_formats import format_number
from site_gen.importers.pictures import PictureBook
from site_gen.importers.pieces import Paragraph, Piece, Role, Run, Table
from site_gen.text.values import dataclass, field, replace


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never words of the page.
SILENT = _set(
    "script style noscript template iframe frame frameset object embed applet audio video canvas"
    " svg math map input select textarea button datalist progress meter head title meta link"
    " base"
)
BLOCKS = _set(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu"
    " nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
BOLD = frozenset({"b", "strong"})
ITALIC = frozenset({"i", "em", "cite", "dfn"})
STRUCK = frozenset({"s", "strike", "del"})
LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LIST_STYLES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}  # fmt: skip
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z]+-[a-z-]+)", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
# "·", "o" and "§" before no-break spaces are how Word's HTML shows bullets.
TYPED_BULLET = re.compile(r"\s*(?P<glyph>[·•▪◦]|[o§](?=\s*\u00a0))(?P<gap>[\s\u00a0]+)(?=\S)")
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
DEEPEST = 200  # elements within elements; what lies deeper gives its words alone
MOST_SPANS = 60
MOST_ROWS = 20_000
DATA_ADDRESS = re.compile(r"data:image/[\w.+-]{1,40}(?P<base64>;base64)?,", re.IGNORECASE)


@dataclass(slots=True)
class Walk:
    """Walks elements in reading order."""

    page: Page
    pictures: PictureBook
    read_beside: Callable[[str], bytes | None]
    is_left: Callable[[LexborNode], bool]  # furniture of the page
    unlinked: str = ""  # class of words within a link that do not name what it leads to
    counts: Counter[str] = field(default_factory=Counter)
    _runs: list[Run] = field(default_factory=list)
    _depth: int = 0

    def pieces(self, node: LexborNode) -> Iterator[Piece]:
        """The pieces that stand in `node`."""
        outer, self._runs = self._runs, []
        yield from self._inside(node, Run(""))
        yield from self._flush()
        self._runs = outer

    def pieces_of(self, node: LexborNode) -> Iterator[Piece]:
        """The pieces that `node` itself gives."""
        outer, self._runs = self._runs, []
        yield from self._node(node, Run(""))
        yield from self._flush()
        self._runs = outer

    def _inside(self, node: LexborNode, marks: Run) -> Iterator[Piece]:
        self._depth += 1
        child = node.child
        while child is not None:
            if self._depth > DEEPEST:
                self._put(replace(marks, text=_one_space(_bare_words(node))))
                break
            yield from self._node(child, marks)
            child = child.next
        self._depth -= 1

    def _node(self, node: LexborNode, marks: Run) -> Iterator[Piece]:
        tag = node.tag
        if tag == "-text":
            self._put(replace(marks, text=node.text_content or ""))
        elif tag is None or tag.startswith(("-", "_", "!")) or tag in SILENT:
            return
        elif _is_hidden(node):
            self.counts["hidden"] += 1
        elif self.is_left(node):
            self.counts["furniture"] += 1
        elif tag == "br":
            self._runs.append(replace(marks, text="\n"))
        elif tag == "img":
            self._picture(node, marks)
        elif tag in BLOCKS:
            yield from self._block(node, tag)
        else:
            yield from self._inside(node, self._marked(node, tag, marks))

    def _put(self, run: Run) -> None:
        text = _one_space(run.text)
        if (text and (text.strip() or self._runs)) or run.picture:
            self._runs.append(replace(run, text=text))

    def _flush(self, role: Role = Role.TEXT, level: int = 0, label: str = "") -> Iterator[Piece]:
        paragraph = Paragraph(tuple(self._runs), role, level, label)
        self._runs = []
        if not paragraph.is_empty:
            yield _with_bullet(paragraph)

    def _block(self, node: LexborNode, tag: str) -> Iterator[Piece]:
        yield from self._flush()
        if tag in HEADINGS:
            yield from self._inside(node, Run(""))
            yield from self._flush(Role.HEADING, HEADINGS[tag])
        elif tag in LISTS:
            yield from self._list(node, 0)
        elif tag == "table":
            yield from self._table(node)
        elif tag == "pre":
            for part in BLANK_LINE.split(node.text()):
                self._runs = [Run(part)]
                yield from self._flush()
        elif tag == "blockquote":
            yield from (_quoted(piece) for piece in self.pieces(node))
        else:
            yield from self._inside(node, _block_marks(node, tag))
            yield from self._flush()

    def _list(self, node: LexborNode, level: int) -> Iterator[Piece]:
        number, step, format_name = _numbering(node)
        child = node.child
        while child is not None:
            if child.tag == "li" and not _is_hidden(child) and not self.is_left(child):
                value = (child.attributes or {}).get("value") or ""
                number = int(value) if value.isdigit() and len(value) < 7 else number
                label = f"{format_number(number, format_name)}." if format_name else ""
                yield from self._entry(child, level, label)
                number += step
            elif child.tag in LISTS:
                yield from self._list(child, level + 1)
            elif child.tag != "li":
                yield from self._node(child, Run(""))
                yield from self._flush()
            child = child.next

    def _entry(self, node: LexborNode, level: int, label: str) -> Iterator[Piece]:
        is_first = True
        for piece in self._entry_pieces(node, level):
            if isinstance(piece, Paragraph) and piece.role in (Role.TEXT, Role.HEADING):
                role = Role.ENTRY if is_first else Role.WITHIN
                yield replace(piece, role=role, level=level, label=label if is_first else "")
                is_first = False
            else:
                yield piece

    def _entry_pieces(self, node: LexborNode, level: int) -> Iterator[Piece]:
        outer, self._runs = self._runs, []
        child = node.child
        while child is not None:
            if child.tag in LISTS and not _is_hidden(child) and not self.is_left(child):
                yield from self._flush()
                yield from self._list(child, level + 1)
            else:
                yield from self._node(child, Run(""))
            child = child.next
        yield from self._flush()
        self._runs = outer

    def _table(self, node: LexborNode) -> Iterator[Piece]:
        caption = node.css_first("caption")
        if caption is not None and not self.is_left(caption) and not _is_hidden(caption):
            yield from self.pieces(caption)
        rows: list[tuple[tuple[Piece, ...], ...]] = []
        open_spans: dict[int, int] = {}  # columns that a cell above reaches down into
        for row in _rows(node):
            if len(rows) >= MOST_ROWS or self.is_left(row) or _is_hidden(row):
                continue
            rows.append(tuple(self._cells(row, open_spans)))
        if any(any(row) for row in rows):
            yield Table(tuple(row for row in rows if any(row)))

    def _cells(self, row: LexborNode, spans: dict[int, int]) -> Iterator[tuple[Piece, ...]]:
        column = 0
        for cell in _children(row, ("td", "th")):
            if self.is_left(cell) or _is_hidden(cell):
                continue
            while spans.get(column):
                spans[column] -= 1
                column += 1
                yield ()
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            for _ in range(wide):
                spans[column] = deep - 1
                column += 1
            yield tuple(self.pieces(cell))
            yield from [()] * (wide - 1)

    def _marked(self, node: LexborNode, tag: str, marks: Run) -> Run:
        attributes = node.attributes or {}
        style = attributes.get("style") or ""
        if self.unlinked and self.unlinked in (attributes.get("class") or "").split():
            return replace(marks, href="")
        if tag in STRUCK:
            self.counts["struck"] += 1
        if tag in BOLD or BOLD_STYLE.search(style):
            return replace(marks, is_bold=True)
        if tag in ITALIC:
            return replace(marks, is_italic=True)
        if tag == "u":
            return replace(marks, is_underlined=True)
        if tag == "a":
            self.counts["links"] += 1
            self.counts["linked letters"] += len(" ".join(node.text().split()))
            return replace(marks, href=self._address(node))
        return marks

    def _address(self, link: LexborNode) -> str:
        href = (link.attributes or {}).get("href") or ""
        if not href.strip() or href.lstrip().startswith("#"):
            return ""
        whole = self.page.absolute(href.strip())
        if not whole:
            if not href.strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                self.counts["relative"] += 1
            return ""
        return without_tracking(whole)

    def _picture(self, node: LexborNode, marks: Run) -> None:
        attributes = node.attributes or {}
        address = (attributes.get("src") or "").strip()
        content = _data(address) if address.lower().startswith("data:") else None
        if content is None and address and not WEB_ADDRESS.match(address):
            content = self.read_beside(unquote(address))
        if content is None:
            self.counts["pictures elsewhere"] += 1
            return
        name = self.pictures.add(content)
        if name:
            alternative = " ".join((attributes.get("alt") or "").split())
            self._put(replace(marks, text=alternative, picture=name))


def _with_bullet(paragraph: Paragraph) -> Paragraph:
    """A typed bullet makes the paragraph an entry, as a careful clerk would write it."""
    if paragraph.role is not Role.TEXT or not paragraph.runs:
        return _plain_spaces(paragraph)
    text = "".join(run.text for run in paragraph.runs)
    match = TYPED_BULLET.match(text)
    if match is None:
        return _plain_spaces(paragraph)
    level = 1 if match["glyph"] == "o" else 2 if match["glyph"] == "§" else 0
    runs = _without_start(paragraph.runs, match.end())
    return _plain_spaces(Paragraph(runs, Role.ENTRY, level))


def _without_start(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    kept = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:] or run.picture:
            kept.append(replace(run, text=run.text[cut:]))
    return tuple(kept)


def _plain_spaces(paragraph: Paragraph) -> Paragraph:
    runs = tuple(replace(run, text=run.text.replace("\u00a0", " ")) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def _quoted(piece: Piece) -> Piece:
    is_text = isinstance(piece, Paragraph) and piece.role is Role.TEXT
    return replace(piece, role=Role.QUOTE) if isinstance(piece, Paragraph) and is_text else piece


def _one_space(text: str) -> str:
    """White space as a browser shows it; no-break spaces stay while bullets are told by them."""
    return SPACES.sub(lambda match: "\u00a0" if "\u00a0" in match[0] else " ", text)


def _bare_words(node: LexborNode) -> str:
    return node.text(separator=" ")


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes or {}
    return "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style") or "") is not None


def _block_marks(node: LexborNode, tag: str) -> Run:
    style = (node.attributes or {}).get("style") or ""
    return Run("", is_bold=tag in ("dt", "th", "summary") or BOLD_STYLE.search(style) is not None)


def _numbering(node: LexborNode) -> tuple[int, int, str]:
    """First number, step and format of a list; the format is "" for bullets."""
    attributes = node.attributes or {}
    if node.tag != "ol":
        return 1, 1, ""
    style = LIST_STYLE.search(attributes.get("style") or "")
    format_name = LIST_FORMATS.get(attributes.get("type") or "", "decimal")
    if style is not None:
        format_name = LIST_STYLES.get(style[1].lower(), format_name)
    start = attributes.get("start") or ""
    entries = sum(1 for _ in _children(node, ("li",)))
    is_reversed = "reversed" in attributes
    first = int(start) if start.isdigit() and len(start) < 7 else entries if is_reversed else 1
    return first, -1 if is_reversed else 1, format_name


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of this table, not those of tables within it."""
    for child in _children(table, ("tr", "thead", "tbody", "tfoot")):
        if child.tag == "tr":
            yield child
        else:
            yield from _children(child, ("tr",))


def _children(node: LexborNode, tags: tuple[str, ...]) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.tag in tags:
            yield child
        child = child.next


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes or {}).get(name) or "1"
    return max(1, min(int(value), MOST_SPANS)) if value.isdigit() and len(value) < 6 else 1


def _data(address: str) -> bytes | None:
    """The picture that an address holds itself (RFC 2397)."""
    match = DATA_ADDRESS.match(address)
    if match is None:
        return None
    written = address[match.end() :]
    if not match["base64"]:
        return unquote_to_bytes(written)
    try:
        return base64.b64decode(unquote(written), validate=False)
    except (binascii.Error, ValueError):
        return None
