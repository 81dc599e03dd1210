"""Every word of the minutes stands exactly once, in order, in what is understood of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.sources import Source
from tests.minutes.reading_aloud import SAID_BY_NUMBERS, words_of_meeting, words_of_source
from tests.minutes.samples import meeting

# One file in so many is read every day; `make test-long` reads them all.
EVERYDAY = {"limerick": 20, "stokeferry": 30, "london-on/content": 5, "nodejs-tsc": 40}


def said(words: list[str]) -> str:
    """The letters of the words, without those that stand for a number."""
    return "".join(word for word in words if word.lower() not in SAID_BY_NUMBERS)


def body_of(text: str) -> str:
    """The text behind front matter, when it has some."""
    if text.startswith("---\n") and "\n---\n" in text[4:]:
        return text[text.index("\n---\n", 4) + 5 :]
    return text


def assert_keeps_every_word(body: str) -> None:
    assert said(words_of_meeting(meeting(body))) == said(words_of_source(body))


def read(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    return body_of(Source(str(path), text.replace("\r\n", "\n")).text)


def test_the_seeds_keep_every_word(seeds: Path) -> None:
    paths = sorted(seeds.glob("*.txt"))
    assert paths
    for path in paths:
        assert_keeps_every_word(read(path))


@pytest.mark.parametrize("corpus", sorted(EVERYDAY))
def test_real_minutes_keep_every_word(corpora: Path, corpus: str) -> None:
    paths = sorted((corpora / corpus).rglob("*.md"))[:: EVERYDAY[corpus]]
    assert paths
    for path in paths:
        assert_keeps_every_word(read(path))


@pytest.mark.long
@pytest.mark.parametrize("corpus", sorted(EVERYDAY))
def test_all_real_minutes_keep_every_word(corpora: Path, corpus: str) -> None:
    for path in sorted((corpora / corpus).rglob("*.md")):
        assert_keeps_every_word(read(path))


PIECES = (
    "Agenda item", "Minutes:", "Mr Example asked:", "The Director of Housing responded:", "1. One",
    "2. Two", "· point", "o\u00a0 nested", "(i)\u00a0 first", "a) That it be noted;", "AGREED:",
    "RESOLVED: That x", "Key points included:", "The following comments were raised:-", "---", "4",
    "## 3. Title (minute 42)", "**5. Bold title**", "CAPITAL LINE", "Moved by A. Example",
    "> Seconded by B. Example", "Motion Passed (4 to 1)", "The amendment was lost.", "text",
    "|Yeas|Nays|\n|-|-|\n|A. One|B. Two|", "**Question 3 (Dr Example):** why?", "REPLY:", "\u00a0",
    "Councillor Example asked a supplementary question:", "It was agreed that x. And y.", "- item",
    "(b)", "5(a)", "ACTION 3: A to write", "Present: Cllr A. Example, Cllr B. Example", "9.",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_whatever_stands_beside_whatever_keeps_every_word(pieces: list[str]) -> None:
    assert_keeps_every_word("\n\n".join(pieces))
