"""Exit statuses, and how a command says that it was called wrongly."""

import sys
from pathlib import Path

GOOD = 0
ERRORS = 1  # in content; with --strict also warnings
USAGE = 2


def refuse(message: str) -> int:
    """Say what is wrong with how the command was called; the exit status for that."""
    print(f"minutebook: {message}", file=sys.stderr)
    return USAGE


def refusal_of_root(root: Path) -> str:
    """What stands against `root` as an archive's folder; empty when nothing does."""
    if not root.is_dir() or (root / "content").is_dir():
        return refusal_of_new_root(root)
    if refusal := refusal_of_new_root(root):
        return refusal
    alike = next((one.name for one in root.iterdir() if one.name.lower() == "content"), "")
    if alike and not (root / alike).is_dir():
        return f'"{alike}" is a file, and a folder of that name holds an archive; move it away'
    if alike:
        return f'the folder "{alike}" must be called content, in small letters: give it that name'
    return (
        f"{root.resolve()} holds no folder called content; go to the folder that does, "
        "or begin an archive here with: minutebook new"
    )


def refusal_of_new_root(root: Path) -> str:
    """What stands against beginning an archive at `root`, or going on with the one there.

    An archive is never begun inside another, where nobody would look for its minutes.
    """
    if not root.is_dir():
        return f"there is no folder {root}"
    here = root.resolve()
    if (here / "content").is_dir():
        return ""
    above = next((one for one in here.parents if (one / "content/meetings").is_dir()), None)
    if above is None:
        return ""
    return f"{here} holds no folder called content; you are inside the archive {above}: go there"
