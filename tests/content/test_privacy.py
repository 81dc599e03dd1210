"""Whoever marks a file as private, in whatever words, sees none of it published."""

from pathlib import Path

import pytest

from tests.archives import build, run_program, site_files, words_of, write_archive

MARKS = [
    "private: true",
    "private: ' Yes '",
    "private:",
    "private: 1",
    "Private: true",
    "ｐｒｉｖａｔｅ: true",
    "Not for publication: true",
    "preifat: true",
    "public: false",
    "draft: true",
    "visibility: private",
    "withheld: yes",
    "status: Confidential (zzsecret)",
    "status: not for publication",
    "classification: OFFICIAL-SENSITIVE",
    "status: Part II",
]
FILES = {
    "meeting": "content/meetings/planning/2024-03-12.md",
    "document": "content/documents/report.md",
    "page": "content/pages/private-page.md",
}


def marked(mark: str) -> str:
    return f"---\ndate: 2024-03-12\ntitle: zzsecret\nvenu: zzsecret\n{mark}\n---\n\nzzsecret\n"


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("mark", [*MARKS, "private_reason: Staff matters"])
def test_a_file_marked_private_in_any_words_is_nowhere(
    tmp_path: Path, mark: str, kind: str
) -> None:
    write_archive(tmp_path, {FILES[kind]: marked(mark)})
    run = build(tmp_path)
    is_exact = mark in MARKS[:2]
    assert run.status == (0 if is_exact else 1), run.output
    assert "zzsecret" not in run.output + run.errors
    assert "zzsecret" not in run_program("check", "--root", tmp_path, "--format", "json").output
    for path, content in site_files(tmp_path).items():
        assert b"zzsecret" not in words_of(path, content), path
    for file in (tmp_path / ".minutebook").rglob("*.sqlite*"):
        assert b"zzsecret" not in file.read_bytes()


@pytest.mark.parametrize("front", ["title: a: zzsecret", "date: zzsecret", "id: zz secret"])
@pytest.mark.parametrize("kind", FILES)
def test_front_matter_of_a_private_file_that_cannot_be_read_is_not_repeated(
    tmp_path: Path, front: str, kind: str
) -> None:
    front = f"---\nprivate: true\n{front}\n---\n\nzzsecret\n"
    write_archive(tmp_path, {FILES[kind]: front})
    run = run_program("check", "--root", tmp_path)
    assert "zzsecret" not in run.output
    assert "zz secret" not in run.output


@pytest.mark.parametrize("words", ["status: approved", "topics: [private hire, exempt housing]"])
def test_ordinary_front_matter_is_no_mark_of_privacy(tmp_path: Path, words: str) -> None:
    write_archive(tmp_path, {FILES["meeting"]: f"---\ndate: 2024-03-12\n{words}\n---\n\nOpen.\n"})
    assert build(tmp_path).status == 0
    assert b"Open." in site_files(tmp_path)["meetings/planning-2024-03-12.html"]
