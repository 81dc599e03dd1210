"""The words that a spelling can begin with, so that it is tried only where one of them stands."""

import re
from collections.abc import Iterator

from site_gen.minutes.phrases import OPENING, TOKEN, goes_on, is_glued

ENDS_IN_WORD = re.compile(r"\S(?:\||[)\]]\Z)")  # one of the ways that brackets spell
FIRST_WORD = re.compile(rf"{OPENING}([^\W_]+)")


def first_word(text: str, at: int = 0) -> str:
    """The first word of `text` from `at` on, in small letters; empty when there is none soon."""
    match = FIRST_WORD.match(text, at)
    return match[1].lower() if match is not None else ""


def first_words(written: str) -> frozenset[str] | None:
    """The words, in small letters, one of which begins every text that the spelling matches.

    None when it may begin with something else: a slot, a sign, or a part of a longer word.
    """
    words, may_be_empty, _ = _first(written, TOKEN.finditer(written))
    return None if may_be_empty or words is None else frozenset(words)


def _first(written: str, tokens: Iterator[re.Match[str]]) -> tuple[set[str] | None, bool, int]:
    """The first words of what `tokens` spell up to a closing sign, and whether that may be empty.

    The words are None when they cannot be told. The third is the offset behind the closing sign.
    """
    words: set[str] | None = set()
    may_be_empty = False
    is_open = True  # all that was spelled so far of this alternative may be missing
    end = len(written)
    for token in tokens:
        sign = token["sign"]
        if sign in (")", "]"):
            end = token.end()
            break
        if sign == "|":
            may_be_empty, is_open = may_be_empty or is_open, True
        elif sign is not None:  # its tokens are taken, whether anybody asks for its words or not
            inner, inner_may_be_empty, inner_end = _first(written, tokens)
            if is_open:
                # "(Reply|Answer)[s]", but not "[Any |Another ][question]"
                is_part = goes_on(written, inner_end) and ENDS_IN_WORD.search(
                    written, token.start(), inner_end
                )
                words = None if words is None or inner is None or is_part else words | inner
                is_open = sign == "[" or inner_may_be_empty
        elif is_open and not token["space"]:
            is_word = token["word"] is not None and not is_glued(written, token)
            words = words | {token["word"].lower()} if is_word and words is not None else None
            is_open = False
    return words, may_be_empty or is_open, end
