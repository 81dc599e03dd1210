"""`minutebook new`: a file that holds what the committee usually has."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.publish.checking import check_site
from tests.archives import Run, build, run_program, site_files, write_archive
from tests.places import REPOSITORY

BODIES = (
    "bodies:\n"
    "  - {id: planning, name: Planning Committee}\n"
    "  - {id: parks, name: Parks, agenda: [Welcome, Trees, 'Play: the swings']}\n"
)
PEOPLE = (
    "people:\n"
    "  - {id: anna-reid, name: Anna Reid, roles: [{member_of: planning, from: 2023-05-01}]}\n"
    "  - {id: bela-shah, name: Bela Shah, roles: [{member_of: planning, to: 2024-05-01}]}\n"
    "  - {id: carl-moss, name: Carl Moss, roles: [{member_of: planning, co_opted: true}]}\n"
    "  - {id: dora-hart, name: Dora Hart, roles: [{member_of: planning, substitute: true}]}\n"
    "  - {id: emil-lund, name: Emil Lund, roles: [{member_of: parks}]}\n"
)
MEETING = (
    "---\ndate: {day}\ntime: 19:30\nvenue: 'Town Hall: lower room'\n---\n\n"
    "Present: Councillor Reid, Councillor Shah\n\n"
    "## 1. APOLOGIES FOR ABSENCE\n\nNone.\n\n## 2. Minutes of the meeting held on 3 May 2023\n\n"
    "Agreed.\n\n## 3. Public questions\n\nNone.\n\n## 4. {own}\n\nNoted.\n\n"
    "## 5. Application 24/1\n\nNoted.\n\n## 6. Date of next meeting\n\nSoon.\n"
)
FILES = {
    "content/bodies.yaml": BODIES,
    "content/people.yaml": PEOPLE,
    "content/meetings/planning/2024-01-09.md": MEETING.format(day="2024-01-09", own="Mill"),
    "content/meetings/planning/2024-02-13.md": MEETING.format(day="2024-02-13", own="Pond"),
    "content/meetings/planning/2024-03-12.md": MEETING.format(day="2024-03-12", own="Lamps"),
}
NEW = "content/meetings/planning/2024-06-11.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, FILES)


def new(root: Path, *arguments: str) -> Run:
    return run_program("new", "--root", root, *arguments)


def test_the_file_holds_agenda_members_time_and_place_and_no_finding(root: Path) -> None:
    run = new(root, "--body", "planning", "--date", "2024-06-11")
    assert run.status == 0
    assert "Tuesday 11 June 2024" in run.output
    text = (root / NEW).read_text("utf-8")
    assert "time: 19:30\n" in text
    assert 'venue: "Town Hall: lower room"\n' in text
    assert "**Present:** Councillor Anna Reid, Carl Moss\n" in text
    titles = [line for line in text.split("\n") if line.startswith("## ")]
    assert titles == [
        "## 1. Apologies for absence",
        "## 2. Minutes of the last meeting",
        "## 3. Public questions",
        "## 4. Date of next meeting",
    ]
    assert [one for one in check_site(root) if one.place.path == NEW] == []


def test_hints_reach_no_page(root: Path) -> None:
    new(root, "--body", "planning", "--date", "2024-06-11")
    assert "<!--" in (root / NEW).read_text("utf-8")
    build(root)
    site = site_files(root)
    page = site["meetings/planning-2024-06-11.html"]
    assert b"Apologies for absence" in page
    made = [content for path, content in site.items() if not path.startswith("help/")]
    for words in (b"Example declared", b"What was asked", b"Write over them"):
        assert not any(words in content for content in made)


def test_a_committee_may_say_what_its_agenda_is(root: Path) -> None:
    new(root, "--body", "Parks", "--date", "11 June 2024")
    text = (root / "content/meetings/parks/2024-06-11.md").read_text("utf-8")
    assert "## 1. Welcome\n" in text
    assert "## 3. Play: the swings\n" in text
    assert "Emil Lund" in text


def test_nothing_is_written_over(root: Path) -> None:
    write_archive(root, {NEW: "mine"})
    run = new(root, "--body", "planning", "--date", "2024-06-11")
    assert run.status == 1
    assert (root / NEW).read_text() == "mine"
    assert "--name special" in run.errors


def test_a_second_meeting_on_one_day_has_an_address_of_its_own(root: Path) -> None:
    new(root, "--body", "planning", "--date", "2024-06-11")
    assert new(root, "--body", "planning", "--date", "2024-06-11", "--name", "Special").status == 0
    text = (root / "content/meetings/planning/2024-06-11-special.md").read_text("utf-8")
    assert "id: planning-2024-06-11-special\n" in text
    assert "title: Planning Committee (Special)\n" in text
    assert "meeting-id-twice" not in [one.code for one in check_site(root)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--body", "planing", "--date", "2024-06-11"), 'did you mean "planning"?'),
        (("--body", "planning", "--date", "2024-02-31"), "is not a day"),
        (("--body", "planning", "--date", "June"), "is not a day"),
        (("--body", "planning"), "give --date"),
        (("--date", "2024-06-11"), "give --body"),
        (("--body", "planning", "--date", "2024-06-11", "--name", "!"), "file name"),
        (("--body", "../x", "--date", "2024-06-11"), "there is no committee"),
    ],
)
def test_what_cannot_be_is_said_plainly(
    root: Path, arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    before = sorted(root.rglob("*"))
    run = new(root, *arguments)
    assert run.status == 2
    assert words in run.errors
    assert sorted(root.rglob("*")) == before


class Desk(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        return True


def test_what_is_not_given_is_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Desk("1\n2024-06-11\n"))
    run = new(root)
    assert run.status == 0, run.errors
    assert "  1  Planning Committee\n  2  Parks\n" in run.output
    assert (root / NEW).is_file()


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("\n1\n2024-06-11\n", "type the name of the committee"),
        ("7\n1\n2024-06-11\n", "no committee has the number 7"),
        ("Planing\nno\n1\n2024-06-11\n", 'There is no committee "Planing" yet; did you mean'),
        ("Planing\nperhaps\nno\n1\n2024-06-11\n", "please answer yes or no"),
        ("1\nnext Tuesday\n11 June\n2024-06-31\n11.6.2024\n", "write day, month and year"),
    ],
)
def test_after_an_answer_that_cannot_be_it_is_asked_again(
    root: Path, answers: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Desk(answers))
    run = new(root)
    assert run.status == 0, run.errors
    assert words in run.output
    assert (root / NEW).is_file()
    assert sorted(one.name for one in (root / "content/meetings").iterdir()) == ["planning"]
    assert (root / "content/bodies.yaml").read_text("utf-8") == BODIES


@pytest.mark.parametrize("answers", ["", "1\n", "Planing\n"])
def test_whoever_leaves_is_told_what_to_give(
    root: Path, answers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Desk(answers))
    run = new(root)
    assert run.status == 2
    assert "nothing was answered; give --" in run.errors
    assert not (root / NEW).exists()


def test_a_committee_that_begins_keeps_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = "Cyngor Tref Llanfair ym Muallt", "Coiste Uí Dhálaigh: O'Hara's"
    monkeypatch.setattr(sys, "stdin", Desk(f"{first}\n2024-06-11\n"))
    assert "has the new committee" in new(tmp_path).output
    monkeypatch.setattr(sys, "stdin", Desk(f"{second}\nyes\n2024-06-11\n"))
    assert new(tmp_path).status == 0
    monkeypatch.setattr(sys, "stdin", Desk("1\n2024-07-09\n"))
    assert new(tmp_path).status == 0
    july = "content/meetings/cyngor-tref-llanfair-ym-muallt/2024-07-09.md"
    assert f"# {first}\n" in (tmp_path / july).read_text("utf-8")
    assert check_site(tmp_path) == ()
    build(tmp_path)
    committees = site_files(tmp_path)["committees/index.html"].decode()
    assert first in committees
    assert "Coiste Uí Dhálaigh: O" in committees


def test_folders_that_were_there_stay_committees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(tmp_path, {NEW: MEETING.format(day="2024-06-11", own="Mill")})
    monkeypatch.setattr(sys, "stdin", Desk("Town Council\ny\n2024-06-11\n"))
    assert new(tmp_path).status == 0
    assert "- id: planning\n    name: Planning\n" in (tmp_path / "content/bodies.yaml").read_text()
    assert "unknown-body" not in [one.code for one in check_site(tmp_path)]


@pytest.mark.parametrize(
    "listed",
    [
        "bodies: [{id: planning, name: Planning Committee}]\n",
        "- {id: planning}\n",
        BODIES + "colour: green\n",
    ],
)
def test_a_list_that_has_no_room_is_left_as_it_is(
    root: Path, listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(root, {"content/bodies.yaml": listed})
    monkeypatch.setattr(sys, "stdin", Desk("Town Council\nyes\n2024-06-11\n"))
    run = new(root)
    text = (root / "content/bodies.yaml").read_text("utf-8")
    if run.status == 0:
        assert text.startswith(listed)
        assert "unknown-body" not in [one.code for one in check_site(root)]
    else:
        assert text == listed
        assert "add it there with `id: town-council`" in run.errors
        assert not (root / "content/meetings/town-council").exists()


def test_who_was_there_last_time_stands_in_hidden_notes(root: Path) -> None:
    meeting = FILES["content/meetings/planning/2024-03-12.md"].replace(
        "Councillor Shah\n",
        "Councillor Shah (Chair)\n\nOfficers: Tom Lloyd, Director of Housing; Jo Price, Clerk\n",
    )
    write_archive(root, {"content/meetings/planning/2024-03-12.md": meeting})
    new(root, "--body", "planning", "--date", "2024-06-11")
    text = (root / NEW).read_text("utf-8")
    assert "Write (Chair) behind one name. Last time: Councillor Shah. -->" in text
    assert "**Officers:** Tom Lloyd, Director of Housing; Jo Price, Clerk -->" in text
    (root / NEW).unlink()
    (root / "content/people.yaml").unlink()
    new(root, "--body", "planning", "--date", "2024-06-11")
    text = (root / NEW).read_text("utf-8")
    assert "**Present:** Councillor Reid, Councillor Shah (Chair) -->" in text
    assert [one for one in check_site(root) if one.place.path == NEW] == []


def test_an_empty_folder_is_enough_to_begin(tmp_path: Path) -> None:
    assert "minutebook new" in run_program("build", "--root", tmp_path).errors
    run = new(tmp_path, "--body", "planning", "--date", "2024-06-11")
    assert run.status == 0
    assert "A new archive begins here" in run.output
    assert check_site(tmp_path) == ()
    again = new(tmp_path, "--body", "planning", "--date", "2024-07-09")
    assert "A new archive" not in again.output
    assert build(tmp_path).status == 0


@pytest.mark.parametrize("command", ["new", "check"])
def test_no_archive_begins_inside_another(root: Path, command: str) -> None:
    inside = root / "content/meetings/planning"
    run = run_program(command, "--root", inside)
    assert run.status == 2
    assert f"you are inside the archive {root.resolve()}" in run.errors
    assert not (inside / "content").exists()


def test_an_archive_with_nothing_but_a_folder_is_enough(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert new(tmp_path, "--body", "Town Council", "--date", "2024-06-11").status == 0
    text = (tmp_path / "content/meetings/town-council/2024-06-11.md").read_text("utf-8")
    assert "# Town Council\n" in text  # as it was typed
    assert "## 6. Date of next meeting\n" in text
    assert check_site(tmp_path) == ()


def test_a_folder_called_content_in_capitals_is_told_its_name(tmp_path: Path) -> None:
    (tmp_path / "Content").mkdir()
    if (tmp_path / "content").exists():
        pytest.skip("this disk does not tell capitals from small letters")
    run = run_program("check", "--root", tmp_path)
    assert (run.status, run.output) == (2, "")
    assert 'the folder "Content" must be called content' in run.errors


def test_a_file_called_content_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("no folder", "utf-8")
    run = run_program("check", "--root", tmp_path)
    assert (run.status, run.output) == (2, "")
    assert '"content" is a file' in run.errors


@pytest.mark.skipif(os.name != "posix", reason="only there a process can be kept from writing")
def test_a_disk_that_takes_no_more_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "content/meetings/planning").mkdir(parents=True)
    command = f'ulimit -f 0; exec "{sys.executable}" build.py "$@"'
    given = ("new", "--root", str(tmp_path), "--body", "planning", "--date", "2024-06-11")
    done = subprocess.run(
        ["sh", "-c", command, "sh", *given],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "the disk did not take the file" in done.stderr
    assert not list(tmp_path.rglob("*.md"))
