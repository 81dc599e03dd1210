"""What is searched: pieces of minutes, each with an address of its own."""

from typing import NamedTuple

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A record, a passage of discussion or a document, as the index takes it.

    A question with its follow-ups and answers is one thread: a reader finds it by words that stand
    in any of them. Pieces of a meeting come in the order minuted.
    """

    id: str  # the meeting's id, "#" and the fragment
    thread: str  # the id of the thread's first piece; its own id where a piece stands alone
    kind: str  # "question", "response", "discussion", "document" ...
    url: str  # relative to the site's root, with fragment
    date: str  # ISO, may be partial: "2018", "2018-06"
    meeting: str
    body_id: str
    title: str = ""  # the piece's own heading; that of its item is `item`
    text: str = ""
    people: str = ""  # names and offices by which it is found
    item: str = ""
    body: str = ""  # the committee's name on that day
    person_ids: tuple[str, ...] = ()  # who asked it, for the filter
    speaker: str = ""  # as printed
    outcome: str = ""  # as shown: "Agreed"
    response: str | None = None  # "recorded", "to-follow", "none"; None for all but questions
    routine: bool = False  # apologies, declarations: these come last


class Field(NamedTuple):
    """One of the texts of a piece, as Lunr's fields are."""

    name: str
    boost: float
    is_shared: bool  # whether neighbouring pieces mostly have the same: it is stored in runs


FIELDS = (
    Field("text", 1.0, is_shared=False),
    Field("title", 2.0, is_shared=False),
    Field("people", 2.0, is_shared=False),
    Field("item", 2.0, is_shared=True),
    Field("body", 1.0, is_shared=True),
)


UNDATED = "0000"


def year_of(date: str) -> str:
    """The year of an ISO date, which may be partial; UNDATED where none is given."""
    return date[:4] if date[:4].isdigit() and len(date) >= 4 else UNDATED
