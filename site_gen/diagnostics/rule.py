"""What one code means, once and for ever."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with its meaning in plain English.

    The check, `minutebook explain`, the reference and SARIF all take their words from here, and
    the tests run both examples.
    """

    code: str
    severity: Severity  # unless site.yaml says otherwise
    meaning: str  # one sentence: what was found
    remedy: str  # one sentence: what to do
    explanation: str = ""  # why it matters, where that is not plain
    # A piece of minutes in which it is found, and the same set right. What begins with "---" is
    # a whole file; anything else stands below usual front matter.
    wrong: str = ""
    right: str = ""
    is_fixed: bool = False  # something is kept back because of it: site.yaml cannot change it

    @property
    def title(self) -> str:
        """A name for lists: "Question without response"."""
        return self.code.replace("-", " ").capitalize()
