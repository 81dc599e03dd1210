"""`minutebook import`: what a person reads, and the exit status."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from site_gen.cli import import_command

MINUTES = """Minutes of the Example Parish Council held in the Old Hall on {date}

Present: Mr A. Reader (Chairman), Mrs B. Writer

Apologies: Mr C. Away

{words}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    return tmp_path / "archive"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    write(tmp_path / "old" / "a.txt")
    return tmp_path / "old"


def write(path: Path, date: str = "Wednesday 11 December 2017", words: str = "Agreed.") -> None:
    path.write_text(MINUTES.format(date=date, words=words))


def run(root: Path, *arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path)
    import_command.add_arguments(parser)
    return import_command.run(parser.parse_args(["--root", str(root), *map(str, arguments)]))


def test_what_must_be_looked_at_comes_first(
    root: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, source) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0].endswith("-> content/meetings/example-parish-council/2017-12-11.md: written")
    assert "needs a look  date" in lines[1]
    assert "was not a Wednesday" in lines[1]
    assert any("guessed  committee: Example Parish Council" in line for line in lines)
    assert lines[-2] == "1 written; 1 need a look"


def test_a_file_that_is_refused_gives_status_1_and_the_reason(
    root: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "b.zip").write_bytes(b"PK\x05\x06" + b"\x00" * 18)
    assert run(root, source) == 1
    told = capsys.readouterr().out
    assert "b.zip: refused: this is an empty zip, not a Word file" in told
    assert told.endswith("1 written, 1 not imported; 1 need a look\n")


def test_a_dry_run_says_that_it_is_one(
    root: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, source, "--dry-run") == 0
    assert "dry run, nothing was written: 1 written" in capsys.readouterr().out
    assert not (root / "content").exists()


def test_the_difference_to_a_clerks_edits_is_shown(
    root: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, source)
    target = root / "content/meetings/example-parish-council/2017-12-11.md"
    target.write_text(target.read_text().replace("Agreed.", "It was agreed."))
    write(source / "a.txt", words="Agreed by all.")
    capsys.readouterr()
    assert run(root, source) == 1
    told = capsys.readouterr().out
    assert "    -It was agreed.\n    +Agreed by all.\n" in told
    assert "1 kept, because they were changed differently" in told


def test_a_clerk_may_keep_the_words_of_the_archive(root: Path, source: Path) -> None:
    run(root, source)
    target = root / "content/meetings/example-parish-council/2017-12-11.md"
    target.write_text(target.read_text().replace("Agreed.", "It was agreed."))
    write(source / "a.txt", words="Agreed by all.")
    assert run(root, source, "--keep-edits") == 0
    assert "It was agreed." in target.read_text()


@pytest.mark.parametrize(
    ("option", "day"), [("--month-first", "2018-03-04"), ("--no-month-first", "2018-04-03")]
)
def test_which_number_of_a_date_is_the_month_can_be_said(
    root: Path, source: Path, option: str, day: str
) -> None:
    write(source / "a.txt", "03/04/2018")
    assert run(root, source, option) == 0
    (written,) = (root / "content").rglob("*.md")
    assert f"date: {day}\n" in written.read_text()


def test_what_does_not_read_as_minutes_is_imported_when_asked(root: Path, source: Path) -> None:
    essay = "The village shop opened again in May. Everybody came and there was cake. " * 9
    (source / "a.txt").rename(source / "2019-05-04 shop.txt")
    (source / "2019-05-04 shop.txt").write_text(essay)
    assert run(root, source, "--body", "parish") == 1
    assert not (root / "content").exists()
    assert run(root, source, "--body", "parish", "--minutes") == 0
    (written,) = (root / "content").rglob("*.md")
    assert "there was cake" in written.read_text()


def test_links_of_a_saved_page_lead_to_where_it_was(root: Path, source: Path) -> None:
    words = '<p>See the <a href="plan.pdf">plan</a>.</p>'
    page = MINUTES.format(date="Monday 11 December 2017", words="").replace("\n\n", "<p>")
    (source / "a.txt").unlink()
    (source / "a.html").write_text(f"<!doctype html><h1>Minutes</h1><p>{page}{words}")
    assert run(root, source, "--source", "https://parish.example/minutes/11.html") == 0
    (written,) = (root / "content").rglob("*.md")
    assert "(https://parish.example/minutes/plan.pdf)" in written.read_text()


def test_many_files_tell_only_what_must_be_looked_at_unless_asked(
    root: Path, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for day in range(1, 25):
        write(source / f"{day}.txt", f"{day} January 2018", f"Agreed {day}.")
    run(root, source, "--report", tmp_path / "report.txt")
    told = capsys.readouterr().out
    assert "guessed" not in told
    assert "needs a look" in told
    report = (tmp_path / "report.txt").read_text()
    assert report.count("guessed  committee") == 25
    run(root, source, "--overwrite", "--details")
    assert "25 as they were" in capsys.readouterr().out


def test_quiet_leaves_out_what_is_well(
    root: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(source / "good.txt", "8 January 2018")
    run(root, source, "--quiet")
    captured = capsys.readouterr()
    assert "good.txt" not in captured.out
    assert "a.txt" in captured.out
    assert captured.err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "there is no file or folder"),
        (["{source}", "--into", "../out"], "is not a folder in the root"),
        (["{source}", "--into", "/out"], "is not a folder in the root"),
        (["{source}", "--into", ""], "is not a folder in the root"),
    ],
)
def test_a_wrong_call_gives_status_2(
    root: Path,
    source: Path,
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = [argument.replace("{source}", str(source)) for argument in arguments]
    assert run(root, *given) == 2
    assert words in capsys.readouterr().err


def test_a_root_that_is_not_there_gives_status_2(source: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "none", source) == 2


def test_an_archive_that_cannot_be_written_gives_status_2(
    root: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "content").write_text("a file where the folder should be")
    assert run(root, source) == 2
    assert "the disk did not take the minutes" in capsys.readouterr().err
