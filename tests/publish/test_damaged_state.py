"""State that was damaged is made again: no build fails for it, or shows anything of it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from site_gen.publish.own_state import STATE
from tests.archives import build, run_program, site_files, write_archive

TEXT = "---\ndate: {day}\n---\n\n## 1. Trees\n\nRESOLVED: That {number} trees be planted.\n"
DAYS = [f"2024-{month:02}-12" for month in range(1, 7)]
CHANGED = f"content/meetings/planning/{DAYS[2]}.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    paths = {
        f"content/meetings/planning/{day}.md": TEXT.format(day=day, number="two") for day in DAYS
    }
    assert build(write_archive(root, paths)).status == 0
    with closing(sqlite3.connect(root / STATE)) as state:
        state.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return root


@pytest.fixture(scope="module")
def clean(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("clean")
    shutil.copytree(built / "content", root / "content")
    change(root)
    assert build(root).status == 0
    return site_files(root)


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "archive", symlinks=True))


def change(root: Path) -> None:
    write_archive(root, {CHANGED: TEXT.format(day=DAYS[2], number="ten")})


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 9, 200))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def mixed(content: bytes, chance: random.Random) -> bytes:
    """One page of the file in the place of another."""
    size = 4096
    one, other = (chance.randrange(len(content) // size) * size for _ in range(2))
    return content[:one] + content[other : other + size] + content[one + size :]


@pytest.mark.parametrize("damage", [flipped, cut, mixed])
@pytest.mark.parametrize("seed", range(4))
def test_no_damage_stops_a_build_or_a_check(
    root: Path, damage: Callable[[bytes, random.Random], bytes], seed: int
) -> None:
    state = root / STATE
    state.write_bytes(damage(state.read_bytes(), random.Random(seed)))
    change(root)
    assert run_program("check", "--root", root, "--quiet").status == 0
    assert build(root).status == 0


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("built", "value"),
        ("kept", "value"),
        ("meetings", "row"),
        ("output_folders", "stamps"),
        ("decisions", "row"),
        ("parts", "row"),
        ("products", "content"),
        ("entries", "content"),
    ],
)
def test_values_that_are_not_as_they_were_left_are_made_again(
    root: Path, clean: dict[str, bytes], table: str, column: str
) -> None:
    with closing(sqlite3.connect(root / STATE)) as state, state:
        damaged = f"substr({column}, 1, 20) || x'00ff' || substr({column}, 23)"
        state.execute(f"UPDATE {table} SET {column} = CAST({damaged} AS BLOB)")
    change(root)
    assert build(root).status == 0
    assert site_files(root) == clean


@pytest.mark.parametrize(
    ("table", "column"),
    [("outputs", "kind"), ("outputs", "id"), ("whole_meetings", "path"), ("meetings", "id")],
)
def test_words_that_nothing_answers_to_are_made_again(
    root: Path, clean: dict[str, bytes], table: str, column: str
) -> None:
    """SQLite finds nothing wrong with a letter that is another."""
    with closing(sqlite3.connect(root / STATE)) as state, state:
        state.execute(f"UPDATE {table} SET {column} = 'x' || {column}")
    change(root)
    assert build(root).status == 0
    assert site_files(root) == clean


@pytest.mark.parametrize(
    ("table", "column"), [("whole_meetings", "meeting"), ("meetings", "row"), ("decisions", "row")]
)
def test_what_was_kept_of_one_meeting_is_not_taken_for_another(
    root: Path, clean: dict[str, bytes], table: str, column: str
) -> None:
    """Each value is sound by itself: their places were changed."""
    with closing(sqlite3.connect(root / STATE)) as state, state:
        rows = state.execute(f"SELECT path, {column} FROM {table} ORDER BY path").fetchall()
        paths = [path for path, _ in rows]
        moved = zip([value for _, value in rows], [*paths[1:], paths[0]], strict=True)
        state.executemany(f"UPDATE {table} SET {column} = ? WHERE path = ?", moved)
    change(root)
    assert build(root).status == 0
    assert site_files(root) == clean


def test_compiled_templates_that_are_damaged_are_made_again(
    root: Path, clean: dict[str, bytes]
) -> None:
    kept = [file for file in (root / STATE.parent / "templates").rglob("*") if file.is_file()]
    assert kept
    for number, file in enumerate(kept):
        file.write_bytes(flipped(file.read_bytes(), random.Random(number)))
    change(root)
    assert build(root).status == 0
    assert site_files(root) == clean
    os.truncate(kept[0], 3)
    assert build(root).status == 0


@pytest.mark.parametrize("name", ["state.sqlite", "state.sqlite-wal", "lock.sqlite"])
def test_a_folder_in_the_place_of_a_file_is_put_away(
    root: Path, clean: dict[str, bytes], name: str
) -> None:
    file = root / STATE.parent / name
    file.unlink(missing_ok=True)
    write_archive(file, {"something": "x"})
    change(root)
    assert build(root).status == 0
    assert site_files(root) == clean
