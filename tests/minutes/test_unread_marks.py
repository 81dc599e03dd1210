"""Headings and tables that are read as plain words, and changes that were never settled."""

from pathlib import Path

import pytest

from tests.diagnostics.checked import codes_of, said_of

OURS = ("heading-unread", "table-unread", "versions-unsettled")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("##2. New homes", "write it like this: ## 2. New homes"),
        ("#2. New homes", "write it like this: # 2. New homes"),
        ("#Apologies for absence", "write it like this: # Apologies for absence"),
        ("###Apologies", "write it like this: ### Apologies"),
    ],
)
def test_a_heading_without_a_space_is_told_with_the_line_mended(
    line: str, hint: str, tmp_path: Path
) -> None:
    (said,) = said_of(tmp_path, f"## 1. Trees\n\nTwo were planted.\n\n{line}\n\nAll was well.\n")
    assert (said.code, said.place.line, said.hint) == ("heading-unread", 9, hint)


@pytest.mark.parametrize(
    ("rows", "hint"),
    [
        ("| Bridge | 400 |\n| Path | 200 |", "under the line that names the columns write: "),
        ("| Bridge | 400 |\n|---|\n| Path | 200 |", "write the second line like this: |---|---|"),
    ],
)
def test_a_table_that_is_none_is_told_with_the_line_to_write(
    rows: str, hint: str, tmp_path: Path
) -> None:
    (said,) = said_of(tmp_path, f"## 1. Trees\n\nThese were paid:\n\n{rows}\n")
    assert (said.code, said.place.line) == ("table-unread", 9)
    assert said.hint.startswith(hint)


def test_both_ends_of_an_unsettled_change_are_told(tmp_path: Path) -> None:
    body = "## 1. Trees\n\n<<<<<<< main\nTwo.\n=======\nThree.\n>>>>>>> trees\n"
    found = [(one.code, one.place.line) for one in said_of(tmp_path, body)]
    assert found == [("versions-unsettled", 7), ("versions-unsettled", 11)]


@pytest.mark.parametrize(
    "words",
    [
        "#SaveOurPool was the subject of many letters",
        "#Budget was the word of the evening.",
        "The answer was yes | no | perhaps.",
        "| a stroke |",
        "| Bridge | 400 |\n|---|---|\n| Path | 200 |",
        "<<< see below >>>",
    ],
)
def test_ordinary_words_are_left_alone(words: str, tmp_path: Path) -> None:
    assert not set(codes_of(tmp_path, f"## 1. Trees\n\n{words}\n")) & set(OURS)


def test_withheld_lines_are_not_looked_at(tmp_path: Path) -> None:
    body = (
        "## 1. Lease\n\nA lease was discussed.\n\n**Exempt (paragraph 3):**\n\n##zzsecret\n\n"
        "| zzsecret | 1 |\n| zzsecret | 2 |\n\n<<<<<<< zzsecret\n\n**End of exempt**\n"
    )
    assert not set(codes_of(tmp_path, body)) & set(OURS)
