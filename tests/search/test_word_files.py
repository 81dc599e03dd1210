"""Few words of a dictionary changed: its files and what is kept are as of one made whole."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.search import dictionary
from site_gen.search.blocks import Block
from site_gen.search.built import keep_words
from site_gen.search.word_files import patch_words, write_words

BLOCK = Block("c", ("2000",), 0, 1, 1)
WORDS = st.text(alphabet="abcé", min_size=1, max_size=4)


@dataclass
class Left:
    """What a build leaves."""

    files: dict[str, bytes] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)

    def write(self, path: str, content: bytes) -> None:
        self.files[path] = content

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.kept[key] = value


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "DICTIONARY_SIZE", 12)
    monkeypatch.setattr(dictionary, "_LEAST", 4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    st.dictionaries(WORDS, st.integers(1, 9), min_size=1, max_size=40),
    st.dictionaries(WORDS, st.integers(-9, 9), max_size=12),
)
def test_few_words_changed_give_the_whole_dictionary(
    before: dict[str, int], wanted: dict[str, int]
) -> None:
    more = {word: max(change, -before.get(word, 0)) for word, change in wanted.items()}
    more = {word: change for word, change in more.items() if change}
    left, whole = Left(), Left()
    files = write_words(left, left, BLOCK, before)
    left.files.clear()
    patched = patch_words(left, left, BLOCK, files, more)
    now = {word: before.get(word, 0) + more.get(word, 0) for word in {*before, *more}}
    assert patched == write_words(whole, whole, BLOCK, {w: n for w, n in now.items() if n})
    assert left.files.items() <= whole.files.items()
    nothing = Left()
    keep_words(nothing, "c", 0, {})
    (empty,) = nothing.kept.values()
    assert {key: value for key, value in left.kept.items() if value != empty} == whole.kept


def test_one_word_more_leaves_other_files_as_they_are() -> None:
    left = Left()
    counted = {letter * 4: 1 for letter in "abcdef"}
    files = write_words(left, left, BLOCK, counted)
    left.files.clear()
    patch_words(left, left, BLOCK, files, {"ccccc": 1})
    assert [*left.files] == ["search/w-c-2.js"]


def test_a_count_that_shows_nowhere_writes_no_file() -> None:
    left = Left()
    files = write_words(left, left, BLOCK, {"aa": 4, "bb": 1})
    left.files.clear()
    assert patch_words(left, left, BLOCK, files, {"aa": 1}) == files
    assert not left.files


def test_without_what_was_kept_all_is_to_be_made() -> None:
    left = Left()
    files = write_words(left, left, BLOCK, {"aa": 4})
    assert patch_words(left, Left(), BLOCK, files, {"aa": 1}) is None
    assert patch_words(left, left, BLOCK, (), {"aa": 1}) is None
