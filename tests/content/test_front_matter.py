"""Front matter: what is taken as written, and what is refused with a place and a remedy."""

import pytest

from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MeetingFields, parse_meeting_fields
from site_gen.diagnostics import Diagnostic, Severity
from site_gen.model.meetings import MeetingStatus
from site_gen.text.dates import PartialDate
from site_gen.text.sources import Source

PATH = "content/meetings/planning/2024-03-12.md"


def read(front: str, *, path: str = PATH) -> tuple[MeetingFields | None, list[Diagnostic]]:
    source = Source(path, f"---\n{front}\n---\nBody.\n")
    parsed = split_front_matter(source)
    found = list(parsed.diagnostics)
    if parsed.value is None:
        return None, found
    fields = parse_meeting_fields(source, parsed.value)
    return fields.value, [*found, *fields.diagnostics]


def fields_of(front: str, *, path: str = PATH) -> MeetingFields:
    fields, found = read(front, path=path)
    assert found == []
    assert fields is not None
    return fields


def only(found: list[Diagnostic]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


def test_a_date_alone_is_enough() -> None:
    fields = fields_of("date: 2024-03-12")
    assert fields.id == "planning-2024-03-12"
    assert fields.body == "planning"
    assert fields.status is MeetingStatus.DRAFT


def test_a_body_in_the_front_matter_wins_over_the_folder() -> None:
    assert fields_of("date: 2024-03-12\nbody: housing").id == "housing-2024-03-12"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("time: 19:30", "start", "19:30"),
        ("title: no", "title", "no"),
        ("venue: 010", "venue", "010"),
        ("venue: 1_000", "venue", "1_000"),
        ("chair: ~ Example", "chair", "~ Example"),
        ("title: 2024-03-12", "title", "2024-03-12"),
        ("title: 'It''s #3: yes'", "title", "It's #3: yes"),
    ],
)
def test_values_stay_as_written(line: str, name: str, value: str) -> None:
    assert getattr(fields_of(f"date: 2024-03-12\n{line}"), name) == value


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2018", PartialDate(2018)),
        ("2018-06", PartialDate(2018, 6)),
        ('"2018-06-21"', PartialDate(2018, 6, 21)),
        ("2018-06-21 (inferred)", PartialDate(2018, 6, 21, is_inferred=True)),
    ],
)
def test_dates_may_be_partial_or_inferred(written: str, date: PartialDate) -> None:
    assert fields_of(f"date: {written}").date == date


@pytest.mark.parametrize("written", ["2024-02-30", "12/03/2024", "2024-3-1", "soon", "[2024]"])
def test_a_wrong_date_is_an_error_at_its_place(written: str) -> None:
    fields, found = read(f"title: Planning\ndate: {written}")
    assert fields is None
    problem = only(found)
    assert problem.code in {"date-wrong", "field-wrong-type"}
    assert problem.severity is Severity.ERROR
    assert (problem.place.line, problem.place.column) == (3, 7)


def test_a_missing_date_is_an_error_that_shows_the_line_to_add() -> None:
    fields, found = read("title: Planning")
    assert fields is None
    assert only(found).code == "field-missing"
    assert "date: 2024-03-12" in only(found).hint


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("title: Planning: special meeting", 'title: "Planning: special meeting"'),
        ("title: Planning 'A': \"B\"", 'title: "Planning \'A\': \\"B\\""'),
        ("title: @home", 'title: "@home"'),
        ("title: `x`", 'title: "`x`"'),
    ],
)
def test_a_value_that_needs_quotation_marks_is_shown_with_them(line: str, mended: str) -> None:
    fields, found = read(f"date: 2024-03-12\n{line}")
    assert fields is None
    assert only(found).code == "yaml-broken"
    assert only(found).place.line == 3
    assert only(found).hint.endswith(mended)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("title: #3 Budget", 'title: "#3 Budget"'),
        ("title: Budget #3", 'title: "Budget #3"'),
    ],
)
def test_words_lost_to_a_comment_are_reported(line: str, mended: str) -> None:
    fields, found = read(f"date: 2024-03-12\n{line}")
    assert fields is not None
    assert only(found).code == "yaml-comment-swallows"
    assert mended in only(found).hint


def test_a_comment_meant_as_one_is_no_problem() -> None:
    assert fields_of("date: 2024-03-12  # a Tuesday").date == PartialDate(2024, 3, 12)


def test_a_key_twice_is_an_error_that_names_both_lines() -> None:
    fields, found = read("date: 2024-03-12\ntitle: A\ntitle: B")
    assert fields is None
    assert only(found).code == "yaml-key-twice"
    assert only(found).place.line == 4
    assert "line 3" in only(found).message


@pytest.mark.parametrize(
    "front",
    [
        "date: &day 2024-03-12\ntitle: *day",
        "date: *nothing",
        "date: !!python/object/apply:os.system [ls]",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
    ],
)
def test_anchors_aliases_and_tags_are_refused(front: str) -> None:
    fields, found = read(front)
    assert fields is None
    assert only(found).code in {"yaml-alias", "yaml-broken"}


