"""What one code means, once and for ever."""

from dataclasses import dataclass

from site_gen.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with its meaning in plain English, for `explain` and the reference."""

    code: str
    severity: Severity
    meaning: str  # one sentence: what was found
    remedy: str  # one sentence: what to do
    explanation: str = ""  # why it matters, where that is not plain
