"""What an item is read into, while it is read: drafts of records without addresses."""

from site_gen.content.block import Block
from site_gen.model.people import Speaker
from site_gen.model.prose import PassageRole, Withheld
from site_gen.model.records import Outcome, RecordKind, Vote
from site_gen.text.values import dataclass, field

ASKING = (RecordKind.QUESTION, RecordKind.SUPPLEMENTARY)


@dataclass(slots=True, eq=False)
class PassageDraft:
    """Words that belong to no record."""

    role: PassageRole
    blocks: list[Block]

    @property
    def line(self) -> int:
        """Its first source line."""
        return self.blocks[0].line


@dataclass(slots=True, eq=False)
class RecordDraft:
    """A record to be."""

    kind: RecordKind
    line: int
    blocks: list[Block] = field(default_factory=list)
    lead: list[Block] = field(default_factory=list)
    number: str | None = None
    speaker: Speaker | None = None
    addressed_to: Speaker | None = None
    numbers: tuple[str, ...] = ()  # responses: the printed numbers of the questions answered
    answers: list["RecordDraft"] = field(default_factory=list)
    follows: "RecordDraft | None" = None
    earlier: str = ""  # "24 June 2025": the meeting whose question it answers
    dated: str = ""
    due: str = ""
    decides: str | None = None
    detail: str | None = None
    signatures: int | None = None
    batch: int = 0  # questions asked together share a number above 0
    is_in_writing: bool = False
    is_promise: bool = False
    address: str = ""

    @property
    def text(self) -> str:
        """Its words so far, the last block's last."""
        return self.blocks[-1].text if self.blocks else ""


@dataclass(slots=True, eq=False)
class DecisionDraft:
    """A decision to be."""

    line: int
    flow: list[PassageDraft | RecordDraft | Withheld] = field(default_factory=list)
    moved_by: Speaker | None = None
    seconded_by: Speaker | None = None
    vote: Vote | None = None
    outcome: Outcome | None = None
    is_motion: bool = False  # announced as a motion; a resolution only when carried
    is_amendment: bool = False
    amends: "DecisionDraft | None" = None
    is_resolved: bool = False  # "RESOLVED:" or the like announces it
    is_restated: bool = False  # a motion that "RESOLVED: ..." prints again once it was carried
    restated_from: int | None = None  # so many of its parts are what was moved, the rest resolved
    votes: list[Block] = field(default_factory=list)  # paragraphs that tell of its vote
    address: str = ""
    _first: RecordDraft | None = None
    _last: RecordDraft | None = None
    _looked: int = 0  # so much of the flow

    @property
    def is_pending(self) -> bool:
        """It was moved, and nothing has been told yet of what became of it."""
        is_moved = self.is_motion or (self.moved_by is not None and not self.is_resolved)
        return is_moved and self.outcome is None

    @property
    def records(self) -> list[RecordDraft]:
        """Its parts."""
        return [part for part in self.flow if isinstance(part, RecordDraft)]

    @property
    def first_record(self) -> RecordDraft | None:
        """Its first part; found without the others, since every paragraph asks."""
        self._look()
        return self._first

    @property
    def last_record(self) -> RecordDraft | None:
        """Its last part so far."""
        self._look()
        return self._last

    def _look(self) -> None:
        """Look at what has come since the last look; a flow only grows."""
        for at in range(self._looked, len(self.flow)):
            part = self.flow[at]
            if isinstance(part, RecordDraft):
                self._first = self._first or part
                self._last = part
        self._looked = len(self.flow)


FlowDraft = PassageDraft | RecordDraft | DecisionDraft | Withheld
