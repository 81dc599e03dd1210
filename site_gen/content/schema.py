"""What each file may say: fields as data, and the one reader that holds values to them.

The same fields make the checks, the JSON Schema for editors and the reference in the docs.
"""

import difflib
import json
import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from site_gen.content.yaml_tree import YamlList, YamlMapping, YamlText, YamlValue
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.dates import PartialDate
from site_gen.text.places import Place
from site_gen.text.prose_dates import find_dates
from site_gen.text.values import dataclass, field, replace

Wanted = TypeVar("Wanted")

INFERRED = "(inferred)"
ISO_LIKE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
IN_FIGURES = re.compile(r"(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})[/.-](?P<year>[12]\d{3})")
FEW_KEYS = 3  # that a hint lists
LONGEST_HINTED = 400  # characters of a value that a hint writes anew
FILE_NAME = re.compile(r"[^\s,;][^,;]*?\.\w{2,5}(?=[\s,;]|\Z)")
PLAIN_NAME = re.compile(r"[A-Za-z0-9][\w./-]*")
FLAG_WORDS = {"true": True, "yes": True, "false": False, "no": False}


class FieldType(StrEnum):
    """The kinds of value there are."""

    TEXT = "text"
    FLAG = "true or false"
    CHOICE = "choice"
    DATE = "date"
    TEXTS = "list of texts"
    ENTRIES = "list of entries"
    PAIRS = "mapping of texts"
    MEANINGS = "mapping of texts, or of lists of entries where it depends"


