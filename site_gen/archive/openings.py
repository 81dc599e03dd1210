"""The first words of a text, for lists."""

import re

OPENING_LENGTH = 180  # characters
LABELS = ("Question ", "QUESTION ")
LABEL = re.compile(r"\w+ (?:[Nn]o\.? ?)?\d{1,3}[a-z]?(?: ?[:.]| ?[-–—]) (?=\S)")


def opening_words(text: str, *, length: int = OPENING_LENGTH) -> str:
    """The first words of `text` on one line, cut at a word's end, with "…" when more follow.

    "Question 3 - " before them is left out: lists say what an entry is, and its number says
    nothing there.
    """
    flat = _without_label(" ".join(text[: 4 * length].split()))
    if len(flat) <= length:  # mostly white space, or short
        flat = _without_label(" ".join(text.split()))
    if len(flat) <= length:
        return flat
    return (
        flat[: flat.rfind(" ", 0, length) if " " in flat[:length] else length].rstrip(",;:") + "…"
    )


def _without_label(flat: str) -> str:
    return LABEL.sub("", flat, count=1) if flat.startswith(LABELS) else flat
