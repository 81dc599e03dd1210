"""The English parishes: resolutions against labels that a reader made by hand.

What a label means, and how they are scored, stands in tests/labels/README.md.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.recognition.reading import Understood, place_in, read_understood
from benchmarks.recognition.scores import Report, Score, Share
from site_gen.model.records import Decision, Record, RecordKind

LABELS = Path(__file__).resolve().parents[2] / "tests" / "labels" / "stokeferry.yaml"
DECIDED = frozenset({RecordKind.RESOLUTION, RecordKind.RECOMMENDATION})
NOT_COUNTED = frozenset({RecordKind.DISCUSSION})


@dataclass(frozen=True, slots=True)
class Label:
    """Where a decision stands."""

    lines: range
    count: int
    has_mover: bool


def score_stokeferry(folder: Path) -> Report:
    """The forty labelled files under `folder`."""
    report = Report("stokeferry")
    score = Score("resolutions", 0.85)
    movers = Share("mover named where labelled", 0.0)
    silent = Share("posts that are no minutes, silent", 1.0)
    for labels in yaml.safe_load(LABELS.read_text(encoding="utf-8"))["files"]:
        report.files += 1
        name = labels["path"].removesuffix("/index.md")
        found = read_understood(folder / labels["path"], name, report)
        if found is None:
            continue
        _score(found, list(map(_label, _resolutions(labels))), score, movers)
        if not labels["minutes"]:
            _score_silence(found, silent)
    report.scores.append(score)
    report.shares += [movers, silent]
    return report


def _resolutions(labels: dict[str, Any]) -> list[dict[str, Any]]:
    return [record for record in labels["records"] if record["kind"] == "resolution"]


def _label(record: dict[str, Any]) -> Label:
    line = record["line"]
    lines = range(record.get("from", line), record.get("to", line) + 1)
    return Label(lines, record.get("count", 1), record.get("mover", False))


def _score(found: Understood, labels: list[Label], score: Score, movers: Share) -> None:
    """Two labels of one line add up; a decision counts for one label at most."""
    left = [one for one in found.decisions if _is_decided(one)]
    for label in labels:
        for _ in range(label.count):
            match = next((one for one in left if _begins_in(one, label.lines)), None)
            if match is None:
                score.missed.append(place_in(found, label.lines[0]))
                continue
            score.hits += 1
            left.remove(match)
            if label.has_mover:
                if match.moved_by is not None:
                    movers.right += 1
                else:
                    movers.wrong.append(place_in(found, match.line))
    score.invented += [place_in(found, one.line) for one in left]


def _is_decided(decision: Decision) -> bool:
    return any(record.kind in DECIDED for record in decision.records)


def _begins_in(decision: Decision, lines: range) -> bool:
    """The decision, or the first words of it that decide, begin on one of the lines."""
    return decision.line in lines or any(record.line in lines for record in decision.records)


def _score_silence(found: Understood, silent: Share) -> None:
    records: list[Record] = [one for one in found.records if one.kind not in NOT_COUNTED]
    if not records:
        silent.right += 1
    silent.wrong += [f"{place_in(found, one.line)} ({one.kind})" for one in records[:1]]