def test_deep_nesting_exhausts_nothing() -> None:
    fields, found = read("date: 2024-03-12\ntopics: " + "[" * 5000)
    assert fields is None
    assert only(found).code == "yaml-broken"


def test_a_tab_before_a_key_is_said_to_be_one() -> None:
    _, found = read("date: 2024-03-12\n\ttitle: A")
    assert "tab" in only(found).message


@pytest.mark.parametrize(
    ("front", "line", "mended"),
    [
        ("date 2024-03-12\nstatus: draft", 2, "date: 2024-03-12"),
        ("date: 2024-03-12\nstatus draft", 3, "status: draft"),
        ("date: 2024-03-12\nstatus draft\nvenue: Hall", 3, "status: draft"),
        ("date:2024-03-12\nstatus: draft", 2, "date: 2024-03-12"),
        ("date 2024-03-12", 2, "date: 2024-03-12"),
        ("date:2024-03-12", 2, "date: 2024-03-12"),
    ],
)
def test_a_missing_colon_is_told_at_its_line(front: str, line: int, mended: str) -> None:
    fields, found = read(front)
    assert fields is None
    assert only(found).code == "yaml-broken"
    assert "a colon and a space are missing" in only(found).message
    assert only(found).place.line == line
    assert only(found).hint.endswith(mended)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2024-02-31", "is not a date that exists"),
        ("12 March 2024", "cannot be read as a date"),
        ("tomorrow", "cannot be read as a date"),
    ],
)
def test_a_date_in_words_is_not_said_to_be_none(written: str, told: str) -> None:
    _, found = read(f"date: {written}")
    problem = next(one for one in found if one.code == "date-wrong")
    assert told in problem.message
    assert problem.hint.endswith("2024-03-12")


def test_an_open_bracket_is_reported_inside_the_front_matter() -> None:
    _, found = read("date: 2024-03-12\ntopics: [a, b")
    assert only(found).code == "yaml-broken"
    assert only(found).place.line <= 4


@pytest.mark.parametrize("front", ["- a\n- b", "just words"])
def test_front_matter_that_is_no_mapping_is_refused(front: str) -> None:
    fields, found = read(front)
    assert fields is None
    assert only(found).code == "yaml-broken"


def test_a_list_for_a_key_is_refused() -> None:
    _, found = read("? [a, b]\n: c")
    assert only(found).code == "yaml-broken"


def test_two_documents_are_refused() -> None:
    source = Source(PATH, "---\ndate: 2024-03-12\n...\ndate: 2024-03-13\n---\n")
    assert split_front_matter(source).diagnostics[0].code == "yaml-broken"


def test_an_unknown_status_lists_those_there_are() -> None:
    fields, found = read("date: 2024-03-12\nstatus: aproved")
    assert fields is not None
    assert fields.status is MeetingStatus.DRAFT
    assert only(found).code == "field-wrong-value"
    assert 'did you mean "approved"?' in only(found).hint
    assert "signed" in only(found).hint


def test_an_unknown_key_is_a_warning_with_the_nearest_one() -> None:
    fields, found = read("date: 2024-03-12\nvenu: Town Hall")
    assert fields is not None
    assert (only(found).code, only(found).severity) == ("field-unknown", Severity.WARNING)
    assert '"venue"' in only(found).hint


@pytest.mark.parametrize("line", ["title: [a, b]", "topics: {a: b}", "attachments: report.pdf"])
def test_a_value_of_the_wrong_type_is_an_error(line: str) -> None:
    _, found = read(f"date: 2024-03-12\n{line}")
    assert only(found).code == "field-wrong-type"
    assert only(found).place.line == 3


@pytest.mark.parametrize("key", ["Private", "privat", "PRIVATE", "confidential", "Exempt"])
def test_a_misspelt_mark_of_privacy_is_an_error_and_keeps_the_minutes_back(key: str) -> None:
    fields, found = read(f"date: 2024-03-12\n{key}: true")
    assert fields is not None
    assert fields.is_private
    assert only(found).code == "private-unclear"
    assert only(found).severity is Severity.ERROR


def test_a_mark_of_privacy_with_an_unclear_value_keeps_the_minutes_back() -> None:
    fields, found = read("date: 2024-03-12\nprivate: ture")
    assert fields is not None
    assert fields.is_private
    assert only(found).code == "private-unclear"
    assert "true or false" in only(found).message


def test_yes_and_no_say_whether_minutes_are_private() -> None:
    assert fields_of("date: 2024-03-12\nprivate: yes").is_private
    assert not fields_of("date: 2024-03-12\nprivate: no").is_private


def test_an_id_that_is_no_address_is_an_error_with_one_that_is() -> None:
    fields, found = read("date: 2024-03-12\nid: Special Meeting!")
    assert fields is None
    assert "`id: special-meeting`" in only(found).hint


