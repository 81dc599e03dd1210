"""Date, committee and likeness: found where the text says them, marked where they are guessed."""

from __future__ import annotations

import pytest

from site_gen.importers.body_names import body_id, clean_body_name
from site_gen.importers.findings import FindingKind, RefusalReason
from site_gen.importers.import_document import import_document
from site_gen.importers.likeness import is_cancelled
from site_gen.importers.options import ImportOptions
from site_gen.importers.result import ImportResult

MINUTES = """Minutes of the Example Parish Council held in the Old Hall on {date} at 7.30pm

Present: Mr A. Reader (Chairman), Mrs B. Writer

Apologies: Mr C. Away

Minutes of the last meeting were agreed and signed.
"""


def imported(text: str, name: str = "minutes.txt", **more: object) -> ImportResult:
    return import_document(name, text.encode(), options=ImportOptions(**more))  # type: ignore[arg-type]


def told(result: ImportResult, about: str, kind: FindingKind) -> list[str]:
    return [one.message for one in result.findings if one.about == about and one.kind is kind]


def front_matter(result: ImportResult) -> str:
    assert result.meeting is not None, result.refusal
    return result.meeting.markdown.split("---\n")[1]


def test_a_date_in_the_text_is_found() -> None:
    result = imported(MINUTES.format(date="Monday 11th December 2017"))
    assert "\ndate: 2017-12-11\n" in front_matter(result)
    assert told(result, "date", FindingKind.FOUND)


def test_an_impossible_date_is_reported_and_the_name_of_the_file_asked() -> None:
    text = MINUTES.format(date="16th October 12019")
    result = imported(text, "Minutes 16 October 2019.txt")
    assert '\ndate: "2019-10-16 (inferred)"\n' in front_matter(result)
    assert '"16th October 12019"' in told(result, "date", FindingKind.LOOK)[0]


def test_an_impossible_date_alone_is_refused_and_never_mended() -> None:
    result = imported(MINUTES.format(date="31st April 2018"))
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.NO_DATE


def test_a_day_without_a_year_takes_the_year_of_the_file_where_the_weekday_agrees() -> None:
    text = MINUTES.format(date="Thursday 13th July")
    result = imported(text, "2017-07-20 draft.txt")
    assert '"2017-07-13 (inferred)"' in front_matter(result)
    assert "without a year" in told(result, "date", FindingKind.GUESSED)[0]


def test_a_weekday_that_does_not_fit_is_said() -> None:
    result = imported(MINUTES.format(date="Wednesday 18 November 2025"))
    assert "was not a Wednesday" in told(result, "date", FindingKind.LOOK)[0]


def test_a_name_of_the_file_that_says_another_day_is_said() -> None:
    result = imported(MINUTES.format(date="11 December 2017"), "2017-12-12.txt")
    assert "\ndate: 2017-12-11\n" in front_matter(result)
    assert "Tuesday 12 December 2017" in told(result, "date", FindingKind.LOOK)[0]


def test_numbers_are_month_first_where_another_date_shows_it() -> None:
    text = MINUTES.format(date="03/04/2018") + "\nNext meeting 03/15/2018.\n"
    assert "\ndate: 2018-03-04\n" in front_matter(imported(text))


def test_numbers_alone_are_day_first_and_that_is_said() -> None:
    result = imported(MINUTES.format(date="03/04/2018"))
    assert "\ndate: 2018-04-03\n" in front_matter(result)
    assert "day first" in told(result, "date", FindingKind.LOOK)[0]


def test_a_person_may_say_that_numbers_are_month_first() -> None:
    result = imported(MINUTES.format(date="03/04/2018"), month_first=True)
    assert "\ndate: 2018-03-04\n" in front_matter(result)


def test_the_day_of_publication_is_only_a_guess() -> None:
    text = '---\ntitle: Parish news\ndate: "2003-06-01"\ncategories: [news]\n---\n\n'
    result = imported(text + MINUTES.format(date="the usual day"), "index.md")
    assert '"2003-06-01 (inferred)"' in front_matter(result)
    assert "publication" in told(result, "date", FindingKind.GUESSED)[0]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("PROCEEDINGS AT THE DISTRICT OF EXAMPLE-ON-SEA", "District of Example-On-Sea"),
        ("Example Annual Parish Council", "Example Parish Council"),
        ("Example PC", "Example Parish Council"),
        ("3rd Meeting of the Audit Committee", "Audit Committee"),
        ("Example SPC", "Example SPC"),
        ("the Council", ""),
        ("their last Committee", ""),
        ("meeting be signed as a correct record", ""),
        ("Tuesday", ""),
    ],
)  # fmt: skip
def test_a_committee_is_told_from_other_words(printed: str, name: str) -> None:
    assert clean_body_name(printed) == name


def test_a_known_committee_keeps_its_id() -> None:
    known = {"example parish council": "parish"}
    assert body_id("Example  Parish Council", known) == "parish"
    assert body_id("parish", known) == "parish"
    assert body_id("Parks & Paths Committee", known) == "parks-and-paths-committee"


def test_without_a_committee_the_folder_gives_one_and_that_is_said() -> None:
    text = MINUTES.format(date="11 December 2017").replace("Example Parish Council", "meeting")
    result = imported(text, folder="Village Hall")
    assert result.meeting is not None
    assert result.meeting.body == "village-hall"
    assert "folder" in told(result, "committee", FindingKind.GUESSED)[0]
    refused = imported(text)
    assert refused.refusal is not None
    assert refused.refusal.reason is RefusalReason.NO_BODY


ESSAY = "The village shop opened again in May. Everybody came and there was cake. " * 9


def test_an_essay_is_not_minutes_unless_a_person_says_so() -> None:
    result = imported(ESSAY, "2019-05-04-shop-opens.txt")
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.NOT_MINUTES
    assert imported(ESSAY, "2019-05-04 shop.txt", is_minutes=True, body="x").meeting is not None


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("The meeting of 4 May 2020 was cancelled.", True),
        ("Parks Committee - Tuesday 4 March 2025, CANCELLED", True),
        ("CANCELLED", True),
        ("The order for benches was cancelled.", False),
        ("The meeting of May was cancelled. " + ESSAY * 2, False),
    ],
)
def test_a_notice_that_a_meeting_was_cancelled(text: str, is_so: bool) -> None:
    assert is_cancelled(text) is is_so


def test_a_cancelled_meeting_is_imported_with_its_date() -> None:
    text = "The meeting of the Parks Committee on 4 May 2020 was cancelled."
    result = imported(text, body="parks")
    assert "\nstatus: cancelled\n" in front_matter(result)
    assert "date: 2020-05-04" in front_matter(result)


def test_a_cancelled_meeting_without_a_date_is_said_to_be_one() -> None:
    result = imported("The meeting was cancelled.", body="parks")
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.CANCELLED
