"""One item while it is read: what has been found, and what is still open."""

import re
from enum import Enum

from site_gen.content.block import Block, BlockKind
from site_gen.minutes.drafts import DecisionDraft, FlowDraft, PassageDraft, RecordDraft
from site_gen.minutes.names import is_speaker, parse_speaker
from site_gen.minutes.sentences import sentence_starts
from site_gen.minutes.wording import Found, Wording
from site_gen.model.meetings import ItemState
from site_gen.model.people import Speaker
from site_gen.model.prose import PassageRole, Withheld
from site_gen.model.records import RecordKind
from site_gen.text.values import dataclass, field

SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", ")", "]")


class Takes(Enum):
    """What the open record takes of the blocks that follow it."""

    NOTHING = 0
    LIST = 1  # a list right behind it
    ALL = 2  # everything up to the next phrase


class Expects(Enum):
    """What a list means that comes next."""

    NOTHING = 0
    COMMENTS = 1


@dataclass(slots=True)
class Reading:
    """The state of one item's reading; the small readers for each kind of record change it."""

    wording: Wording
    attendance_lines: frozenset[int] = frozenset()  # lines that only say who was there
    is_minutes: bool = True  # its prose may tell of decisions
    flow: list[FlowDraft] = field(default_factory=list)
    record: RecordDraft | None = None  # the open one
    titled: RecordDraft | None = None  # what the item's title announced
    takes: Takes = Takes.NOTHING
    decision: DecisionDraft | None = None  # the open one
    decisions: list[DecisionDraft] = field(default_factory=list)  # all of the item
    takes_parts: bool = False  # the open decision takes paragraphs as parts
    takes_motion: bool = False  # the open decision takes the words of its motion
    has_outcome_ahead: bool = False  # what became of the open motion is told further down
    part_kind: RecordKind = RecordKind.RESOLUTION  # of the open decision
    decides: str | None = None  # the body that decides on the open recommendation
    expects: Expects = Expects.NOTHING
    is_before_list: bool = False  # a list stands right behind the paragraph that is read
    last_marker: str = ""  # of the list that the open batch or comments come from
    batches: int = 0
    is_amending: bool = False  # a heading "Amendment" stands above
    presented_by: Speaker | None = None
    introduced_by: Speaker | None = None
    state: ItemState | None = None
    nested: int = 0  # movers behind movers in the paragraph that is read
    trace: list[tuple[int, Found]] = field(default_factory=list)  # lines, and what told them

    def note(self, block: Block, found: Found) -> None:
        """Remember that the phrase made something of the block, so that it can be explained."""
        self.trace.append((block.line, found))

    def close(self) -> None:
        """Nothing is open any more."""
        self.record = None
        self.takes = Takes.NOTHING
        self.decision = None
        self.takes_parts = False
        self.takes_motion = False
        self.expects = Expects.NOTHING
        self.last_marker = ""

    def add_decision(self, decision: DecisionDraft) -> None:
        """Put a decision into the flow and leave it open."""
        self.flow.append(decision)
        self.decisions.append(decision)
        self.decision = decision

    def open(self, record: RecordDraft, takes: Takes) -> None:
        """Put a record into the flow, or into the open decision, and leave it open."""
        if self.decision is not None:
            self.decision.flow.append(record)
        else:
            self.flow.append(record)
        self.record = record
        self.takes = takes

    def passage(self, role: PassageRole, block: Block) -> None:
        """Put words into the flow that are no record; neighbours of one role are one passage."""
        flow = self.decision.flow if self.decision is not None else self.flow
        self.record = None
        last = flow[-1] if flow else None
        if isinstance(last, PassageDraft) and last.role is role and role is not PassageRole.LEAD:
            last.blocks.append(block)
        else:
            flow.append(PassageDraft(role, [block]))

    def continue_with(self, block: Block) -> None:
        """Give the block to the open record, else to the discussion."""
        if self.record is not None:
            self.record.blocks.append(block)
        else:
            self.discuss(block)

    def takes_block(self, block: Block) -> bool:
        """Whether the block belongs to the open record."""
        takes_list = self.takes is Takes.LIST and block.kind is BlockKind.LIST
        return self.record is not None and (self.takes is Takes.ALL or takes_list)

    def give(self, block: Block) -> None:
        """Give the block to the open record if that takes it, else to the discussion."""
        if self.record is not None and self.takes_block(block):
            self.record.blocks.append(block)
        else:
            self.discuss(block)

    def withhold(self, withheld: Withheld) -> None:
        """Put into the flow what stands for withheld text."""
        if self.decision is not None:
            self.record = None
            self.decision.flow.append(withheld)
        else:
            self.close()
            self.flow.append(withheld)

    def discuss(self, block: Block) -> None:
        """Put prose into the flow that is part of no other record."""
        self.close()
        last = self.flow[-1] if self.flow else None
        if isinstance(last, RecordDraft) and last.kind is RecordKind.DISCUSSION:
            last.blocks.append(block)
        else:
            self.flow.append(RecordDraft(RecordKind.DISCUSSION, block.line, [block]))

    def speaker(self, found: Found, block: Block, slot: str = "speaker") -> Speaker | None:
        """Whoever stands in a slot of the phrase; None when nobody does."""
        printed = found.slot(slot).strip()
        if not printed or printed.lower() in PRONOUNS:
            return None
        return parse_speaker(printed, *block.place(found.slot_starts[slot]))

    @property
    def previous_text(self) -> str:
        """The prose right before, to tell what a list is about."""
        last = self.flow[-1] if self.flow else None
        if isinstance(last, RecordDraft) and last.kind is RecordKind.DISCUSSION:
            return last.text
        return ""


