"""The store is made again whenever it could not be trusted."""

from __future__ import annotations

from pathlib import Path

from site_gen.archive.state_file import open_state

INSERT = "INSERT INTO files VALUES ('a.md', 'key', NULL, NULL, NULL)"


def test_what_the_same_code_kept_is_read_back(tmp_path: Path) -> None:
    assert kept(tmp_path, before=b"one", after=b"one") == 1


def test_what_other_code_kept_is_forgotten(tmp_path: Path) -> None:
    assert kept(tmp_path, before=b"one", after=b"other") == 0


def test_a_broken_file_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_bytes(b"no store at all" * 1000)
    open_state(tmp_path / "state.sqlite").close()
    assert (tmp_path / "state.sqlite").read_bytes().startswith(b"SQLite format 3")


def kept(folder: Path, *, before: bytes, after: bytes) -> int:
    """How many files are known of when `after` opens what `before` wrote."""
    first = open_state(folder / "state.sqlite", before)
    first.execute(INSERT)
    first.commit()
    first.close()
    second = open_state(folder / "state.sqlite", after)
    number = int(second.execute("SELECT count(*) FROM files").fetchone()[0])
    second.close()
    return number
