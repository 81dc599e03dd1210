"""One thing worth telling a clerk about one place in a file."""

from enum import IntEnum
from typing import Generic, TypeVar

from site_gen.text.places import Place
from site_gen.text.values import dataclass

Value = TypeVar("Value")


class Severity(IntEnum):
    """How much a finding matters; an error makes a build fail, a warning does not."""

    HINT = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: a code that means one thing for ever, a sentence, and what to do."""

    code: str  # "response-without-question"; explained in diagnostics/rules.py
    severity: Severity
    message: str  # lower case, quotes the writer's own words; never text that is withheld
    place: Place
    hint: str = ""  # what to do, as a sentence
    hides_line: bool = False  # the line has words that may not be public: show none of it

    @property
    def sort_key(self) -> tuple[Place, int, str, str]:
        """By file, line and column, the gravest first at one place."""
        return (self.place, -self.severity, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Value]):
    """What was understood, and what there is to say about it."""

    value: Value
    diagnostics: tuple[Diagnostic, ...] = ()
