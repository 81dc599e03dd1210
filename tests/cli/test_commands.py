"""The program as it is called: commands, options, exit statuses."""

import argparse
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.cli import COMMANDS, command_module, main, serve_command
from site_gen.cli.serve_command import PreviewDesk
from site_gen.cli.terminal import Terminal
from tests.archives import MINUTES, build, run_program, write_archive
from tests.places import REPOSITORY

TEXT = """---
date: 2024-03-12
---

## 1. Bus shelters

Councillor Example asked when the shelters would be mended.

The Clerk replied that the work would begin in May.

## 2. Trees

RESOLVED: That two trees be planted by the pond.
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write_archive(tmp_path, {MINUTES: TEXT})
    assert build(tmp_path).status == 0
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    assert "--root" in capsys.readouterr().out
    assert command_module(name).run


@pytest.mark.parametrize("given", [["frobnicate"], ["build", "--frobnicate"], ["search"]])
def test_wrong_usage_is_exit_status_2(given: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(given)
    assert stopped.value.code == 2


def test_a_misspelt_command_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["biuld"])
    assert 'there is no command "biuld"; did you mean build?' in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["frobnicate"])
    assert "there are: build, new, check" in capsys.readouterr().err


def test_options_without_a_command_build(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: TEXT})
    assert run_program("--root", tmp_path, "--quiet", "--workers", "1").status == 0
    assert (tmp_path / "public/index.html").exists()


def test_check_says_what_a_build_would_and_writes_no_site(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: TEXT.replace("date:", "venu: Hall\ndate:")})
    run = run_program("check", "--root", tmp_path)
    assert run.status == 0
    assert "warning[field-unknown]" in run.output
    assert not (tmp_path / "public").exists()
    assert run_program("check", "--root", tmp_path, "--strict").status == 1


def test_search_finds_in_the_built_site(built: Path) -> None:
    run = run_program("search", "--root", built, "shelters")
    assert run.status == 0
    assert "meetings/planning-2024-03-12.html#item-1" in run.output


def test_search_prints_json_for_programs(built: Path) -> None:
    run = run_program("search", "--root", built, "--json", "trees", "pond")
    found = [json.loads(line) for line in run.output.splitlines()]
    assert found[0].keys() == {"id", "url", "score"}
    assert found[0]["url"].startswith("meetings/planning-2024-03-12.html#item-2")


def test_finding_nothing_is_no_failure(built: Path) -> None:
    run = run_program("search", "--root", built, "zeppelin")
    assert (run.status, run.output) == (0, "nothing was found\n")
    assert run_program("search", "--root", built, "--json", "zeppelin").output == ""


def test_search_shows_as_many_as_are_asked_for(built: Path) -> None:
    found = {
        most: run_program("search", "--root", built, "--json", "--most", most, "trees shelters")
        for most in ("1", "2")
    }
    assert [run.output.count("\n") for run in found.values()] == [1, 2]


def test_the_preview_opens_the_browser_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    address = "http://127.0.0.1:8000/"
    for asked in ([], ["--open"]):
        parser = argparse.ArgumentParser()
        serve_command.add_arguments(parser)
        told = io.StringIO()
        opens = parser.parse_args(asked).open
        PreviewDesk(tmp_path, Terminal(told), opens_browser=opens).opened(address)
        assert address in told.getvalue()
    assert opened == [address]


def test_search_without_a_built_site_is_wrong_usage(tmp_path: Path) -> None:
    run = run_program("search", "--root", tmp_path, "trees")
    assert run.status == 2
    assert "build the site first" in run.errors


def test_a_program_whose_parts_are_missing_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    program = str(REPOSITORY / "build.py")
    command = [sys.executable, "-S", program, "check", "--root", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "pip install ." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_search_of_an_index_that_was_spoiled_says_what_to_do(tmp_path: Path) -> None:
    minutes = "---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\nRESOLVED: That two be planted.\n"
    root = write_archive(tmp_path, {"content/meetings/planning/2024-03-12.md": minutes})
    assert build(root).status == 0
    for file in (root / "public/search").glob("*.js"):
        file.write_text("spoiled", "utf-8")
    run = run_program("search", "--root", root, "planted")
    assert (run.status, run.output) == (2, "")
    assert "build the site again" in run.errors
