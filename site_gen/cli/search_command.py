"""`minutebook search`: the search of the site, in a terminal."""

import argparse
import json
import sys
from pathlib import Path

from site_gen.cli.exits import GOOD, refuse
from site_gen.cli.terminal import BOLD, DIM, Terminal
from site_gen.search.searching import Hit, search
from site_gen.search.shard_reading import StaleIndexError

MOST_SHOWN = 10
MOST_WORDS = 40  # of the words under each heading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help='what to find, as on the search page: "agency pay"',
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="the built site (default: public/ in the root)"
    )
    parser.add_argument(
        "--most", type=int, default=MOST_SHOWN, metavar="N", help="how many to show (default: 10)"
    )
    parser.add_argument("--json", action="store_true", help="print one {id, url, score} a line")


def run(options: argparse.Namespace) -> int:
    """Search the built site, and print what was found, the best first."""
    folder: Path = options.output or options.root / "public"

    def read_file(path: str) -> bytes:
        return (folder / path).read_bytes()

    try:
        hits = search(read_file, " ".join(options.words), most=max(1, options.most))
    except FileNotFoundError:
        return refuse(f"{folder} holds no search index; build the site first")
    except ValueError as error:
        return refuse(f"the search index in {folder} cannot be read: {error}; build the site again")
    except StaleIndexError:
        return refuse(f"the search index in {folder} is half of one build; build the site again")
    terminal = Terminal(sys.stdout)
    for hit in hits:
        if options.json:
            found = {"id": hit.id, "url": hit.url, "score": round(hit.score, 3)}
            terminal.say(json.dumps(found, ensure_ascii=False))
        else:
            _show(hit, terminal)
    if not hits and not options.json:
        terminal.say("nothing was found")
    return GOOD


def _show(hit: Hit, terminal: Terminal) -> None:
    words = hit.text.split()
    shown = " ".join(words[:MOST_WORDS]) + (" ..." if len(words) > MOST_WORDS else "")
    terminal.say(terminal.painted(hit.title or hit.url, BOLD))
    terminal.say(f"  {', '.join(part for part in (hit.speaker, hit.date, hit.body) if part)}")
    terminal.say(f"  {shown}")
    terminal.say(terminal.painted(f"  {hit.url}", DIM))
    terminal.say()
