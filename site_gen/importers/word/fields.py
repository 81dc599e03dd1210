"""Fields of a Word file: codes such as HYPERLINK that print a result (ECMA-376, part 1, 17.16)."""

import re

from site_gen.text.values import dataclass, field

HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    code: str = ""
    is_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at one place of the text; they may run over paragraphs."""

    _open: list[_Field] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """A `w:fldChar` of this type."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].is_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def add_code(self, text: str) -> None:
        """A `w:instrText`."""
        if self._open and not self._open[-1].is_result:
            self._open[-1].code += text

    @property
    def is_shown(self) -> bool:
        """Words that stand here are printed."""
        return all(opened.is_result for opened in self._open)

    @property
    def href(self) -> str:
        """The address that words which stand here lead to; "" when to none."""
        return next(filter(None, (link_of(opened.code) for opened in reversed(self._open))), "")


def link_of(code: str) -> str:
    """The address of a HYPERLINK field; "" for other fields."""
    match = HYPERLINK.match(code)
    return "" if match is None else match[1]
