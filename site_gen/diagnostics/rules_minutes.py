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
        "question-number-twice",
        Severity.WARNING,
        "Two questions of one item are announced with the same number.",
        "correct one of the numbers",
        wrong=(
            "## 1. Questions\n\n**Question 1 (Mrs Ward):** When will it open?\n\n"
            "**Response (The Clerk):** In May.\n\n**Question 1 (Mr Fox):** When will it close?\n\n"
            "**Response (The Clerk):** In June.\n"
        ),
        right=(
            "## 1. Questions\n\n**Question 1 (Mrs Ward):** When will it open?\n\n"
            "**Response (The Clerk):** In May.\n\n**Question 2 (Mr Fox):** When will it close?\n\n"
            "**Response (The Clerk):** In June.\n"
        ),
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

MEETING_RULES = (
    Rule(
        "item-number-missing",
        Severity.HINT,
        "The numbers of the items leave one out.",
        "add the item, or correct the numbers; an item that was not taken can be said so",
        wrong="## 1. Trees\n\nTwo were planted.\n\n## 2. Bins\n\nThey were emptied.\n\n"
        "## 4. Roads\n\nOne was closed.\n",
        right="## 1. Trees\n\nTwo were planted.\n\n## 2. Bins\n\nThey were emptied.\n\n"
        "## 3. Roads\n\nOne was closed.\n",
    ),
    Rule(
        "decision-without-outcome",
        Severity.WARNING,
        "A motion was moved, and nothing says what became of it.",
        "say whether it was carried, lost or withdrawn",
        wrong="## 1. Trees\n\n**Motion:** That two trees be planted.\n\n"
        "**Moved:** Councillor Reid **Seconded:** Councillor Shah\n",
        right="## 1. Trees\n\n**Motion:** That two trees be planted.\n\n"
        "**Moved:** Councillor Reid **Seconded:** Councillor Shah\n\nThe motion was carried.\n",
    ),
    Rule(
        "label-misspelt",
        Severity.HINT,
        "A paragraph begins with a word that is nearly a label, and is read as plain words.",
        "correct the spelling, if it is meant as the label",
        "A decision or an answer whose label has a typing mistake is in no list of decisions or "
        "answers, and nobody finds it there.",
        wrong="## 1. Trees\n\nRESLOVED: That two trees be planted.\n",
        right="## 1. Trees\n\nRESOLVED: That two trees be planted.\n",
    ),
    Rule(
        "promised-answer-open",
        Severity.HINT,
        "An answer was promised, a later meeting has been held, and no answer is here.",
        "add the answer where it was given, such as `**Written response (The Clerk, 2 May 2024; "
        "to question 1 of 12 March 2024):**`",
    ),
    Rule(
        "mover-is-seconder",
        Severity.WARNING,
        "The same person moved a motion and seconded it.",
        "check both names",
        wrong="## 1. Trees\n\nIt was moved by Councillor Reid, seconded by Councillor Reid and "
        "RESOLVED that two trees be planted.\n",
        right="## 1. Trees\n\nIt was moved by Councillor Reid, seconded by Councillor Shah and "
        "RESOLVED that two trees be planted.\n",
    ),
    Rule(
        "absent-but-speaking",
        Severity.HINT,
        "Somebody who sent apologies or was absent speaks, moves or seconds.",
        "check the attendance; who came late can be said so",
        wrong="Present: Councillor Shah, Councillor Moss\n\nApologies: Councillor Reid\n\n"
        "## 1. Trees\n\nIt was moved by Councillor Reid, seconded by Councillor Shah and "
        "RESOLVED that two trees be planted.\n",
        right="Present: Councillor Reid, Councillor Shah\n\nApologies: Councillor Moss\n\n"
        "## 1. Trees\n\nIt was moved by Councillor Reid, seconded by Councillor Shah and "
        "RESOLVED that two trees be planted.\n",
    ),
    Rule(
        "more-votes-than-members",
        Severity.WARNING,
        "More votes were cast than members were present.",
        "check the numbers of the vote and the attendance",
        wrong="Present: Councillor Reid, Councillor Shah, Councillor Moss\n\n## 1. Trees\n\n"
        "RESOLVED: That two trees be planted.\n\n**Vote:** 9 for, 3 against\n",
        right="Present: Councillor Reid, Councillor Shah, Councillor Moss\n\n## 1. Trees\n\n"
        "RESOLVED: That two trees be planted.\n\n**Vote:** 2 for, 1 against\n",
    ),
    Rule(
        "name-unlike-attendance",
        Severity.HINT,
        "A councillor's name is spelled almost as one in the attendance, and not quite.",
        "correct the spelling here or there",
        wrong="Present: Councillor Whitlock, Councillor Shah, Councillor Moss\n\n## 1. Trees\n\n"
        "Councillor Witlock asked when they are planted.\n\nThe Clerk replied that it would be "
        "in October.\n",
        right="Present: Councillor Reid, Councillor Shah, Councillor Moss\n\n## 1. Trees\n\n"
        "Councillor Reid asked when they are planted.\n\nThe Clerk replied that it would be "
        "in October.\n",
    ),
    Rule(
        "file-name-date",
        Severity.HINT,
        "The date in the file's name is not the date of the meeting.",
        "give the file the name of its date, or correct `date:`",
        wrong="---\ndate: 2024-03-13\n---\n\n## 1. Trees\n",
        right="---\ndate: 2024-03-12\n---\n\n## 1. Trees\n",
    ),
    Rule(
        "public-excluded",
        Severity.WARNING,
        "The public was excluded from the meeting, and what follows is published.",
        'if it is exempt, write "**Exempt (paragraph 3):**" before it and "**End of exempt**" '
        "after it",
        "None of the words are repeated in this message.",
        wrong="## 1. Exclusion of the public\n\nRESOLVED: That the press and public be excluded "
        "from the meeting for the next item.\n\n## 2. Lease\n\nThe rent of the mill was "
        "discussed, and members thought that the tenant would pay more than was offered.\n",
        right="## 1. Exclusion of the public\n\nRESOLVED: That the press and public be excluded "
        "from the meeting for the next item.\n\n## 2. Lease\n\nThe lease of the mill was "
        "discussed.\n\n**Exempt (paragraph 3):** The rent is to be agreed.\n\n"
        "**End of exempt**\n",
    ),
    Rule(
        "exempt-paragraph-unknown",
        Severity.WARNING,
        "A mark for exempt text names a paragraph that the law does not have.",
        "write the paragraph of Schedule 12A to the Local Government Act 1972, such as "
        '"**Exempt (paragraph 3):**"',
        wrong="## 1. Lease\n\nThe lease was discussed.\n\n**Exempt (paragraph 77):** The rent "
        "is to be agreed.\n\n**End of exempt**\n",
        right="## 1. Lease\n\nThe lease was discussed.\n\n**Exempt (paragraph 3):** The rent "
        "is to be agreed.\n\n**End of exempt**\n",
    ),
    Rule(
        "exempt-without-summary",
        Severity.HINT,
        "An item is exempt, and nothing tells the public what was done.",
        'write a sentence for the public before the mark, or after "**End of exempt**"',
        "The law asks for a summary where the minutes alone would give no fair record.",
        wrong="## 1. Lease of the mill (exempt: paragraph 3)\n\nThe rent is to be agreed.\n",
        right="## 1. Lease of the mill\n\nThe terms of the lease were agreed.\n\n"
        "**Exempt (paragraph 3):** The rent is to be agreed.\n\n**End of exempt**\n",
    ),
)
