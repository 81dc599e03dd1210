"""Over the demonstration archive the engine scores as stock lunr.js with the same terms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.archive.store import Store
from site_gen.publish.product_names import SEARCH
from site_gen.search.analysis import FIRST_WORD, read_analysis
from site_gen.search.pieces import FIELDS
from site_gen.search.stemmer import stem
from tests.search.indexes import FROM_DISK
from tests.search.javascript import run_javascript

CLOSE = 0.002  # scores that differ by less may stand in either order
BOTH = """
const lunr = require("./node_modules/lunr");
const builder = new lunr.Builder();
builder.ref("id");
for (const [name, boost] of given.fields) builder.field(name, { boost });
for (const document of given.documents) builder.add(document);
const index = builder.build();
const archive = await engine.files.open();
const words = (await engine.words(archive, "")).map(({ word }) => minutebook.stem(word));
const terms = [...new Set(words)];
const found = [];
for (let number = 0; number < given.queries; number++) {
  // Neighbours in the dictionary say nothing of each other; strides take them from all over it.
  const query = Array.from({ length: 1 + (number % 3) }, (_, more) =>
    terms[(number * 7919 + more * 104729) % terms.length]);
  const unique = [...new Set(query)];
  const theirs = index.query((asked) => {
    for (const term of unique) asked.term(term, { usePipeline: false });
  });
  const clauses = [];
  for (const [place, term] of unique.entries())
    clauses.push({
      rows: await engine.files.rows(archive, term), bit: 1 << place, boost: 1, fields: null,
    });
  const there = clauses.filter(({ rows }) => rows.blocks.length);
  await engine.longLengths(there.map(({ rows }) => rows));
  const { scores, matched } = await minutebook.scoring.score(archive, there);
  const ours = [];
  for (const [thread, bits] of matched.entries()) {
    if (!bits) continue;
    const [, ...pieces] = await engine.record(archive, thread);
    ours.push([pieces.map(([id]) => id), scores[thread]]);
  }
  found.push({ query: unique, theirs: theirs.map(({ ref, score }) => [ref, score]), ours });
}
answer(found);
"""


def documents(state: Path) -> Iterator[dict[str, Any]]:
    """The terms of every piece, as the build kept them."""
    with Store.open_readonly(state) as store:
        rows = [
            *((content,) for _, content in store.products(SEARCH) if content),
            *store.select("SELECT value FROM kept WHERE key LIKE 'document-%'"),
        ]
    for (stored,) in rows:
        analysis = read_analysis(bytes(stored))
        terms = [stem(word) for word in analysis.words]
        for piece in analysis.pieces():
            of_field = zip(FIELDS, piece.texts, strict=True)
            yield {"id": f"{analysis.meeting}#{piece.fragment}"} | {
                field.name: [terms[place] for place in text if place >= FIRST_WORD]
                for field, text in of_field
            }


@pytest.fixture(scope="module")
def compared(demonstration_site: Path) -> list[dict[str, Any]]:
    given = {
        "folder": str(demonstration_site),
        "fields": [[field.name, field.boost] for field in FIELDS],
        "documents": list(documents(demonstration_site.parent / ".minutebook" / "state.sqlite")),
        "queries": 120,
    }
    found: list[dict[str, Any]] = run_javascript(FROM_DISK + BOTH, given)
    return found


def test_the_same_pieces_are_found(compared: list[dict[str, Any]]) -> None:
    assert len(compared) == 120
    for one in compared:
        theirs = {ref for ref, _ in one["theirs"]}
        assert theirs, one["query"]
        for ids, _ in one["ours"]:
            assert theirs & set(ids), one["query"]
        assert theirs <= {id_ for ids, _ in one["ours"] for id_ in ids}, one["query"]


def test_a_piece_that_stands_alone_has_the_score_that_lunr_gives_it(
    compared: list[dict[str, Any]],
) -> None:
    checked = 0
    for one in compared:
        theirs = dict(one["theirs"])
        for ids, score in one["ours"]:
            if len(ids) == 1:
                assert score == pytest.approx(theirs[ids[0]], abs=CLOSE), one["query"]
                checked += 1
    assert checked > 300


def test_a_thread_scores_between_its_best_piece_and_all_of_them(
    compared: list[dict[str, Any]],
) -> None:
    checked = 0
    for one in compared:
        theirs = dict(one["theirs"])
        for ids, score in one["ours"]:
            each = [theirs.get(id_, 0) for id_ in ids]
            assert max(each) - CLOSE <= score <= sum(each) + CLOSE, one["query"]
            checked += len(ids) > 1
    assert checked > 30
