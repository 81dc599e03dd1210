"""What is typed finds what a person would expect, in the browser's engine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.search.indexes import build, search
from tests.search.query_cases import GLOSSARY, QueryCase, read_cases, read_pieces


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("queries")
    build(root, read_pieces(), glossary=GLOSSARY)
    return root


@pytest.fixture(scope="module")
def replies(index: Path) -> Mapping[str, Any]:
    cases = read_cases()
    answers = search(index, [{"q": case.typed} for case in cases])
    return {case.typed: answer for case, answer in zip(cases, answers, strict=True)}


def test_the_cases_are_read() -> None:
    assert len(read_pieces()) == 12
    assert len(read_cases()) > 40


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.typed)
def test_what_is_typed_finds_its_threads(case: QueryCase, replies: Mapping[str, Any]) -> None:
    reply = replies[case.typed]
    found = [thread["first"]["id"] for thread in reply["threads"]]
    whole = found[: reply["withAllWords"]]
    some = found[reply["withAllWords"] :]
    if case.in_order:
        assert (whole, some) == (list(case.whole), list(case.some))
    else:
        assert (set(whole), set(some)) == (set(case.whole), set(case.some))
    assert reply["total"] == len(found)


def test_a_thread_opens_at_the_part_that_matches(index: Path) -> None:
    (reply,) = search(index, [{"q": "retirement pay"}])
    assert reply["threads"][0]["best"]["id"] == "m1#a5"
    assert reply["threads"][0]["committee"] == "Scrutiny Commission"


def test_a_misspelling_gets_the_likely_word_and_its_results(index: Path) -> None:
    lost, near = search(index, [{"q": "footbrigde"}, {"q": "footbrigde railway"}])
    assert lost["searchedFor"] == "footbridge"
    assert lost["threads"][0]["first"]["id"] == "m2#p2"
    assert near["didYouMean"] == "footbridge railway"
    assert near["total"] == 1


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_results_come_by_date_with_routine_last(order: str, index: Path) -> None:
    (reply,) = search(index, [{"q": "chair board tenants", "order": order}])
    found = [thread["first"]["id"] for thread in reply["threads"]]
    plain = ["m1#p1", "m3#q1", "m3#p2"]
    assert found == [*(plain if order == "oldest" else plain[::-1]), "m3#x1"]
