"""The terminal's search reads the browser's shards and gives the browser's answers."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.search.searching import search as search_here
from site_gen.search.shard_reading import StaleIndexError
from site_gen.text.values import replace
from tests.search.indexes import build, search
from tests.search.made_pieces import NAMES, WORDS, made_pieces
from tests.search.query_cases import GLOSSARY, QueryCase, read_cases, read_pieces


def reader(root: Path) -> Callable[[str], bytes]:
    return lambda path: (root / path).read_bytes()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cases")
    build(root, read_pieces(), glossary=GLOSSARY)
    return root


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.typed)
def test_what_is_typed_finds_its_threads(case: QueryCase, index: Path) -> None:
    hits = search_here(reader(index), case.typed)
    whole = [hit.first_id for hit in hits if hit.has_all_words]
    some = [hit.first_id for hit in hits if not hit.has_all_words]
    if case.in_order:
        assert (whole, some) == (list(case.whole), list(case.some))
    else:
        assert (set(whole), set(some)) == (set(case.whole), set(case.some))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("viaduct", {"undated", "dated", "old"}),
        ("viaduct from:2001", {"undated", "dated"}),  # a filter leaves out what is surely outside
        ("viaduct to:2000", {"undated", "old"}),
        ("viaduct from:0900 to:1000", {"undated", "old"}),
    ],
)
def test_what_has_no_date_stands_beside_what_has_one(
    typed: str, expected: set[str], tmp_path: Path
) -> None:
    dates = {"undated": "", "old": "0950-03-01", "dated": "2001-05-09"}
    pieces = [
        replace(
            made_pieces(1)[0],
            id=f"{one}#r",
            thread=f"{one}#r",
            meeting=one,
            date=day,
            text="A viaduct.",
        )
        for one, day in dates.items()
    ]
    build(tmp_path, pieces)
    found = search_here(reader(tmp_path), typed)
    assert {hit.id.removesuffix("#r") for hit in found} == expected
    (reply,) = search(tmp_path, [{"q": typed, "order": "newest"}])
    newest_first = [one for one in ("dated", "old", "undated") if one in expected]
    assert [one["best"]["id"].removesuffix("#r") for one in reply["threads"]] == newest_first


def test_both_engines_give_the_same_pieces_and_scores(tmp_path: Path) -> None:
    build(tmp_path, made_pieces(600), names=NAMES)
    draws = random.Random(7)
    forms = ("{0}", "{0} {1}", "{0} {1} {2}", '"{0} {1}"', "{0} -{1}", "re* {0}", "{0} type:answer")
    more = (
        "{0} person:reid",
        "{0} committee:housing from:2002",
        '-"{0} {1}" {2}',
        "response:recorded",
    )
    asked = [draws.choice(forms + more).format(*draws.choices(WORDS, k=3)) for _ in range(60)]
    theirs = search(tmp_path, [{"q": text, "shown": 40} for text in asked])
    found = 0
    for text, reply in zip(asked, theirs, strict=True):
        if reply["searchedFor"]:
            continue
        ours = search_here(reader(tmp_path), text, most=40)
        expected = [(one["best"]["id"], round(one["score"], 9)) for one in reply["threads"]]
        assert [(hit.id, round(hit.score, 9)) for hit in ours] == expected, text
        assert sum(hit.has_all_words for hit in ours) == reply["withAllWords"], text
        found += len(ours)
    assert found > 400


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60) | st.text('"-*:~^+ abtype\\', max_size=30))
def test_nothing_typed_is_an_error(text: str, index: Path) -> None:
    for hit in search_here(reader(index), text):
        assert hit.url


def test_an_index_of_two_builds_is_not_read(index: Path) -> None:
    def altered(path: str) -> bytes:
        content = (index / path).read_bytes()
        return content if "manifest" in path else content.replace(b'","', b'","old', 1)

    with pytest.raises(StaleIndexError, match=r"search/[co]-\d+-\d+\.js"):
        search_here(altered, "highway")


def test_a_missing_index_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        search_here(reader(tmp_path), "highway")
