"""Measure Minutebook and its peers: `make bench`, or `python -m benchmarks --meetings 1000 10000`.

Results go to RESULTS.md and RESULTS.json. What is generated, installed and built is kept in
benchmarks/.work/, so that a second run starts sooner.
"""

import argparse
import hashlib
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus.archive import write_archive
from benchmarks.machine import this_machine
from benchmarks.peers.eleventy import Eleventy
from benchmarks.peers.hugo import Hugo
from benchmarks.peers.minutebook import Minutebook
from benchmarks.peers.pagefind import NAME as PAGEFIND
from benchmarks.peers.pagefind import SOURCE, Pagefind, prepare_pagefind
from benchmarks.peers.pelican import Pelican
from benchmarks.peers.site import NotInstallableError, Peer
from benchmarks.report import results_page
from benchmarks.results import Measured, Results, SizeResults, write_json
from benchmarks.trials import Archive, Rounds, Trial

HERE = Path(__file__).parent
PEERS: tuple[Peer, ...] = (Minutebook(), Hugo(), Eleventy(), Pelican())
NAMES = (*(peer.name.lower() for peer in PEERS), PAGEFIND.lower())


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when Minutebook was measured, or was not asked for; 1 when it failed."""
    options = _parser().parse_args(arguments)
    results = Results(
        machine=this_machine(HERE),
        date=datetime.now(tz=UTC).date().isoformat(),
        rounds=options.rounds,
        seed=options.seed,
    )
    options.work = options.work.resolve()  # commands are run in other folders
    options.work.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)  # now, not after minutes of measuring
    for meetings in options.meetings:
        results.sizes.append(_measure_size(meetings, options))
        write_json(results, options.out / "RESULTS.json")
        (options.out / "RESULTS.md").write_text(results_page(results), encoding="utf-8")
    print(f"\n{options.out / 'RESULTS.md'}")
    ours = [size.of(PEERS[0].name) for size in results.sizes]
    return int(any(one is not None and one.missing for one in ours))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--meetings", type=int, nargs="+", default=[1000], help="sizes")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, help="generators")
    parser.add_argument(
        "--once", nargs="+", choices=NAMES[1:-1], default=(), help="peers too slow for all rounds"
    )
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many")
    parser.add_argument("--seed", type=int, default=0, help="of the generated archive")
    parser.add_argument("--work", type=Path, default=HERE / ".work", help="where all is built")
    parser.add_argument("--out", type=Path, default=HERE, help="where results are written")
    return parser


@dataclass
class Teller:
    """Says what is going on, with the time since the start."""

    meetings: int
    started: float

    def say(self, words: str) -> None:
        """One line on the terminal."""
        seconds = time.monotonic() - self.started
        print(f"[{seconds:7.1f} s] {self.meetings} meetings: {words}", flush=True)


def _measure_size(meetings: int, options: argparse.Namespace) -> SizeResults:
    teller = Teller(meetings, time.monotonic())
    archive = Archive(_corpus(meetings, options, teller), meetings, options.seed)
    sites = options.work / "sites"
    shutil.rmtree(sites, ignore_errors=True)
    trials, measured = [], []
    for peer in PEERS:
        if peer.name.lower() not in options.only:
            continue
        trial, figures = _prepare(peer, archive, options, teller)
        measured.append(figures)
        if isinstance(peer, Hugo) and PAGEFIND.lower() in options.only:
            pagefind, searched = _prepare_pagefind(options, teller)
            measured.append(searched)
            if trial is not None and pagefind is not None:
                trial = Trial(trial.peer, trial.site, figures, pagefind, searched)
        if trial is not None:
            trials.append(trial)
    rounds = Rounds(archive, teller.say)
    for number in range(1, options.rounds + 1):
        for trial in trials:
            if number == 1 or trial.peer.name.lower() not in options.once:
                rounds.run(trial, number)
    shutil.rmtree(sites, ignore_errors=True)
    content = archive.root.rglob("*.md")
    return SizeResults(meetings, sum(path.stat().st_size for path in content), measured)


def _corpus(meetings: int, options: argparse.Namespace, teller: Teller) -> Path:
    """The archive of that size, generated unless this very generator has made it before."""
    digest = hashlib.sha256()
    for path in sorted((HERE / "corpus").rglob("*")):
        if path.suffix in {".py", ".txt"}:
            digest.update(path.read_bytes())
    name = f"{meetings}-{options.seed}-{digest.hexdigest()[:12]}"
    root: Path = options.work / "corpora" / name
    if not root.exists():
        teller.say("generating the archive")
        root.parent.mkdir(parents=True, exist_ok=True)
        workers = this_machine(HERE).cores
        write_archive(root, meetings=meetings, seed=options.seed, workers=workers)
    return root


def _prepare(
    peer: Peer, archive: Archive, options: argparse.Namespace, teller: Teller
) -> tuple[Trial | None, Measured]:
    teller.say(f"preparing {peer.name}")
    measured = Measured(peer.name, peer.source)
    root = options.work / "sites" / peer.name.lower()
    root.parent.mkdir(parents=True, exist_ok=True)
    try:
        site = peer.prepare(archive.root, tools=options.work / "tools", root=root)
    except NotInstallableError as problem:
        measured.missing = f"not installable here: {problem}"
        teller.say(f"{peer.name} is {measured.missing}")
        return None, measured
    measured.version = site.version
    return Trial(peer, site, measured), measured


def _prepare_pagefind(
    options: argparse.Namespace, teller: Teller
) -> tuple[Pagefind | None, Measured]:
    teller.say(f"preparing {PAGEFIND}")
    measured = Measured(PAGEFIND, SOURCE)
    try:
        pagefind = prepare_pagefind(options.work / "tools")
    except NotInstallableError as problem:
        measured.missing = f"not installable here: {problem}"
        teller.say(f"{PAGEFIND} is {measured.missing}")
        return None, measured
    measured.version = pagefind.version
    return pagefind, measured


if __name__ == "__main__":
    sys.exit(main())
