"""Where a build leaves what the next one needs, and whether it is our own.

It is run as a part of the program. This module loads nothing, for whoever begins other processes.
"""

from pathlib import Path

STATE = Path(".minutebook") / "state.sqlite"
GITDIR = b"gitdir:"
# The index of Git has every path as it is, or without what it shares with the one before.
NAME_IN_INDEX = STATE.parts[0].removeprefix(".").encode() + b"/"
END_IN_INDEX = b"\0"  # of each path: "/lock" is no part of "/locks.md"


def is_in_repository(root: Path) -> bool:
    """Whether Git has the state of the archive at `root` among its files.

    Then it came from whoever wrote to the repository, and nobody reviews what it does.
    """
    folder = root.resolve()
    for above in (folder, *folder.parents):
        if (above / ".git").exists():
            return _names_state(_index_of(above / ".git"), root)
    return False


def _index_of(git: Path) -> bytes:
    try:
        if git.is_file():  # of a further working tree: it says where the folder is
            git = git.parent / git.read_bytes().removeprefix(GITDIR).decode().strip()
        return (git / "index").read_bytes()
    except (OSError, UnicodeDecodeError):
        return b""


def _names_state(index: bytes, root: Path) -> bool:
    state = root / STATE.parts[0]
    if NAME_IN_INDEX not in index or not state.is_dir():
        return False
    names = (file.name.encode() + END_IN_INDEX for file in state.rglob("*") if file.is_file())
    return any(b"/" + name in index for name in names)
