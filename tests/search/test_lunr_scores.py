"""Our scores are Lunr's: the builder held to lunr.py, the engine to lunr.js."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lunr.builder import Builder  # type: ignore[import-untyped]
from lunr.query import QueryPresence  # type: ignore[import-untyped]

from site_gen.search.pieces import FIELDS, Piece
from site_gen.search.stemmer import stem
from site_gen.search.words import words
from tests.search.indexes import FROM_DISK, build
from tests.search.javascript import run_javascript
from tests.search.made_pieces import made_pieces

CLOSE = 0.002  # scores that differ by less may stand in either order
CLAUSES: dict[str, list[dict[str, Any]]] = {
    "plain": [{"term": "highway"}],
    "several": [{"term": "pay"}, {"term": "agenc"}, {"term": "council"}],
    "common": [{"term": "highway"}, {"term": "council"}],
    "a sum": [{"term": "£2.6m"}],
    "required": [{"term": "pay", "presence": "required"}, {"term": "retir"}],
    "two required": [
        {"term": "exit", "presence": "required"},
        {"term": "interview", "presence": "required"},
    ],
    "excluded": [{"term": "budget"}, {"term": "highway", "presence": "prohibited"}],
    "fielded": [{"term": "highway", "fields": ["title"]}],
    "shared field": [{"term": "hous", "fields": ["body"]}],
    "two fields": [{"term": "school", "fields": ["item", "text"]}, {"term": "bu"}],
    "boosted": [{"term": "school", "boost": 3}, {"term": "librari"}],
    "prefix": [{"term": "re", "wildcard": "trailing"}],
    "prefix and more": [{"term": "par", "wildcard": "trailing"}, {"term": "flood"}],
    "fuzzy": [{"term": "mrket", "editDistance": 1}],
    "very fuzzy": [{"term": "tennt", "editDistance": 2}],
    "twice": [{"term": "rout"}, {"term": "rout", "boost": 2}],
    "nothing": [{"term": "zzz"}],
}
BOTH = (Path(__file__).parent / "against_lunr.js").read_text(encoding="utf-8")


def as_lunr_takes_it(piece: Piece) -> dict[str, Any]:
    """The piece's terms as arrays, which lunr.js does not tokenise again."""
    terms = {
        field.name: [stem(word) for word in words(getattr(piece, field.name)) if word]
        for field in FIELDS
    }
    return {"id": piece.id, **terms}


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    return made_pieces(900, threads=False)


@pytest.fixture(scope="module")
def compared(pieces: list[Piece], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("lunr")
    build(root, pieces)
    given = {
        "folder": str(root),
        "fields": [[field.name, field.boost] for field in FIELDS],
        "documents": [as_lunr_takes_it(piece) for piece in pieces],
        "queries": list(CLAUSES.values()),
    }
    return dict(zip(CLAUSES, run_javascript(FROM_DISK + BOTH, given), strict=True))


@pytest.mark.parametrize("name", CLAUSES)
def test_the_engine_finds_and_orders_as_lunr_js(name: str, compared: dict[str, Any]) -> None:
    ours, theirs = compared[name]["ours"], compared[name]["theirs"]
    assert (len(theirs) > 0) == (name != "nothing")
    assert_same_order(ours, theirs)


def assert_same_order(
    ours: Sequence[tuple[str, float]], theirs: Sequence[tuple[str, float]]
) -> None:
    """The same documents, and no two the other way round unless their scores are close."""
    assert {ref for ref, _ in ours} == {ref for ref, _ in theirs}
    scores = dict(ours)
    for ref, score in theirs:
        assert scores[ref] == pytest.approx(score, abs=CLOSE)
    ordered = [scores[ref] for ref, _ in theirs]
    assert all(later <= earlier + CLOSE for earlier, later in pairwise(ordered))


def lunr_py_index(pieces: Sequence[Piece]) -> Any:
    builder = Builder()
    builder.ref("id")
    for field in FIELDS:
        builder.field(field.name, field.boost)
    for piece in pieces:
        builder.add(as_lunr_takes_it(piece))
    return builder.build()


@pytest.mark.parametrize("name", [name for name in CLAUSES if "fuzzy" not in name])
def test_our_index_scores_as_that_of_lunr_py(
    name: str, pieces: list[Piece], compared: dict[str, Any], lunr_py: Any
) -> None:
    presence = {
        "required": QueryPresence.REQUIRED,
        "prohibited": QueryPresence.PROHIBITED,
    }
    query = lunr_py.create_query()
    for clause in CLAUSES[name]:
        query.clause(
            clause["term"],
            use_pipeline=False,
            boost=clause.get("boost", 1),
            fields=clause.get("fields"),
            presence=presence.get(clause.get("presence", ""), QueryPresence.OPTIONAL),
            wildcard=2 if "wildcard" in clause else 0,
        )
    theirs = [(hit["ref"], hit["score"]) for hit in lunr_py.query(query)]
    assert_same_order(compared[name]["ours"], theirs)


@pytest.fixture(scope="module")
def lunr_py(pieces: list[Piece]) -> Any:
    return lunr_py_index(pieces)


def test_the_cases_cover_every_sort_of_query() -> None:
    kinds = json.dumps(CLAUSES)
    for sort in ("required", "prohibited", "fields", "boost", "wildcard", "editDistance"):
        assert f'"{sort}"' in kinds


def test_a_folder_holds_what_the_index_needs(tmp_path: Path) -> None:
    build(tmp_path, made_pieces(30))
    names = {path.name for path in (tmp_path / "search").iterdir()}
    assert {"manifest.js", "f-o.js", "p-o.js", "o-0-0.js"} <= names
