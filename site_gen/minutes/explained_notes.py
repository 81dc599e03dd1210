"""What is told of one line, or of a few, when minutes are explained."""

from enum import StrEnum

from site_gen.minutes.wording import Found
from site_gen.text.values import dataclass


class NoteKind(StrEnum):
    """What lines were understood as; the values are shown to people."""

    FRONT = "front matter"
    MEETING = "about the meeting"
    ATTENDANCE = "attendance"
    ITEM = "item"
    QUESTION = "question"
    ANSWER = "answer"
    DECISION = "decision"
    MOVING = "mover, vote or outcome"
    COMMENT = "comment or petition"
    PROMISE = "promise or action"
    PROSE = "other words"
    FURNITURE = "page furniture"
    WITHHELD = "withheld"
    HIDDEN = "hidden note"


@dataclass(frozen=True, slots=True)
class LineNote:
    """What lines `line` to `end_line` were understood as, and by which phrase where one did it."""

    line: int
    end_line: int
    kind: NoteKind
    says: str  # plain words: "question 3 by Dr Example"
    found: Found | None = None
