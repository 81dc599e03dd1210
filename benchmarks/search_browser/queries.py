"""Queries of each sort, drawn from the words of a site's own index."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from site_gen.search.front_coding import front_decoded
from site_gen.search.kept import FOLDER
from site_gen.search.numbers import decode_all
from site_gen.search.pieces import FIELDS
from site_gen.search.scripts import read_script
from site_gen.search.shard_reading import IndexReader
from site_gen.search.stemmer import stem
from site_gen.search.words import words

SHARD = re.compile(r"[co]-[0-9]+-[0-9]+\.js")
CHUNK = re.compile(r"d-[0-9]+-[0-9]+\.js")
WORD = re.compile(r"[a-z]{3,}")
TEXT = 0  # the place of the text among FIELDS
CHUNKS_READ = 400  # files of display records in which phrases are looked for
KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class Sort:
    """Queries of one sort, and how many bytes one may cost."""

    name: str
    most_bytes: int
    queries: tuple[str, ...]


class Vocabulary:
    """In what share of the pieces each word of a site stands."""

    def __init__(self, site: Path) -> None:
        self._folder = site / FOLDER
        reader = IndexReader(lambda path: (site / path).read_bytes())
        self.pieces = reader.pieces
        self.often = _often(sorted(self._folder.iterdir()))
        self._spelled: dict[str, tuple[int, str]] = {}
        for word, often in reader.words_with(""):
            if WORD.fullmatch(word) and words(word) == [word]:
                term = stem(word)
                self._spelled[term] = max(self._spelled.get(term, (0, "")), (often, word))

    def between(self, least: float, most: float) -> list[str]:
        """Words that stand in at least `least` and at most `most` pieces, in order."""
        found = [
            word
            for term, (_, word) in self._spelled.items()
            if least <= self.often.get(term, 0) <= most
        ]
        return sorted(found)

    def commonest(self, number: int) -> list[str]:
        """The words that stand in most pieces, the commonest first."""
        listed = sorted(self._spelled, key=lambda term: (-self.often.get(term, 0), term))
        return [self._spelled[term][1] for term in listed[:number]]

    def phrases(self, draw: random.Random) -> Counter[tuple[str, str]]:
        """In how many texts of a sample each two neighbouring words stand, both in 1 to 5 %."""
        found: Counter[tuple[str, str]] = Counter()
        least, most = self.pieces / 100, self.pieces / 20
        for text in self._texts(draw):
            pairs = set(pairwise(words(text)))
            found.update(
                pair
                for pair in sorted(pairs)
                if all(
                    WORD.fullmatch(word) and least <= self.often.get(stem(word), 0) <= most
                    for word in pair
                )
            )
        return found

    def _texts(self, draw: random.Random) -> Iterator[str]:
        files = sorted(path for path in self._folder.iterdir() if CHUNK.fullmatch(path.name))
        for path in draw.sample(files, min(CHUNKS_READ, len(files))):
            _, threads = read_script(path.read_bytes()).value
            for _, _, *pieces in threads:
                yield from (piece[2] for piece in pieces)


def draw_queries(site: Path, seed: int, number: int) -> list[Sort]:
    """`number` queries of each sort; the same ones for the same site and seed."""
    draw = random.Random(seed)
    vocabulary = Vocabulary(site)
    share = vocabulary.pieces / 100
    uncommon = draw.sample(vocabulary.between(10, 100), number)
    middling = vocabulary.between(share / 2, 2 * share)
    three = [" ".join(draw.sample(middling, 3)) for _ in range(number)]
    commonest = vocabulary.commonest(number)
    pairs = [pair for pair, often in sorted(vocabulary.phrases(draw).items()) if often > 1]
    phrases = [f'"{" ".join(pair)}"' for pair in draw.sample(pairs, min(number, len(pairs)))]
    return [
        Sort("one uncommon word", 110 * KILOBYTE, tuple(uncommon)),
        Sort("three words", 170 * KILOBYTE, tuple(three)),
        Sort("the commonest words", 260 * KILOBYTE, tuple(commonest)),
        Sort("a phrase of two words", 320 * KILOBYTE, tuple(phrases)),
    ]


def _often(files: Sequence[Path]) -> Counter[str]:
    """In how many pieces' texts each term stands, from the shards' directories alone."""
    often: Counter[str] = Counter()
    for path in files:
        if not SHARD.fullmatch(path.name):
            continue
        terms, directory, *_ = read_script(path.read_bytes()).value
        numbers = decode_all(directory)
        for term in front_decoded(terms):
            fields = next(numbers)
            for place, about in enumerate(FIELDS):
                if fields >> place & 1:
                    postings = next(numbers)
                    often[term] += postings if place == TEXT else 0
                    if about.is_shared:
                        next(numbers)
    return often
