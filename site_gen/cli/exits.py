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
    if not root.is_dir():
        return f"there is no folder {root}"
    if not (root / "content").is_dir():
        return (
            f"{root.resolve()} holds no folder called content; "
            "minutes belong in content/meetings/<committee>/"
        )
    return ""
