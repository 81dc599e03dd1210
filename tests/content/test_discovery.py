"""What in content/ is read, and what is named as not read."""

from pathlib import Path

from site_gen.content.discovery import find_content


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
