"""The hand labels are well formed, and point at real lines of the corpus."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpora" / "stokeferry"
KINDS = {"resolution", "motion", "question", "response", "action"}
FILE_KEYS = {"path", "minutes", "records", "doubtful"}
RECORD_KEYS = {"line", "from", "to", "kind", "count", "mover", "doubtful"}
SEED = 429

FILES: list[dict[str, Any]] = yaml.safe_load(
    (HERE / "stokeferry.yaml").read_text(encoding="utf-8")
)["files"]

each_file = pytest.mark.parametrize("labels", FILES, ids=lambda labels: labels["path"])
needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="../shared/corpora/stokeferry is not here"
)


def span(record: dict[str, Any]) -> range:
    """Return every line the record may begin on."""
    return range(record.get("from", record["line"]), record.get("to", record["line"]) + 1)


def test_forty_different_files_are_labelled() -> None:
    assert len({labels["path"] for labels in FILES}) == len(FILES) == 40


@each_file
def test_file_has_the_keys_the_readme_names(labels: dict[str, Any]) -> None:
    assert {"path", "minutes", "records"} <= labels.keys() <= FILE_KEYS
    assert isinstance(labels["minutes"], bool)


@each_file
def test_only_minutes_have_records(labels: dict[str, Any]) -> None:
    assert labels["minutes"] == bool(labels["records"])


@each_file
def test_records_are_well_formed(labels: dict[str, Any]) -> None:
    for record in labels["records"]:
        assert {"line", "kind"} <= record.keys() <= RECORD_KEYS, record
        assert record["kind"] in KINDS, record
        assert record["line"] in span(record), record
        assert record.get("count", 2) > 1, record
        assert record.get("mover", True) is record.get("doubtful", True) is True, record


@each_file
def test_records_stand_in_order_of_line(labels: dict[str, Any]) -> None:
    lines = [record["line"] for record in labels["records"]]
    assert lines == sorted(lines)


@each_file
def test_spans_of_resolutions_do_not_overlap(labels: dict[str, Any]) -> None:
    spans = {span(r) for r in labels["records"] if r["kind"] == "resolution"}
    covered = [line for lines in spans for line in lines]
    assert len(covered) == len(set(covered))


@needs_corpus
def test_forty_are_the_seeded_draw() -> None:
    paths = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.md"))
    drawn = random.Random(SEED).sample(paths, 40)
    assert {labels["path"] for labels in FILES} == set(drawn)


@needs_corpus
@each_file
def test_labelled_lines_exist_below_the_front_matter(labels: dict[str, Any]) -> None:
    lines = (CORPUS / labels["path"]).read_text(encoding="utf-8").split("\n")
    front_matter_ends = lines.index("---", 1) + 1
    for record in labels["records"]:
        for number in (span(record)[0], record["line"], span(record)[-1]):
            assert number > front_matter_ends, record
            assert lines[number - 1].strip(), record
