"""The first words of a text, for lists."""

OPENING_LENGTH = 180  # characters


def opening_words(text: str, *, length: int = OPENING_LENGTH) -> str:
    """The first words of `text` on one line, cut at a word's end, with "…" when more follow."""
    flat = " ".join(text[: 4 * length].split())
    if len(flat) <= length:  # mostly white space, or short
        flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return (
        flat[: flat.rfind(" ", 0, length) if " " in flat[:length] else length].rstrip(",;:") + "…"
    )
