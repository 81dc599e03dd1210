"""The front door: `python build.py` builds the archive; any other command may follow."""

from __future__ import annotations

import sys

from site_gen.cli import start

if __name__ == "__main__":
    try:
        start(sys.argv[1:] or ["build"])
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith(("site_gen", "tests")):
            raise  # a mistake of ours
        sys.exit(f"Minutebook is not installed yet: {missing.name} is missing. Run: pip install .")
