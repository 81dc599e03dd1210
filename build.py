"""The front door: `python build.py` builds the archive; any other command may follow."""

from __future__ import annotations

import sys

from site_gen.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["build"]))
