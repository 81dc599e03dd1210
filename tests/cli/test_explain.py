"""`minutebook explain`: a file line by line, a code, and a page to pass on."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from site_gen.archive.explained import explain_file
from site_gen.cli.explained_lines import explanation_lines
from site_gen.cli.terminal import Terminal
from site_gen.diagnostics.rules import RULES
from tests.archives import MINUTES, run_program, write_archive
from tests.html.nu import assert_valid
from tests.places import REPOSITORY

TEXT = """---
date: 2024-03-12  # COMMENT of the clerk
---

Minutes of the Planning Committee held on Tuesday 12 March 2024

**Present:** Councillor A. Reid (Chair), Councillor B. Shah

<!-- NOTE to myself -->

## 1. Questions

**Question 1 (Mr Patel):** When are the trees planted? <!-- NOTE two -->

**Response (The Clerk):** In October.

Mrs Alder asked:

Why is the library closed?

And since when?

## 2. Trees

Moved by Councillor Reid, seconded by Councillor Shah:

RESOLVED: That two trees be planted.

**Vote:** 9 for, 3 against

## 3. Lease

The lease was discussed. **Exempt (paragraph 3):** SECRET rent. **End of exempt** All agreed.

**Exempt (paragraph 3):** SECRET offer

- SECRET list

| SECRET | table |
|---|---|
| SECRET | cell |

**End of exempt**

## 4. Purchase of SECRET House (exempt: paragraph 3)

SECRET words

### 4(a) SECRET part

SECRET again

## 5. Close

The meeting closed at 9.15pm.
"""


class Screen(io.StringIO):
    """A terminal that remembers what it showed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, {MINUTES: TEXT})


def on_screen(root: Path, path: str = MINUTES) -> str:
    explained = explain_file(root, path, (root / path).read_bytes())
    return "\n".join(explanation_lines(explained, Terminal(Screen())))


def page(root: Path) -> str:
    out = root / "explained.html"
    run_program("explain", "--root", root, root / MINUTES, "--html", out)
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("**Present:** Councillor A. Reid", "= present: Councillor A. Reid (in the chair)"),
        ("## 1. Questions", "= item 1: Questions"),
        ("**Question 1 (Mr Patel):**", "= question 1 by Mr Patel, answered on line 15"),
        ("**Response (The Clerk):**", "= answer by The Clerk, to the question on line 13"),
        ("Mrs Alder asked:", "= question by Mrs Alder, no answer was found"),
        ("Moved by Councillor Reid", "= decision, moved by Councillor A. Reid, seconded by"),
        ("RESOLVED:", "= announces what follows"),
        ("**Vote:**", "= the vote"),
        ("The meeting closed", "= ended: 9.15pm"),
        ("date: 2024-03-12", "= date: The day of the meeting."),
    ],
)
def test_a_line_is_followed_by_what_was_understood(root: Path, line: str, told: str) -> None:
    shown = run_program("explain", "--root", root, root / MINUTES).output.split("\n")
    at = next(at for at, one in enumerate(shown) if f"| {line}" in one)
    below = shown[at + 1 : at + 6]
    assert any(told in one for one in below), below


def test_the_phrase_that_told_it_is_named_with_its_set(root: Path) -> None:
    shown = run_program("explain", "--root", root, root / MINUTES).output
    assert "by the phrase question (english): {speaker} (asks|asked|enquired|queried):" in shown
    assert "by the phrase vote (an explicit label)" in shown


def test_a_spelling_of_the_site_is_named_as_such(root: Path) -> None:
    site = "phrases: [{phrase: response, spellings: ['Feedback:']}]\n"
    minutes = (
        "---\ndate: 2024-03-12\n---\n\n## 1. Bins\n\nMrs Alder asked:\n\nWhy?\n\nFeedback: So.\n"
    )
    write_archive(root, {"content/site.yaml": site, MINUTES: minutes})
    shown = run_program("explain", "--root", root, root / MINUTES).output
    assert "by the phrase response (site.yaml): Feedback:" in shown


def test_a_problem_stands_at_its_line(root: Path) -> None:
    shown = run_program("explain", "--root", root, root / MINUTES).output
    after = shown.split("Mrs Alder asked:", 1)[1]
    assert "! warning[question-without-response]" in after.split("Why is the library", 1)[0]


def test_withheld_lines_are_shown_on_a_terminal_alone(root: Path) -> None:
    assert on_screen(root).count("SECRET") == TEXT.count("SECRET")
    told = run_program("explain", "--root", root, root / MINUTES).output
    assert "SECRET" not in told
    assert "withheld in part" in told
    assert "shown on a terminal only" in told


def test_the_page_has_no_withheld_word_no_note_and_no_comment(root: Path) -> None:
    written = page(root)
    for hidden in ("SECRET", "NOTE", "COMMENT"):
        assert hidden not in written
    for shown in ("When", "In October.", "That two trees be planted.", "The meeting closed"):
        assert (shown in written) == (shown != "When")  # a note stands on that line
    assert "not shown here" in written


