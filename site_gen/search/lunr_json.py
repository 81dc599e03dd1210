"""A small archive's index in Lunr's own form, for clients of stock lunr.js and lunr.py.

Made by lunr.py's Builder from the terms that we index. Its pipeline is Lunr's stemmer, so a client
normalises what was typed as `words.py` does and leaves stemming to Lunr. The stemmers of lunr.py
and lunr.js differ on words like *highway*: where they do, both stems are indexed.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any

from site_gen.search.analysis import read_analysis
from site_gen.search.pieces import FIELDS
from site_gen.search.stemmer import stem

MOST_PIECES = 5_000  # of a larger archive one index would be too large to load
PATH = "search/lunr.json"


def lunr_index(analyses: Iterable[bytes]) -> bytes:
    """The serialised index of all pieces of some meetings; a document's reference is its id."""
    # A large archive, which has no such index, need not wait for what makes it.
    from lunr.builder import Builder  # type: ignore[import-untyped]  # noqa: PLC0415
    from lunr.stemmer import stemmer as lunr_stemmer  # type: ignore[import-untyped]  # noqa: PLC0415

    builder = Builder()
    builder.ref("id")
    for field in FIELDS:
        builder.field(field.name, field.boost)
    builder.search_pipeline.add(lunr_stemmer)
    for stored in analyses:
        for document in _documents(stored):
            builder.add(document)
    index = builder.build().serialize()
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _documents(stored: bytes) -> Iterable[dict[str, Any]]:
    analysis = read_analysis(stored)
    terms = [_terms(word) for word in analysis.words]
    for piece in analysis.pieces():
        document: dict[str, Any] = {"id": f"{analysis.meeting}#{piece.fragment}"}
        for field, text in zip(FIELDS, piece.texts, strict=True):
            document[field.name] = [term for place in text for term in terms[place]]
        yield document


@cache
def _lunr_stem() -> Callable[[str], str]:
    from lunr.stemmer import PorterStemmer  # noqa: PLC0415 - as above

    stem_of: Callable[[str], str] = PorterStemmer().stem
    return stem_of


@lru_cache(1 << 16)
def _terms(word: str) -> tuple[str, ...]:
    """The stem of `word`, and lunr.py's own where that is another."""
    if not word:
        return ()
    return tuple(dict.fromkeys([stem(word), _lunr_stem()(word)]))
