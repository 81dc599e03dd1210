"""Codes for what only shows when all files are seen together."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

ARCHIVE_RULES = (
    Rule(
        "meeting-id-twice",
        Severity.ERROR,
        "Two meetings have the same address.",
        "give one of them an id of its own: a line such as `id: planning-2024-03-12-special`",
    ),
    Rule(
        "unknown-person",
        Severity.WARNING,
        "A councillor or officer is not in people.yaml.",
        "correct the spelling, or add the person or the spelling to people.yaml",
    ),
    Rule(
        "unknown-acronym",
        Severity.WARNING,
        "An abbreviation is neither in glossary.yaml nor spelled out in the minutes.",
        "add it to glossary.yaml, or spell it out where it is first used",
    ),
    Rule(
        "unknown-body",
        Severity.ERROR,
        "A file names a committee that bodies.yaml does not have.",
        "correct the name, or add the committee to bodies.yaml",
    ),
    Rule(
        "link-to-nothing",
        Severity.ERROR,
        "A link leads to a meeting, an answer or a file that the archive does not have.",
        "correct the link, or add what it should lead to",
    ),
    Rule(
        "earlier-question-not-found",
        Severity.WARNING,
        "A written answer names a question of an earlier meeting that is not there.",
        "check the date and number of the question that it answers",
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
    ),
    Rule(
        "public-name-in-address",
        Severity.ERROR,
        "A file name or an id would publish a name that site.yaml keeps private.",
        "give the file or the id another name",
    ),
)
