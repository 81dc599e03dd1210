"""A clerk's edits and a changed source in one file: what is merged, what is refused."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from site_gen.importers.ledger import LEDGER_NAME
from site_gen.importers.merging import check_sums, merge, split_parts
from site_gen.importers.run import run_import
from tests.importers.test_run import TARGET, minutes, outcomes

FRONT = "---\ntitle: Parks\ndate: 2024-03-12\n---\n\n"
ONE = "The first paragraph says what was said about the pond in the park."
TWO = "The second paragraph says what was said about the fence beside it."
THREE = "The third paragraph says what was said about the gate in the fence."


def text(*paragraphs: str, front: str = FRONT) -> str:
    return front + "\n\n".join(paragraphs) + "\n"


BASE = text(ONE, TWO, THREE)


def test_changes_in_different_paragraphs_are_both_kept() -> None:
    mine, theirs = text(f"{ONE} Edited.", TWO, THREE), text(ONE, TWO, f"{THREE} Changed.")
    both = merge(check_sums(BASE), mine, theirs)
    assert both.conflicts == 0
    assert both.text == text(f"{ONE} Edited.", TWO, f"{THREE} Changed.")


def test_keys_of_the_front_matter_are_merged_line_by_line() -> None:
    mine = text(ONE, front=FRONT.replace("---\n\n", "status: approved\n---\n\n"))
    theirs = text(ONE, front=FRONT.replace("Parks", "Parks and Trees"))
    both = merge(check_sums(text(ONE)), mine, theirs)
    assert both.conflicts == 0
    assert both.text.startswith(
        "---\ntitle: Parks and Trees\ndate: 2024-03-12\nstatus: approved\n---\n\n"
    )


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    changed = text(ONE, f"{TWO} Both.", THREE)
    both = merge(check_sums(BASE), changed, changed)
    assert (both.text, both.conflicts) == (changed, 0)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (text(ONE, f"{TWO} Mine.", THREE), text(ONE, f"{TWO} Theirs.", THREE)),
        (text(ONE, THREE), text(ONE, f"{TWO} Theirs.", THREE)),
        (text(ONE, f"{TWO} Mine.", THREE), text(ONE, THREE)),
        (text(ONE, f"{TWO} A.", TWO, THREE), text(ONE, f"{TWO} B.", TWO, THREE)),
        (text(ONE, TWO, THREE, f"{ONE} Mine."), text(ONE, TWO, THREE, f"{ONE} Theirs.")),
    ],
    ids=["changed twice", "removed here", "removed there", "added at one place", "both at the end"],
)
def test_two_changes_of_one_place_are_a_conflict(mine: str, theirs: str) -> None:
    both = merge(check_sums(BASE), mine, theirs)
    assert both.conflicts == 1
    assert both.text.split() == mine.split()
    assert both.with_theirs.split() == theirs.split()


def test_white_space_alone_is_no_change() -> None:
    mine = BASE.replace("\n\nThe second", "\n\n\nThe second").replace("pond in", "pond in")
    both = merge(check_sums(BASE), mine.replace(".\n", ".  \n"), text(ONE, f"{TWO} New.", THREE))
    assert both.conflicts == 0
    assert "New." in both.text


def test_a_paragraph_at_the_end_of_one_side_is_parted_from_what_follows() -> None:
    mine, theirs = text(ONE), text(ONE, TWO, THREE, f"{ONE} New.")
    both = merge(check_sums(text(ONE, TWO)), mine, theirs)
    assert both.conflicts == 1
    both = merge(check_sums(text(ONE, TWO)), text(f"{ONE} Mine.", TWO), text(ONE, TWO, THREE))
    assert both.text == text(f"{ONE} Mine.", TWO, THREE)


@pytest.mark.parametrize("whole", [BASE, "", "\n", "x", "---\n", "---\na: b\n---\n", "a\n \n\nb\n"])
def test_the_parts_are_the_text(whole: str) -> None:
    assert "".join(split_parts(whole)).split() == whole.split()
    assert merge(check_sums(whole), whole, whole).text.split() == whole.split()


@pytest.mark.parametrize("seed", range(60))
def test_no_edit_of_either_side_is_ever_lost(seed: int) -> None:
    chance = random.Random(seed)
    base = [_paragraph(chance) for _ in range(chance.randint(1, 25))]
    mine, theirs = _edited(chance, base, "Mine"), _edited(chance, base, "Theirs")
    both = merge(check_sums(text(*base)), text(*mine), text(*theirs))
    merged = set(both.text.split())
    assert _marks(mine, "Mine") <= merged
    assert _marks(theirs, "Theirs") <= merged | set(both.with_theirs.split())
    if not both.conflicts:
        assert _marks(theirs, "Theirs") <= merged


def _paragraph(chance: random.Random) -> str:
    return " ".join(f"word{chance.randrange(500)}" for _ in range(chance.choice((2, 5, 30))))


def _edited(chance: random.Random, base: list[str], mark: str) -> list[str]:
    edited = list(base)
    for _ in range(chance.randint(0, 4)):
        at, what = chance.randrange(len(edited) + 1), chance.random()
        if what < 0.4 or at == len(edited):
            edited.insert(at, f"{mark}{chance.random()} {_paragraph(chance)}")
        elif what < 0.7:
            edited[at] += f" {mark}{chance.random()}"
        else:
            del edited[at]
    return edited


def _marks(paragraphs: list[str], mark: str) -> set[str]:
    return {word for word in " ".join(paragraphs).split() if word.startswith(mark)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    return tmp_path / "archive"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "a.txt").write_text(minutes(words=f"{ONE}\n\n{TWO}\n\n{THREE}"))
    return folder


def edit(path: Path, old: str, new: str) -> str:
    changed = path.read_text().replace(old, new)
    path.write_text(changed)
    return changed


def test_a_changed_source_is_merged_into_an_edited_file(source: Path, root: Path) -> None:
    run_import([source], root=root)
    edit(root / TARGET, "the pond in the park", "the old pond in the park")
    edit(source / "a.txt", "the gate in the fence", "the new gate")
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "merged"}
    assert run.is_good
    merged = (root / TARGET).read_text()
    assert "the old pond in the park" in merged
    assert "the new gate" in merged
    assert "+The third paragraph says what was said about the new gate." in run.files[0].difference
    assert outcomes(run_import([source], root=root)) == {"a.txt": "unchanged"}
    edit(source / "a.txt", "the fence beside it", "the hedge beside it")
    assert outcomes(run_import([source], root=root)) == {"a.txt": "merged"}
    merged = (root / TARGET).read_text()
    assert all(words in merged for words in ("old pond", "hedge beside", "new gate"))


def test_a_dry_run_merges_nothing(source: Path, root: Path) -> None:
    run_import([source], root=root)
    edited = edit(root / TARGET, "the pond", "the old pond")
    edit(source / "a.txt", "the gate", "the new gate")
    assert outcomes(run_import([source], root=root, dry_run=True)) == {"a.txt": "merged"}
    assert (root / TARGET).read_text() == edited


def test_a_conflict_is_refused_with_what_differs_and_nothing_is_written(
    source: Path, root: Path
) -> None:
    run_import([source], root=root)
    edit(root / TARGET, "the fence beside it", "the wall beside it")
    edited = edit(root / TARGET, "the pond", "the old pond")
    edit(source / "a.txt", "the fence beside it", "the hedge beside it")
    for _ in range(2):
        run = run_import([source], root=root)
        assert outcomes(run) == {"a.txt": "kept"}
        assert not run.is_good
        assert "in one place" in run.files[0].message
        difference = run.files[0].difference
        assert "-The second paragraph says what was said about the wall" in difference
        assert "+The second paragraph says what was said about the hedge" in difference
        assert "old pond" not in difference.replace(" The", "")
        assert (root / TARGET).read_text() == edited


def test_a_person_may_keep_the_words_of_the_archive(source: Path, root: Path) -> None:
    run_import([source], root=root)
    edit(root / TARGET, "the fence beside it", "the wall beside it")
    edit(source / "a.txt", "the fence beside it", "the hedge beside it")
    edit(source / "a.txt", "the gate", "the new gate")
    run = run_import([source], root=root, keep_edits=True)
    assert outcomes(run) == {"a.txt": "merged"}
    merged = (root / TARGET).read_text()
    assert "the wall beside it" in merged
    assert "hedge" not in merged
    assert "the new gate" in merged
    assert outcomes(run_import([source], root=root)) == {"a.txt": "unchanged"}


def test_line_ends_of_another_system_are_no_edit_and_are_kept(source: Path, root: Path) -> None:
    run_import([source], root=root)
    target = root / TARGET
    target.write_bytes(target.read_bytes().replace(b"\n", b"\r\n"))
    assert outcomes(run_import([source], root=root)) == {"a.txt": "unchanged"}
    target.write_bytes(target.read_bytes().replace(b"the pond", b"the old pond"))
    edit(source / "a.txt", "the gate", "the new gate")
    assert outcomes(run_import([source], root=root)) == {"a.txt": "merged"}
    merged = target.read_bytes()
    assert merged.count(b"\n") == merged.count(b"\r\n")
    assert b"old pond" in merged


def test_a_file_that_is_no_text_any_more_is_kept(source: Path, root: Path) -> None:
    run_import([source], root=root)
    (root / TARGET).write_bytes(b"\xff\xfe minutes")
    edit(source / "a.txt", "the gate", "the new gate")
    assert outcomes(run_import([source], root=root)) == {"a.txt": "kept"}
    assert (root / TARGET).read_bytes() == b"\xff\xfe minutes"


def test_a_ledger_without_check_sums_makes_import_careful(source: Path, root: Path) -> None:
    run_import([source], root=root)
    ledger = root / "content" / LEDGER_NAME
    data = json.loads(ledger.read_text())
    for entry in data["files"].values():
        del entry["parts"]
    ledger.write_text(json.dumps(data))
    edit(root / TARGET, "the pond", "the old pond")
    edit(source / "a.txt", "the gate", "the new gate")
    assert outcomes(run_import([source], root=root)) == {"a.txt": "kept"}


def test_of_exempt_minutes_no_check_sums_are_kept_and_no_difference_is_shown(
    source: Path, root: Path
) -> None:
    edit(source / "a.txt", ONE, f"**Exempt (paragraph 3):** SECRET {ONE} **End of exempt**")
    run_import([source], root=root)
    assert "parts" not in (root / "content" / LEDGER_NAME).read_text()
    edit(root / TARGET, "the gate", "the old gate")
    edit(source / "a.txt", "the gate", "the new gate")
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "kept"}
    assert "SECRET" not in run.files[0].difference
    assert "not shown" in run.files[0].difference
