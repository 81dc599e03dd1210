"""A Word file to pieces, with what was left out of them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from site_gen.importers.findings import Finding, left_out, look
from site_gen.importers.number_formats import to_roman
from site_gen.importers.pictures import PictureBook
from site_gen.importers.pieces import Paragraph, Piece, Role, Run, Table, paragraphs_of
from site_gen.importers.word.numbering import Numbering
from site_gen.importers.word.package import WordPackage, open_package
from site_gen.importers.word.runs import GONE, Ledger, RunReader, chosen
from site_gen.importers.word.styles import Styles, outline_level, value_of
from site_gen.text.values import dataclass

INTO = frozenset({"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:sdt"})
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What a Word file says."""

    pieces: tuple[Piece, ...]
    margins: tuple[str, ...]  # the words of headers and footers, each once
    findings: tuple[Finding, ...]


def read_word(content: bytes, pictures: PictureBook) -> WordDocument:
    """The text of a Word file, its pictures put into `pictures`.

    Tracked changes are taken as accepted. Deleted and hidden words, comments, headers and footers
    are left out and reported. Raises RefusedError for what is no Word file.
    """
    package = open_package(content)
    reader = _BodyReader(package, pictures)
    root = package.xml(package.main)
    body = None if root is None else root.find("w:body")
    pieces = () if body is None else tuple(reader.document(body))
    margins = tuple(reader.margins())
    return WordDocument(pieces, margins, (*reader.findings(), *_margin_findings(margins)))