def test_of_a_private_meeting_nothing_is_told(root: Path) -> None:
    write_archive(root, {MINUTES: TEXT.replace("---\n\n", "private: true\n---\n\n", 1)})
    told = run_program("explain", "--root", root, root / MINUTES).output
    written = page(root)
    for words in ("Patel", "Reid", "SECRET", "library"):
        assert words not in told
        assert words not in written
    assert "The meeting is private" in written


@pytest.mark.parametrize(
    "top", ["---\nprivate: true\n", "\n---\nprivate: true\n---\n", "---\na: [\n---\n"]
)
def test_where_front_matter_is_broken_nothing_is_explained(root: Path, top: str) -> None:
    write_archive(root, {MINUTES: f"{top}\n## 1. Bins\n\nSECRET words\n"})
    run = run_program("explain", "--root", root, root / MINUTES, "--html", root / "o.html")
    assert run.status == 1
    assert "SECRET" not in run.output
    assert not (root / "o.html").exists()


def test_the_page_names_nobody_where_names_are_private(root: Path) -> None:
    write_archive(root, {"content/site.yaml": "public_names: none\n"})
    written = page(root)
    for name in ("Patel", "Alder", "library"):
        assert name not in written
    assert "names of members of the public private" in written
    assert ">question<" in written


def test_minutes_without_front_matter_are_explained(root: Path) -> None:
    file = root / "draft.md"
    file.write_text("## 1. Bins\n\nMrs Alder asked:\n\nWhy?\n\nThe Clerk replied:\n\nSo.\n")
    told = run_program("explain", "--root", root, file).output
    assert "= answer by The Clerk, to the question on line 3" in told


def test_colour_is_for_terminals_without_no_color(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in on_screen(root)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in on_screen(root)
    assert "\x1b[" not in run_program("explain", "--root", root, root / MINUTES).output


def test_letters_that_would_move_a_cursor_are_not_passed_on(root: Path) -> None:
    write_archive(root, {MINUTES: "---\ndate: 2024-03-12\n---\n\n## 1. Bins\x1b[2J\n\nA\u202e.\n"})
    told = run_program("explain", "--root", root, root / MINUTES).output
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_very_long_line_is_cut_on_the_screen(root: Path) -> None:
    write_archive(
        root, {MINUTES: f"---\ndate: 2024-03-12\n---\n\n## 1. Bins\n\n{'word ' * 9000}\n"}
    )
    told = run_program("explain", "--root", root, root / MINUTES).output
    assert "[...]" in told
    assert max(map(len, told.split("\n"))) < 200


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_explained(code: str) -> None:
    run = run_program("explain", code)
    rule = RULES[code]
    assert run.status == 0
    assert rule.meaning in run.output
    for example in (rule.wrong, rule.right):
        for line in example.splitlines():
            assert f"  | {line}".rstrip() in run.output
    assert ("cannot be changed" in run.output) == rule.is_fixed
    assert (f"    {code}: off" in run.output) == (not rule.is_fixed)


def test_without_anything_the_codes_are_listed() -> None:
    listed = run_program("explain").output
    assert all(code in listed for code in RULES)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["question-without-respons"], "did you mean question-without-response?"),
        (["nothing-of-the-kind-at-all"], "there is no file and no code"),
        (["content"], "is a folder"),
        (["letter.docx"], "import it first"),
        (["letter.docx", "--html", "x.txt"], "import it first"),
        ([MINUTES, "--html", "x.txt"], "let it end in .html"),
        ([MINUTES, "--html", "folder.html"], "not a place for the page"),
        ([MINUTES, "--html", "nowhere/x.html"], "cannot be written"),
        (["no-such.md", "--html", "x.html"], "there is no file no-such.md"),
    ],
)
def test_wrong_usage_is_told_plainly(
    root: Path, asked: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    (root / "letter.docx").write_bytes(b"PK")
    (root / "folder.html").mkdir()
    run = run_program("explain", *asked)
    assert run.status == 2
    assert told in run.errors


@pytest.mark.skipif(os.name == "nt", reason="no such modes there")
def test_a_file_that_is_not_text_is_told_plainly(root: Path) -> None:
    (root / MINUTES).write_bytes(b"\xff\xfe\x00")
    run = run_program("explain", "--root", root, root / MINUTES)
    assert run.status == 1
    assert "error[file-not-utf8]" in run.output


def test_the_page_passes_the_checker(root: Path) -> None:
    page(root)
    assert_valid([root / "explained.html"])


def test_every_meeting_of_the_demonstration_can_be_explained() -> None:
    for file in sorted((REPOSITORY / "content" / "meetings").rglob("*.md")):
        path = file.relative_to(REPOSITORY).as_posix()
        explained = explain_file(REPOSITORY, path, file.read_bytes())
        assert explained.explanation is not None, path
        assert list(explanation_lines(explained, Terminal(io.StringIO())))
