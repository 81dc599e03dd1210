"""Codes for files as files: what cannot be read, and front matter that is not right."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

ERROR = Severity.ERROR
WARNING = Severity.WARNING

CONTENT_RULES = (
    Rule(
        "file-empty",
        ERROR,
        "The file holds nothing.",
        "write the minutes, or delete the file",
    ),
    Rule(
        "file-not-utf8",
        ERROR,
        "The file is not saved as UTF-8 text.",
        "open it in your editor and save it again with the encoding UTF-8",
    ),
    Rule(
        "file-is-html",
        ERROR,
        "The file is a web page, not Markdown.",
        "paste the text of the page into a Markdown file, or use the import command",
    ),
    Rule(
        "file-unreadable",
        ERROR,
        "The file could not be opened.",
        "check that it still exists and that you may read it",
    ),
    Rule(
        "file-too-large",
        ERROR,
        "The file is larger than any minutes are.",
        "split it into one file for each meeting",
    ),
    Rule(
        "symbolic-link",
        ERROR,
        "A symbolic link stands among the content; links are not followed.",
        "put the file itself there",
    ),
    Rule(
        "file-misplaced",
        WARNING,
        "A file stands where nothing reads it.",
        "put minutes in content/meetings/<committee>/, reports in content/documents/",
    ),
    Rule(
        "name-unusable",
        ERROR,
        "A file or folder has a name that cannot be part of an address.",
        "use letters, digits, hyphens and underscores",
    ),
    Rule(
        "front-matter-missing",
        ERROR,
        "The file does not begin with front matter.",
        'begin the file with three lines: "---", "date: 2024-03-12", "---"',
    ),
    Rule(
        "front-matter-open",
        ERROR,
        'The front matter begins but no second line "---" ends it.',
        'put a line "---" after the last line of the front matter',
    ),
    Rule(
        "yaml-broken",
        ERROR,
        "The YAML cannot be read.",
        "put quotation marks around the value",
    ),
    Rule(
        "yaml-key-twice",
        ERROR,
        "The same key stands twice.",
        "keep one of the two lines",
    ),
    Rule(
        "yaml-alias",
        ERROR,
        "The YAML uses anchors, aliases or tags, which are not used here.",
        "write the value out",
    ),
    Rule(
        "yaml-comment-swallows",
        WARNING,
        'What follows "#" is a comment to YAML and is not read.',
        "put quotation marks around the value",
    ),
    Rule(
        "field-unknown",
        WARNING,
        "A key is not one that is read here.",
        "correct the spelling, or remove the line",
    ),
    Rule(
        "private-unclear",
        ERROR,
        "A key looks like a mark of privacy without being one. The minutes are kept back.",
        "write `private: true`, or remove the line",
    ),
    Rule(
        "field-missing",
        ERROR,
        "A key that is needed is missing.",
        "add it",
    ),
    Rule(
        "field-wrong-type",
        ERROR,
        "A value is not of the kind that this key takes.",
        "write the value as the hint shows",
    ),
    Rule(
        "field-wrong-value",
        ERROR,
        "A value is none of those that this key takes.",
        "use one of the values listed",
    ),
    Rule(
        "date-wrong",
        ERROR,
        "A date cannot be read or does not exist.",
        "write it as year-month-day: 2024-03-12",
    ),
    Rule(
        "attachment-missing",
        ERROR,
        "An attachment is named that is not there.",
        "put the file beside the minutes, or correct its name",
    ),
    Rule(
        "attachment-refused",
        ERROR,
        "An attachment is of a kind that is not published.",
        "attach pdf, docx, xlsx, odt, csv, txt, png, jpg or webp",
    ),
    Rule(
        "note-open",
        ERROR,
        "A hidden note is never closed. Everything after it is left out.",
        'write "-->" where the hidden note ends',
    ),
    Rule(
        "id-twice",
        ERROR,
        "Two entries of one file have the same id.",
        "give one of them another id",
    ),
)
