"""`minutebook check --fix`: what surely is a slip, and nothing else."""

from pathlib import Path

import pytest

from site_gen.archive.assemble import Understanding
from site_gen.archive.mending import mend
from site_gen.site.directory import Directory
from tests.archives import MINUTES, Run, run_program, write_archive

BODY = "\n## 1. Trees\n\nRESOLVED: That two be planted.\n"


def fixed(root: Path, content: str | bytes) -> tuple[bytes, Run]:
    write_archive(root, {MINUTES: content})
    run = run_program("check", "--fix", "--root", root)
    return (root / MINUTES).read_bytes(), run


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("date: 2024-03-12\nvenu: Hall", "date: 2024-03-12\nvenue: Hall"),
        ("date: 2024-03-12\nstatus: aproved", "date: 2024-03-12\nstatus: approved"),
        ("date: 12th March 2024", "date: 2024-03-12"),
        ("date: Tuesday 12 March 2024", "date: 2024-03-12"),
        ("date: 2024-03-12\ntitle: Planning: late", 'date: 2024-03-12\ntitle: "Planning: late"'),
        ("date: 12 March 2024\nvenu: Hall: small", 'date: 2024-03-12\nvenue: "Hall: small"'),
    ],
)
def test_front_matter_with_one_way_to_read_it_is_mended(
    wrong: str, right: str, tmp_path: Path
) -> None:
    content, run = fixed(tmp_path, f"---\n{wrong}\n---\n{BODY}")
    assert content.decode() == f"---\n{right}\n---\n{BODY}"
    assert run.status == 0
    assert f"{MINUTES}: mended line " in run.errors
    assert run.output == "0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    "front",
    [
        "date: 03/04/2024",  # of which month?
        "date: Monday 12 March 2024",  # it was a Tuesday
        "date: 12 or 13 March 2024",
        "date: March 2024 or so",
        "date: 2024-03-12\nprivat: true",  # privacy is for a person to say
        "date: 2024-03-12\nvenu: Hall\nvenue: Library",
        "date: 2024-03-12\nzzz: Hall",
        "date: 2024-03-12\nstatus: done",
        "date: 2024-03-12\nvenue: #3 Hall",
        "date: 2024-03-12\nvenue: Hall\nvenue: Library",
    ],
)
def test_what_a_person_must_say_is_left_as_it_is(front: str, tmp_path: Path) -> None:
    written = f"---\n{front}\n---\n{BODY}".encode()
    content, run = fixed(tmp_path, written)
    assert content == written
    assert "mended" not in run.errors


def test_blanks_are_mended_where_nothing_else_changes(tmp_path: Path) -> None:
    messy = (
        b"\xef\xbb\xbf---\r\ndate: 2024-03-12 \r\n---\r\n\r\n## 1. Trees\t\r\n\r\n"
        b"One line.  \r\nAnother.  \r\n   \r\n\xe2\x80\xa2\xc2\xa0first \r\n"
    )
    content, _ = fixed(tmp_path, messy)
    assert content == (
        b"---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\n"
        b"One line.  \nAnother.\n\n\xe2\x80\xa2 first\n"
    )


def test_blanks_that_say_something_stay(tmp_path: Path) -> None:
    written = "---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\nOne  \ntwo.\n\n    1\u00a0000 oaks.\n"
    content, _ = fixed(tmp_path, written)
    assert content.decode() == written


def test_a_mended_file_needs_no_mending(tmp_path: Path) -> None:
    content, _ = fixed(tmp_path, f"---\ndate: 12 March 2024\nvenu: Hall\n---\n{BODY} ")
    assert mend(MINUTES, content, Understanding(Directory())) is None
    assert fixed(tmp_path, content)[0] == content


def test_only_named_files_are_mended(tmp_path: Path) -> None:
    other = "content/meetings/parks/2024-03-12.md"
    text = f"---\ndate: 2024-03-12\nvenu: Hall\n---\n{BODY}"
    write_archive(tmp_path, {MINUTES: text, other: text})
    run_program("check", "--fix", "--root", tmp_path, tmp_path / other)
    assert (tmp_path / MINUTES).read_text() == text
    assert "venue:" in (tmp_path / other).read_text()


def test_nothing_is_left_beside_the_file_and_its_rights_stay(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: f"---\ndate: 2024-03-12\nvenu: Hall\n---\n{BODY}"})
    (tmp_path / MINUTES).chmod(0o640)
    run_program("check", "--fix", "--root", tmp_path)
    assert [one.name for one in (tmp_path / MINUTES).parent.iterdir()] == ["2024-03-12.md"]
    assert (tmp_path / MINUTES).stat().st_mode & 0o777 == 0o640


def test_withheld_words_are_not_said_when_they_are_mended(tmp_path: Path) -> None:
    text = "---\ndate: 2024-03-12\nprivate: true\nvenu: Zanzibar\n---\n\nZanzibar. \n"
    content, run = fixed(tmp_path, text)
    assert "Zanzibar" not in run.errors + run.output
    assert b"venue: Zanzibar\n" in content