def names_somebody(printed: str) -> bool:
    """Whether a slot holds a name, an office or "a resident"."""
    shown = printed.strip(" ,\n")
    lowered = " ".join(shown.lower().split())
    if lowered.startswith(NOBODY) or next(sentence_starts(shown), None) is not None:
        return False
    return is_speaker(shown) or (lowered.startswith(SOMEBODY) and len(lowered) < 90)


# "In response to the Chair, the Director" is more than a name.
NOBODY = (
    "in ", "on ", "at ", "after ", "before ", "following ", "with ", "regarding ", "as ", "if ",
    "when ", "while ", "since ", "to ", "for ", "from ", "by ", "it ", "that ", "this ",
)  # fmt: skip
PRONOUNS = ("he", "she", "they", "it", "who")
EVERYBODY = (
    "members", "the members", "he", "she", "they", "the committee", "the commission", "the panel",
    "officers", "some members", "several members", "councillors", "the council", "it was",
    "the parish council", "chair", "the chair",
)  # fmt: skip
CHAIR = re.compile(r"(?:the )?(?:chair|chairman|chairwoman|chairperson)\Z")
SOMEBODY = (
    "a resident", "a member", "another member", "another resident", "members", "member of",
    "a councillor", "councillors", "a parishioner", "one member", "one resident", "an elector",
    "some members", "several members", "a local resident", "a questioner", "the questioner",
    "the committee", "the commission", "the panel", "officers", "an officer", "the officer",
    "the applicant", "the agent", "a representative", "the representative", "a youth",
    "a tenant", "a parent", "the resident", "the member", "the parish council", "the council",
    "he", "she", "they",
)  # fmt: skip


def is_one_asker(printed: str) -> bool:
    """Whether somebody asked, rather than everybody: "Members asked for ..." is discussion."""
    return not " ".join(printed.lower().split()).startswith(EVERYBODY)


def is_one_answerer(printed: str) -> bool:
    """Whether somebody answered, perhaps whoever was in the chair."""
    shown = " ".join(printed.lower().split())
    return CHAIR.match(shown) is not None or not shown.startswith(EVERYBODY)


def ends_sentence(text: str) -> bool:
    """Whether nothing must follow `text`."""
    return text.rstrip().endswith(SENTENCE_ENDS)


def list_of(entry: Block) -> Block:
    """A list with one entry, for words that stay a list within a record."""
    return Block(BlockKind.LIST, entry.line, entry.end_line, children=(entry,))


def number_of(entry: Block) -> str | None:
    """The printed number of an entry without its marks: "iv" of "(iv)"; None of a bullet."""
    value = entry.marker.strip("().")
    return value if value and value.isalnum() and len(entry.marker) > 1 else None
