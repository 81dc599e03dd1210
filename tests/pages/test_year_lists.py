"""Lists of years: short ones whole, long ones cut into months, addresses that stay."""

import pytest

from site_gen.model.meetings import MeetingStatus
from site_gen.model.rows import DecisionRow, MeetingRow, QuestionRow
from site_gen.pages.committee import make_committee_year_views
from site_gen.pages.meetings import make_meetings_year_views
from site_gen.pages.questions import make_questions_year_views
from site_gen.pages.renderer import View
from site_gen.pages.year_parts import cut_year, months_of
from site_gen.text.dates import PartialDate
from site_gen.text.values import replace
from tests.pages.reading_html import read_page
from tests.pages.rendering import RENDERER
from tests.pages.sample_archive import SampleArchive
from tests.pages.sample_meetings import CHILDREN, DIRECTORY

LARGEST_PAGE = 300_000  # bytes


def row(day: PartialDate, number: int = 1) -> QuestionRow:
    return QuestionRow(
        meeting=f"{CHILDREN}-{day.iso}",
        address=f"item-1-question-{number}",
        body=CHILDREN,
        date=day,
        item_title="Questions",
        opening="Why is it so? " * 12,
    )


def questions_of_a_year(meetings_a_month: int) -> tuple[QuestionRow, ...]:
    """Ten questions at each meeting, newest meeting first."""
    return tuple(
        row(PartialDate(2024, month, day), number)
        for month in range(12, 0, -1)
        for day in range(meetings_a_month, 0, -1)
        for number in range(1, 11)
    )


class BusyArchive(SampleArchive):
    """An archive with as many questions and meetings as it is told to have."""

    def __init__(self, rows: tuple[QuestionRow, ...]) -> None:
        super().__init__((), replace(DIRECTORY))
        self._busy = rows
        self._meeting_rows = tuple(
            MeetingRow(meeting, CHILDREN, date, "Special meeting", MeetingStatus.APPROVED)
            for meeting, date in dict.fromkeys((row.meeting, row.date) for row in rows)
        )

    def question_years(self) -> tuple[tuple[int, int], ...]:
        return ((2024, len(self._busy)), (2023, 7))

    def questions_in(self, year: int, body: str | None = None) -> tuple[QuestionRow, ...]:
        return self._busy

    def decisions_in(self, year: int, body: str | None = None) -> tuple[DecisionRow, ...]:
        return ()

    def meeting_years(self, body: str | None = None) -> tuple[tuple[int, int], ...]:
        return ((2024, len(self._meeting_rows)),)

    def meetings_in(self, year: int, body: str | None = None) -> tuple[MeetingRow, ...]:
        return self._meeting_rows


def test_a_short_year_is_one_page() -> None:
    (part,) = cut_year((row(PartialDate(2024, 3, 5)),), 2024, meeting_of=lambda one: one.meeting)
    assert (part.key, part.label) == ("", "2024")


def test_a_long_year_is_cut_into_months_newest_first() -> None:
    rows = questions_of_a_year(1)
    parts = cut_year(rows, 2024, meeting_of=lambda one: one.meeting, limit=50)
    assert [part.key for part in parts[:2]] == ["12", "11"]
    assert parts[0].label == "December 2024"
    assert tuple(one for part in parts for one in part.rows) == rows


def test_a_long_month_is_cut_between_meetings() -> None:
    rows = questions_of_a_year(9)
    parts = cut_year(rows, 2024, meeting_of=lambda one: one.meeting, limit=25)
    december = [part for part in parts if part.key.startswith("12")]
    assert [part.key for part in december] == ["12-5", "12-4", "12-3", "12-2", "12"]
    assert december[0].label == "December 2024, part 5"
    for part in december:
        assert len({one.meeting for one in part.rows}) * 10 == len(part.rows)
    assert tuple(one for part in parts for one in part.rows) == rows


def test_a_new_meeting_leaves_the_full_parts_of_its_month_as_they_were() -> None:
    before = questions_of_a_year(8)
    newest = tuple(row(PartialDate(2024, 12, 30), number) for number in range(1, 11))

    def cut(rows: tuple[QuestionRow, ...]) -> dict[str, tuple[QuestionRow, ...]]:
        parts = cut_year(rows, 2024, meeting_of=lambda one: one.meeting, limit=25)
        return {part.key: part.rows for part in parts}

    old, new = cut(before), cut(newest + before)
    assert {key for key in new if old.get(key) != new[key]} == {"12-5"}


def test_a_meeting_with_more_rows_than_a_page_holds_is_kept_together() -> None:
    rows = tuple(row(PartialDate(2024, 5, 7), number) for number in range(60))
    (part,) = cut_year(rows, 2024, meeting_of=lambda one: one.meeting, limit=25)
    assert part.rows == rows


def test_rows_of_an_unknown_month_have_a_place_of_their_own() -> None:
    months = months_of((row(PartialDate(2024, 3, 5)), row(PartialDate(2024))))
    assert [(month.anchor, month.label) for month in months] == [
        ("month-03", "March"),
        ("month-00", "Month not known"),
    ]


def test_a_year_that_outgrew_its_page_keeps_its_address_and_leads_to_its_months() -> None:
    views = make_questions_year_views(BusyArchive(questions_of_a_year(10)), 2024)
    assert views[0].frame.address == "questions/2024.html"
    assert [view.frame.address for view in views[1:3]] == [
        "questions/2024-12.html",
        "questions/2024-11.html",
    ]
    page = read_page(RENDERER.render(views[0]))
    assert "2024-12.html" in page.links
    assert "December 2024 100 questions" in page.text
    assert "1,200 questions" in page.text


def test_a_part_does_not_change_when_another_month_grows() -> None:
    few, more = questions_of_a_year(10), questions_of_a_year(10)
    more = (*(row(PartialDate(2024, 12, 31), number) for number in range(5)), *more)
    march = [
        {view.frame.address: RENDERER.render(view) for view in views}["questions/2024-03.html"]
        for views in (
            make_questions_year_views(BusyArchive(few), 2024),
            make_questions_year_views(BusyArchive(more), 2024),
        )
    ]
    assert march[0] == march[1]


@pytest.mark.parametrize("meetings_a_month", [3, 10, 28])
def test_no_page_of_a_list_grows_beyond_what_a_telephone_loads_at_ease(
    meetings_a_month: int,
) -> None:
    archive = BusyArchive(questions_of_a_year(meetings_a_month))
    views: tuple[View, ...] = (
        *make_questions_year_views(archive, 2024),
        *make_meetings_year_views(archive, 2024),
        *make_committee_year_views(archive, CHILDREN, 2024),
    )
    sizes = {view.frame.address: len(RENDERER.render(view).encode()) for view in views}
    assert max(sizes.values()) < LARGEST_PAGE, sizes


def test_filters_are_anchors_that_lead_to_places_on_the_page() -> None:
    (view,) = make_questions_year_views(SampleArchive(), 2025)
    html = RENDERER.render(view)
    page = read_page(html)
    anchors = [link[1:] for link in page.links if link.startswith("#")]
    assert {"all", "answered", "to-follow", "no-response"} <= set(anchors)
    assert set(anchors) <= set(page.places)
    assert 'class="entry--none"' in html
    assert 'class="entry--recorded"' in html
