"""`minutebook new`: a file for the next meeting, with what its committee usually has."""

import argparse
import shutil
import sys
from pathlib import Path, PurePosixPath

from site_gen.archive.assemble import Understanding
from site_gen.archive.bodies import body_of
from site_gen.archive.new_minutes import new_minutes
from site_gen.archive.settings_reading import read_directory
from site_gen.archive.usual_meeting import UsualMeeting, usual_meeting
from site_gen.cli.exits import ERRORS, GOOD, refusal_of_new_root, refuse
from site_gen.cli.new_answers import (
    WHICH_DAY,
    Committees,
    NobodyAnswersError,
    UnusableAnswerError,
    asked_until,
    read_day,
)
from site_gen.cli.terminal import BOLD, Terminal
from site_gen.content.bodies_adding import with_bodies
from site_gen.content.discovery import ContentTree, find_content
from site_gen.content.reading import read_source
from site_gen.model.bodies import Body
from site_gen.model.meetings import Meeting
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.slugs import slugify

BODIES = "content/bodies.yaml"
LOOKED_AT = 8  # files of a committee, the last by name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--body", metavar="ID", help="the committee; asked for when not given")
    parser.add_argument(
        "--date", metavar="DAY", help="the day of the meeting, such as 2024-03-12; asked for too"
    )
    parser.add_argument(
        "--name", default="", metavar="WORD", help="for a second meeting on one day: special"
    )


def run(options: argparse.Namespace) -> int:
    """Ask what is not given, and write one file. Nothing that is there is written over."""
    if refusal := refusal_of_new_root(options.root):
        return refuse(refusal)
    root: Path = options.root
    terminal = Terminal(sys.stdout)
    is_first = not (root / "content").exists()
    tree = find_content(root)
    directory = read_directory(root, tree).value
    committees = Committees(directory, _known_bodies(tree, directory))
    try:
        body = _given_body(options.body, committees) if options.body else committees.asked()
        day = options.date
        date = read_day(day) if day else asked_until(WHICH_DAY, "--date", read_day)
        path = _path(body.id, date, options.name)
        listing = _listing(root, body, committees)
    except (UnusableAnswerError, NobodyAnswersError) as wrong:
        return refuse(str(wrong))
    identifier = f"{body.id}-{date.iso}-{slugify(options.name)}" if options.name else ""
    usual = _usual(root, tree, directory, body.id, date)
    title = f"{body.name_on(date)} ({options.name})" if options.name else ""
    people = directory.people.values()
    text = new_minutes(body, date, usual, people, identifier=identifier, title=title)
    try:
        _write_new(root / path, text)
        if listing:
            _write_over(root / BODIES, listing)
    except FileExistsError:
        again = f"minutebook new --body {body.id} --date {date.iso} --name special"
        print(
            f"minutebook: there is already a file {path}, and it stays as it is. For a second "
            f"meeting on that day: {again}",
            file=sys.stderr,
        )
        return ERRORS
    except OSError as error:
        return refuse(f"the disk did not take the file: {error}")
    terminal.say(f"wrote {terminal.painted(path, BOLD)} for {date.long}")
    if listing:
        terminal.say(f"{BODIES} has the new committee: {body.name}")
    elif body.id not in committees.known and committees.known:
        terminal.say(f'"{body.id}" is a new committee; {committees.nearest(body.id)}'.rstrip("; "))
    terminal.say(f"{len(usual.agenda)} items on the agenda; open the file and write the minutes")
    if is_first:
        terminal.say("A new archive begins here. When you have written: minutebook build")
    return GOOD


def _given_body(answer: str, committees: Committees) -> Body:
    """The committee that an option names. Raises UnusableAnswerError for one not in bodies.yaml."""
    found = committees.find(answer)
    if found is not None:
        return found
    if not committees.directory.bodies:
        return committees.new(answer)
    near = committees.nearest(answer)
    raise UnusableAnswerError(
        f'there is no committee "{answer}"; {near + " " if near else ""}'
        f"bodies.yaml has: {', '.join(committees.known)}. To begin a new one, run "
        "`minutebook new` and type its name, or add it to bodies.yaml"
    )


def _known_bodies(tree: ContentTree, directory: Directory) -> tuple[str, ...]:
    """Ids of committees: those of bodies.yaml, else the folders that there are."""
    if directory.bodies:
        return tuple(directory.bodies)
    return tuple(sorted({parts[2] for path in tree.meetings if len(parts := Path(path).parts) > 3}))


def _write_new(file: Path, text: str) -> None:
    """Write a file that is not there, whole or not at all. Raises FileExistsError and OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    opened = file.open("x", encoding="utf-8", newline="\n")
    try:
        with opened:
            opened.write(text)
    except OSError:
        file.unlink(missing_ok=True)
        raise


def _listing(root: Path, body: Body, committees: Committees) -> str:
    """bodies.yaml with a new committee in it; empty where it can do without.

    It cannot where its name would be lost, or where others are listed: who is not is unknown.
    Without such a file those that have a folder get their place too. Raises UnusableAnswerError
    for a file that has no room for it.
    """
    is_listed_elsewhere = bool(committees.directory.bodies)
    is_named = body != body_of(body.id, {})
    if body.id in committees.known or not (is_listed_elsewhere or is_named):
        return ""
    source = read_source(root, BODIES).value
    others = [] if is_listed_elsewhere else [body_of(one, {}) for one in committees.known]
    text = None
    if source is not None or not (root / BODIES).exists():
        text = with_bodies(source.text if source is not None else "", [*others, body])
    if text is None:
        raise UnusableAnswerError(
            f"{BODIES} does not have the committee {body.name}; add it there with "
            f"`id: {body.id}`, and run this again"
        )
    return text


def _write_over(file: Path, text: str) -> None:
    """Write a file whole or not at all. Raises OSError."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        if file.exists():
            shutil.copymode(file, beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _path(body: str, date: PartialDate, name: str) -> str:
    if name and not slugify(name):
        raise UnusableAnswerError(
            f'"{name}" cannot be part of a file name; write letters or digits'
        )
    ending = f"-{slugify(name)}" if name else ""
    return f"content/meetings/{body}/{date.iso}{ending}.md"


def _usual(
    root: Path, tree: ContentTree, directory: Directory, body: str, date: PartialDate
) -> UsualMeeting:
    """What the committee's last meetings before `date` had."""
    understanding = Understanding(directory)
    folder = [path for path in tree.meetings if PurePosixPath(path).parts[2:3] == (body,)]
    meetings: list[Meeting] = []
    for path in sorted(folder, reverse=True)[:LOOKED_AT]:
        source = read_source(root, path).value
        if source is not None:
            meeting = understanding.understand(path, source.text.encode()).meeting
            if meeting is not None and not meeting.is_private and meeting.date.iso < date.iso:
                meetings.append(meeting)
    meetings.sort(key=lambda one: one.date.sort_key, reverse=True)
    listed = directory.bodies.get(body)
    return usual_meeting(meetings, listed.agenda if listed is not None else ())
