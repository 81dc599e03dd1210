"""The words of a block as people write them: for the beginnings of words, and "did you mean"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from site_gen.search.blocks import front_coded
from site_gen.search.numbers import encode_all

DICTIONARY_SIZE = 60_000  # characters of one file before compression


class Words(NamedTuple):
    """A run of the dictionary: one file."""

    first: str
    value: tuple[str, str]  # words, front-coded; of each how often, as a power of two


def cut_dictionary(vocabularies: Sequence[Mapping[str, int]]) -> Iterator[Words]:
    """The dictionary of a block, from the words of its segments, in order."""
    counted: Counter[str] = Counter()
    for vocabulary in vocabularies:
        counted.update(vocabulary)
    words: list[str] = []
    size = 0
    for word in sorted(counted):
        words.append(word)
        size += len(word)
        if size >= DICTIONARY_SIZE:
            yield _words(words, counted)
            words, size = [], 0
    if words:
        yield _words(words, counted)


def _words(words: Sequence[str], counted: Mapping[str, int]) -> Words:
    often = [counted[word].bit_length() - 1 for word in words]
    return Words(words[0], (front_coded(words), encode_all(often)))