class _BodyReader:
    """Walks the text of one file in reading order."""

    def __init__(self, package: WordPackage, pictures: PictureBook) -> None:
        self._package = package
        self._pictures = pictures
        self._ledger = Ledger()
        self._styles = Styles.read(self._related_xml("styles"))
        self._numbering = Numbering(self._related_xml("numbering"), self._styles)
        self._notes = {
            "w:footnoteReference": self._read_notes("footnotes", "w:footnote"),
            "w:endnoteReference": self._read_notes("endnotes", "w:endnote"),
        }
        self._cited: dict[tuple[str, str], str] = {}  # labels of notes, in order of citation
        self._cells = 0  # that are open: there a number may stand alone
        self._written = 0  # notes that stand in the text already
        self._runs = self._run_reader(package.main)

    def document(self, body: Element) -> Iterator[Piece]:
        """Every piece; notes stand before the next heading, or at the end."""
        for piece in self._pieces(body):
            if isinstance(piece, Paragraph) and piece.role in (Role.HEADING, Role.TITLE):
                yield from self._due_notes()
            yield piece
        yield from self._due_notes()

    def margins(self) -> Iterator[str]:
        """The words of each header and footer, each once."""
        seen = set()
        for kind in ("header", "footer"):
            for name in self._package.related(kind):
                root = self._package.xml(name)
                if root is None:
                    continue
                self._runs = self._run_reader(name)
                texts = (part.text for part in paragraphs_of(self._pieces(root)))
                words = " ".join(" ".join(texts).split())
                if any(map(str.isalpha, words)) and words not in seen:
                    seen.add(words)
                    yield words

    def findings(self) -> Iterator[Finding]:
        """What is not in the text, and what deserves a look."""
        counts = self._ledger.counts
        if comments := self._comments():
            noun = "comment was" if comments == 1 else f"{comments} comments were"
            yield left_out("comments", f"{'one ' if comments == 1 else ''}{noun} left out")
        if counts["deleted"] or counts["inserted"]:
            yield look(
                "tracked changes",
                "the file holds tracked changes that nobody has accepted; they were taken as "
                "accepted. Check that this is the text that was meant",
            )
        if counts["hidden"]:
            yield left_out("hidden text", "words that Word hides were left out")
        if counts["struck"]:
            message = "some words are struck out in the file; they stand here as plain words"
            yield look("struck out", message)
        if counts["drawing"]:
            yield left_out("drawings", "a chart or drawing was left out; its words too, if any")
        if counts["embedded"]:
            yield left_out("embedded file", "text kept in an embedded file was left out")

    def _comments(self) -> int:
        root = self._related_xml("comments")
        return 0 if root is None else sum(1 for _ in root.iter("w:comment"))

    def _related_xml(self, kind: str) -> Element | None:
        names = self._package.related(kind)
        return self._package.xml(names[0]) if names else None

    def _run_reader(self, part: str) -> RunReader:
        return RunReader(
            self._styles,
            self._package.relations(part),
            self._package.read,
            self._pictures,
            self._ledger,
            self._note_label,
        )

    def _pieces(self, parent: Element) -> Iterator[Piece]:
        for child in parent:
            tag = child.tag
            if tag == "w:p":
                yield from self._paragraph(child)
            elif tag == "w:tbl":
                yield Table(tuple(self._row(row) for row in _rows(child)))
            elif tag in INTO:
                yield from self._pieces(child)
            elif tag in GONE:
                self._ledger.counts["deleted"] += 1
            elif tag == "mc:AlternateContent":
                yield from self._pieces(chosen(child))
            elif tag == "w:altChunk":
                self._ledger.counts["embedded"] += 1

    def _row(self, row: Element) -> tuple[tuple[Piece, ...], ...]:
        self._cells += 1
        cells = tuple(tuple(self._pieces(cell)) for cell in _cells(row))
        self._cells -= 1
        return cells

    def _paragraph(self, element: Element) -> Iterator[Piece]:
        properties = element.find("w:pPr")
        style = value_of(properties, "w:pStyle")
        runs = tuple(self._runs.runs(element, style))
        boxes, self._runs.boxes = self._runs.boxes, []
        placed = self._placed(Paragraph(runs), properties, style)
        if not placed.is_empty or (placed.label and self._cells):
            yield placed
        for box in boxes:
            yield from self._pieces(box)

    def _placed(
        self, paragraph: Paragraph, properties: Element | None, style: str | None
    ) -> Paragraph:
        label = self._numbering.label(properties, style)  # empty paragraphs are counted too
        text = "" if label is None else label.text
        if self._styles.is_title(style):
            return Paragraph(paragraph.runs, Role.TITLE, label=text)
        heading = self._heading(properties, style)
        if heading is not None:
            return Paragraph(paragraph.runs, Role.HEADING, heading, text)
        if label is not None and (label.is_bullet or text):
            return Paragraph(paragraph.runs, Role.ENTRY, label.level, text)
        if self._styles.is_quote(style):
            return Paragraph(paragraph.runs, Role.QUOTE)
        return paragraph

    def _heading(self, properties: Element | None, style: str | None) -> int | None:
        own = value_of(properties, "w:outlineLvl")
        return outline_level(own) if own is not None else self._styles.heading_level(style)

    def _read_notes(self, kind: str, tag: str) -> dict[str, tuple[str, Element]]:
        """The notes of one kind by id, each with the part that it stands in."""
        names = self._package.related(kind)
        root = self._package.xml(names[0]) if names else None
        if root is None:
            return {}
        return {
            note.get("w:id", ""): (names[0], note)
            for note in root.iter(tag)
            if note.get("w:type") not in SEPARATORS
        }

    def _note_label(self, tag: str, identifier: str) -> str:
        """What stands where a note is cited: "[1]" for footnotes, "[i]" for endnotes."""
        if identifier not in self._notes[tag]:
            return ""
        key = (tag, identifier)
        if key not in self._cited:
            count = 1 + sum(1 for cited, _ in self._cited if cited == tag)
            self._cited[key] = str(count) if tag == "w:footnoteReference" else to_roman(count)
        return f"[{self._cited[key]}]"

    def _due_notes(self) -> Iterator[Piece]:
        while self._written < len(self._cited):
            tag, identifier = list(self._cited)[self._written]
            self._written += 1
            part, element = self._notes[tag][identifier]
            before, self._runs = self._runs, self._run_reader(part)
            pieces = list(self._pieces(element))
            self._runs = before
            label = f"[{self._cited[tag, identifier]}]"
            for at, paragraph in enumerate(paragraphs_of(pieces)):
                lead = (Run(f"{label} "),) if at == 0 else ()
                yield Paragraph((*lead, *paragraph.runs), Role.NOTE)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w:tr":
            properties = child.find("w:trPr")
            if properties is None or properties.find("w:del") is None:
                yield child
        elif child.tag in INTO:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row; one that spans columns is followed by empty ones."""
    for child in row:
        if child.tag == "w:tc":
            yield child
            span = value_of(child, "w:tcPr/w:gridSpan") or "1"
            for _ in range(1, min(int(span), 60) if span.isdigit() else 1):
                yield Element("w:tc")
        elif child.tag in INTO:
            yield from _cells(child)


def _margin_findings(margins: tuple[str, ...]) -> Iterator[Finding]:
    for words in margins:
        shown = words if len(words) <= 160 else f"{words[:160]} ..."
        yield left_out("headers and footers", f'the header or footer "{shown}" was left out')
