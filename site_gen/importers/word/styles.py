"""Styles of a Word file: what a paragraph or run inherits (ECMA-376, part 1, 17.7)."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from site_gen.text.values import dataclass, field

OFF = frozenset({"0", "false", "off", "none"})
LONGEST_CHAIN = 20  # styles based on styles
HEADING_NAME = re.compile(r"heading ?([1-9])\Z", re.IGNORECASE)
QUOTE_NAMES = frozenset({"quote", "intense quote", "block text"})
TITLE_NAMES = frozenset({"title"})


def value_of(element: Element | None, path: str = "") -> str | None:
    """The `w:val` of the element, or of the one at `path` below it; None when there is none."""
    for tag in filter(None, path.split("/")):  # ElementTree's own paths know no short names
        element = None if element is None else element.find(tag)
    return None if element is None else element.get("w:val")


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None when it is not said."""
    found = None if properties is None else properties.find(name)
    if found is None:
        return None
    return (found.get("w:val") or "1").lower() not in OFF


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it says itself."""

    name: str  # in small letters
    based_on: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style, by id."""

    styles: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""

    @classmethod
    def read(cls, root: Element | None) -> "Styles":
        """From the part styles.xml."""
        styles, default = {}, ""
        for element in [] if root is None else root.iter("w:style"):
            identifier = element.get("w:styleId", "")
            styles[identifier] = Style(
                (value_of(element, "w:name") or "").lower(),
                value_of(element, "w:basedOn"),
                element.find("w:pPr"),
                element.find("w:rPr"),
            )
            if element.get("w:type") == "paragraph" and element.get("w:default") in ("1", "true"):
                default = identifier
        return cls(styles, default)

    def chain(self, identifier: str | None) -> Iterator[Style]:
        """The style and those that it is based on, the nearest first."""
        for _ in range(LONGEST_CHAIN):
            style = self.styles.get(identifier or "")
            if style is None:
                return
            yield style
            identifier = style.based_on

    def run_flag(self, name: str, *styles: str | None) -> bool:
        """Whether a run property is on by one of the styles; the first that says so decides."""
        for identifier in styles:
            for style in self.chain(identifier):
                if (flag := is_on(style.run, name)) is not None:
                    return flag
        return False

    def heading_level(self, identifier: str | None) -> int | None:
        """1 to 9 for a heading's style; None for others."""
        for style in self.chain(identifier):
            if (named := HEADING_NAME.match(style.name)) is not None:
                return int(named[1])
            if (outline := value_of(style.paragraph, "w:outlineLvl")) is not None:
                return outline_level(outline)
        return None

    def is_title(self, identifier: str | None) -> bool:
        """The style of the document's title."""
        return any(style.name in TITLE_NAMES for style in self.chain(identifier))

    def is_quote(self, identifier: str | None) -> bool:
        """The style of a quotation."""
        return any(style.name in QUOTE_NAMES for style in self.chain(identifier))


def outline_level(value: str) -> int | None:
    """1 to 9 for `w:outlineLvl` 0 to 8; None for body text."""
    return int(value) + 1 if value.isdigit() and int(value) < 9 else None
