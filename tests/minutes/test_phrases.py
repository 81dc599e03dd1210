"""Spellings of phrases: what they need is what their texts have."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.minutes.phrase_words import SLOT_BEGINNINGS, telling_parts
from site_gen.minutes.phrases import SLOT_PATTERNS, Spelling
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
        frozenset({b":"}),
        frozenset({b"that"}),  # usual, so that it tells least
    )


@pytest.mark.parametrize(
    ("written", "first_words"),
    [
        ("(A|The) petition", {b"a", b"the"}),
        ("[It was ]agreed", {b"it", b"agreed"}),
        ("Question[s] by {speaker}", {b"question", b"questions"}),
        ("(Response|Answer)[s] by", {b"response", b"responses", b"answer", b"answers"}),
        ("Q[ ]{digits}:", {b"q"}),
        ("{side}:", SLOT_BEGINNINGS["side"]),
        ("Éire abú", {b"ire"}),
        ("{speaker} asked", None),
        ("[Then ]{speaker} asked", None),
        ("PQ{number}", None),
        ("[Then]", None),
    ],
)
def test_a_spelling_knows_the_words_that_its_texts_begin_with(
    written: str, first_words: set[bytes] | None
) -> None:
    assert Spelling("any", written).beginnings == first_words


def test_every_word_of_a_side_is_one_that_a_text_may_begin_with() -> None:
    for side in re.sub(r"\\s\+", " ", SLOT_PATTERNS["side"]).split("|"):
        ways = {side.replace("?", ""), re.sub(r".\?", "", side)}
        for way in ways:
            assert telling_parts(way)[0] in SLOT_BEGINNINGS["side"], way
