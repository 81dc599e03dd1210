"""Who was there, and who did what."""

from pathlib import Path

from tests.diagnostics.checked import codes_of, said_of

PRESENT = "Present: Councillor Reid, Councillor Shah, Councillor Moss\n\n"
MOVED = "It was moved by Councillor {}, seconded by Councillor {} and RESOLVED that it be so.\n"


def test_who_came_late_was_there(tmp_path: Path) -> None:
    body = PRESENT + "Apologies: Councillor Hart\n\n## 1. Trees\n\n"
    body += "Councillor Hart arrived at 7.40pm.\n\n" + MOVED.format("Hart", "Reid")
    assert codes_of(tmp_path, body) in ([], ["absent-but-speaking"])  # hints: minutes note it badly


def test_who_sent_apologies_is_named_once_however_often_they_speak(tmp_path: Path) -> None:
    body = PRESENT + "Apologies: Councillor Hart\n\n## 1. Trees\n\n"
    body += MOVED.format("Hart", "Reid") + "\n## 2. Bins\n\n" + MOVED.format("Moss", "Hart")
    (found,) = said_of(tmp_path, body)
    assert found.code == "absent-but-speaking"
    assert found.message == '"Councillor Hart" sent apologies, and moves here'


def test_two_people_of_one_name_are_no_slip(tmp_path: Path) -> None:
    body = "Present: Councillor Ann Reid, Councillor Tom Reid, Councillor Moss\n\n## 1. Trees\n\n"
    body += MOVED.format("Ann Reid", "Tom Reid")
    assert codes_of(tmp_path, body) == []


def test_a_visitor_is_not_held_against_the_attendance(tmp_path: Path) -> None:
    body = PRESENT + "## 1. Trees\n\nMr Shaw asked when they are planted.\n\n"
    body += "The Clerk replied that it would be in October.\n"
    assert codes_of(tmp_path, body) == []


def test_the_nearest_name_of_the_attendance_is_given(tmp_path: Path) -> None:
    body = "Present: Councillor Whitlock, Councillor Shah, Councillor Moss\n\n## 1. Trees\n\n"
    body += MOVED.format("Witlock", "Shah")
    (found,) = said_of(tmp_path, body)
    assert found.code == "name-unlike-attendance"
    assert 'did you mean "Councillor Whitlock" (line 5)?' in found.hint
