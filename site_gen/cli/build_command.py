"""`minutebook build`: content/ to public/."""

import argparse
import os
from pathlib import Path

from site_gen.cli.exits import refusal_of_root, refuse
from site_gen.publish.second_process import second_process


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: public/ in the root)"
    )
    parser.add_argument(
        "--address",
        type=_address,
        default="",
        metavar="URL",
        help="where the site lies; wins over site.yaml",
    )
    parser.add_argument(
        "--previous",
        type=Path,
        metavar="FILE",
        help="permalinks.json of the published site: its addresses are kept, or named when gone",
    )
    parser.add_argument("--strict", action="store_true", help="exit status 1 for warnings too")
    parser.add_argument("--quiet", action="store_true", help="say only what is wrong")
    parser.add_argument(
        "--profile",
        nargs="?",
        const="",
        metavar="FILE",
        help="say where the time went; into FILE for Python's pstats too",
    )
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes to use"
    )
    parser.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="how to print findings: for people, or as GitHub annotations",
    )


def run(options: argparse.Namespace) -> int:
    """Begin the process that helps, and only then load what builds."""
    if refusal := refusal_of_root(options.root):
        return refuse(refusal)
    with second_process(options.root, options.workers) as beside:
        from site_gen.cli.building import build  # noqa: PLC0415 - as the other process loads too

        return build(options, beside)


def _address(written: str) -> str:
    from site_gen.text.web_addresses import is_site_address  # noqa: PLC0415 - see `run`

    if written and not is_site_address(written):
        raise argparse.ArgumentTypeError(
            "a web address begins with https:// or http:// and has no spaces, ? or #"
        )
    return written
