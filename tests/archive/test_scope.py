"""A change reaches whoever shows what is another now, and nobody else."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from site_gen.archive.scope import Reach, Scope, reach_of, scope_between
from site_gen.archive.store import Store
from site_gen.publish.own_state import STATE
from site_gen.publish.product_names import PERMALINKS, SEARCH
from tests.archives import build, write_archive

PATH = "content/meetings/planning/2024-03-12.md"
BEFORE = "content/meetings/planning/2023-12-05.md"
LATER = "content/meetings/planning/2024-05-14.md"
PEOPLE = "people:\n  - {id: anna-reid, name: Anna Reid}\n  - {id: bela-shah, name: Bela Shah}\n"
TEXT = (
    "---\ndate: 2024-03-12\n---\n\n## 1. Bins\n\n"
    "**Question 1 (Anna Reid):** When are they emptied?\n\n"
    "**Response (Bela Shah):** On Mondays.\n\n"
    "## 2. Report\n\nThe Committee talked of hedges.\n"
)
OWN = frozenset({"planning-2024-03-12"})


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    files = {"content/people.yaml": PEOPLE, PATH: TEXT}
    for path in (BEFORE, LATER):
        files[path] = f"---\ndate: {Path(path).stem}\n---\n\nHello.\n"
    return write_archive(tmp_path, files)


def reach(root: Path) -> Reach:
    build(root)
    with closing(Store.open_readonly(root / STATE).connection) as connection:
        return reach_of(Store(connection), PATH)


def scope_of_change(root: Path, text: str | None) -> Scope:
    before = reach(root)
    if text is None:
        (root / PATH).unlink()
    else:
        write_archive(root, {PATH: text})
    return scope_between(before, reach(root))


def test_nothing_changed_reaches_the_meeting_alone(archive: Path) -> None:
    assert scope_between(reach(archive), reach(archive)) == Scope(meetings=OWN)


def test_words_that_nobody_lists_reach_no_list(archive: Path) -> None:
    scope = scope_of_change(archive, TEXT.replace("hedges", "a hedge"))
    products = frozenset((name, 2024) for name in (PERMALINKS, SEARCH))
    assert scope == Scope(meetings=OWN, products=products)


def test_words_of_one_person_reach_that_person(archive: Path) -> None:
    scope = scope_of_change(archive, TEXT.replace("On Mondays", "On Fridays"))
    assert scope.people == {("bela-shah", 2024)}
    assert scope.differing == {"parts"}
    assert not scope.bodies | scope.years


def test_words_of_a_question_reach_its_lists_and_who_answers_it(archive: Path) -> None:
    scope = scope_of_change(archive, TEXT.replace("emptied", "mended"))
    assert scope.bodies == {("planning", 2024)}
    assert scope.years == {2024}
    assert ("anna-reid", 2024) in scope.people
    assert scope.meetings == OWN | {"planning-2023-12-05", "planning-2024-05-14"}


@pytest.mark.parametrize("text", [TEXT.replace("2024-03-12", "2024-03-13"), None])
def test_another_day_reaches_all_that_showed_it(archive: Path, text: str | None) -> None:
    scope = scope_of_change(archive, text)
    assert scope.meetings >= OWN | {"planning-2023-12-05", "planning-2024-05-14"}
    assert scope.people == {("anna-reid", 2024), ("bela-shah", 2024)}
    assert scope.bodies == {("planning", 2024)}
    assert scope.years == {2024}
