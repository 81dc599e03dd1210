"""Every rule: what its wrong example gives, and that its right example gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rule import Rule
from site_gen.diagnostics.rules import RULES
from site_gen.publish.checking import check_site
from tests.archives import MINUTES, write_archive

FRONT = "---\ndate: 2024-03-12\n---\n\n"
AROUND = {
    "content/bodies.yaml": "bodies:\n  - {id: planning, name: Planning Committee}\n",
    "content/people.yaml": (
        "people:\n"
        "  - {id: anna-reid, name: Anna Reid}\n"
        "  - {id: bela-shah, name: Bela Shah}\n"
        "  - {id: carl-moss, name: Carl Moss}\n"
    ),
    "content/glossary.yaml": "acronyms: {CIN: child in need}\n",
}
# What cannot be shown as a piece of minutes; other tests have their broken files.
WITHOUT_EXAMPLE = {
    "address-means-other-words",
    "address-vanished",
    "body-unlike-folder",  # found only where bodies.yaml lists nobody
    "file-empty",
    "file-misplaced",
    "file-not-imported",
    "file-not-utf8",
    "file-too-large",
    "file-unreadable",
    "id-twice",
    "meeting-id-twice",
    "paragraph-too-long",
    "permalinks-broken",
    "promised-answer-open",
    "public-name-in-address",
    "symbolic-link",
}
SHOWN = [pytest.param(rule, id=code) for code, rule in RULES.items() if rule.wrong]


WITHOUT_PEOPLE = {"name-unlike-attendance"}  # found only where people.yaml lists nobody


def findings_in(rule: Rule, example: str, root: Path) -> tuple[Diagnostic, ...]:
    """What the check says of an archive that holds the example."""
    is_whole = example.startswith(("---", "Date:", "<!doctype"))
    write_archive(root, {**AROUND, MINUTES: example if is_whole else FRONT + example})
    if rule.code in WITHOUT_PEOPLE:
        (root / "content/people.yaml").unlink()
    return check_site(root)


@pytest.mark.parametrize("rule", SHOWN)
def test_the_wrong_example_is_found_with_its_place_and_what_to_do(
    rule: Rule, tmp_path: Path
) -> None:
    found = findings_in(rule, rule.wrong, tmp_path)
    mine = [one for one in found if one.code == rule.code]
    assert mine, [one.code for one in found]
    assert {one.place.path for one in mine} == {MINUTES}
    assert all(one.severity is rule.severity and one.message and one.hint for one in mine)


@pytest.mark.parametrize("rule", SHOWN)
def test_the_right_example_is_found_good(rule: Rule, tmp_path: Path) -> None:
    assert findings_in(rule, rule.right, tmp_path) == ()


def test_every_rule_has_both_examples_or_cannot_have_them() -> None:
    assert {code for code, rule in RULES.items() if not rule.wrong} == WITHOUT_EXAMPLE
    assert all(bool(rule.wrong) == bool(rule.right) for rule in RULES.values())


@pytest.mark.parametrize("rule", [pytest.param(rule, id=code) for code, rule in RULES.items()])
def test_words_of_a_rule_are_sentences(rule: Rule) -> None:
    assert rule.meaning[0].isupper()
    assert rule.meaning.endswith(".")
    assert not rule.explanation or rule.explanation.endswith(".")
    assert not rule.remedy.endswith(".")
    assert rule.remedy[0].islower()