EXPECTED = {
    FieldType.TEXT: "a text",
    FieldType.FLAG: "true or false",
    FieldType.DATE: "a date",
    FieldType.TEXTS: "a list of texts",
    FieldType.ENTRIES: "a list of entries",
    FieldType.PAIRS: "lines of `word: meaning`",
    FieldType.MEANINGS: "lines of `word: meaning`",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it takes and what it is for."""

    name: str
    type: FieldType
    meaning: str  # a sentence for the reference
    example: str = ""
    is_required: bool = False
    needs_value: bool = False  # it may be missing, but not left empty
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()  # of each entry
    short_form: str = ""  # ENTRIES: a plain text stands for an entry with this field
    pattern: str = ""  # TEXT: what all of it must look like; whoever reads the value tells of it
    keys: tuple[tuple[str, str], ...] = ()  # PAIRS: the words that may stand, with their meanings
    other_words: tuple[str, ...] = ()  # by which people call it, for a hint; none of them is read


@dataclass(frozen=True, slots=True)
class Values:
    """Values that passed the schema. A getter of another type than the field's raises TypeError."""

    found: Mapping[str, object]
    places: Mapping[str, Place]
    place: Place

    def text(self, name: str, default: str = "") -> str:
        """A TEXT or CHOICE."""
        value = self.found.get(name, default)
        return _typed(value, str)

    def flag(self, name: str) -> bool:
        """A FLAG; false when not given."""
        return _typed(self.found.get(name, False), bool)

    def date(self, name: str) -> PartialDate | None:
        """A DATE; None when not given."""
        value = self.found.get(name)
        return None if value is None else _typed(value, PartialDate)

    def required_date(self, name: str) -> PartialDate:
        """A DATE that the schema requires. Raises TypeError where it may be missing."""
        return _typed(self.found.get(name), PartialDate)

    def texts(self, name: str) -> tuple[str, ...]:
        """TEXTS; empty when not given."""
        return tuple(_typed(entry, str) for entry in _typed(self.found.get(name, ()), tuple))

    def entries(self, name: str) -> "tuple[Values, ...]":
        """ENTRIES; empty when not given."""
        return tuple(_typed(entry, Values) for entry in _typed(self.found.get(name, ()), tuple))

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """PAIRS in the order written; empty when not given."""
        return tuple(_typed(self.found.get(name, ()), tuple))

    def meanings(self, name: str) -> "tuple[tuple[str, Values], ...]":
        """MEANINGS in the order written, a word once for each entry; empty when not given."""
        return tuple(_typed(self.found.get(name, ()), tuple))

    def place_of(self, name: str) -> Place:
        """Where the value of `name` stands; the whole mapping's place when it is not given."""
        return self.places.get(name, self.place)


def _typed(value: object, wanted: type[Wanted]) -> Wanted:
    if not isinstance(value, wanted):
        raise TypeError(f"expected {wanted.__name__}, got {type(value).__name__}")
    return value


@dataclass(slots=True)
class SchemaReader:
    """Reads mappings against fields and gathers what is wrong on the way."""

    problems: list[Diagnostic] = field(default_factory=list)

    def read(self, mapping: YamlMapping, fields: Iterable[Field]) -> Values:
        """The values of `mapping` that fit `fields`; what does not is reported and left out."""
        known = {declared.name: declared for declared in fields}
        self._report_unknown(mapping, known)
        found: dict[str, object] = {}
        places: dict[str, Place] = {}
        for name, declared in known.items():
            value = mapping.entries.get(name)
            if value is None or _is_empty(value):
                if declared.is_required:
                    self._report_missing(declared, mapping)
                elif declared.needs_value and value is not None:
                    self._report_type(declared, value)
                continue
            places[name] = value.place
            read = self._value(declared, value)
            if read is not None:
                found[name] = read
        return Values(found, places, mapping.place)

    def _value(self, declared: Field, value: YamlValue) -> object:
        many: dict[FieldType, Callable[[Field, YamlValue], object]] = {
            FieldType.TEXTS: self._texts,
            FieldType.ENTRIES: self._entries,
            FieldType.PAIRS: self._pairs,
            FieldType.MEANINGS: self._meanings,
        }
        single: dict[FieldType, Callable[[Field, YamlText], object]] = {
            FieldType.TEXT: lambda _declared, text: text.text.strip(),
            FieldType.FLAG: self._flag,
            FieldType.DATE: self._date,
            FieldType.CHOICE: self._choice,
        }
        if declared.type in many:
            return many[declared.type](declared, value)
        if isinstance(value, YamlText):
            return single[declared.type](declared, value)
        self._report_type(declared, value)
        return None

    def _flag(self, declared: Field, value: YamlText) -> object:
        flag = FLAG_WORDS.get(value.text.strip().lower())
        if flag is None:
            self._report_type(declared, value)
        return flag

    def _choice(self, declared: Field, value: YamlText) -> str | None:
        choice = value.text.strip().lower()
        if choice not in declared.choices:
            self._report_choice(declared, value)
            return None
        return choice

    def _date(self, declared: Field, value: YamlText) -> object:
        written = value.text.strip()
        is_inferred = written.endswith(INFERRED)
        try:
            return PartialDate.parse(written.removesuffix(INFERRED), is_inferred=is_inferred)
        except ValueError:
            self.problems.append(_wrong_date(declared, value.place, written))
            return None

    def _texts(self, declared: Field, value: YamlValue) -> object:
        if isinstance(value, YamlText):
            return (value.text.strip(),)
        if not isinstance(value, YamlList):
            self._report_type(declared, value)
            return None
        texts = []
        for entry in value.entries:
            if isinstance(entry, YamlText):
                texts.append(entry.text.strip())
            else:
                self._report_type(declared, entry)
        return tuple(texts)

    def _entries(self, declared: Field, value: YamlValue) -> object:
        if not isinstance(value, YamlList):
            self._report_type(declared, value)
            return None
        entries = []
        for entry in value.entries:
            if isinstance(entry, YamlText) and declared.short_form:
                entry = YamlMapping(  # noqa: PLW2901 - the short form of the same entry
                    entry.place, {declared.short_form: entry}, {declared.short_form: entry.place}
                )
            if isinstance(entry, YamlMapping):
                read = self.read(entry, declared.fields)
                if all(part.name in read.found for part in declared.fields if part.is_required):
                    entries.append(read)
            else:
                self._report_type(declared, entry)
        return tuple(entries)

    def _pairs(self, declared: Field, value: YamlValue) -> object:
        if not isinstance(value, YamlMapping):
            self._report_type(declared, value)
            return None
        allowed = dict(declared.keys)
        pairs = []
        for key, entry in value.entries.items():
            if allowed and key not in allowed:
                self._report_key(declared, key, value.keys[key])
            elif not isinstance(entry, YamlText):
                self._report_type(declared, entry)
            elif not declared.choices:
                pairs.append((key, entry.text.strip()))
            elif (choice := self._choice(replace(declared, name=key), entry)) is not None:
                pairs.append((key, choice))
        return tuple(pairs)

    def _meanings(self, declared: Field, value: YamlValue) -> object:
        if not isinstance(value, YamlMapping):
            self._report_type(declared, value)
            return None
        meanings: list[tuple[str, Values]] = []
        for key, entry in value.entries.items():
            listed = entry if isinstance(entry, YamlList) else YamlList(entry.place, [entry])
            read = self._entries(declared, listed)
            meanings += [(key, _typed(one, Values)) for one in _typed(read, tuple)]
        return tuple(meanings)

    def _report_type(self, declared: Field, value: YamlValue) -> None:
        given = value.text if isinstance(value, YamlText) else "a list"
        given = "several lines" if isinstance(value, YamlMapping) else given
        message = f'"{declared.name}" takes {_expected(declared)}, not {given!r}'
        example = _as_list(declared, value) or declared.example
        hint = f"write it like this: {example}" if example else ""
        self.problems.append(finding("field-wrong-type", value.place, message, hint))

    def _report_choice(self, declared: Field, value: YamlText) -> None:
        message = f'"{declared.name}: {value.text}" is not known'
        close = difflib.get_close_matches(value.text.lower(), declared.choices, 1)
        meant = f'did you mean "{close[0]}"? ' if close else ""
        hint = f"{meant}write one of: {', '.join(declared.choices)}"
        self.problems.append(finding("field-wrong-value", value.place, message, hint))

    def _report_key(self, declared: Field, key: str, place: Place) -> None:
        close = difflib.get_close_matches(key.lower(), dict(declared.keys), 1)
        hint = f'did you mean "{close[0]}"?' if close else "remove the line"
        message = f'"{key}" is none of the words that `{declared.name}` takes'
        self.problems.append(finding("field-wrong-value", place, message, hint))

    def _report_missing(self, declared: Field, mapping: YamlMapping) -> None:
        message = f'"{declared.name}" is missing'
        hint = f"add a line such as `{declared.example}`"
        self.problems.append(finding("field-missing", mapping.place, message, hint))

    def _report_unknown(self, mapping: YamlMapping, known: Mapping[str, Field]) -> None:
        for key, place in mapping.keys.items():
            if key in known:
                continue
            hint = _hint_for_unknown(key, known)
            message = f'"{key}" is not a key that is read here'
            self.problems.append(finding("field-unknown", place, message, hint))


def plain_key(key: str) -> str:
    """A key as ours are written, whatever its capitals, spaces and hyphens."""
    plain = unicodedata.normalize("NFKC", key).strip().lower()
    return plain.replace(" ", "_").replace("-", "_")


def _hint_for_unknown(key: str, known: Mapping[str, Field]) -> str:
    """The key that was meant; where none is near, the keys there are if they are few."""
    lowered = plain_key(key)
    called = next((name for name, each in known.items() if lowered in each.other_words), "")
    close = difflib.get_close_matches(lowered, known, 1)
    if meant := called or (close[0] if close else ""):
        return f'did you mean "{meant}"?'
    if len(known) > FEW_KEYS:
        return "remove the line"
    example = next((each.example for each in known.values() if each.example), "")
    shown = f"; write it like this: {example}" if example else ""
    return f"keys that are read here: {', '.join(known)}{shown}"


def _is_empty(value: YamlValue) -> bool:
    return isinstance(value, YamlText) and not value.is_quoted and value.text in {"", "~", "null"}


def _expected(declared: Field) -> str:
    return EXPECTED.get(declared.type) or f"one of {', '.join(declared.choices)}"


def _is_no_day(written: str) -> bool:
    """Whether it is day, month and year in figures, and no such day was ever: "31/02/2026"."""
    match = IN_FIGURES.fullmatch(written)
    if match is None:
        return False
    one, other, year = (int(match[name]) for name in ("one", "other", "year"))
    return not any(_is_day(year, month, day) for day, month in ((one, other), (other, one)))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _as_list(declared: Field, value: YamlValue) -> str:
    """The line as it should be where one text or file name stands in place of a list of them."""
    if not (declared.short_form and isinstance(value, YamlText)):
        return ""
    if len(value.text) > LONGEST_HINTED:
        return ""
    names = FILE_NAME.findall(value.text) or [value.text.strip()]
    shown = (
        name if PLAIN_NAME.fullmatch(name) else json.dumps(name, ensure_ascii=False)
        for name in names
    )
    return f"{declared.name}: [{', '.join(shown)}]"


def _wrong_date(declared: Field, place: Place, written: str) -> Diagnostic:
    """An error that tells a day that does not exist from one that is only written otherwise."""
    if ISO_LIKE.fullmatch(written) or _is_no_day(written):
        return finding(
            "date-wrong", place, f'"{declared.name}: {written}" is not a date that exists'
        )
    message = f'"{declared.name}: {written}" cannot be read as a date'
    days = [one.date for one in find_dates(written) if one.date is not None and one.date.day]
    hint = f"write it like this: {declared.name}: {days[0].iso}" if len(days) == 1 else ""
    return finding("date-wrong", place, message, hint)
