"""Ranking on Cranfield is no worse than stock Lunr's, with any word and with all words first."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.search_ranking import BOOSTS, measure, ndcg, normalised, read_cranfield

STOCK_LUNR = 0.374  # lunr.js with its defaults, any word


@pytest.mark.parametrize("boosts", [(1.0, 1.0), BOOSTS], ids=["plain", "as searched"])
def test_ranking_is_no_worse_than_that_of_stock_lunr(
    corpora: Path, boosts: tuple[float, float]
) -> None:
    collection = read_cranfield(corpora / "cranfield" / "cran")
    any_word, all_first = measure(collection, normalised, lean=True, boosts=boosts)
    assert any_word >= STOCK_LUNR
    assert all_first >= STOCK_LUNR - 0.005


def test_the_best_order_gains_all_and_none_nothing() -> None:
    gains = {1: 4, 2: 2, 3: 1}
    assert ndcg([1, 2, 3], gains) == pytest.approx(1.0)
    assert 0 < ndcg([3, 2, 1], gains) < 1
    assert ndcg([7, 8], gains) == 0
