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
from site_gen.pages.understood import Reading
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


def is_met_by(said: Reading, other: Reading) -> bool:
    """Whether `other`, with all of its words, is what a row of the docs says.

    Its words are how they begin where they end in "…".
    """
    if (said.what, said.who, said.more) != (other.what, other.who, other.more):
        return False
    if said.words.endswith("…"):
        return other.words.startswith(said.words[:-1].rstrip())
    return said.words == other.words


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
        settings = _settings(text[text.rfind("\n##", 0, found.start()) : found.start()])
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
