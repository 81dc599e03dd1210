"""What a reader of one kind of source hands on: pieces or ready Markdown, and facts."""

from site_gen.importers.findings import Finding
from site_gen.importers.pieces import Piece
from site_gen.model.meetings import MeetingStatus
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the source says of the meeting outside of its prose; empty where it says nothing."""

    title: str = ""
    body_name: str = ""
    date: PartialDate | None = None
    is_date_of_meeting: bool = True  # False for the day on which a page was published
    start: str = ""
    venue: str = ""
    status: MeetingStatus | None = None
    source: str = ""  # web address of the original
    front_matter: tuple[tuple[str, str], ...] = ()  # further lines, each ready YAML, by key
    own_lines: str = ""  # front matter that is ours already, kept as it stands
    origin: str = "the file"  # where all this stands, for the report


@dataclass(frozen=True, slots=True)
class SourceText:
    """The words of one source: exactly one of `pieces` and `markdown` is given."""

    format: str  # for people: "Word file"
    pieces: tuple[Piece, ...] = ()
    markdown: str | None = None
    facts: SourceFacts = field(default_factory=SourceFacts)
    findings: tuple[Finding, ...] = ()
    margins: tuple[str, ...] = ()  # headers and footers, which are not in the text
