"""The words of a block as people write them: for the beginnings of words, and "did you mean"."""

from collections.abc import Iterator, Mapping, Sequence

from site_gen.search.front_coding import front_coded
from site_gen.search.numbers import encode_all

DICTIONARY_SIZE = 60_000  # characters of one file before compression
_LEAST = DICTIONARY_SIZE // 3


def cut_dictionary(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The files of a dictionary: of each the place of its first word, and where it ends.

    `words` are sorted. Files end with a first letter where they can, so that a new word does not
    move all that follow.
    """
    start = size = 0
    for place, word in enumerate(words):
        if size >= DICTIONARY_SIZE or (size >= _LEAST and word[0] != words[place - 1][0]):
            yield start, place
            start, size = place, 0
        size += len(word)
    if start < len(words):
        yield start, len(words)


def dictionary_value(words: Sequence[str], counted: Mapping[str, int]) -> tuple[str, str]:
    """One file: words, front-coded; and of each how often, as a power of two.

    `counted` says in how many meetings each word stands.
    """
    return front_coded(words), encode_all([often(counted[word]) for word in words])


def often(count: int) -> int:
    """`count` as the power of two that it is not below; -1 of none."""
    return count.bit_length() - 1
