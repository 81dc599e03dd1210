"""Codes for what the prose of minutes says or leaves out."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

MINUTES_RULES = (
    Rule(
        "question-without-response",
        Severity.WARNING,
        "A question is followed by no answer.",
        "add the answer, or say that it will follow in writing",
    ),
    Rule(
        "response-without-question",
        Severity.WARNING,
        "An answer stands where no question comes before it.",
        "add the question it answers, or label it with the number of the question",
    ),
    Rule(
        "item-number-twice",
        Severity.WARNING,
        "Two items of one meeting have the same number.",
        "correct one of the numbers, or put a Part heading between them",
    ),
    Rule(
        "exempt-mark-unclear",
        Severity.ERROR,
        "Words look like a mark for exempt text without being one. What follows is withheld.",
        'write "**Exempt (paragraph 3):**" before the text and "**End of exempt**" after it',
    ),
)
