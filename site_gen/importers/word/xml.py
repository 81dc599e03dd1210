"""XML of a Word file to elements with short names, the same for both forms of the standard.

ECMA-376 has a strict and a transitional form that differ in their namespaces. Here both have
tags such as `w:p`. A document type declaration, which the standard forbids (part 2, 6.2.5) and
which entity bombs need, is refused before anything in it is read.
"""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from site_gen.importers.findings import RefusalReason, RefusedError

DEEPEST = 250  # elements within elements; Word itself stops at tables eleven deep
MOST_ELEMENTS = 4_000_000
OFFICE = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"
NAMESPACES = {
    f"{OFFICE}/wordprocessingml/2006/main": "w",
    f"{STRICT}/wordprocessingml/main": "w",
    f"{OFFICE}/officeDocument/2006/relationships": "r",
    f"{STRICT}/officeDocument/relationships": "r",
    f"{OFFICE}/drawingml/2006/main": "a",
    f"{STRICT}/drawingml/main": "a",
    f"{OFFICE}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{OFFICE}/drawingml/2006/picture": "pic",
    f"{STRICT}/drawingml/picture": "pic",
    f"{OFFICE}/officeDocument/2006/math": "m",
    f"{STRICT}/officeDocument/math": "m",
    f"{OFFICE}/markup-compatibility/2006": "mc",
    f"{OFFICE}/package/2006/relationships": "rel",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


def parse_xml(content: bytes, name: str) -> Element:
    """The root element of a part, its tags and attributes as `w:p`, `r:id`.

    Raises RefusedError for XML that is broken, declares a document type or is nested too deep.
    """
    parser = XMLParser(target=_ShortNames(name))  # noqa: S314 - see _ShortNames.doctype
    try:
        parser.feed(content)
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        message = f"this file is damaged: its part {name} is not XML; save it again in Word"
        raise RefusedError(RefusalReason.CORRUPT, message) from error
    return root


class _ShortNames(TreeBuilder):
    """Builds the tree with short names, and refuses what could exhaust the machine."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._known: dict[str, str] = {}
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """An element opens."""
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            message = f"its part {self._name} is nested deeper, or longer, than any document is"
            raise RefusedError(RefusalReason.UNSAFE, message)
        return super().start(
            self._short(tag), {self._short(key): value for key, value in attrs.items()}
        )

    def end(self, tag: str, /) -> Element:
        """An element closes."""
        self._depth -= 1
        return super().end(self._short(tag))

    def doctype(self, *_: str | None) -> None:
        """A document type declaration: refused before expat reads what it declares."""
        message = f"its part {self._name} declares entities, which no Word file does; it is unsafe"
        raise RefusedError(RefusalReason.UNSAFE, message)

    def _short(self, name: str) -> str:
        if not name.startswith("{"):
            return name
        known = self._known.get(name)
        if known is None:
            space, _, local = name[1:].partition("}")
            prefix = NAMESPACES.get(space)
            known = f"{prefix}:{local}" if prefix else name
            self._known[name] = known
        return known
