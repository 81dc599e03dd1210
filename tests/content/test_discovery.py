"""What in content/ is read, and what is named as not read."""

import zipfile
from pathlib import Path

import pytest

from site_gen.content.discovery import find_content
from site_gen.publish.checking import check_site
from tests.archives import write_archive


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")


def test_minutes_documents_pages_and_settings_are_found(tmp_path: Path) -> None:
    write(
        tmp_path,
        "content/site.yaml",
        "content/meetings/b/2.md",
        "content/meetings/a/2024/1.md",
        "content/documents/report.md",
        "content/pages/about.md",
    )
    tree = find_content(tmp_path)
    assert tree.meetings == ("content/meetings/a/2024/1.md", "content/meetings/b/2.md")
    assert tree.documents == ("content/documents/report.md",)
    assert tree.pages == ("content/pages/about.md",)
    assert tree.settings == ("content/site.yaml",)
    assert tree.diagnostics == ()


def test_hidden_files_and_editors_leavings_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "content/meetings/a/.1.md.swp", "content/meetings/a/1.md~", "content/.git/x.md")
    assert find_content(tmp_path).meetings == ()
    assert find_content(tmp_path).diagnostics == ()


def test_files_that_nothing_reads_are_named(tmp_path: Path) -> None:
    write(tmp_path, "content/sites.yaml", "content/meetings/a/1.markdown", "content/a.md")
    found = find_content(tmp_path).diagnostics
    assert [problem.code for problem in found] == ["file-misplaced"] * 3
    assert [problem.place.path for problem in found] == [
        "content/a.md",
        "content/meetings/a/1.markdown",
        "content/sites.yaml",
    ]


def test_links_to_files_and_folders_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "outside/1.md", "content/meetings/a/1.md")
    (tmp_path / "content/meetings/b").symlink_to(tmp_path / "outside")
    (tmp_path / "content/meetings/a/2.md").symlink_to(tmp_path / "outside/1.md")
    tree = find_content(tmp_path)
    assert tree.meetings == ("content/meetings/a/1.md",)
    assert [problem.code for problem in tree.diagnostics] == ["symbolic-link"] * 2


def test_an_archive_without_content_is_empty(tmp_path: Path) -> None:
    assert find_content(tmp_path).meetings == ()


def test_a_word_file_of_an_older_kind_is_told_how_to_bring_it_in(tmp_path: Path) -> None:
    write(tmp_path, "content/meetings/a/1.doc", "content/meetings/a/2.RTF")
    problems = find_content(tmp_path).diagnostics
    assert [problem.code for problem in problems] == ["file-misplaced"] * 2
    for problem in problems:
        assert f'`minutebook import "{problem.place.path}"`' in problem.hint
        assert ".docx" in problem.hint


def test_a_word_file_that_no_minutes_name_is_hinted_at(tmp_path: Path) -> None:
    front = "---\ndate: 2024-03-12\n{}---\n\n## 1. Trees\n\n{}\n"
    write_archive(
        tmp_path,
        {
            "content/meetings/a/2024-03-12.md": front.format(
                "attachments: [named.docx]\n", "See [the plan](linked.txt)."
            ),
            "content/meetings/a/linked.txt": "The plan.\n",
            "content/meetings/a/2024-04-09.docx": "x",
            "content/notes.txt": "x",
        },
    )
    with zipfile.ZipFile(tmp_path / "content/meetings/a/named.docx", "w") as file:
        file.writestr("x", "x")
    hints = [one for one in check_site(tmp_path) if one.code == "file-not-imported"]
    assert [one.place.path for one in hints] == [
        "content/meetings/a/2024-04-09.docx",
        "content/notes.txt",
    ]
    assert '`minutebook import "content/meetings/a/2024-04-09.docx"`' in hints[0].hint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("2024-03-12.md.txt", "x"),
        ("2024-03-12.txt", "---\ndate: 2024-03-12\n---\n"),
        ("2024-03-12.TXT", "\ufeff---\r\ndate: 2024-03-12\r\n---\r\n"),
    ],
)
def test_minutes_that_only_their_name_keeps_unread_are_told_their_name(
    name: str, content: str, tmp_path: Path
) -> None:
    write_archive(tmp_path, {f"content/meetings/parish/{name}": content})
    (said,) = check_site(tmp_path)
    assert said.code == "file-misplaced"
    assert said.hint.startswith("give the file the name 2024-03-12.md;")


def test_a_text_that_is_no_minutes_may_still_be_attached(tmp_path: Path) -> None:
    minutes = "---\ndate: 2024-03-12\nattachments: [notes.txt]\n---\n\nBody.\n"
    files = {"content/meetings/parish/a.md": minutes, "content/meetings/parish/notes.txt": "x"}
    assert check_site(write_archive(tmp_path, files)) == ()


def test_the_second_meeting_of_a_day_is_told_an_id_from_its_name(tmp_path: Path) -> None:
    minutes = "---\ndate: 2024-03-12\n---\n\nBody.\n"
    names = ("2024-03-12.md", "2024-03-12-special.md")
    write_archive(tmp_path, {f"content/meetings/parish/{name}": minutes for name in names})
    (hint,) = [one.hint for one in check_site(tmp_path) if one.code == "meeting-id-twice"]
    assert hint.startswith("give 2024-03-12-special.md an id of its own:")
    assert hint.endswith("`id: parish-2024-03-12-special`")
