"""Where things are on the disk: the repository, and the shared material that may lie beside it."""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
NODE_MODULES = REPOSITORY / "node_modules"

# Real minutes, used as input alone. A test that needs them asks for the fixture `seeds` or
# `corpora`, which skips, and says so, where the folder is absent.
SHARED = REPOSITORY.parent / "shared"
SEEDS = SHARED / "seeds"
CORPORA = SHARED / "corpora"
