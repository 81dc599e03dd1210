"""How large a built site is, and what a build changed."""

from pathlib import Path

from benchmarks.folders import Change, compare, measure_output, take_snapshot


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_the_largest_list_is_no_page_of_a_meeting_wherever_a_generator_puts_that(
    tmp_path: Path,
) -> None:
    meeting = "m" * 90
    files = {"meetings/planning-2012-03-12.html": meeting, "planning/2012-03-12.html": meeting}
    write(tmp_path, files | {"index.html": "i" * 10, "years/2012.html": "y" * 30, "x.js": "x" * 99})

    output = measure_output(tmp_path, {"planning-2012-03-12"})

    assert (output.files, output.total_bytes) == (5, 2 * 90 + 10 + 30 + 99)
    assert (output.largest_list, output.largest_list_bytes) == ("years/2012.html", 30)


def test_changed_new_and_gone_files_are_told_by_folder(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "old", "search/a.js": "a", "search/b.js": "b", "data/d": "d"})
    before = take_snapshot(tmp_path)
    write(tmp_path, {"index.html": "newer", "search/c.js": "ccc"})
    (tmp_path / "search/b.js").unlink()

    assert compare(before, take_snapshot(tmp_path)) == [
        Change("", files=4, changed_files=3, total_bytes=10, changed_bytes=8),
        Change("data", files=1, changed_files=0, total_bytes=1, changed_bytes=0),
        Change("search", files=2, changed_files=2, total_bytes=4, changed_bytes=3),
    ]
