"""Every code there is, and the one way to make a diagnostic of it."""

from site_gen.diagnostics.diagnostic import Diagnostic
from site_gen.diagnostics.rules_archive import ARCHIVE_RULES
from site_gen.diagnostics.rules_files import FILE_RULES
from site_gen.diagnostics.rules_front_matter import FRONT_MATTER_RULES
from site_gen.diagnostics.rules_minutes import MEETING_RULES, MINUTES_RULES
from site_gen.diagnostics.rules_text import TEXT_RULES
from site_gen.text.places import Place
from site_gen.text.values import replace

RULES = {
    rule.code: rule
    for rule in (
        *FILE_RULES,
        *FRONT_MATTER_RULES,
        *MINUTES_RULES,
        *MEETING_RULES,
        *TEXT_RULES,
        *ARCHIVE_RULES,
    )
}

LONGEST = 500  # characters of a message or a hint


def finding(code: str, place: Place, message: str, hint: str = "") -> Diagnostic:
    """A diagnostic of the rule `code`, with the rule's remedy unless a nearer hint is given.

    What quotes more than people read is cut. Raises KeyError for a code that no rule explains.
    """
    rule = RULES[code]
    return Diagnostic(code, rule.severity, _cut(message), place, _cut(hint or rule.remedy))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} ..."


def kept_private(found: Diagnostic) -> Diagnostic:
    """The same finding in words of its rule alone, for a file that must not be public."""
    rule = RULES[found.code]
    message = rule.meaning[:1].lower() + rule.meaning[1:].rstrip(".")
    return replace(found, message=message, hint=rule.remedy, hides_line=True)
