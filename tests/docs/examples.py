"""The examples in the docs: minutes in a fence, and a table of what Minutebook reads in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import parse_meeting_fields
from site_gen.content.settings_file import parse_settings
from site_gen.diagnostics import Diagnostic
from site_gen.minutes.understand import parse_meeting
from site_gen.model.meetings import Meeting
from site_gen.model.people import Speaker
from site_gen.model.prose import Withheld
from site_gen.model.records import Decision, Outcome, Record, RecordKind, Vote
from site_gen.pages.withheld_words import withheld_view
from site_gen.pages.words import KINDS, OUTCOMES
from site_gen.site.settings import Settings
from site_gen.text.sources import Source

FENCE = re.compile(
    r"^```markdown minutes\n(?P<minutes>.*?)^```\n"
    r"(?:\n\| Found \|[^\n]*\n\|[-|]+\n(?P<rows>(?:\|[^\n]*\n)*))?",
    re.MULTILINE | re.DOTALL,
)
SETTINGS = re.compile(r"^```yaml settings\n(?P<settings>.*?)^```\n", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#|\*\*\d)", re.MULTILINE)
FRONT = "---\ndate: 2025-06-24\n---\n\n"
ITEM = "## 4. An item\n\n"


@dataclass(frozen=True)
class Reading:
    """One thing that is read in minutes, as a row of the docs has it."""

    what: str
    who: str
    words: str  # how they begin, where they end in "…"
    more: str = ""

    def is_met_by(self, other: Reading) -> bool:
        """Whether `other`, with all of its words, is what this row says."""
        if (self.what, self.who, self.more) != (other.what, other.who, other.more):
            return False
        if self.words.endswith("…"):
            return other.words.startswith(self.words[:-1].rstrip())
        return self.words == other.words


@dataclass(frozen=True)
class Example:
    """Minutes, and what the docs say of them."""

    file: str
    line: int
    minutes: str
    said: tuple[Reading, ...]
    settings: Settings

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def find_examples(folder: Path, pages: str = "**/*.md") -> list[Example]:
    """Every example of the pages that match `pages` in a folder."""
    return [example for page in sorted(folder.glob(pages)) for example in _examples(page, folder)]


def _examples(page: Path, docs: Path) -> Iterator[Example]:
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        rows = (found["rows"] or "").splitlines()
        said = tuple(Reading(*_cells(row)) for row in rows)
        settings = _settings(text[text.rfind("\n## ", 0, found.start()) : found.start()])
        yield Example(page.relative_to(docs).as_posix(), line, found["minutes"], said, settings)


def _settings(section: str) -> Settings:
    """What the part of the section before an example has site.yaml say."""
    found = SETTINGS.search(section)
    if found is None:
        return Settings()
    parsed = parse_settings(Source("content/site.yaml", found["settings"]))
    assert parsed.diagnostics == ()
    return parsed.value


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def read_minutes(
    minutes: str, settings: Settings | None = None
) -> tuple[Meeting, tuple[Diagnostic, ...]]:
    """The meeting, and what there is to say about it.

    A date is put in front where the example has no front matter, and an item where it has no
    heading.
    """
    text = minutes
    if not text.startswith("---\n"):
        text = FRONT + ("" if HEADING.search(text) else ITEM) + text
    source = Source("content/meetings/planning/minutes.md", text)
    split = split_front_matter(source)
    assert split.value is not None, split.diagnostics
    fields = parse_meeting_fields(source, split.value)
    assert fields.value is not None, fields.diagnostics
    parsed = parse_meeting(
        source,
        fields=fields.value,
        body_line=split.value.body_line,
        settings=settings or Settings(),
    )
    return parsed.value, (*split.diagnostics, *fields.diagnostics, *parsed.diagnostics)


def tell(meeting: Meeting) -> list[Reading]:
    """What was read, in the order of the minutes, with a row for each item; prose is left out."""
    told: list[Reading] = []
    names = _names(meeting)
    for item in meeting.items:
        told.append(Reading("Item", "", f"{item.number or ''} {item.title}".strip()))
        if item.withheld is not None:
            told.append(_withheld(item.withheld))
        for part in item.flow:
            if isinstance(part, Withheld):
                told.append(_withheld(part))
            elif isinstance(part, Decision):
                told += _decision(part, names)
            elif isinstance(part, Record) and part.kind is not RecordKind.DISCUSSION:
                told.append(_record(part, names))
    return told


def _names(meeting: Meeting) -> dict[str, str]:
    """ "question 2" for the address of each question: its printed number, else its position."""
    counts: dict[RecordKind, int] = {}
    names = {}
    for record in meeting.records:
        counts[record.kind] = counts.get(record.kind, 0) + 1
        noun = KINDS[record.kind].lower()
        names[record.address] = f"{noun} {record.number or counts[record.kind]}"
    return names


def _withheld(withheld: Withheld) -> Reading:
    return Reading("Not published", "", withheld_view(withheld).sentence)


def _decision(decision: Decision, names: dict[str, str]) -> Iterator[Reading]:
    told = "; ".join(_of_decision(decision))
    for number, record in enumerate(decision.records):
        read = _record(record, names)
        yield Reading(
            read.what, read.who, read.words, told or read.more if number == 0 else read.more
        )


def _of_decision(decision: Decision) -> Iterator[str]:
    if decision.moved_by is not None:
        yield f"moved by {_name(decision.moved_by)}"
    if decision.seconded_by is not None:
        yield f"seconded by {_name(decision.seconded_by)}"
    if decision.vote is not None:
        yield from filter(None, [", ".join(_votes(decision.vote))])
    if decision.outcome is not None:
        yield OUTCOMES[Outcome(decision.outcome)].lower()


def _votes(vote: Vote) -> Iterator[str]:
    if vote.is_unanimous:
        yield "unanimous"
    counts = {"for": vote.votes_for, "against": vote.votes_against, "abstained": vote.abstentions}
    yield from (f"{count} {word}" for word, count in counts.items() if count is not None)
    if vote.casting_vote:
        yield f"casting vote {vote.casting_vote}"


def _record(record: Record, names: dict[str, str]) -> Reading:
    who = _name(record.speaker) if record.speaker is not None else ""
    words = record.prose.text.replace("\n", " ")
    return Reading(KINDS[record.kind], who, words, "; ".join(_of_record(record, names)))


def _of_record(record: Record, names: dict[str, str]) -> Iterator[str]:
    if record.addressed_to is not None:
        yield f"to {_name(record.addressed_to)}"
    yield from _of_answer(record, names)
    if record.due is not None:
        yield f"by {record.due.iso}"
    if record.detail:
        yield record.detail
    if record.signatures is not None:
        yield f"{record.signatures} signatures"
    if record.decides:
        yield f"{record.decides} decides"


def _of_answer(record: Record, names: dict[str, str]) -> Iterator[str]:
    if record.answers:
        yield "answers " + " and ".join(names[address] for address in record.answers)
    if record.answers_earlier is not None:
        earlier = record.answers_earlier
        yield f"answers question {earlier.number} of {earlier.date.iso}"
    if record.is_promise:
        yield "to follow in writing"
    elif record.is_in_writing:
        yield "in writing"
    if record.dated is not None:
        yield f"dated {record.dated.iso}"


def _name(speaker: Speaker) -> str:
    return speaker.printed
