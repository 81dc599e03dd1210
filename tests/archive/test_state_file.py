"""The store is made again whenever it could not be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.archive.state_file import open_state
from site_gen.archive.store import Store
from site_gen.archive.stored_file import StoredFile

INSERT = "INSERT INTO files VALUES ('a.md', 'key', NULL, NULL, NULL)"


def test_what_the_same_code_kept_is_read_back(tmp_path: Path) -> None:
    assert kept(tmp_path, before=b"one", after=b"one") == 1


def test_what_other_code_kept_is_forgotten(tmp_path: Path) -> None:
    assert kept(tmp_path, before=b"one", after=b"other") == 0


def test_a_broken_file_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_bytes(b"no store at all" * 1000)
    open_state(tmp_path / "state.sqlite").close()
    assert (tmp_path / "state.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_indexes_left_out_while_files_are_put_are_there_again_after(tmp_path: Path) -> None:
    with Store.open(tmp_path / "state.sqlite") as store:
        before = indexes(store)
        with store.without_indexes():
            assert not indexes(store)
            store.put(file_of("a.md"))
        assert indexes(store) == before != set()
        assert list(store.keys()) == ["a.md"]
        assert list(store.select("SELECT body FROM joint ORDER BY rowid")) == [
            ("planning",),
            ("housing",),
        ]


def test_a_store_whose_filling_was_stopped_is_as_last_committed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "state.sqlite") as store:
        before = indexes(store)
        store.put(file_of("a.md"))
        store.commit()
        with pytest.raises(KeyboardInterrupt):
            fill_and_stop(store)
        assert list(store.keys()) == ["a.md"]
        assert indexes(store) == before


def fill_and_stop(store: Store) -> None:
    with store.without_indexes():
        store.put(file_of("b.md"))
        raise KeyboardInterrupt


def indexes(store: Store) -> set[str]:
    """The names of those that the schema asks for."""
    query = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return {name for (name,) in store.select(query)}


def file_of(path: str) -> StoredFile:
    rows = (("joint", (path, "planning")), ("joint", (path, "housing")))
    return StoredFile(path, b"key", None, b"", b"", None, rows)


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
