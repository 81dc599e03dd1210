"""Score the understanding of real minutes: `python -m benchmarks.recognise [CORPUS...] [--misses]`.

Reads ../shared/corpora, beside the repository. Exit status 0 when everything that must be reached
is, 1 when not, 2 when the corpora are not there.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.recognition.board_minutes import score_board_minutes
from benchmarks.recognition.limerick import score_limerick
from benchmarks.recognition.london_on import score_london_on
from benchmarks.recognition.software import score_software
from benchmarks.recognition.stokeferry import score_stokeferry

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
SCORERS = {
    "docx": score_board_minutes,
    "limerick": score_limerick,
    "london-on": score_london_on,
    "nodejs-tsc": score_software,
    "stokeferry": score_stokeferry,
}


def main(arguments: list[str] | None = None) -> int:
    """Print what was measured."""
    options = _parser().parse_args(arguments)
    unknown = [name for name in options.corpora if name not in SCORERS]
    if unknown:
        print(f"recognise: no such corpus: {', '.join(unknown)}", file=sys.stderr)
        return 2
    folder: Path = options.folder
    if not folder.is_dir():
        print(f"recognise: {folder} is not there", file=sys.stderr)
        return 2
    reports = [SCORERS[name](folder / name) for name in options.corpora or SCORERS]
    for report in reports:
        print("\n".join(report.summary()))
    if options.misses:
        for report in reports:
            print("\n".join(report.misses()))
    return 0 if all(report.is_reached for report in reports) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="recognise", description=__doc__)
    parser.add_argument("corpora", nargs="*", help=f"of {', '.join(SCORERS)}; all when none")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--folder", type=Path, default=CORPORA, help="where the corpora are")
    return parser


if __name__ == "__main__":
    sys.exit(main())
