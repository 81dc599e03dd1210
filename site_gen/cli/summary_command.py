"""`minutebook summary`: what was understood in some files, as Markdown for a pull request."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from site_gen.cli.exits import GOOD, refusal_of_root, refuse
from site_gen.model.meetings import Meeting
from site_gen.pages.understood import Reading, readings
from site_gen.publish.checking import understood_meetings

MOST_TOLD = 30  # meetings of which every row is told; a pull request is read by a person
MOST_WORDS = 90  # characters of a question or an answer, enough to know it by
# What Markdown could take for its own, and GitHub for a person or an issue.
ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#|~@!&])")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="minutes, as paths in the root")


def run(options: argparse.Namespace) -> int:
    """Print what was understood."""
    if refusal := refusal_of_root(options.root):
        return refuse(refusal)
    paths = [Path(file).as_posix() for file in options.files if file.endswith(".md")]
    if not paths:
        print("No minutes were changed.")
        return GOOD
    for line in summary_lines(understood_meetings(options.root, paths)):
        sys.stdout.write(f"{line}\n")
    return GOOD


def summary_lines(meetings: dict[str, Meeting | None]) -> Iterator[str]:
    """A heading and a table for each file; of many files, how much was found in each."""
    is_long = len(meetings) > MOST_TOLD
    if is_long:
        yield from ("| Minutes | Found |", "|---|---|")
    for path, meeting in meetings.items():
        if is_long:
            yield f"| {_safe(path)} | {_safe(_counts(meeting))} |"
        else:
            yield from _told(path, meeting)


def _told(path: str, meeting: Meeting | None) -> Iterator[str]:
    if meeting is None:
        yield from (f"### {_safe(path)}", "", "Nothing of this file is shown on the site.", "")
        return
    yield f"### {_safe(meeting.title)}, {meeting.date.long}"
    yield from ("", f"{_safe(path)}: {_safe(_counts(meeting))}.", "")
    rows = readings(meeting)
    if rows:
        yield from ("| Found | Who | Words | More |", "|---|---|---|---|")
        yield from (_row(row) for row in rows)
        yield ""


def _row(row: Reading) -> str:
    words = row.words if len(row.words) <= MOST_WORDS else f"{row.words[:MOST_WORDS].rstrip()} …"
    return f"| {' | '.join(map(_safe, (row.what, row.who, words, row.more)))} |"


def _counts(meeting: Meeting | None) -> str:
    if meeting is None:
        return "not shown on the site"
    counts = Counter(row.what.lower() for row in readings(meeting))
    return (
        ", ".join(f"{word}: {count}" for word, count in counts.items())
        or "no agenda items are shown"
    )


def _safe(text: str) -> str:
    """Text that Markdown shows as it is."""
    return ACTIVE.sub(r"\\\1", " ".join(text.split()))
