"""What stands within a paragraph of a Word file, to runs."""

from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from site_gen.importers.pictures import PictureBook
from site_gen.importers.pieces import Run
from site_gen.importers.word.fields import Fields, link_of
from site_gen.importers.word.package import Relation
from site_gen.importers.word.styles import Styles, is_on, value_of
from site_gen.text.values import dataclass, field, replace

# What a tracked change took away, and words about the words.
GONE = frozenset({"w:del", "w:moveFrom"})
INTO = frozenset(
    {"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:dir", "w:bdo", "w:sdt",
     "w:rubyBase"}
)  # fmt: skip
CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}  # fmt: skip
NOTE_REFERENCES = ("w:footnoteReference", "w:endnoteReference")
SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
# Wingdings that minutes use: boxes ticked or not, and ticks.
SYMBOLS = {0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x78: "☒", 0x52: "☑"}


@dataclass(slots=True)
class Ledger:
    """What was met on the way and is not in the text, or deserves a look."""

    counts: Counter[str] = field(default_factory=Counter)
    hidden: list[str] = field(default_factory=list)  # places, never words


@dataclass(slots=True)
class RunReader:
    """Reads the runs of one part of the document."""

    styles: Styles
    relations: dict[str, Relation]
    read_part: Callable[[str], bytes | None]
    pictures: PictureBook
    ledger: Ledger
    note_label: Callable[[str, str], str]  # (tag, id) to "[1]"
    fields: Fields = field(default_factory=Fields)
    boxes: list[Element] = field(default_factory=list)  # text boxes met in this paragraph

    def runs(self, paragraph: Element, style: str | None) -> Iterator[Run]:
        """The runs below `paragraph`; text boxes are put into `boxes`."""
        yield from self._runs(paragraph, style, "")

    def _runs(self, parent: Element, style: str | None, href: str) -> Iterator[Run]:
        for child in parent:
            tag = child.tag
            if tag == "w:r":
                yield from self._run(child, style, href)
            elif tag in GONE:
                self.ledger.counts["deleted"] += 1
            elif tag in INTO:
                if tag in ("w:ins", "w:moveTo"):
                    self.ledger.counts["inserted"] += 1
                yield from self._runs(child, style, href)
            elif tag == "w:hyperlink":
                yield from self._runs(child, style, self._address(child) or href)
            elif tag == "w:fldSimple":
                yield from self._runs(child, style, link_of(child.get("w:instr", "")) or href)
            elif tag == "mc:AlternateContent":
                yield from self._runs(chosen(child), style, href)
            elif tag.startswith("m:"):
                yield from self._formula(child)

    def _formula(self, element: Element) -> Iterator[Run]:
        """The letters of a formula, in a row."""
        words = "".join(text.text or "" for text in element.iter("m:t"))
        if words:
            yield Run(words)

    def _run(self, run: Element, style: str | None, href: str) -> Iterator[Run]:
        properties = run.find("w:rPr")
        own = value_of(properties, "w:rStyle")
        if self._flag(properties, "w:vanish", own, style):
            if any((text.text or "").strip() for text in run.iter("w:t")):
                self.ledger.counts["hidden"] += 1
            return
        if self._flag(properties, "w:strike", own, style) or is_on(properties, "w:dstrike"):
            self.ledger.counts["struck"] += 1
        marks = Run(
            "",
            is_bold=self._flag(properties, "w:b", own, style),
            is_italic=self._flag(properties, "w:i", own, style),
            is_underlined=(value_of(properties, "w:u") or "none") != "none",
            is_capitals=self._flag(properties, "w:caps", own, style),
            href=href,
        )
        yield from self._contents(run, marks)

    def _contents(self, parent: Element, marks: Run) -> Iterator[Run]:
        for child in parent:
            tag = child.tag
            if tag == "w:fldChar":
                self.fields.mark(child.get("w:fldCharType", ""))
            elif tag == "w:instrText":
                self.fields.add_code(child.text or "")
            elif tag == "mc:AlternateContent":
                yield from self._contents(chosen(child), marks)
            elif tag in ("w:drawing", "w:pict", "w:object"):
                yield from self._drawing(child, marks)
            elif tag == "w:ruby":
                yield from self._runs(child, None, marks.href)
            elif self.fields.is_shown and (text := self._text(child)):
                yield replace(marks, text=text, href=marks.href or self.fields.href)

    def _text(self, element: Element) -> str:
        tag = element.tag
        if tag == "w:t":
            return element.text or ""
        if tag == "w:sym":
            return _symbol(element)
        if tag in NOTE_REFERENCES:
            return self.note_label(tag, element.get("w:id", ""))
        return CHARACTERS.get(tag, "")

    def _flag(
        self, properties: Element | None, name: str, own: str | None, style: str | None
    ) -> bool:
        direct = is_on(properties, name)
        return direct if direct is not None else self.styles.run_flag(name, own, style)

    def _address(self, hyperlink: Element) -> str:
        relation = self.relations.get(hyperlink.get("r:id", ""))
        if relation is None or not relation.is_external:
            return ""
        anchor = hyperlink.get("w:anchor", "")
        return relation.target + (f"#{anchor}" if anchor and "#" not in relation.target else "")

    def _drawing(self, drawing: Element, marks: Run) -> Iterator[Run]:
        boxes = list(_outermost(drawing, "w:txbxContent"))
        self.boxes += boxes
        pictures = [
            *((blip, "r:embed", "r:link") for blip in _outermost(drawing, "a:blip")),
            *((image, "r:id", "r:href") for image in _outermost(drawing, "v:imagedata")),
        ]
        for element, inside, outside in pictures:
            name = self._picture(element.get(inside, ""), element.get(outside, ""))
            if name:
                yield replace(marks, text=_alternative(drawing), picture=name)
        if not boxes and not pictures and drawing.tag != "w:pict":
            self.ledger.counts["drawing"] += 1

    def _picture(self, inside: str, outside: str) -> str:
        relation = self.relations.get(inside) or self.relations.get(outside)
        if relation is None:
            return ""
        if relation.is_external:
            self.pictures.leave("it is kept outside the file, on a web server or a disk")
            return ""
        content = self.read_part(relation.target)
        if content is None:
            self.pictures.leave("it is missing from the file")
            return ""
        return self.pictures.add(content)


def chosen(alternatives: Element) -> Element:
    """The branch of `mc:AlternateContent` that is read: the first choice that says something."""
    branches = [*alternatives.findall("mc:Choice"), *alternatives.findall("mc:Fallback")]
    spoken = (branch for branch in branches if next(branch.iter("w:txbxContent"), None) is not None)
    shown = (branch for branch in branches if len(branch))
    return next(spoken, next(shown, alternatives if not branches else branches[0]))


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    """The elements with this tag that stand in no text box and no alternative not chosen."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == "mc:AlternateContent":
            yield from _outermost(chosen(child), tag)
        elif child.tag != "w:txbxContent":
            yield from _outermost(child, tag)


def _alternative(drawing: Element) -> str:
    """The words that stand for a picture."""
    for described in drawing.iter("wp:docPr"):
        return described.get("descr", "")
    for shape in drawing.iter("v:shape"):
        return shape.get("alt", "")
    return ""


def _symbol(element: Element) -> str:
    """A character of a symbol font; those without a plain form become a bullet."""
    code = element.get("w:char", "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not element.get("w:font", "").lower().startswith(SYMBOL_FONTS):
        return chr(number) if 0x20 <= number < 0xD800 else ""
    return SYMBOLS.get(number & 0xFF, "•")