def test_minutes_outside_a_committees_folder_need_a_body() -> None:
    path = "content/meetings/2024-03-12.md"
    fields, found = read("date: 2024-03-12", path=path)
    assert fields is None
    assert only(found).code == "field-missing"
    assert fields_of("date: 2024-03-12\nbody: planning", path=path).id == "planning-2024-03-12"


def test_a_correction_needs_its_date_and_both_wordings() -> None:
    fields, found = read("date: 2024-03-12\ncorrections:\n  - was: nine")
    assert fields is not None
    assert fields.corrections == ()
    assert {problem.code for problem in found} == {"field-missing"}
    assert len(found) == 2


def test_sittings_take_plain_dates_and_entries() -> None:
    fields = fields_of("date: 2024-03-12\nsittings: [2024-03-12, {date: 2024-03-13, time: 10:00}]")
    assert [sitting.date.iso for sitting in fields.sittings] == ["2024-03-12", "2024-03-13"]
    assert fields.sittings[1].start == "10:00"


def test_attachments_are_named_from_where_the_minutes_lie() -> None:
    fields = fields_of("date: 2024-03-12\nattachments: [papers/plan.pdf]")
    assert fields.attachments[0].path == "meetings/planning/papers/plan.pdf"
    assert fields.attachments[0].title == "plan.pdf"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("No front matter.\n", "front-matter-missing"),
        ("\n---\ndate: 2024-03-12\n---\n", "front-matter-missing"),
        ("---\ndate: 2024-03-12\n", "front-matter-open"),
    ],
)
def test_front_matter_must_begin_and_end(text: str, code: str) -> None:
    parsed = split_front_matter(Source(PATH, text))
    assert parsed.value is None
    assert parsed.diagnostics[0].code == code


def test_empty_front_matter_is_a_mapping_without_keys() -> None:
    _, found = read("")
    assert only(found).code == "field-missing"


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ('"Planning”', "curly", 'title: "Planning"'),
        ("'Mayor's meeting'", "inside as well", 'title: "Mayor\'s meeting"'),
        ('"Planning', "never closed", 'title: "Planning"'),
        ('"The "Old" Mill"', "inside as well", 'title: "The \\"Old\\" Mill"'),
    ],
)
def test_quotation_marks_that_do_not_fit_are_told_with_the_line_mended(
    value: str, message: str, hint: str
) -> None:
    source = Source("content/meetings/a/b.md", f"---\ntitle: {value}\ndate: 2024-03-12\n---\n")
    (problem,) = split_front_matter(source).diagnostics
    assert (problem.code, problem.place.line, problem.place.column) == ("yaml-broken", 2, 8)
    assert message in problem.message
    assert hint in problem.hint
    mended = problem.hint.partition(": ")[2]
    assert split_front_matter(
        Source("content/meetings/a/b.md", f"---\n{mended}\ndate: 2024-03-12\n---\n")
    ).value


@pytest.mark.parametrize(
    ("first", "message"),
    [("—-", "three hyphens"), ("----", "three hyphens"), ("{\\rtf1 Minutes}", "rich text")],
)
def test_a_first_line_that_an_editor_changed_is_told(first: str, message: str) -> None:
    source = Source("content/meetings/a/b.md", f"{first}\ndate: 2024-03-12\n---\n")
    (problem,) = split_front_matter(source).diagnostics
    assert problem.code == "front-matter-missing"
    assert message in problem.message


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("place", "venue"),
        ("Location", "venue"),
        ("committee", "body"),
        ("start time", "time"),
        ("chairman", "chair"),
        ("Date of meeting", "date"),
        ("files", "attachments"),
    ],
)
def test_a_key_by_another_word_is_told_the_one_that_is_read(key: str, meant: str) -> None:
    _, found = read(f"date: 2024-03-12\n{key}: here")
    assert only(found).hint == f'did you mean "{meant}"?'


@pytest.mark.parametrize("written", ["31/02/2026", "31.4.2026", "30-02-2024"])
def test_a_day_in_figures_that_never_was_is_said_to_be_none(written: str) -> None:
    _, found = read(f"date: {written}")
    assert only(found).message == f'"date: {written}" is not a date that exists'


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("attachments: My report.pdf", 'attachments: ["My report.pdf"]'),
        ("attachments: a.pdf, b c.pdf", 'attachments: [a.pdf, "b c.pdf"]'),
        ("attachments:\n  a.pdf\n  b.pdf", "attachments: [a.pdf, b.pdf]"),
        ("sittings: two days", 'sittings: ["two days"]'),
    ],
)
def test_a_list_that_was_not_written_as_one_is_shown_as_it_should_be(front: str, line: str) -> None:
    _, found = read(f"date: 2024-03-12\n{front}")
    assert only(found).hint == f"write it like this: {line}"


def test_a_list_without_end_is_not_written_anew() -> None:
    _, found = read(f"date: 2024-03-12\nsittings: {'x' * 200_000}")
    assert only(found).hint == "write it like this: sittings: [2024-03-12, 2024-03-13]"
