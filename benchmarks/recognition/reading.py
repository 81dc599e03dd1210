"""Files of the corpora as the archive would understand them, in their own line numbers."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.recognition.scores import Report
from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MeetingFields
from site_gen.minutes.understand import parse_meeting
from site_gen.model.meetings import Meeting
from site_gen.model.records import Decision, Record, RecordKind
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source

ANY_DAY = PartialDate(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Understood:
    """One file, and what was made of it."""

    name: str
    lines: tuple[str, ...]  # as they stand in the file
    meeting: Meeting

    @property
    def records(self) -> list[Record]:
        """Every record but prose, in order."""
        return [one for one in self.meeting.records if one.kind is not RecordKind.DISCUSSION]

    @property
    def decisions(self) -> list[Decision]:
        """Every decision and motion, in order."""
        return [one for item in self.meeting.items for one in item.decisions]


USUAL = Settings()  # the sets of wording that every new archive reads with


def read_understood(
    path: Path, name: str, report: Report, settings: Settings = USUAL
) -> Understood | None:
    """The file understood with nothing known of it but its text; None, and noted, when it fails."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    try:
        return understood_text(text, name, settings)
    except Exception as error:  # noqa: BLE001 - the other files are scored all the same
        report.crashes.append(f"{name}: {type(error).__name__}: {error}")
        return None


def understood_text(text: str, name: str, settings: Settings = USUAL) -> Understood:
    """The minutes in `text` understood."""
    source = Source("content/meetings/corpus/minutes.md", text)
    front = split_front_matter(source).value if text.startswith("---") else None
    parsed = parse_meeting(
        source,
        fields=MeetingFields(id="corpus", body="corpus", date=ANY_DAY),
        body_line=1 if front is None else front.body_line,
        settings=settings,
    )
    return Understood(name, source.lines, parsed.value)


def plain(line: str) -> str:
    """A line without marks of emphasis, for rules about how it begins."""
    for mark in "*_\\":
        line = line.replace(mark, "")
    return " ".join(line.replace("\u00a0", " ").split())


def place_in(found: Understood, line: int) -> str:
    """The file, the line and enough of its words to find it by."""
    flat = plain(found.lines[line - 1]) if 0 < line <= len(found.lines) else ""
    words = flat if len(flat) <= 70 else f"{flat[:70]} ..."
    return f"{found.name}:{line}: {words}"
