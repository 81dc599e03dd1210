"""The output folder: whole files, nothing outside, nothing stale, nothing of somebody else's."""

import os
from pathlib import Path

import pytest

from site_gen.publish.output_folder import MARK, OutputFolder, OutputRefusedError
from site_gen.publish.output_found import Stamp, look_into
from site_gen.site.output import OutputFile


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    made = OutputFolder(tmp_path / "public")
    made.prepare()
    return made


def test_files_are_written_and_the_same_bytes_are_left_alone(folder: OutputFolder) -> None:
    folder.write(OutputFile("a/b.html", b"one"))
    target = folder.folder / "a/b.html"
    os.utime(target, (1, 1))
    again = OutputFolder(folder.folder)
    again.prepare()
    again.write(OutputFile("a/b.html", b"one"))
    assert target.stat().st_mtime == 1
    assert again.changed == 0
    again.write(OutputFile("a/b.html", b"two"))
    assert target.read_bytes() == b"two"
    assert again.changed == 1


def test_a_file_is_rewritten_line_by_line_unless_all_stay(folder: OutputFolder) -> None:
    folder.write(OutputFile("a/b.json", b"one\ntwo\nthree"))
    target = folder.folder / "a/b.json"
    os.utime(target, (1, 1))
    again = OutputFolder(folder.folder)
    again.rewrite("a/b.json", lambda line: line)
    assert target.stat().st_mtime == 1
    assert (again.changed, again.written) == (0, {"a/b.json"})
    again.rewrite("a/b.json", lambda line: line.replace(b"two", b"2"))
    assert target.read_bytes() == b"one\n2\nthree"
    assert again.changed == 1

    def fail(line: bytes) -> bytes:
        raise OSError(f"no room for {line!r}")

    with pytest.raises(OSError, match="no room"):
        again.rewrite("a/b.json", fail)
    with pytest.raises(ValueError, match="outside"):
        again.rewrite("../b.json", fail)
    assert [one.name for one in target.parent.iterdir()] == ["b.json"]
    assert target.read_bytes() == b"one\n2\nthree"


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", ""])
def test_nothing_is_written_outside(folder: OutputFolder, path: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        folder.write(OutputFile(path, b"x"))


def test_stale_files_and_empty_folders_go(folder: OutputFolder) -> None:
    folder.write(OutputFile("old/one.html", b"x"))
    folder.write(OutputFile("kept/two.html", b"x"))
    (folder.folder / "old/deep").mkdir()
    later = OutputFolder(folder.folder)
    later.prepare()
    later.write(OutputFile("kept/two.html", b"x"))
    found = look_into(folder.folder, {})
    assert found.strange == {"old/one.html", "kept/two.html"}
    assert later.remove_stale(found.strange, found.empty) == 1
    assert sorted(path.name for path in folder.folder.iterdir()) == [MARK, "kept"]


@pytest.mark.parametrize("from_folders", [True, False])
def test_what_was_done_behind_our_back_is_found(
    folder: OutputFolder, monkeypatch: pytest.MonkeyPatch, *, from_folders: bool
) -> None:
    names = ("a/kept", "a/changed", "a/gone", "b/link")
    folder.write_all(OutputFile(name, b"x") for name in names)
    left: dict[str, dict[str, Stamp]] = {inside: {} for inside in ("", "a/", "b/")}
    for name, stamp in folder.stamps((MARK, *names)).items():
        inside, _, base = name.rpartition("/")
        left[f"{inside}/" if inside else ""][base] = stamp
    assert look_into(folder.folder, left).is_whole
    (folder.folder / "a/changed").write_bytes(b"another")
    (folder.folder / "a/gone").unlink()
    (folder.folder / "b/link").unlink()
    (folder.folder / "b/link").symlink_to(folder.folder / "a")
    (folder.folder / "b/new").write_bytes(b"x")
    (folder.folder / "c").mkdir()
    monkeypatch.setattr("site_gen.publish.output_found.LOOKS_FROM_FOLDERS", from_folders)
    found = look_into(folder.folder, left)
    assert found.touched == {"a/changed", "a/gone", "b/link"}
    assert found.strange == {"b/new"}
    assert found.empty == {"c/"}
    for part in ("a/", "b/", "c/", "d/"):
        both = (
            look_into(folder.folder, left, within=part),
            look_into(folder.folder, left, without=part),
        )
        assert both[0] | both[1] == found
    assert look_into(folder.folder / "nowhere", left).touched == {MARK, *names}


def test_nobody_looks_through_a_link_in_the_place_of_a_folder(
    folder: OutputFolder, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter").write_bytes(b"x")
    (folder.folder / "a").symlink_to(elsewhere)
    left = {"a/": {"letter": folder.stamps(["a/letter"])["a/letter"]}}
    for found in (look_into(folder.folder, left), look_into(folder.folder, left, within="a/")):
        assert found.touched == {"a/letter"}
        assert not found.strange


def test_what_begins_with_a_point_at_the_top_is_left_alone(folder: OutputFolder) -> None:
    (folder.folder / ".git").mkdir()
    (folder.folder / ".git/config").write_text("x")
    (folder.folder / ".git/empty").mkdir()
    found = look_into(folder.folder, {})
    assert found.is_whole
    folder.remove_stale(found.strange, found.empty)
    assert (folder.folder / ".git/empty").exists()
    assert (folder.folder / ".git/config").exists()


def test_a_folder_with_somebody_elses_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(OutputRefusedError, match="not built here"):
        OutputFolder(tmp_path).prepare()
    assert (tmp_path / "photo.jpg").exists()


def test_a_file_or_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(OutputRefusedError, match="not a folder"):
            OutputFolder(tmp_path / name).prepare()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputRefusedError, match="cannot be written"):
        OutputFolder(tmp_path / "public").prepare()


def test_a_link_where_a_page_should_be_is_replaced_not_followed(
    folder: OutputFolder, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (folder.folder / "a.html").symlink_to(tmp_path / "secret")
    folder.write(OutputFile("a.html", b"x"))
    assert not (folder.folder / "a.html").is_symlink()
