"""Codes for files as files: what cannot be read, and where it lies."""

from site_gen.diagnostics.diagnostic import Severity
from site_gen.diagnostics.rule import Rule

ERROR = Severity.ERROR
WARNING = Severity.WARNING

FILE_RULES = (
    Rule(
        "file-empty",
        ERROR,
        "The file holds nothing.",
        "write the minutes, or delete the file",
        is_fixed=True,
    ),
    Rule(
        "file-not-utf8",
        ERROR,
        "The file is not saved as UTF-8 text.",
        'open it in your editor, choose "Save as", and there the encoding UTF-8',
        is_fixed=True,
    ),
    Rule(
        "file-is-html",
        ERROR,
        "The file is a web page, not Markdown.",
        "paste the text of the page into a Markdown file, or use the import command",
        wrong="<!doctype html>\n<h1>Planning Committee</h1>\n",
        right="---\ndate: 2024-03-12\n---\n\n# Planning Committee\n",
        is_fixed=True,
    ),
    Rule(
        "file-unreadable",
        ERROR,
        "The file could not be opened.",
        "check that it still exists and that you may read it",
        is_fixed=True,
    ),
    Rule(
        "file-too-large",
        ERROR,
        "The file is larger than any minutes are.",
        "split it into one file for each meeting",
        is_fixed=True,
    ),
    Rule(
        "paragraph-too-long",
        ERROR,
        "A paragraph goes on for longer than any does; nothing of the file is read.",
        "put an empty line between the paragraphs, or split the file",
        is_fixed=True,
    ),
    Rule(
        "symbolic-link",
        ERROR,
        "A symbolic link stands among the content; links are not followed.",
        "put the file itself there",
        is_fixed=True,
    ),
    Rule(
        "file-misplaced",
        WARNING,
        "A file stands where nothing reads it.",
        "put minutes in content/meetings/<committee>/, reports in content/documents/",
    ),
    Rule(
        "file-not-imported",
        Severity.HINT,
        "A Word file, a web page or a text lies in content/, and no minutes name it. It is not "
        "shown.",
        'bring it in with `minutebook import "the file"`, or name it under `attachments:`',
    ),
    Rule(
        "attachment-missing",
        ERROR,
        "An attachment is named that is not there.",
        "put the file beside the minutes, or correct its name",
        wrong="---\ndate: 2024-03-12\nattachments: [no-such-plan.pdf]\n---\n\n## 1. Trees\n",
        right="---\ndate: 2024-03-12\n---\n\n## 1. Trees\n",
    ),
    Rule(
        "attachment-refused",
        ERROR,
        "An attachment is of a kind that is not published.",
        "attach pdf, docx, xlsx, odt, csv, txt, png, jpg or webp",
        wrong="---\ndate: 2024-03-12\nattachments: [program.exe]\n---\n\n## 1. Trees\n",
        right="---\ndate: 2024-03-12\n---\n\n## 1. Trees\n",
        is_fixed=True,
    ),
)
