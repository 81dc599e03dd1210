"""`minutebook check` as it is called."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.archives import MINUTES, build, run_program, write_archive

BROKEN = "---\ndate: 2024-03-12\nvenu: Hall\n---\n\n## 1. Trees\n\n## 1. Bins\n"
OTHER = "content/meetings/parks/2024-04-09.md"
FILES = {MINUTES: BROKEN, OTHER: "---\ndate: 2024-04-31\n---\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, FILES)


def test_all_of_content_is_checked_without_a_name(root: Path) -> None:
    run = run_program("check", "--root", root)
    assert run.status == 1
    assert "warning[field-unknown]" in run.output
    assert "error[date-wrong]" in run.output
    assert run.output.endswith("1 error, 2 warnings\n")


def test_only_what_a_named_file_or_folder_has_is_said(root: Path) -> None:
    run = run_program("check", "--root", root, MINUTES)
    assert (run.status, "date-wrong" in run.output) == (0, False)
    run = run_program("check", "--root", root, root / "content/meetings/parks")
    assert (run.status, "field-unknown" in run.output) == (1, False)
    run = run_program("check", "--root", root, OTHER, root / MINUTES)
    assert run.output.endswith("1 error, 2 warnings\n")


@pytest.mark.parametrize("name", ["content/meetings/none.md", "somewhere", ".."])
def test_a_file_that_is_not_there_is_wrong_usage(root: Path, name: str) -> None:
    run = run_program("check", "--root", root, name)
    assert run.status == 2
    assert name in run.errors


def test_findings_are_kept_between_checks(root: Path) -> None:
    first = run_program("check", "--root", root)
    assert run_program("check", "--root", root).output == first.output
    write_archive(root, {MINUTES: BROKEN.replace("venu:", "venue:")})
    assert "field-unknown" not in run_program("check", "--root", root).output


def test_where_nothing_changed_nothing_is_gathered_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run_program("check", "--root", root)

    def gather(*_given: object) -> None:
        raise AssertionError("nothing changed")

    monkeypatch.setattr("site_gen.publish.gathering.gather", gather)
    assert run_program("check", "--root", root).output == first.output
    named = run_program("check", "--root", root, MINUTES)
    assert named.output.endswith("0 errors, 2 warnings\n")
    (root / OTHER).touch()  # is read again, and is as it was
    assert run_program("check", "--root", root).output == first.output


def test_a_finding_in_one_file_that_another_makes_is_told_when_that_comes_or_goes(
    root: Path,
) -> None:
    linking = "---\ndate: 2024-03-12\n---\n\n## 1. Bins\n\nSee [the plan](plan.txt).\n"
    plan = MINUTES.rpartition("/")[0] + "/plan.txt"
    write_archive(root, {MINUTES: linking, plan: "Plan A.\n"})
    for _ in range(2):
        assert "plan.txt" not in run_program("check", "--root", root, MINUTES).output
        (root / plan).unlink()
        assert "attachment-missing" in run_program("check", "--root", root, MINUTES).output
        write_archive(root, {plan: "Plan A.\n"})


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_the_forms_for_programs_are_json_and_nothing_else(root: Path, form: str) -> None:
    run = run_program("check", "--root", root, "--format", form)
    assert run.status == 1
    assert json.loads(run.output)


def test_paths_for_programs_begin_where_the_program_was_called(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root.parent)
    run = run_program("check", "--root", root.name, "--format", "github", OTHER)
    assert f"file={root.name}/{OTHER}," in run.output


def test_a_rule_can_be_made_graver_milder_or_silent(root: Path) -> None:
    checks = "checks: {field-unknown: error, item-number-twice: off}\n"
    write_archive(root, {"content/site.yaml": checks})
    for run in (run_program("check", "--root", root), build(root)):
        assert run.status == 1
        assert "error[field-unknown]" in run.output
        assert "item-number-twice" not in run.output
    write_archive(root, {"content/site.yaml": checks.replace("error", "hint")})
    assert "hint[field-unknown]" in run_program("check", "--root", root).output
    assert "field-unknown" not in run_program("check", "--root", root, "--quiet").output
    assert "field-unknown" not in build(root).output


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("checks: {field-unknwon: off}", ":1:10:", 'did you mean "field-unknown"?'),
        ("checks: {xyz: off}", ":1:10:", "remove the line"),
        ("checks: {field-unknown: of}", ":1:25:", 'did you mean "off"?'),
        ("checks: {yaml-broken: off}", ":1:10:", "yaml-broken"),
        ("checks: [field-unknown]", ":1:9:", "lines of"),
    ],
)
def test_a_switch_that_is_none_is_a_located_error(
    root: Path, line: str, place: str, words: str
) -> None:
    write_archive(root, {"content/site.yaml": line})
    run = run_program("check", "--root", root, "content/site.yaml")
    assert run.status == 1
    assert f"content/site.yaml{place} error[field-wrong-" in run.output
    assert words in run.output


def test_another_severity_makes_no_page_again(root: Path) -> None:
    build(root)
    write_archive(root, {"content/site.yaml": "checks: {field-unknown: off}\n"})
    assert " 0 written" in build(root).output


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_may_not_be_read_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    look, closed = os.scandir, root / "content/meetings/parks"

    def refuse(folder: Any) -> Any:
        if Path(folder) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(folder))
        return look(folder)

    monkeypatch.setattr("site_gen.content.discovery.os.scandir", refuse)
    run = run_program(command, "--root", root)
    assert run.status == 2
    assert f"{closed} may not be read or written by you" in run.errors
    assert not (root / "public/index.html").exists()
