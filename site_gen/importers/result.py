"""What an import of one document gives."""

from site_gen.importers.findings import Finding, RefusalReason
from site_gen.importers.pictures import Picture
from site_gen.model.meetings import MeetingStatus
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class ImportedMeeting:
    """Minutes as Markdown, and where they belong."""

    markdown: str  # the whole file, front matter included
    body: str  # id of the committee
    body_name: str  # as found; "" when only the id is known
    date: PartialDate
    title: str
    stem: str  # name of the file, without ".md"; pictures go into a folder of this name
    status: MeetingStatus | None = None  # None when nothing says it
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document was not imported."""

    reason: RefusalReason
    message: str  # a sentence in plain words: what the file is


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Exactly one of `meeting` and `refusal`, and the report."""

    format: str  # for people: "Word file"; "" where it was not even read
    meeting: ImportedMeeting | None = None
    refusal: Refusal | None = None
    findings: tuple[Finding, ...] = ()
