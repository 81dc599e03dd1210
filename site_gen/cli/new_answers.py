"""What `minutebook new` has to know: a committee and a day, as options or as answers.

Whoever sits there is asked again after an answer that cannot be; an option that cannot be ends it.
"""

import difflib
import sys
from collections.abc import Callable
from typing import TypeVar

from site_gen.archive.bodies import body_of
from site_gen.model.bodies import Body, BodyName
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.prose_dates import find_dates
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass, replace

WHICH_DAY = "On which day is the meeting? (such as 2024-03-12, or 12 March 2024) "
YES, NO = {"yes", "y"}, {"no", "n"}
Answer = TypeVar("Answer")


class UnusableAnswerError(ValueError):
    """What was asked for cannot be; the message says what could."""


class NobodyAnswersError(Exception):
    """Nobody is there to be asked; the message names the option to give."""


@dataclass(frozen=True, slots=True)
class Committees:
    """The committees that an archive knows."""

    directory: Directory
    known: tuple[str, ...]  # ids: those of bodies.yaml, else the folders that there are

    def asked(self) -> Body:
        """The committee that whoever sits there means. Raises NobodyAnswersError."""
        listed = "".join(
            f"  {number}  {body_of(body, self.directory.bodies).name}\n"
            for number, body in enumerate(self.known, 1)
        )
        question = f"{listed}Which committee? (its name{' or number' if self.known else ''}) "
        return asked_until(question, "--body", self._answered)

    def find(self, answer: str) -> Body | None:
        """The committee that was meant: by its id, its number, or its name; None for no known one.

        Raises UnusableAnswerError for what cannot be the name of a committee.
        """
        body = slugify(answer)
        if answer.isascii() and answer.isdigit() and answer not in self.known:
            return self._numbered(int(answer))
        if not body:
            raise UnusableAnswerError("type the name of the committee")
        listed = self.directory.bodies
        named = [one for one in listed.values() if slugify(one.name) == body]
        if body in self.known:
            return body_of(body, listed)
        return named[0] if len(named) == 1 else None

    def new(self, answer: str) -> Body:
        """A committee that begins with this meeting, by the name that was typed."""
        body = body_of(slugify(answer), {})
        return body if answer == body.id else replace(body, names=(BodyName(answer),))

    def nearest(self, answer: str) -> str:
        """A question that names the known committee of the nearest spelling; empty without one."""
        near = difflib.get_close_matches(slugify(answer), self.known, 1)
        return f'did you mean "{near[0]}"?' if near else ""

    def _numbered(self, number: int) -> Body:
        if not 1 <= number <= len(self.known):
            raise UnusableAnswerError(f"no committee has the number {number}")
        return body_of(self.known[number - 1], self.directory.bodies)

    def _answered(self, answer: str) -> Body:
        found = self.find(answer)
        if found is not None:
            return found
        if not self.known or _agreed(answer, self.nearest(answer)):
            return self.new(answer)
        raise UnusableAnswerError("then which of those above?")


def _agreed(answer: str, nearest: str) -> bool:
    """Whether the committee is meant to begin here; a slip of the keyboard should make none."""
    question = f'There is no committee "{answer}" yet{"; " + nearest if nearest else "."} '
    return asked_until(f"{question}Begin a new one? (yes or no) ", "--body", _yes_or_no)


def _yes_or_no(answer: str) -> bool:
    if answer.lower() not in YES | NO:
        raise UnusableAnswerError("please answer yes or no")
    return answer.lower() in YES


def asked_until(question: str, option: str, read: Callable[[str], Answer]) -> Answer:
    """What `read` makes of the first answer that it can use.

    Raises NobodyAnswersError, which names the `option`, where nobody is there to answer.
    """
    while True:
        answer = _asked(question, option)
        try:
            return read(answer)
        except UnusableAnswerError as wrong:
            print(f"  {wrong}")


def _asked(question: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise NobodyAnswersError(f"give {option}; there is nobody here to ask")
    try:
        return input(question).strip()
    except EOFError:
        print()
        raise NobodyAnswersError(f"nothing was answered; give {option}") from None


def read_day(answer: str) -> PartialDate:
    """The day, written as 2024-03-12 or in words. Raises UnusableAnswerError for anything else."""
    try:
        date = PartialDate.parse(answer)
    except ValueError:
        found = [one.date for one in find_dates(answer) if one.date is not None]
        date = found[0] if len(found) == 1 else PartialDate(1)
    if date.day is None:
        raise UnusableAnswerError(
            f'"{answer}" is not a day; write day, month and year, like this: 2024-03-12'
        )
    return date
