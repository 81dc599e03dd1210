"""The index in Lunr's own form: stock lunr.py and lunr.js load it and search it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lunr.index import Index  # type: ignore[import-untyped]

from site_gen.search.analysis import analyse_meeting
from site_gen.search.lunr_json import lunr_index
from site_gen.search.words import words
from tests.search.javascript import run_javascript
from tests.search.query_cases import read_pieces

TYPED = {
    "highway": {"m1#a6", "m2#p2"},
    "survey": {"m2#p2", "m3#p2"},
    "pay": {"m1#a5"},
    "well-being": {"m1#p1", "m2#p1"},
    "£2.6m": {"m2#d1", "m2#d2"},
    "Ofsted's": {"m1#q6", "m1#a6"},
    "zzz": set(),
}
LOAD = """
const lunr = require("./node_modules/lunr");
const index = lunr.Index.load(JSON.parse(fs.readFileSync(given.file, "utf8")));
answer(given.typed.map((words) =>
  index.query((query) => query.term(words)).map(({ ref }) => ref)));
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pieces = read_pieces()
    meetings = dict.fromkeys(piece.meeting for piece in pieces)
    analyses = [analyse_meeting([p for p in pieces if p.meeting == one]) for one in meetings]
    path = tmp_path_factory.mktemp("lunr") / "lunr.json"
    path.write_bytes(lunr_index(analyses))
    return path


def normalised(typed: str) -> list[str]:
    """What a client hands to Lunr: the whole form of a compound where there is one."""
    return words(typed)[-1:]


@pytest.mark.parametrize("typed", TYPED)
def test_stock_lunr_py_finds_it(typed: str, file: Path) -> None:
    index = Index.load(json.loads(file.read_text(encoding="utf-8")))
    query = index.create_query()
    query.term(normalised(typed))
    assert {hit["ref"] for hit in index.query(query)} == TYPED[typed]


def test_stock_lunr_js_finds_it(file: Path) -> None:
    given = {"file": str(file), "typed": [normalised(typed) for typed in TYPED]}
    found = run_javascript(LOAD, given)
    assert [set(one) for one in found] == list(TYPED.values())


def test_its_pipeline_is_the_stemmer(file: Path) -> None:
    assert json.loads(file.read_text(encoding="utf-8"))["pipeline"] == ["stemmer"]
