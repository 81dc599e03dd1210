"""Sorted words, each as what it shares with the one before and the rest."""

from collections.abc import Iterable

from site_gen.search.numbers import encode, read_number


def front_coded(words: Iterable[str]) -> str:
    """Each of `words` as the number of letters shared with the one before, and the rest."""
    coded = []
    before = ""
    for word in words:
        shared = shared_letters(before, word)
        coded.append(f"{encode(shared)}{word[shared:]}")
        before = word
    return " ".join(coded)


def shared_letters(one: str, other: str) -> int:
    """With how many letters both words begin."""
    shared = 0
    for letter, same in zip(one, other, strict=False):
        if letter != same:
            break
        shared += 1
    return shared


def front_decoded(text: str) -> list[str]:
    """The words that `front_coded` wrote."""
    words = []
    before = ""
    at = 0
    while at < len(text):
        shared, at = read_number(text, at)
        end = text.find(" ", at)
        end = len(text) if end < 0 else end
        before = before[:shared] + text[at:end]
        words.append(before)
        at = end + 1
    return words
