"""The software committee: minutes of talk in which few things are decided, to be read by a person.

There is no answer key. What is found is counted and listed; a sample is drawn, always the same.
Both are done twice: with the usual sets of wording, and with the set for software alone.
"""

import random
from pathlib import Path

from benchmarks.recognition.reading import USUAL, place_in, read_understood
from benchmarks.recognition.scores import Report
from site_gen.site.settings import Settings

SETTINGS = {"usual": USUAL, "software": Settings(wording=("software",))}
SAMPLE = 50
SEED = 399


def score_software(folder: Path) -> Report:
    """All files under `folder`; the sample is among the notes."""
    report = Report("nodejs-tsc")
    paths = sorted(folder.rglob("*.md"))
    sample = set(random.Random(SEED).sample(paths, min(SAMPLE, len(paths))))
    for path in paths:
        report.files += 1
        for wording, settings in SETTINGS.items():
            found = read_understood(path, str(path.relative_to(folder)), report, settings)
            if found is None:
                continue
            for record in found.records:
                report.notes[f"{wording} wording: {record.kind} found, all files"] += 1
                if path in sample:
                    report.notes[f"{wording} wording: {record.kind} found, sample of {SAMPLE}"] += 1
                    place = place_in(found, record.line)
                    report.to_read.append(f"{wording} wording: {record.kind}: {place}")
    return report
