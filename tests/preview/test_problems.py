"""What went wrong, in the words and the order in which open pages show it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from site_gen.diagnostics import Diagnostic, Severity
from site_gen.preview.problems import MOST_SHOWN, bulletin_of, is_unforeseen, problem_of
from site_gen.publish.beside import WorkerLostError
from site_gen.publish.output_folder import OutputRefusedError
from site_gen.site.theme_folders import ThemeError
from site_gen.text.places import Place


def found(message: str, severity: Severity = Severity.WARNING, path: str = "a.md") -> Diagnostic:
    return Diagnostic("a-code", severity, message, Place(path, 3), "do this")


def test_a_finding_becomes_sentences_and_a_place() -> None:
    (problem,) = bulletin_of([found('no person is called "Ried"')], edition="e").problems
    assert problem.message == 'No person is called "Ried".'
    assert problem.remedy == "Do this."
    assert problem.place == "a.md, line 3"


def test_a_question_needs_no_full_stop() -> None:
    (problem,) = bulletin_of([found("is this right?")], edition="e").problems
    assert problem.message == "Is this right?"


def test_errors_come_first_and_then_what_was_saved_last() -> None:
    findings = [
        found("one"),
        found("two", path="saved.md"),
        found("three", Severity.ERROR),
        found("four", Severity.ERROR, path="saved.md"),
    ]
    bulletin = bulletin_of(findings, edition="e", saved={"saved.md"})
    assert [one.message for one in bulletin.problems] == ["Four.", "Three.", "Two.", "One."]
    assert (bulletin.errors, bulletin.warnings) == (2, 2)


def test_hints_are_left_to_the_terminal() -> None:
    bulletin = bulletin_of([found("one", Severity.HINT)], edition="e")
    assert (bulletin.problems, bulletin.warnings) == ((), 0)


def test_no_page_is_flooded_and_all_are_counted() -> None:
    findings = [found(f"number {number}") for number in range(1000)]
    bulletin = bulletin_of(findings, edition="e")
    assert len(bulletin.problems) == MOST_SHOWN
    assert bulletin.warnings == 1000


def test_what_is_said_of_many_places_is_shown_once() -> None:
    findings = [found("alike", path=f"{name}.md") for name in "abc"] + [found("other")]
    bulletin = bulletin_of(findings, edition="e")
    shown = [(one.message, one.place, one.more) for one in bulletin.problems]
    assert shown == [("Alike.", "a.md, line 3", 2), ("Other.", "a.md, line 3", 0)]
    assert bulletin.warnings == 4


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OutputRefusedError("public cannot be written to"), "Public cannot be written to."),
        (PermissionError(13, "Permission denied", "a.md"), "Permission denied. (a.md)"),
        (sqlite3.OperationalError("database or disk is full"), "Database or disk is full."),
        (WorkerLostError(), "A helping process was ended"),
        (ThemeError("home.html", 4, "unexpected '}'"), "in the theme: Unexpected '}'."),
    ],
)
def test_what_an_archive_can_do_wrong_is_explained(error: Exception, message: str) -> None:
    assert message in problem_of(error, root=Path()).message
    assert not is_unforeseen(error)


def test_a_mistake_of_the_program_is_said_to_be_one() -> None:
    problem = problem_of(ZeroDivisionError(), root=Path())
    assert "a mistake of its own" in problem.message
    assert "report it" in problem.remedy
    assert is_unforeseen(ZeroDivisionError())
