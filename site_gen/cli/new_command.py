"""`minutebook new`: a file for the next meeting, with what its committee usually has."""

import argparse
import difflib
import sys
from pathlib import Path, PurePosixPath

from site_gen.archive.assemble import Understanding
from site_gen.archive.bodies import body_of
from site_gen.archive.new_minutes import new_minutes
from site_gen.archive.settings_reading import read_directory
from site_gen.archive.usual_meeting import UsualMeeting, usual_meeting
from site_gen.cli.exits import ERRORS, GOOD, refusal_of_new_root, refuse
from site_gen.cli.terminal import BOLD, Terminal
from site_gen.content.discovery import ContentTree, find_content
from site_gen.content.reading import read_source
from site_gen.model.bodies import Body, BodyName
from site_gen.model.meetings import Meeting
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.prose_dates import find_dates
from site_gen.text.slugs import slugify
from site_gen.text.values import replace

LOOKED_AT = 8  # files of a committee, the last by name


class UnusableAnswerError(ValueError):
    """What was asked for cannot be; the message says what could."""


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
    terminal = Terminal(sys.stdout)
    is_first = not (options.root / "content").exists()
    tree = find_content(options.root)
    directory = read_directory(options.root, tree).value
    known = _known_bodies(tree, directory)
    try:
        answer = options.body or _asked(_which_body(known), "--body")
        body = _body(answer, directory, known)
        date = _day(options.date or _asked("On which day is the meeting? (2024-03-12) ", "--date"))
        path = _path(body, date, options.name)
    except UnusableAnswerError as wrong:
        return refuse(str(wrong))
    file: Path = options.root / path
    identifier = f"{body}-{date.iso}-{slugify(options.name)}" if options.name else ""
    usual = _usual(options.root, tree, directory, body, date)
    text = new_minutes(
        _as_called(body_of(body, directory.bodies), answer, directory),
        date,
        usual,
        directory.people.values(),
        identifier=identifier,
    )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        print(
            f"minutebook: there is already a file {path}, and it stays as it is. For a second "
            "meeting on that day add `--name special`",
            file=sys.stderr,
        )
        return ERRORS
    except OSError as error:
        return refuse(f"the disk did not take the file: {error}")
    terminal.say(f"wrote {terminal.painted(path, BOLD)} for {date.long}")
    terminal.say(f"{len(usual.agenda)} items on the agenda; open the file and write the minutes")
    if is_first:
        terminal.say("A new archive begins here. When you have written: minutebook build")
    return GOOD


def _asked(question: str, option: str) -> str:
    """The answer of whoever sits there. Raises UnusableAnswerError where nobody does."""
    if not sys.stdin.isatty():
        raise UnusableAnswerError(f"give {option}; there is nobody here to ask")
    try:
        return input(question).strip()
    except EOFError:
        raise UnusableAnswerError(f"nothing was answered; give {option}") from None


def _known_bodies(tree: ContentTree, directory: Directory) -> list[str]:
    """Ids of committees: those of bodies.yaml, else the folders that there are."""
    if directory.bodies:
        return list(directory.bodies)
    return sorted({parts[2] for path in tree.meetings if len(parts := Path(path).parts) > 3})


def _which_body(known: list[str]) -> str:
    listed = "".join(f"  {number}  {body}\n" for number, body in enumerate(known, 1))
    return f"{listed}Which committee? (its name{' or number' if known else ''}) "


def _body(answer: str, directory: Directory, known: list[str]) -> str:
    """The id that was meant: as given, by number, or by the committee's name."""
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(known):
        return known[int(answer) - 1]
    body = slugify(answer)
    named = [one for one, listed in directory.bodies.items() if slugify(listed.name) == body]
    if body in known or (body and not known):
        return body
    if len(named) == 1:
        return named[0]
    if not directory.bodies and body:
        return body  # a committee that has no folder yet
    near = difflib.get_close_matches(body, known, 1)
    hint = f'did you mean "{near[0]}"? ' if near else ""
    raise UnusableAnswerError(
        f'there is no committee "{answer}"; {hint}bodies.yaml has: {", ".join(known)}'
    )


def _as_called(body: Body, answer: str, directory: Directory) -> Body:
    """The committee by the name that was typed, where bodies.yaml gives it none."""
    if body.id in directory.bodies or answer == body.id or slugify(answer) != body.id:
        return body
    return replace(body, names=(BodyName(answer),))


def _day(answer: str) -> PartialDate:
    """The day, written as 2024-03-12 or in words. Raises UnusableAnswerError for anything else."""
    try:
        date = PartialDate.parse(answer)
    except ValueError:
        found = [one.date for one in find_dates(answer) if one.date is not None]
        date = found[0] if len(found) == 1 else PartialDate(1)
    if date.day is None:
        raise UnusableAnswerError(f'"{answer}" is not a day; write it like this: 2024-03-12')
    return date


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
