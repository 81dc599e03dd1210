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
    Rule(
        "header-contradicts",
        Severity.WARNING,
        "The front matter and the text of the minutes say different things.",
        "correct whichever is wrong; the front matter is shown",
    ),
    Rule(
        "date-impossible",
        Severity.WARNING,
        "The minutes print a date that does not exist.",
        "check the date; where it is a slip of the original, say so under `corrections:`",
    ),
    Rule(
        "weekday-wrong",
        Severity.WARNING,
        "The date of the meeting is printed with the weekday of another day.",
        "check day, month and year; the minutes of one January often print the year before",
    ),
    Rule(
        "vote-miscounted",
        Severity.WARNING,
        "The number of votes is not the number of names beside it.",
        "check the names and the number",
    ),
    Rule(
        "amendment-without-motion",
        Severity.WARNING,
        "An amendment stands where no motion comes before it.",
        "add the motion that it would change",
    ),
    Rule(
        "link-refused",
        Severity.ERROR,
        "A link leads out of the archive's content, and nothing may.",
        "put the file into content/ and link to it there",
    ),
)
