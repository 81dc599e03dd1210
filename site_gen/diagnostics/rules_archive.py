"""Codes for what only shows when all files are seen together."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

ARCHIVE_RULES = (
    Rule(
        "meeting-id-twice",
        Severity.ERROR,
        "Two meetings have the same address.",
        "give one of them an id of its own: a line such as `id: planning-2024-03-12-special`",
        is_fixed=True,
    ),
    Rule(
        "unknown-person",
        Severity.WARNING,
        "A councillor or officer is not in people.yaml.",
        "correct the spelling, or add the person or the spelling to people.yaml",
        wrong="## 1. Trees\n\nCouncillor Ried asked when they are planted.\n\n"
        "The Clerk replied that it would be in October.\n",
        right="## 1. Trees\n\nCouncillor Reid asked when they are planted.\n\n"
        "The Clerk replied that it would be in October.\n",
    ),
    Rule(
        "unknown-acronym",
        Severity.WARNING,
        "An abbreviation is neither in glossary.yaml nor spelled out in the minutes.",
        "add it to glossary.yaml, or spell it out where it is first used",
        wrong="## 1. Trees\n\nThe officer wrote a TPO for the oak.\n",
        right="## 1. Trees\n\nThe officer wrote a tree preservation order (TPO) for the oak.\n",
    ),
    Rule(
        "unknown-body",
        Severity.ERROR,
        "A file names a committee that bodies.yaml does not have.",
        "correct the name, or add the committee to bodies.yaml",
        wrong="---\ndate: 2024-03-12\nbody: planing\n---\n",
        right="---\ndate: 2024-03-12\nbody: planning\n---\n",
    ),
    Rule(
        "body-unlike-folder",
        Severity.WARNING,
        "The body of a meeting is nearly, but not quite, the name of its folder.",
        "correct the name, or list both committees in bodies.yaml",
    ),
    Rule(
        "link-to-nothing",
        Severity.ERROR,
        "A link leads to a meeting, an answer or a file that the archive does not have.",
        "correct the link, or add what it should lead to",
        wrong="## 1. Trees\n\nSee [the last minutes](2019-02-30.md).\n",
        right="## 1. Trees\n\nSee [these minutes](2024-03-12.md).\n",
    ),
    Rule(
        "earlier-question-not-found",
        Severity.WARNING,
        "A written answer names a question of an earlier meeting that is not there.",
        "check the date and number of the question that it answers",
        wrong="## 1. Trees\n\n**Written response (The Clerk, 2 May 2024; to question 1 of "
        "9 January 1999):** In October.\n",
        right="## 1. Trees\n\n**Question 1 (Mr Patel):** When are they planted?\n\n"
        "**Response (The Clerk):** In October.\n",
    ),
    Rule(
        "address-vanished",
        Severity.WARNING,
        "An address that was published before leads nowhere now.",
        "put the words back, or accept that links to them will break",
    ),
    Rule(
        "address-means-other-words",
        Severity.WARNING,
        "An address that was published before now leads to other words.",
        "put the earlier words back, or accept that links to them now show other words",
        "Somebody may have cited the earlier words by this address.",
    ),
    Rule(
        "permalinks-broken",
        Severity.ERROR,
        "The list of published addresses cannot be read.",
        "take permalinks.json from the published site again, or leave --previous out when "
        "nothing was published before",
        is_fixed=True,
    ),
    Rule(
        "public-name-in-address",
        Severity.ERROR,
        "A file name or an id would publish a name that site.yaml keeps private.",
        "give the file or the id another name",
        is_fixed=True,
    ),
)
