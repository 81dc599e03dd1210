"""Numbers that Word computes: by list property and style, as Word would print them.

A paragraph says only "list 3, level 1"; which number that gives follows from every paragraph
before it (ECMA-376, part 1, 17.9).
"""

import re
from xml.etree.ElementTree import Element

from site_gen.importers.number_formats import format_number
from site_gen.importers.word.styles import Styles, is_on, value_of
from site_gen.text.values import dataclass, field

PLACEHOLDER = re.compile(r"%([1-9])")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = ""  # "%1.%2"
    start: int = 1
    restart: int | None = None  # the level (from 1) after which it begins again; 0 for never
    is_legal: bool = False  # all numbers in it are shown as 1, 2, 3
    style: str | None = None  # id of the paragraph style that it is bound to


@dataclass(frozen=True, slots=True)
class ListLabel:
    """What a list puts before a paragraph."""

    level: int  # from 0
    text: str  # "1.", "(a)"; "" for a bullet
    is_bullet: bool = False


@dataclass(slots=True)
class _Instance:
    """One list; several may share their counters."""

    abstract: str
    overrides: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    is_begun: bool = False


class Numbering:
    """Counts the lists of one document. Ask for labels in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._instances: dict[str, _Instance] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._read(root)

    def label(self, paragraph: Element | None, style: str | None) -> ListLabel | None:
        """The label of a paragraph with these `w:pPr` and style; None when it is in no list."""
        number_id, level = self._place(paragraph, style)
        instance = self._instances.get(number_id or "")
        if instance is None:
            return None
        shape = self._shape(instance, level)
        if shape is None:
            return None
        counts = self._count(instance, level)
        if shape.format == "bullet":
            return ListLabel(level, "", is_bullet=True)
        text = PLACEHOLDER.sub(
            lambda match: self._printed(instance, shape, counts, int(match[1]) - 1), shape.text
        )
        return ListLabel(level, " ".join(text.split()))

    def _place(self, paragraph: Element | None, style: str | None) -> tuple[str | None, int]:
        """Which list and level the paragraph is in; what it says itself wins over its style."""
        number_id = value_of(paragraph, "w:numPr/w:numId")
        level = value_of(paragraph, "w:numPr/w:ilvl")
        for inherited in self._styles.chain(style or self._styles.default_paragraph):
            if number_id is None:
                number_id = value_of(inherited.paragraph, "w:numPr/w:numId")
            if level is None:
                level = value_of(inherited.paragraph, "w:numPr/w:ilvl")
        if number_id in (None, "0"):
            return None, 0
        if level is None:
            level = self._level_of_style(number_id or "", style)
        return number_id, min(int(level), LEVELS - 1) if level.isdigit() else 0

    def _level_of_style(self, number_id: str, style: str | None) -> str:
        instance = self._instances.get(number_id)
        levels = {} if instance is None else self._levels.get(instance.abstract, {})
        bound = (str(at) for at, level in levels.items() if style and level.style == style)
        return next(bound, "0")

    def _shape(self, instance: _Instance, level: int) -> Level | None:
        if level in instance.overrides:
            return instance.overrides[level]
        return self._levels.get(instance.abstract, {}).get(level)

    def _count(self, instance: _Instance, level: int) -> list[int | None]:
        """The counters once this paragraph is counted."""
        counts = self._counts.setdefault(instance.abstract, [None] * LEVELS)
        if not instance.is_begun:
            instance.is_begun = True
            for at in instance.starts:
                counts[at] = None
        before = counts[level]
        counts[level] = self._start(instance, level) if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            shape = self._shape(instance, deeper)
            restart = None if shape is None else shape.restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None
        return counts

    def _start(self, instance: _Instance, level: int) -> int:
        shape = self._shape(instance, level)
        return instance.starts.get(level, 1 if shape is None else shape.start)

    def _printed(
        self, instance: _Instance, shape: Level, counts: list[int | None], level: int
    ) -> str:
        count = counts[level]
        if count is None:  # a level that was skipped counts as begun
            count = counts[level] = self._start(instance, level)
        other = self._shape(instance, level)
        format = "decimal" if shape.is_legal or other is None else other.format  # noqa: A001
        return format_number(count, format)

    def _read(self, root: Element) -> None:
        links: dict[str, str] = {}  # abstract lists that stand for the list of a style
        lists_of_styles: dict[str, str] = {}
        for element in root.iter("w:abstractNum"):
            identifier = element.get("w:abstractNumId", "")
            self._levels[identifier] = dict(map(_level, element.iter("w:lvl")))
            if (link := value_of(element, "w:numStyleLink")) is not None:
                links[identifier] = link
            if (style := value_of(element, "w:styleLink")) is not None:
                lists_of_styles[style] = identifier
        for element in root.iter("w:num"):
            abstract = value_of(element, "w:abstractNumId") or ""
            abstract = lists_of_styles.get(links.get(abstract, ""), abstract)
            instance = _Instance(abstract)
            for override in element.iter("w:lvlOverride"):
                _override(instance, override)
            self._instances[element.get("w:numId", "")] = instance


def _level(element: Element) -> tuple[int, Level]:
    restart = value_of(element, "w:lvlRestart")
    level = Level(
        format=_format(element),
        text=value_of(element, "w:lvlText") or "",
        start=_whole(value_of(element, "w:start"), 1),
        restart=None if restart is None else _whole(restart, 0),
        is_legal=bool(is_on(element, "w:isLgl")),
        style=value_of(element, "w:pStyle"),
    )
    return _whole(element.get("w:ilvl"), 0), level


def _format(element: Element) -> str:
    """The number format; formats that newer versions added stand beside an older choice."""
    found = value_of(element, "w:numFmt")
    fallback = value_of(element, "mc:AlternateContent/mc:Fallback/w:numFmt")
    return found or fallback or "decimal"


def _override(instance: _Instance, element: Element) -> None:
    at = _whole(element.get("w:ilvl"), 0)
    level = element.find("w:lvl")
    if level is not None:
        instance.overrides[at] = _level(level)[1]
    start = value_of(element, "w:startOverride")
    if start is not None:
        instance.starts[at] = _whole(start, 1)


def _whole(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdigit() and len(value) < 9 else default
