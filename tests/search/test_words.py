"""One normaliser in two languages: the same words from the same text, and Lunr's stems."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.stemmer import stem
from site_gen.search.words import chunks, words
from tests.places import REPOSITORY
from tests.search.javascript import run_javascript

CASES = REPOSITORY / "tests" / "cases" / "words.md"
ROW = re.compile(
    r"^\| (?P<written>.+?) \| (?P<words>[^|]*?) \| (?P<stems>[^|]*?) ?\|$", re.MULTILINE
)
BOTH = """
answer(given.map((text) => {
  const words = minutebook.words.words(text);
  return [words, words.map(minutebook.stem)];
}));
"""


def read_cases() -> list[tuple[str, list[str], list[str]]]:
    rows = []
    for row in ROW.finditer(CASES.read_text(encoding="utf-8")):
        if row["written"] == "written":
            continue
        written = row["written"].replace("·", "\u00a0").replace("~", "\u00ad")
        found = ["" if word == "_" else word for word in row["words"].split()]
        stems = ["" if word == "_" else word for word in row["stems"].split()]
        rows.append((written, found, stems or found))
    return rows


@pytest.mark.parametrize(("written", "expected", "stems"), read_cases())
def test_what_is_written_gives_its_words(
    written: str, expected: list[str], stems: list[str]
) -> None:
    assert words(written) == expected
    assert [stem(word) for word in words(written)] == stems


def test_the_browser_gives_the_words_of_every_case() -> None:
    cases = read_cases()
    found = run_javascript(BOTH, [written for written, _, _ in cases])
    assert len(cases) > 40
    assert found == [[expected, stems] for _, expected, stems in cases]


def test_both_languages_agree_on_every_character_there_is() -> None:
    # Beyond these planes nothing is assigned, or for private use.
    places = [*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE0200)]
    texts = [f"a{chr(place)}b 1{chr(place)}" for place in places]
    found = run_javascript("answer(given.map(minutebook.words.words));", texts)
    differing = [text for text, theirs in zip(texts, found, strict=True) if words(text) != theirs]
    assert differing == []


def test_both_languages_agree_on_the_vocabulary_of_real_minutes(corpora: Path) -> None:
    vocabulary = sorted(_vocabulary(corpora))
    assert len(vocabulary) > 50_000
    found = run_javascript(BOTH, vocabulary)
    for written, (their_words, their_stems) in zip(vocabulary, found, strict=True):
        ours = words(written)
        assert (ours, [stem(word) for word in ours]) == (their_words, their_stems), written


def test_stems_are_those_of_stock_lunr_in_the_browser(corpora: Path) -> None:
    plain = sorted({word for written in _vocabulary(corpora) for word in words(written)} - {""})
    found = run_javascript(
        """
        const lunr = require("./node_modules/lunr");
        answer(given.map((word) => lunr.stemmer(new lunr.Token(word, {})).toString()));
        """,
        plain,
    )
    assert len(plain) > 40_000
    assert [stem(word) for word in plain] == found


def _vocabulary(corpora: Path) -> set[str]:
    """Every run of letters in the corpora, with the marks that stand at it."""
    found: set[str] = set()
    for path in corpora.rglob("*"):
        if path.is_file() and path.suffix not in {".docx", ".zip"}:
            found.update(path.read_text(encoding="utf-8", errors="replace").split())
    return found


@given(st.text(max_size=80))
def test_the_words_of_the_chunks_are_the_words_of_the_text(text: str) -> None:
    assert [word for chunk in chunks(text) for word in words(chunk)] == words(text)


@given(st.text(max_size=80))
def test_a_word_is_its_own_word_and_never_too_long(text: str) -> None:
    for word in words(text):
        assert len(word) <= 61
        assert not re.search(r"[\s\"<>]", word)
