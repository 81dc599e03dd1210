"""Words of the minutes, ready to show and ready to search."""

from enum import StrEnum

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Prose:
    """The same words twice: as safe HTML from the one Markdown set-up, and as plain text."""

    html: str = ""
    text: str = ""  # paragraphs and list entries parted by "\n"; no mark-up

    def __bool__(self) -> bool:
        return bool(self.html)


class PassageRole(StrEnum):
    """Why words that are no record stand where they stand."""

    __hash__ = str.__hash__  # that of an enum is a call in Python, and asked very often

    PROSE = "prose"  # outside any item: preamble, closing words
    LEAD = "lead"  # announces what follows: "AGREED:", "Mr Example asked:"
    MOVERS = "movers"  # "Moved by ...", "Proposed by ...; Seconded by ..."
    VOTE = "vote"  # a table or line of votes
    OUTCOME = "outcome"  # "Motion Passed (13 to 0)"
    AGENDA = "agenda"  # the agenda's own text, printed again before the minutes
    ATTENDANCE = "attendance"  # "Present: ...", "Apologies were received from ..."
    FURNITURE = "furniture"  # "Supporting documents:", "Minutes:", page numbers


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that belongs to no record, kept where it was written."""

    role: PassageRole
    prose: Prose
    line: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """Stands where text was withheld. It has no text: that was dropped when the file was read."""

    line: int
    paragraphs: tuple[str, ...] = ()  # of Schedule 12A, Local Government Act 1972: ("3",)
    reason: str = ""  # plain words for the public
    public_summary: str = ""
