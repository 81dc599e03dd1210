"""`minutebook summary` tells a pull request what was understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.cli import main
from tests.archives import write_archive

MARCH = "content/meetings/planning/2024-03-12.md"
MINUTES = """---
date: 2024-03-12
---

## 1. Bus shelters

Councillor Example asked when the *shelters* | benches would be mended.

The Clerk replied that the work would begin in May.

## 2. Land

**Exempt (paragraph 3):**

The price is 12,345 pounds.

**End of exempt**
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, {MARCH: MINUTES})


def summary(root: Path, *files: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["summary", "--root", str(root), *files]) == 0
    return capsys.readouterr().out


def test_each_thing_that_was_read_has_a_row(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = summary(root, MARCH, capsys=capsys)
    assert "Tuesday 12 March 2024" in told
    assert "| Item |  | 1 Bus shelters |  |" in told
    assert "| Question | Councillor Example |" in told
    assert "| Answer | The Clerk |" in told
    assert "answers question 1" in told


def test_words_of_the_minutes_cannot_become_markdown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "shelters \\| benches" in summary(root, MARCH, capsys=capsys)


def test_what_is_withheld_is_told_and_not_quoted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = summary(root, MARCH, capsys=capsys)
    assert "Not published" in told
    assert "12,345" not in told


def test_of_a_private_file_no_words_are_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_archive(root, {MARCH: MINUTES.replace("---\n\n##", "private: true\n---\n\n##", 1)})
    told = summary(root, MARCH, capsys=capsys)
    assert "no agenda items are shown" in told
    assert "Bus shelters" not in told


def test_a_file_that_is_no_meeting_is_said_to_be_shown_nowhere(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_archive(root, {MARCH: MINUTES.replace("2024-03-12", "2024-13-12")})
    assert "Nothing of this file is shown on the site." in summary(root, MARCH, capsys=capsys)


def test_of_many_files_only_counts_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [f"content/meetings/planning/2024-01-{day:02}.md" for day in range(1, 32)]
    write_archive(root, {one: MINUTES.replace("2024-03-12", Path(one).stem) for one in paths})
    told = summary(root, *paths, capsys=capsys)
    assert told.count("item: 2, question: 1, answer: 1, not published: 1") == 31
    assert "Bus shelters" not in told


def test_without_minutes_it_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = summary(root, "content/site.yaml", capsys=capsys)
    assert told == "No minutes were changed.\n"


def test_a_root_without_content_is_refused(tmp_path: Path) -> None:
    assert main(["summary", "--root", str(tmp_path), MARCH]) == 2
