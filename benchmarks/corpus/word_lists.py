"""The lists of words in the folder words/."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def list_lines(name: str) -> tuple[str, ...]:
    """The lines of a list; those that begin with "#" are remarks."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of a list, each once, in its order."""
    return tuple(dict.fromkeys(word for line in list_lines(name) for word in line.split()))
