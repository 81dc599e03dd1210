"""Spellings of phrases: what they need is what their texts have."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.minutes.phrases import Spelling
from site_gen.minutes.wording import LONGEST_OPENING, Wording
from site_gen.minutes.wording_sets import START

WORDING = Path(__file__).parents[2] / "site_gen" / "minutes" / "wording"
CASES = Path(__file__).parents[1] / "cases"


def spellings() -> Iterator[str]:
    for file in sorted(WORDING.glob("*.toml")):
        for phrases in tomllib.loads(file.read_text("utf-8")).values():
            if isinstance(phrases, dict):
                for written in phrases.values():
                    yield from written


def test_what_is_left_out_as_impossible_never_matches() -> None:
    paragraphs = {
        paragraph[:LONGEST_OPENING]
        for file in CASES.rglob("*.md")
        for paragraph in file.read_text("utf-8").split("\n\n")
    }
    assert len(paragraphs) > 500
    for written in dict.fromkeys(spellings()):
        spelling = Spelling("any", written)
        wording = Wording([(START, spelling)])
        for paragraph in paragraphs:
            matches = spelling.pattern.match(paragraph) is not None
            assert matches == bool(wording.openings(paragraph)), (written, paragraph)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("(a (b|c)|d) e", "d e"),
        ("PQ[ ]{number}:", "PQ7:"),
        ("Question \\({speaker}\\)", "Question (Mr Example)"),
        ("Question[s]:", "Question:"),
        ("Question[s]:", "Questions:"),
        ("(Response|Answer)[s] by {speaker}:", "Answers by Mr Example:"),
        ("It was (ask|answer)[ed] then:", "It was answered then:"),
    ],
)
def test_words_that_may_go_on_or_be_missing_are_not_needed(written: str, text: str) -> None:
    wording = Wording([(START, Spelling("any", written))])
    assert [found.phrase for found in wording.openings(text)] == ["any"]


def test_a_text_without_a_word_that_every_way_has_is_not_tried() -> None:
    assert Spelling("any", "{speaker} (replied|stated)[ then] that:").needs == (
        frozenset({b"replied", b"stated"}),
        frozenset({b"that"}),
        frozenset({b":"}),
    )
