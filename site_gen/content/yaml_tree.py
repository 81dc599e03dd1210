"""YAML to a tree that keeps every value as it was written and where it stood.

No value is ever interpreted here: `19:30`, `no` and `010` stay text. That closes the traps of
implicit types (YAML 1.1, section 10.2); what a value means is for `schema` to say.
"""

import re
from typing import Any

import yaml

from site_gen.content.yaml_problems import explain_yaml_error, missing_colon, swallowed_comment
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.text.places import Place
from site_gen.text.sources import Source
from site_gen.text.values import dataclass, field

OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# libyaml is some five times as fast; the pure loader gives the same events.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class YamlText:
    """A single value, as written (without its quotation marks)."""

    text: str
    place: Place
    is_quoted: bool = False


@dataclass(slots=True)
class YamlList:
    """A sequence."""

    place: Place
    entries: "list[YamlValue]" = field(default_factory=list)


@dataclass(slots=True)
class YamlMapping:
    """A mapping; `keys` holds the place of each key."""

    place: Place
    entries: "dict[str, YamlValue]" = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


YamlValue = YamlText | YamlList | YamlMapping


class YamlRefusedError(Exception):
    """The YAML holds something that is not used here; `diagnostic` says what."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def parse_yaml(
    source: Source, *, text: str, first_line: int = 1, list_key: str = ""
) -> Parsed[YamlMapping | None]:
    """The mapping that `text` holds; it begins at line `first_line` of `source`.

    `list_key` is what a list that stands there alone was meant to be the value of.

    Empty text gives an empty mapping. Broken YAML, a value that is no mapping, a key that stands
    twice, anchors, aliases and tags give None and an error that says where.
    """
    # YAML 1.1 would end a line at these, and editors do not: every place after one would be wrong.
    text = OTHER_LINE_ENDS.sub(" ", text)
    builder = _TreeBuilder(source, first_line)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except YamlRefusedError as refused:
        return Parsed(None, (refused.diagnostic,))
    except yaml.YAMLError as error:
        return Parsed(None, (explain_yaml_error(source, error, first_line=first_line, text=text),))
    if builder.root is None:
        return Parsed(YamlMapping(source.place(first_line)), tuple(builder.problems))
    if not isinstance(builder.root, YamlMapping):
        return Parsed(None, (_no_mapping(source, builder.root, list_key),))
    return Parsed(builder.root, tuple(builder.problems))


def _no_mapping(source: Source, root: YamlText | YamlList, list_key: str) -> Diagnostic:
    """What is wrong where a text or a list stands in place of keys."""
    if isinstance(root, YamlText) and (missing := missing_colon(source, root.place.line)):
        return missing
    if isinstance(root, YamlList) and list_key:
        message = f'the list has no key; this file begins with "{list_key}:"'
        hint = f'write a line "{list_key}:" above the list'
        return finding("yaml-broken", root.place, message, hint)
    message = "expected lines such as `title: Planning committee`"
    return finding("yaml-broken", root.place, message, "begin each line with a key")


class _TreeBuilder:
    """Makes the tree from parser events, without recursion, so that no depth can exhaust it."""

    def __init__(self, source: Source, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.root: YamlValue | None = None
        self.problems: list[Diagnostic] = []
        self._open: list[YamlList | YamlMapping] = []
        self._pending_keys: list[YamlText | None] = []

    def take(self, event: Any) -> None:
        """Take the parser's next event."""
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", event, "an alias stands here")
        elif isinstance(event, yaml.DocumentStartEvent):
            if self.root is not None:
                self._refuse("yaml-broken", event, "a second document begins here")
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            value = YamlText(event.value, self._place(event), is_quoted=bool(event.style))
            self._note_swallowed(value, event)
            self._add(value)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._refuse_extras(event)
            kind = YamlList if isinstance(event, yaml.SequenceStartEvent) else YamlMapping
            opened = kind(self._place(event))
            self._add(opened)
            self._open.append(opened)
            self._pending_keys.append(None)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._open.pop()
            self._pending_keys.pop()

    def _add(self, value: YamlValue) -> None:
        if not self._open:
            self.root = value
            return
        parent = self._open[-1]
        if isinstance(parent, YamlList):
            parent.entries.append(value)
            return
        key = self._pending_keys[-1]
        if key is None:
            self._pending_keys[-1] = self._checked_key(value, parent)
            return
        parent.entries[key.text] = value
        self._pending_keys[-1] = None

    def _checked_key(self, value: YamlValue, parent: YamlMapping) -> YamlText:
        if not isinstance(value, YamlText):
            message = "a list or mapping stands where a key should"
            raise YamlRefusedError(finding("yaml-broken", value.place, message))
        if value.text in parent.keys:
            first = parent.keys[value.text].line
            message = f'the key "{value.text}" stands here and already in line {first}'
            raise YamlRefusedError(finding("yaml-key-twice", value.place, message))
        parent.keys[value.text] = value.place
        return value

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("yaml-alias", event, f'an anchor "&{event.anchor}" stands here')
        if event.tag is not None and not str(event.tag).startswith("tag:yaml.org,2002:str"):
            self._refuse("yaml-alias", event, f'a tag "{event.tag}" stands here')

    def _note_swallowed(self, value: YamlText, event: Any) -> None:
        if value.is_quoted or not self._pending_keys or self._pending_keys[-1] is None:
            return
        line = self.first_line + int(event.end_mark.line)
        found = swallowed_comment(self.source, line, from_column=int(event.end_mark.column))
        if found is not None:
            self.problems.append(found)

    def _refuse(self, code: str, event: Any, message: str) -> None:
        raise YamlRefusedError(finding(code, self._place(event), message))

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        line = self.first_line + start.line
        if line > len(self.source.lines):  # what is not there is noticed behind the last line
            return self.source.place(len(self.source.lines))
        return self.source.place(line, start.column + 1, length=max(1, length))
