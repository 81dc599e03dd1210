"""What was measured, as values that go to JSON and back."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.folders import Change, Output
from benchmarks.machine import Machine
from benchmarks.measure import Run

COLD, NOTHING, CHANGED, ADDED = "cold", "nothing changed", "one changed", "one added"


@dataclass(slots=True)
class Measured:
    """One generator at one size."""

    name: str
    source: str
    version: str = ""
    missing: str = ""  # why there are no figures, or no more of them
    runs: dict[str, list[Run]] = field(default_factory=dict)  # by action
    output: Output | None = None
    changes: dict[str, list[Change]] = field(default_factory=dict)  # by action

    def seconds(self, action: str) -> float | None:
        """The median over the rounds; None when it was not measured."""
        runs = self.runs.get(action)
        return median(run.seconds for run in runs) if runs else None

    def peak_bytes(self, action: str) -> int | None:
        """The most memory in any round; None when it was not measured."""
        peaks = [run.peak_bytes for run in self.runs.get(action, []) if run.peak_bytes is not None]
        return max(peaks, default=None)


@dataclass(slots=True)
class SizeResults:
    """All generators at one size."""

    meetings: int
    corpus_bytes: int
    measured: list[Measured]

    def of(self, name: str) -> Measured | None:
        """One generator's figures."""
        return next((one for one in self.measured if one.name == name), None)


@dataclass(slots=True)
class Results:
    """One run of the benchmarks."""

    machine: Machine
    date: str
    rounds: int
    seed: int
    sizes: list[SizeResults] = field(default_factory=list)


def both(name: str, first: Measured, second: Measured) -> Measured:
    """Two programs run one after the other: times add up, the larger memory counts."""
    runs = {
        action: [
            Run(one.seconds + two.seconds, _larger(one.peak_bytes, two.peak_bytes))
            for one, two in zip(first.runs[action], second.runs[action], strict=False)
        ]
        for action in first.runs.keys() & second.runs.keys()
    }
    return Measured(
        name,
        f"{first.source}; {second.source}",
        f"{first.version} + {second.version}",
        missing=first.missing or second.missing,
        runs=runs,
        output=second.output,
    )


def write_json(results: Results, path: Path) -> None:
    """Every figure of every round."""
    path.write_text(json.dumps(asdict(results), indent=1) + "\n", encoding="utf-8")


def _larger(one: int | None, two: int | None) -> int | None:
    return None if one is None or two is None else max(one, two)
