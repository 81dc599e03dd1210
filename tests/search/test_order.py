"""Results are in the right order however few of them were shown at first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.indexes import build, search
from tests.search.made_pieces import made_pieces

COMMON = ["highway", "pay", "council", "budget", "agency highway", "street lighting"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("order")
    build(root, made_pieces(3000))
    return root


@pytest.mark.parametrize("words", COMMON)
def test_results_that_follow_are_those_of_a_longer_list(index: Path, words: str) -> None:
    few, page, long = search(index, [{"q": words, "shown": shown} for shown in (4, 10, 200)])
    (whole,) = search(index, [{"q": words, "shown": 1000}])
    expected = [thread["best"]["id"] for thread in whole["threads"]]
    scores = [thread["score"] for thread in whole["threads"][: whole["withAllWords"]]]
    for found in (few, page, long):
        ids = [thread["best"]["id"] for thread in found["threads"]]
        assert ids == expected[: len(ids)]
        assert [thread["score"] for thread in found["threads"]] == pytest.approx(scores[: len(ids)])
