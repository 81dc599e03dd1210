"""Codes for what the words of minutes say or leave out."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

MINUTES_RULES = (
    Rule(
        "question-without-response",
        Severity.WARNING,
        "A question is followed by no answer.",
        "add the answer, or say that it will follow in writing",
        wrong="## 1. Trees\n\n**Question 1 (Mr Patel):** When are the trees planted?\n",
        right="## 1. Trees\n\n**Question 1 (Mr Patel):** When are the trees planted?\n\n"
        "**Response (The Clerk):** In October.\n",
    ),
    Rule(
        "response-without-question",
        Severity.WARNING,
        "An answer stands where no question comes before it.",
        "add the question it answers, or label it with the number of the question",
        wrong="## 1. Trees\n\n**Response (The Clerk):** In October.\n",
        right="## 1. Trees\n\n**Question 1 (Mr Patel):** When are the trees planted?\n\n"
        "**Response (The Clerk):** In October.\n",
    ),
    Rule(
        "item-number-twice",
        Severity.WARNING,
        "Two items of one meeting have the same number.",
        "correct one of the numbers, or put a Part heading between them",
        wrong="## 1. Trees\n\nTwo were planted.\n\n## 1. Bins\n\nThey were emptied.\n",
        right="## 1. Trees\n\nTwo were planted.\n\n## 2. Bins\n\nThey were emptied.\n",
    ),
    Rule(
        "exempt-mark-unclear",
        Severity.ERROR,
        "Words look like a mark for exempt text without being one. What follows is withheld.",
        'write "**Exempt (paragraph 3):**" before the text and "**End of exempt**" after it',
        wrong="## 1. Lease\n\n**Exempt:** The rent is to be agreed.\n",
        right="## 1. Lease\n\nThe lease was discussed.\n\n**Exempt (paragraph 3):** The rent is "
        "to be agreed.\n\n**End of exempt**\n",
        is_fixed=True,
    ),
    Rule(
        "note-open",
        Severity.ERROR,
        "A hidden note is never closed. Everything after it is left out.",
        'write "-->" where the hidden note ends',
        wrong="## 1. Trees\n\n<!-- ask the warden\n\nTwo were planted.\n",
        right="## 1. Trees\n\n<!-- ask the warden -->\n\nTwo were planted.\n",
        is_fixed=True,
    ),
    Rule(
        "header-contradicts",
        Severity.WARNING,
        "The front matter and the text of the minutes say different things.",
        "correct whichever is wrong; the front matter is shown",
        wrong="Minutes of the meeting held on Wednesday 13 March 2024\n\n## 1. Trees\n",
        right="Minutes of the meeting held on Tuesday 12 March 2024\n\n## 1. Trees\n",
    ),
    Rule(
        "date-impossible",
        Severity.WARNING,
        "The minutes print a date that does not exist.",
        "check the date; where it is a slip of the original, say so under `corrections:`",
        wrong="Minutes of the meeting held on 31 February 2024\n\n## 1. Trees\n",
        right="Minutes of the meeting held on 12 March 2024\n\n## 1. Trees\n",
    ),
    Rule(
        "weekday-wrong",
        Severity.WARNING,
        "A date is printed with the weekday of another day.",
        "check day, month and year; the minutes of one January often print the year before",
        wrong="Minutes of the meeting held on Sunday 12 March 2024\n\n## 1. Trees\n",
        right="Minutes of the meeting held on Tuesday 12 March 2024\n\n## 1. Trees\n",
    ),
    Rule(
        "vote-miscounted",
        Severity.WARNING,
        "The number of votes is not the number of names beside it.",
        "check the names and the number",
        wrong="## 1. Trees\n\nRESOLVED: That two trees be planted.\n\n"
        "**For** Councillor Reid, Councillor Shah (3) **Against** Councillor Moss (1)\n",
        right="## 1. Trees\n\nRESOLVED: That two trees be planted.\n\n"
        "**For** Councillor Reid, Councillor Shah (2) **Against** Councillor Moss (1)\n",
    ),
    Rule(
        "link-refused",
        Severity.ERROR,
        "A link leads out of the archive's content, and nothing may.",
        "put the file into content/ and link to it there",
        wrong="## 1. Trees\n\nSee [the plan](../../../../plan.pdf).\n",
        right="## 1. Trees\n\nSee [the plan](https://example.org/plan.pdf).\n",
        is_fixed=True,
    ),
)
