"""The generated archive: the same bytes everywhere, in the proportions that were asked for."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from benchmarks.corpus.archive import manifest_path, write_archive
from benchmarks.corpus.council import COMMITTEES
from benchmarks.corpus.lexicon import VOCABULARY, real_words
from benchmarks.corpus.manifest import ExpectedMeeting, expected_meeting
from benchmarks.corpus.meeting import WrittenMeeting, write_meeting
from benchmarks.corpus.people import PUBLIC
from benchmarks.corpus.timetable import MOST_MEETINGS, Course, build_timetable
from benchmarks.corpus.town import Town, build_town
from benchmarks.corpus.town_files import town_files
from benchmarks.generate import main
from site_gen.archive.assemble import Understanding
from site_gen.content.bodies_file import parse_bodies
from site_gen.content.front_matter import split_front_matter
from site_gen.content.glossary_file import parse_glossary
from site_gen.content.meeting_fields import parse_meeting_fields
from site_gen.content.people_file import parse_people
from site_gen.content.settings_file import parse_settings
from site_gen.diagnostics import Parsed
from site_gen.site.directory import Directory
from site_gen.text.sources import Source
from tests.places import REPOSITORY

# A change of this digest is a change of the corpus: results before and after do not compare.
# It holds on every machine and every Python.
DIGEST_OF_TWENTY = "ca2fe4911b6fa5549de3a201a10b678f6b04d6ec092fc9bd948984c309512f78"


@cache
def town() -> Town:
    return build_town(0)


@cache
def every_hundredth_of_ten_thousand() -> tuple[WrittenMeeting, ...]:
    slots = build_timetable(10_000)
    return tuple(write_meeting(town(), slot) for slot in slots[5::100])


def digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def read_manifest(root: Path) -> list[ExpectedMeeting]:
    meetings: list[ExpectedMeeting] = json.loads(manifest_path(root).read_bytes())["meetings"]
    return meetings


def test_the_same_size_and_seed_give_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    write_archive(tmp_path / "a", meetings=20, seed=0, workers=1)

    assert digest(tmp_path / "a") == DIGEST_OF_TWENTY


def test_neither_workers_nor_the_hash_seed_change_a_byte(tmp_path: Path) -> None:
    write_archive(tmp_path / "a", meetings=210, seed=3, workers=1)
    subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.generate", "--meetings", "210", "--seed", "3"),
            *("--workers", "2", "--out", str(tmp_path / "b")),
        ],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": "99", "LC_ALL": "C", "TZ": "Pacific/Apia"},
        check=True,
        capture_output=True,
    )

    assert digest(tmp_path / "a") == digest(tmp_path / "b")
    assert manifest_path(tmp_path / "a").read_bytes() == manifest_path(tmp_path / "b").read_bytes()


def test_another_seed_gives_another_archive(tmp_path: Path) -> None:
    write_archive(tmp_path / "a", meetings=3, seed=0, workers=1)
    write_archive(tmp_path / "b", meetings=3, seed=1, workers=1)

    assert digest(tmp_path / "a") != digest(tmp_path / "b")


@pytest.mark.parametrize("meetings", [1, 12, 100, 1_000, 10_000])
def test_any_number_of_meetings_is_spread_over_25_years_and_12_committees(meetings: int) -> None:
    slots = build_timetable(meetings)

    assert len(slots) == meetings
    assert len({slot.path for slot in slots}) == meetings
    assert [slot.day for slot in slots] == sorted(slot.day for slot in slots)
    if meetings >= 100:
        assert {slot.committee for slot in slots} == set(range(len(COMMITTEES)))
    if meetings >= 1_000:
        assert {slot.day.year for slot in slots} == set(range(2000, 2026))


def test_one_meeting_of_each_odd_course_is_in_every_hundred() -> None:
    courses = Counter(slot.course for slot in build_timetable(1_000))

    assert courses[Course.DRAFT] == courses[Course.EXEMPT] == courses[Course.CANCELLED] == 10


def test_a_meeting_is_some_12_kb_of_2000_words_two_fifths_in_records() -> None:
    expected = [expected_meeting(meeting) for meeting in every_hundredth_of_ten_thousand()]
    bytes_each = [len(one.markdown.encode()) for one in every_hundredth_of_ten_thousand()]
    words = sum(meeting["words"] for meeting in expected)

    assert 11_500 <= sum(bytes_each) / len(expected) <= 13_000
    assert 1_900 <= words / len(expected) <= 2_050
    assert 0.37 <= sum(meeting["record_words"] for meeting in expected) / words <= 0.43
    assert 19 <= sum(meeting["passages"] for meeting in expected) / len(expected) <= 21


def test_a_meeting_has_ten_items_with_three_questions_three_responses_four_resolutions() -> None:
    for meeting in map(expected_meeting, every_hundredth_of_ten_thousand()):
        assert (meeting["items"], meeting["question"], meeting["response"]) == (10, 3, 3)
        assert meeting["resolution"] == 4


def test_every_wording_occurs() -> None:
    meetings = [expected_meeting(one) for one in every_hundredth_of_ten_thousand()]
    styles = {record["style"] for meeting in meetings for record in meeting["records"]}
    headings = {meeting["heading"] for meeting in meetings}

    assert len(headings) == 7
    assert len(styles) == 9 + 14 - 1  # "labelled" is a style of questions and of decisions
    assert any("·\u00a0" in one.markdown for one in every_hundredth_of_ten_thousand())


def test_the_manifest_opens_every_record_with_words_of_the_file(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    write_archive(root, meetings=60, seed=0, workers=1)

    for meeting in read_manifest(root):
        text = (root / meeting["path"]).read_text(encoding="utf-8").lower()
        assert len(text.split()) == meeting["words"]
        for record in meeting["records"]:
            opening = record["opens"].lower().removeprefix("that ")
            assert opening in text, (meeting["id"], record)


def test_withheld_words_are_in_their_own_file_alone(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    write_archive(root, meetings=100, seed=0, workers=1)
    withheld = {one["path"]: one["withheld"] for one in read_manifest(root) if one["withheld"]}

    assert len(withheld) == 1
    for path, word in withheld.items():
        assert word is not None
        holders = [file for file in root.rglob("*.md") if word in file.read_text(encoding="utf-8")]
        assert holders == [root / path]


def test_the_vocabulary_is_30000_words_some_hundreds_of_them_real() -> None:
    lexicon = town().lexicon
    words = [noun.one for noun in lexicon.nouns.values]
    words += [verb.plain for verb in lexicon.verbs.values]
    words += lexicon.adjectives.values

    assert len(words) == len(set(words)) == VOCABULARY == 30_000
    assert 400 <= len(real_words()) <= 900
    assert lexicon.nouns.values[0].one == "council"


def test_the_town_has_400_members_and_officers_2000_residents_and_300_topics() -> None:
    people = town().people
    named = [*people.members, *people.officers]

    assert len(named) == len({person.surname for person in named}) == 400
    assert len({person.id for person in named}) == 400
    assert len(set(people.public)) == PUBLIC == 2_000
    assert not {name.split()[-1] for name in people.public} & {one.surname for one in named}
    assert len({topic.title for topic in town().topics}) == 300


def test_every_seat_and_office_is_held_by_one_person_on_every_day() -> None:
    for slot in build_timetable(300):
        members = [one for one in town().people.members if one.tenure.covers(slot.day)]
        officers = [one for one in town().people.officers if one.tenure.covers(slot.day)]

        assert sorted(member.tenure.place for member in members) == list(range(60))
        assert sorted(officer.tenure.place for officer in officers) == list(range(20))


@pytest.mark.parametrize(
    ("name", "parse"),
    [
        ("site", parse_settings),
        ("bodies", parse_bodies),
        ("people", parse_people),
        ("glossary", parse_glossary),
    ],
)
def test_the_files_of_the_town_are_read_without_a_problem(
    name: str, parse: Callable[[Source], Parsed[object]]
) -> None:
    path = f"content/{name}.yaml"

    assert parse(Source(path, town_files(town())[path])).diagnostics == ()


def test_the_front_matter_of_every_meeting_is_read_without_a_problem() -> None:
    for meeting in every_hundredth_of_ten_thousand():
        source = Source(meeting.slot.path, meeting.markdown)
        front = split_front_matter(source)
        assert front.value is not None
        assert parse_meeting_fields(source, front.value).diagnostics == ()


def test_nobody_votes_who_is_not_there() -> None:
    understanding = Understanding(Directory())
    found = []
    for one in every_hundredth_of_ten_thousand():
        understood = understanding.understand(one.slot.path, one.markdown.encode())
        assert understood.rows is not None
        found += [row for row in understood.rows.decisions if row.votes_for is not None]
        codes = {diagnostic.code for diagnostic in understood.diagnostics}
        assert "more-votes-than-members" not in codes, one.slot.path

    assert len(found) > 20
    assert all((row.votes_for or 0) > (row.votes_against or 0) for row in found)


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")

    assert main(["--meetings", "2", "--out", str(tmp_path)]) == 2
    assert "not an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("meetings", [0, MOST_MEETINGS + 1])
def test_a_size_that_no_timetable_holds_is_refused(
    meetings: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--meetings", str(meetings), "--out", str(tmp_path / "a")]) == 2
    assert f"from 1 to {MOST_MEETINGS}" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()
