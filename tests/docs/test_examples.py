"""What the docs say of an example is what Minutebook makes of it."""

from __future__ import annotations

import pytest

from site_gen.content.settings_file import parse_settings
from site_gen.diagnostics import Severity
from site_gen.minutes.wording_sets import set_names
from site_gen.pages.understood import Reading, readings
from site_gen.text.sources import Source
from tests.docs.examples import SETTINGS, Example, find_examples, is_met_by, read_minutes
from tests.places import REPOSITORY

SILENT = 1  # an example of what is no decision
EXAMPLES = find_examples(REPOSITORY / "docs") + find_examples(REPOSITORY, "README.md")


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_reads_as_the_docs_say(example: Example) -> None:
    meeting, findings = read_minutes(example.minutes, example.settings)
    graver = [found for found in findings if found.severity > Severity.HINT]
    assert [found.message for found in graver] == []
    told = readings(meeting)
    if all(row.what != "Item" for row in example.said):
        told = [row for row in told if row.what != "Item"]
    assert len(told) == len(example.said), told
    wrong = [(row, found) for row, found in zip(example.said, told, strict=True)]
    assert [pair for pair in wrong if not is_met_by(*pair)] == []


def test_every_page_for_clerks_has_examples_and_each_says_what_is_found() -> None:
    files = {example.file for example in EXAMPLES}
    assert {"README.md", "first-minutes.md", "how-minutebook-reads.md"} <= files
    silent = [str(example) for example in EXAMPLES if not example.said]
    assert len(silent) <= SILENT, silent


def test_every_set_of_wording_has_an_example_that_it_alone_reads() -> None:
    alone = {example.settings.wording for example in EXAMPLES if example.said}
    assert {(name,) for name in set_names()} <= alone


def test_every_piece_of_site_yaml_is_right() -> None:
    pages = sorted((REPOSITORY / "docs").rglob("*.md"))
    texts = [found[1] for page in pages for found in SETTINGS.finditer(page.read_text("utf-8"))]
    assert len(texts) >= 3
    parsed = [parse_settings(Source("content/site.yaml", text)) for text in texts]
    assert [found.message for one in parsed for found in one.diagnostics] == []


@pytest.mark.parametrize(
    ("row", "is_met"),
    [
        (Reading("Question", "Dr A", "Is it …"), True),
        (Reading("Question", "Dr A", "Is it so?"), True),
        (Reading("Question", "Dr A", "Is it"), False),
        (Reading("Answer", "Dr A", "Is it …"), False),
        (Reading("Question", "Dr A", "Is it …", "in writing"), False),
    ],
)
def test_a_row_is_held_to_all_that_it_says(row: Reading, is_met: bool) -> None:
    assert is_met_by(row, Reading("Question", "Dr A", "Is it so?")) is is_met
