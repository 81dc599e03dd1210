"""How well answers are ranked, on Cranfield: `python -m benchmarks.search_ranking`.

Prints nDCG@10 for each step of the normaliser, for any-word and for all-words-first ranking, with
Lunr's weights, title and text as fields, without boosts until the last row. Judgements number the
queries 1 to 225 in the order of the file; grade 1 is best (gain 4), grade 4 gain 1, and the one -1
of each query none.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_gen.search.pieces import FIELDS
from site_gen.search.query import OPTIONAL
from site_gen.search.stemmer import stem
from site_gen.search.words import compounds, fold, words

CRANFIELD = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "cranfield" / "cran"
RECORD = re.compile(r"^\.I (\d+)$", re.MULTILINE)
K1, B, DEPTH = 1.2, 0.75, 10
_BOOST_OF = {field.name: field.boost for field in FIELDS}
BOOSTS = (_BOOST_OF["title"], _BOOST_OF["text"])

Normalise = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents by id with title and text, queries in order, and gains by query and document."""

    documents: Mapping[int, tuple[str, str]]
    queries: Sequence[str]
    gains: Mapping[int, Mapping[int, int]]


def read_cranfield(folder: Path) -> Collection:
    """The collection in `folder`. Raises FileNotFoundError when it is not there."""
    documents = {
        number: (parts.get("T", ""), parts.get("W", "").removeprefix(parts.get("T", "")))
        for number, parts in _records(_text(folder / "cran.all.1400"))
    }
    queries = [parts["W"] for _, parts in _records(_text(folder / "cran.qry"))]
    gains: dict[int, dict[int, int]] = {}
    for line in _text(folder / "cranqrel").splitlines():
        query, document, grade = map(int, line.split())
        gains.setdefault(query, {})[document] = 5 - grade if grade > 0 else 0
    return Collection(documents, queries, gains)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _records(text: str) -> Iterable[tuple[int, dict[str, str]]]:
    cut = RECORD.split(text)[1:]
    for number, body in zip(cut[::2], cut[1::2], strict=True):
        parts = re.split(r"^\.([A-Z])$", body, flags=re.MULTILINE)[1:]
        yield int(number), {k: v.strip() for k, v in zip(parts[::2], parts[1::2], strict=True)}


def ndcg(ranked: Sequence[int], gains: Mapping[int, int]) -> float:
    """Normalised discounted cumulated gain of the first ten (Jarvelin and Kekalainen, 2002)."""

    def discounted(values: Iterable[int]) -> float:
        return sum(gain / math.log2(place + 2) for place, gain in enumerate(values))

    best = discounted(sorted(gains.values(), reverse=True)[:DEPTH])
    found = discounted(gains.get(document, 0) for document in ranked[:DEPTH])
    return found / best if best else 0.0


class Ranker:
    """Lunr's weights over the two fields, with terms as `normalise` gives them."""

    def __init__(
        self, collection: Collection, normalise: Normalise, boosts: tuple[float, float]
    ) -> None:
        self._normalise = normalise
        self._fields: list[dict[str, dict[int, int]]] = [{}, {}]
        self._lengths: list[dict[int, int]] = [{}, {}]
        for number, texts in collection.documents.items():
            for field, text in enumerate(texts):
                terms = Counter(normalise(text))
                self._lengths[field][number] = sum(terms.values())
                for term, often in terms.items():
                    self._fields[field].setdefault(term, {})[number] = often
        self._count = len(collection.documents)
        self._boosts = boosts
        self._averages = [sum(each.values()) / self._count for each in self._lengths]

    def rank(self, query: str, *, all_first: bool) -> list[int]:
        """The ids of documents, best first."""
        scores: dict[int, float] = {}
        matched: dict[int, set[str]] = {}
        terms = set(self._normalise(query))
        for term in terms:
            rarity = self._rarity(term)
            for place, field in enumerate(self._fields):
                for number, often in field.get(term, {}).items():
                    share = self._lengths[place][number] / self._averages[place]
                    weight = rarity * (K1 + 1) * often / (K1 * (1 - B + B * share) + often)
                    weight = round(weight * self._boosts[place], 3)
                    scores[number] = scores.get(number, 0.0) + weight
                    matched.setdefault(number, set()).add(term)
        return sorted(
            scores,
            key=lambda number: (all_first and matched[number] != terms, -scores[number], number),
        )

    def _rarity(self, term: str) -> float:
        found = sum(len(field.get(term, {})) for field in self._fields)
        return math.log(1 + abs((self._count - found + 0.5) / (found + 0.5)))


def without_question_words(query: str) -> str:
    """The query as the engine reads it: question words count only when there is nothing else."""
    kept = [word for word in query.split() if fold(word).strip(".,?") not in OPTIONAL]
    return " ".join(kept) or query


def _plain(text: str) -> list[str]:
    return text.lower().split()


def _trimmed(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _no_stop_words(text: str) -> list[str]:
    return [word for word in words(text) if word]


def _parts_only(text: str) -> list[str]:
    return [part for one in compounds(text) for part in one.parts or one.wholes]


def normalised(text: str) -> list[str]:
    return [stem(word) for word in words(text) if word]


STEPS: dict[str, Normalise] = {
    "words between spaces": _plain,
    "+ punctuation apart": _trimmed,
    "+ one form of marks, possessives dropped": _parts_only,
    "+ stop words dropped, whole forms added": _no_stop_words,
    "+ stems: the normaliser": normalised,
}


def measure(
    collection: Collection,
    normalise: Normalise,
    *,
    lean: bool = False,
    boosts: tuple[float, float] = (1.0, 1.0),
) -> tuple[float, float]:
    """The mean nDCG@10 over all queries, with any word and with all words first.

    `lean` leaves question words out of the queries; `boosts` are those of title and text.
    """
    ranker = Ranker(collection, normalise, boosts)
    values = []
    for number, query in enumerate(collection.queries, start=1):
        asked = without_question_words(query) if lean else query
        gains = collection.gains[number]
        values.append([ndcg(ranker.rank(asked, all_first=one), gains) for one in (False, True)])
    any_word, all_first = (sum(column) / len(values) for column in zip(*values, strict=True))
    return any_word, all_first


def main() -> int:
    """Prints the table; status 1 when the collection is not there."""
    try:
        collection = read_cranfield(CRANFIELD)
    except FileNotFoundError as problem:
        print(f"search_ranking: {problem.filename} is missing", file=sys.stderr)
        return 1
    print(f"{'step':45} {'any word':>9} {'all first':>9}")
    rows = {name: measure(collection, normalise) for name, normalise in STEPS.items()}
    rows["+ question words optional"] = measure(collection, normalised, lean=True)
    rows["+ boosts: as searched"] = measure(collection, normalised, lean=True, boosts=BOOSTS)
    for name, (any_word, all_first) in rows.items():
        print(f"{name:45} {any_word:9.3f} {all_first:9.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
