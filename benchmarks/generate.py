"""Write an invented archive of any size: `python -m benchmarks.generate --meetings 1000 --out DIR`.

The same size and seed give the same bytes on any machine. Beside DIR, `DIR.expected.json` says
which questions, responses and resolutions were written, so that recognition can be measured.
"""

import argparse
import os
import sys
import time
from pathlib import Path

from benchmarks.corpus.archive import manifest_path, write_archive
from benchmarks.corpus.timetable import MOST_MEETINGS


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when the archive was written, 2 when it could not be."""
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    try:
        write_archive(
            options.out,
            meetings=options.meetings,
            seed=options.seed,
            workers=options.workers,
            progress=_show_progress,
        )
    except (FileExistsError, ValueError) as problem:
        print(f"generate: {problem}", file=sys.stderr)
        return 2
    seconds = time.monotonic() - started
    print(f"{options.meetings} meetings in {options.out} ({seconds:.1f} s)")
    print(f"what is in them: {manifest_path(options.out)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("--meetings", type=int, default=1000, help=f"1 to {MOST_MEETINGS}")
    parser.add_argument("--out", type=Path, required=True, help="a folder that is empty or absent")
    parser.add_argument("--seed", type=int, default=0, help="another seed, another council")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    return parser


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\rwriting meetings {done}/{total}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
