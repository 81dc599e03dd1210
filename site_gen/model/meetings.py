"""A meeting: when and where, who was there, what was on the agenda and what was said."""

from collections.abc import Iterator
from enum import StrEnum

from site_gen.model.people import Speaker
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Decision, Record
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


class MeetingStatus(StrEnum):
    """How far a meeting and its minutes have come."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    INQUORATE = "inquorate"
    DRAFT = "draft"
    APPROVED = "approved"
    SIGNED = "signed"


class ItemState(StrEnum):
    """What happened to an item that did not take its ordinary course."""

    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not reached"
    PRIVATE = "taken in private"


class Presence(StrEnum):
    """How somebody attended."""

    __hash__ = str.__hash__  # that of an enum is a call in Python, and asked very often

    MEMBER = "member"
    OFFICER = "officer"
    OTHER = "other"
    APOLOGIES = "apologies"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One name of the attendance."""

    speaker: Speaker
    presence: Presence
    capacity: str = ""  # as printed: "Chair", "Borough Councillor", "Clerk"
    is_chair: bool = False
    substitutes_for: str = ""  # as printed
    arrived: str = ""  # as printed: "19:40", "during item 4"
    departed: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest that somebody declared."""

    speaker: Speaker
    text: str
    line: int
    item_number: str | None = None  # as printed: "11"
    interest: str = ""  # "personal", "disclosable pecuniary", as printed


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document that minutes name: held in the archive, linked elsewhere, or held elsewhere."""

    title: str
    line: int
    path: str | None = None  # within content/, when the archive holds it
    href: str | None = None  # elsewhere on the web
    note: str = ""  # "referred to, not held here", "filed with the minutes"
    item: str | None = None  # address of the item that names it


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to published minutes, said openly."""

    date: PartialDate
    was: str
    now: str
    by: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day of a meeting that took several."""

    date: PartialDate
    start: str = ""
    venue: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item, with every word under it in the order written."""

    address: str  # fragment: "item-11"
    title: str  # plain text; empty for words before any heading that are minutes all the same
    line: int
    flow: tuple[Passage | Record | Decision | Withheld, ...] = ()
    number: str | None = None  # on the agenda, as printed
    minute: str | None = None  # minute number, as printed
    level: int = 1  # 1 for items, 2 for items under an item ...
    parent: str | None = None  # address of the item above
    part: str = ""  # "Part B", where numbers start again
    state: ItemState | None = None
    presented_by: Speaker | None = None
    introduced_by: Speaker | None = None
    withheld: Withheld | None = None  # the whole item is withheld
    is_routine: bool = False  # apologies, declarations, minutes of the last meeting

    @property
    def records(self) -> Iterator[Record]:
        """Its records in order, those of its decisions among them."""
        for part in self.flow:
            if isinstance(part, Record):
                yield part
            elif isinstance(part, Decision):
                yield from part.records

    @property
    def decisions(self) -> Iterator[Decision]:
        """Its decisions in order."""
        return (part for part in self.flow if isinstance(part, Decision))


@dataclass(frozen=True, slots=True)
class Alias:
    """A published address whose words now stand within another part; its anchor is shown there."""

    address: str  # fragment, as it was published
    target: str  # address of the item, decision or record that holds the words
    kind: str  # what it was when it was published: "item", "decision", or a kind of record
    words: str  # its opening words


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as understood. Values of the front matter win over what the text says."""

    id: str  # "planning-2024-03-12", or the front matter's own
    path: str  # of the Markdown file, relative to the archive's root
    body: str  # body id
    date: PartialDate
    title: str
    status: MeetingStatus = MeetingStatus.DRAFT
    start: str = ""  # "19:30", as written
    end: str = ""
    venue: str = ""
    chair: str = ""  # as printed
    language: str = ""  # BCP 47; empty for the archive's own
    approved_at: str = ""  # the id or date of the meeting that approved these minutes
    is_private: bool = False
    private_reason: str = ""
    joint_bodies: tuple[str, ...] = ()  # body ids
    sittings: tuple[Sitting, ...] = ()
    source: str = ""  # address of the original
    topics: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    documents: tuple[DocumentReference, ...] = ()  # attachments first, then those the text names
    preamble: tuple[Passage | Withheld, ...] = ()  # words before the first item
    items: tuple[AgendaItem, ...] = ()
    aliases: tuple[Alias, ...] = ()  # further anchors to show

    @property
    def records(self) -> Iterator[Record]:
        """Every record in the order minuted."""
        for item in self.items:
            yield from item.records
