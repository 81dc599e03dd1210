"""A meeting's page: every word of the minutes, and what each is."""

from pathlib import Path

import pytest

from site_gen.minutes.exempt_reasons import withheld_for
from site_gen.model.meetings import Alias, Meeting, MeetingStatus
from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.model.records import Decision, Outcome, Record, RecordKind, Vote
from site_gen.model.rows import LinkedRecord, MeetingRow, Surroundings
from site_gen.pages.abbreviation_links import link_abbreviations
from site_gen.pages.abbreviations import Abbreviation
from site_gen.pages.citation import SAID_BY_ADDRESS
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate
from site_gen.text.values import replace
from tests.pages.reading_html import read_page
from tests.pages.rendering import meeting_with, render_meeting
from tests.pages.sample_meetings import (
    CHILDREN,
    DIRECTOR,
    DIRECTORY,
    ELLERBY,
    OKAFOR,
    PENROSE,
    STRANGER,
    SUMMER,
    record,
    said,
    words,
)


def text_of(*flow: Passage | Record | Decision | Withheld) -> str:
    return read_page(render_meeting(meeting_with(*flow))).text


def proses(meeting: Meeting) -> list[Prose]:
    found: list[Prose] = []
    for part in (*meeting.preamble, *(part for item in meeting.items for part in item.flow)):
        inner = part.flow if isinstance(part, Decision) else (part,)
        for one in inner:
            if isinstance(one, Record) and one.lead:
                found.append(one.lead)
            if not isinstance(one, Withheld):
                found.append(one.prose)
    return found


def test_every_word_of_the_minutes_is_on_the_page() -> None:
    text = read_page(render_meeting(SUMMER)).text.replace(" ", "")
    for prose in proses(SUMMER):
        for line in prose.text.split("\n"):
            plain = line.replace("<b>", "").replace("</b>", "").replace(" ", "")
            assert plain in text, line


def test_words_of_the_minutes_cannot_become_mark_up() -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7 * 7 }}'
    speaker = replace(STRANGER, printed=evil)
    flow = record(RecordKind.QUESTION, "q", "Why?", speaker=speaker, number=evil)
    meeting = replace(meeting_with(flow), title=evil, venue=evil, chair=evil, start=evil)
    html = render_meeting(meeting)
    page = read_page(html)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert page.inline == []
    assert "{{ 7 * 7 }}" in page.text


def test_withheld_words_leave_only_a_plain_reason() -> None:
    text = text_of(said(PassageRole.PROSE, "Open words."), Withheld(3, ("3",)))
    assert (
        "Considered in private: it concerns someone's business affairs"
        " (paragraph 3 of Schedule 12A)." in text
    )


@pytest.mark.parametrize("paragraphs", [(), ("3",), ("1", "2", "5"), ("14",)])
def test_the_reason_stands_once(paragraphs: tuple[str, ...]) -> None:
    assert text_of(withheld_for(3, paragraphs)).count("Considered in private") == 1


def test_a_reason_that_the_minutes_give_wins_over_the_usual_words() -> None:
    text = text_of(Withheld(3, (), "talks with a landlord are going on"))
    assert "Considered in private: talks with a landlord are going on." in text


def test_what_the_council_says_in_public_stands_with_the_reason() -> None:
    text = text_of(Withheld(3, ("1", "2"), public_summary="The appeal was heard."))
    assert "The appeal was heard." in text
    assert "(paragraphs 1 and 2 of Schedule 12A)" in text


def test_the_speaker_in_the_words_before_a_question_is_a_link() -> None:
    flow = record(
        RecordKind.QUESTION, "q", "Why?", lead=words("Councillor Okafor asked:"), speaker=OKAFOR
    )
    html = render_meeting(meeting_with(flow))
    assert '<a href="../people/daniel-okafor.html">Councillor Okafor</a> asked:' in html


def test_a_speaker_whom_nobody_lists_is_no_link() -> None:
    flow = record(RecordKind.QUESTION, "q", "Why?", speaker=STRANGER)
    assert "A member of the public</a>" not in render_meeting(meeting_with(flow))


def test_a_clerk_s_own_label_is_not_printed_beside_the_same_words() -> None:
    flow = record(
        RecordKind.QUESTION,
        "q",
        "Why?",
        number="3",
        lead=words("Question 3 (Councillor Okafor):"),
        speaker=OKAFOR,
    )
    text = text_of(flow)
    assert "Question 3 Councillor Daniel Okafor Why?" in text
    assert "Question 3 (" not in text


def test_a_question_without_an_answer_says_so_and_blames_nobody() -> None:
    text = text_of(record(RecordKind.QUESTION, "q", "Why?"))
    assert "No answer in these minutes" in text
    assert "not answered" not in text


def test_a_promised_answer_is_not_shown_as_an_answer() -> None:
    text = text_of(
        record(RecordKind.QUESTION, "q", "Why?"),
        record(RecordKind.RESPONSE, "a", "Later.", answers=("q",), is_promise=True),
    )
    assert "Answer to follow Later." in text


def test_an_answer_given_later_is_a_link_from_its_question() -> None:
    later = LinkedRecord("other-2025-09-02", "item-1-response-1", CHILDREN, PartialDate(2025, 9, 2))
    html = render_meeting(
        meeting_with(record(RecordKind.QUESTION, "q", "Why?")),
        surroundings=Surroundings(answered_later=(("q", later),)),
    )
    assert 'href="other-2025-09-02.html#item-1-response-1">2 September 2025</a>' in html
    assert "No response" not in html


def test_one_answer_to_two_questions_names_both() -> None:
    text = text_of(
        record(RecordKind.QUESTION, "q3", "Why?", number="3"),
        record(RecordKind.QUESTION, "q4", "How?", number="4"),
        record(RecordKind.RESPONSE, "a", "Thus.", answers=("q3", "q4")),
    )
    assert "Answers question 3 and question 4 together" in text


def test_a_lost_amendment_is_not_a_decision() -> None:
    motion = record(RecordKind.MOTION, "m", "To put it off.")
    lost = Decision("d2", 1, (motion,), moved_by=PENROSE, outcome=Outcome.LOST, amends="d1")
    html = render_meeting(meeting_with(lost))
    text = read_page(html).text
    assert "Amendment Not agreed This is not a decision." in text
    assert "decision--not-decided" in html
    assert "0 decisions" not in text
    assert "1 decision" not in text


@pytest.mark.parametrize(
    ("outcome", "words_shown"),
    [
        (Outcome.WITHDRAWN, "Motion Withdrawn This is not a decision."),
        (Outcome.DEFERRED, "Motion Put off This is not a decision."),
        (Outcome.LAPSED, "Motion Fell: nobody seconded it This is not a decision."),
        (Outcome.CARRIED, "Motion Agreed This was agreed. What was decided stands below."),
        (None, "Motion The minutes do not say what became of this."),
    ],
)
def test_a_motion_says_what_became_of_it(outcome: Outcome | None, words_shown: str) -> None:
    flow = Decision("d", 1, (record(RecordKind.MOTION, "m", "To sell."),), outcome=outcome)
    assert words_shown in text_of(flow)


def test_a_recommendation_names_who_decides() -> None:
    part = record(RecordKind.RECOMMENDATION, "r", "That it be so.", decides="Full Council")
    assert "Recommendation to Full Council That it be so." in text_of(Decision("d", 1, (part,)))


def test_a_vote_is_told_in_words_in_a_bar_and_by_name() -> None:
    vote = Vote(votes_for=3, votes_against=1, abstentions=0, names_for=(ELLERBY, STRANGER))
    part = record(RecordKind.RESOLUTION, "r", "That it be so.")
    html = render_meeting(meeting_with(Decision("d", 1, (part,), vote=vote)))
    assert '<rect class="tally__for" x="0" y="0" width="75" height="6"/>' in html
    text = read_page(html).text
    assert "3 for, 1 against How each person voted" in text
    assert "For Councillor Martha Ellerby, A member of the public" in text
    assert "0 abstained" not in text


def test_who_moved_is_said_once() -> None:
    part = record(RecordKind.RESOLUTION, "r", "That it be so.")
    printed = said(PassageRole.MOVERS, "Moved by Councillor Ellerby.")
    with_words = text_of(Decision("d", 1, (printed, part), moved_by=ELLERBY))
    without = text_of(Decision("d", 1, (part,), moved_by=ELLERBY))
    assert "Proposed by" not in with_words
    assert "Proposed by Councillor Martha Ellerby" in without


def test_the_movers_are_linked_in_the_minutes_own_words() -> None:
    part = record(RecordKind.RESOLUTION, "r", "That it be so.")
    printed = said(
        PassageRole.MOVERS, "Seconded by Councillor Okafor, moved by Councillor Ellerby."
    )
    flow = Decision("d", 1, (printed, part), moved_by=ELLERBY, seconded_by=OKAFOR)
    html = render_meeting(meeting_with(flow))
    assert (
        'Seconded by <a href="../people/daniel-okafor.html">Councillor Okafor</a>, moved by'
        ' <a href="../people/martha-ellerby.html">Councillor Ellerby</a>.</p>' in html
    )


def test_a_printed_vote_is_folded_only_where_the_page_tells_it_too() -> None:
    part = record(RecordKind.RESOLUTION, "r", "That it be so.")
    printed = said(PassageRole.VOTE, "Most were in favour.")
    told = Decision("d", 1, (part, printed), vote=Vote(votes_for=9, votes_against=2))
    untold = Decision("d", 1, (part, printed))
    assert "The vote as printed in the minutes Most were" in text_of(told)
    assert "The vote as printed" not in text_of(untold)
    assert "Most were in favour." in text_of(untold)


def test_who_presented_a_report_is_said_in_a_sentence() -> None:
    assert (
        "Presented by the Director of Children\u2019s Services. Introduced by Councillor Martha"
        in read_page(render_meeting(SUMMER)).text
    )


def test_points_are_shown_as_points_raised_with_their_marks() -> None:
    text = text_of(
        record(RecordKind.COMMENT, "c1", "First.", number="i"),
        record(RecordKind.COMMENT, "c2", "Second.", number="ii"),
    )
    assert text.count("Points raised") == 1
    assert "(i) First." in text


def test_the_agenda_s_copy_is_folded() -> None:
    html = render_meeting(meeting_with(said(PassageRole.AGENDA, "Dr Example asks: Why?")))
    folded = html.partition('<details class="printed">')[2].partition("</details>")[0]
    assert "As printed on the agenda" in folded
    assert "Dr Example asks: Why?" in folded


def test_abbreviations_are_explained_once_at_the_end_of_the_words() -> None:
    text = text_of(
        said(PassageRole.PROSE, "Two CPPs and an EHCP/CIN plan. Not a CPPX."),
        said(PassageRole.PROSE, "The CPPs again."),
    )
    assert text.count("child protection plan") == 1
    assert "Abbreviations CIN child in need CPP child protection plan EHCP education" in text


def test_an_abbreviation_leads_to_what_it_stands_for_where_it_stands_first() -> None:
    html = render_meeting(
        meeting_with(
            said(PassageRole.PROSE, "The CPPX and two CPPs."),
            record(RecordKind.COMMENT, "c1", "A CPP and a CIN."),
        )
    )
    link = '<a href="#abbreviations" title="child {}">{}</a>'
    assert f"The CPPX and two {link.format('protection plan', 'CPP')}s." in html
    assert f"A CPP and a {link.format('in need', 'CIN')}." in html


def test_what_has_no_words_of_its_own_is_not_linked_as_an_abbreviation() -> None:
    prose = Prose('<p><a href="x/CIN">a CIN</a> <img alt="CIN"> the CIN</p>', "a CIN the CIN")
    html = render_meeting(meeting_with(Passage(PassageRole.PROSE, prose, 1)))
    assert '<a href="x/CIN">a CIN</a> <img alt="CIN"> the <a href="#abbreviations"' in html


def test_an_abbreviation_with_an_ampersand_is_linked_and_mark_up_in_its_meaning_is_not() -> None:
    flow = (
        Passage(PassageRole.PROSE, Prose("<p>An R&amp;D fund, amp</p>", "An R&D fund, amp"), 1),
    )
    known = (Abbreviation("amp", "ampere"), Abbreviation("R&D", '"<b>'))
    (linked,) = link_abbreviations(flow, known)
    assert isinstance(linked, Passage)
    assert 'title="&quot;&lt;b&gt;">R&amp;D</a> fund' in linked.prose.html
    assert 'title="ampere">amp</a></p>' in linked.prose.html


def test_an_abbreviation_of_one_council_is_not_explained_at_another() -> None:
    flow = said(PassageRole.PROSE, "BCC agreed.")
    assert "BCC Brackwater City Council" in text_of(flow)
    elsewhere = replace(meeting_with(flow), body="planning")
    assert "Abbreviations" not in read_page(render_meeting(elsewhere)).text


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (MeetingStatus.DRAFT, "Draft: may change when approved."),
        (MeetingStatus.SCHEDULED, "This meeting is planned. There are no minutes yet."),
        (MeetingStatus.CANCELLED, "This meeting was cancelled. It did not take place."),
        (MeetingStatus.POSTPONED, "This meeting was put off to another day."),
        (MeetingStatus.INQUORATE, "Too few members came for this meeting to decide anything."),
        (MeetingStatus.SIGNED, "These minutes were approved and signed."),
    ],
)
def test_the_state_of_the_minutes_is_said_in_plain_words(
    status: MeetingStatus, sentence: str
) -> None:
    assert sentence in read_page(render_meeting(replace(meeting_with(), status=status))).text


def test_approved_minutes_link_to_the_meeting_that_approved_them() -> None:
    row = MeetingRow(
        "children-scrutiny-2025-02-04",
        CHILDREN,
        PartialDate(2025, 2, 4),
        "",
        MeetingStatus.APPROVED,
    )
    html = render_meeting(
        replace(meeting_with(), status=MeetingStatus.APPROVED),
        surroundings=Surroundings(approved_by=row, previous=row),
    )
    assert 'approved <a href="children-scrutiny-2025-02-04.html">on 4 February 2025</a>.' in html
    assert 'rel="prev">Previous meeting' in html


def test_a_correction_is_shown_openly() -> None:
    text = read_page(render_meeting(SUMMER)).text
    assert (
        "3 July 2025, number 6 on the agenda:"
        " \u201cseven posts\u201d became \u201celeven posts\u201d (the clerk)." in text
    )


def test_documents_say_whether_the_archive_holds_them() -> None:
    html = render_meeting(SUMMER)
    assert (
        '<a href="../files/meetings/children-scrutiny/offer.pdf">Benefits offer</a> (PDF)' in html
    )
    assert '<a href="../documents/2025-pay-review.html">Pay review</a>' in html
    text = read_page(html).text
    assert "Report marked \u2018Agenda 6\u2019 Referred to in these minutes." in text


def test_a_citation_names_council_committee_day_and_address() -> None:
    text = text_of(record(RecordKind.QUESTION, "item-1-question-1", "Why?", speaker=STRANGER))
    assert (
        "Brackwater City Council, Children and Education Scrutiny Commission, minutes of"
        " 7 January 2025. Minutes of Brackwater and Fennshire."
        " Demonstration: all of it is invented."
        " https://minutes.example.org/archive/meetings/children-scrutiny-2025-01-07.html" in text
    )


@pytest.mark.parametrize(
    "status", [MeetingStatus.SCHEDULED, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED]
)
def test_a_meeting_without_minutes_is_not_cited_as_minutes(status: MeetingStatus) -> None:
    text = read_page(render_meeting(replace(SUMMER, status=status))).text
    assert "Cite this page as: Brackwater City Council" in text
    assert "Scrutiny Commission, meeting of 24 June 2025" in text
    assert "minutes of 24 June 2025" not in text


def test_without_a_script_a_page_says_how_to_cite_a_part() -> None:
    html = render_meeting(SUMMER)
    assert "<noscript> To cite one part of it, add its heading and the address" in html


def test_every_part_says_what_a_citation_calls_it() -> None:
    flow = record(RecordKind.QUESTION, "item-1-question-1", "Why?", speaker=STRANGER)
    assert (
        '<div class="cite"><a href="#item-1-question-1">Link to this question</a></div>'
        in render_meeting(meeting_with(flow))
    )
    numbered = replace(flow, number="7b")
    assert '<div class="cite" data-part="question 7b">' in render_meeting(meeting_with(numbered))
    point = record(RecordKind.COMMENT, "item-1-comment-2", "A point.")
    assert 'data-part="point raised 1"' in render_meeting(meeting_with(point))


def test_the_script_knows_what_addresses_say() -> None:
    script = (Path(__file__).parents[2] / "static" / "js" / "citation.js").read_text("utf-8")
    listed = ", ".join(f'{kind}: "{name}"' for kind, name in SAID_BY_ADDRESS.items())
    assert f"SAID_BY_ADDRESS = {{ {listed} }};" in script


def test_a_citation_without_a_site_address_has_none() -> None:
    directory = replace(DIRECTORY, settings=Settings())
    flow = record(RecordKind.QUESTION, "q", "Why?")
    html = render_meeting(meeting_with(flow), directory=directory)
    assert "http" not in read_page(html).text
    assert "canonical" not in html


def test_a_published_address_that_moved_still_leads_to_its_words() -> None:
    moved = (
        Alias("item-1-question-2", "item-1-question-1", "question", "Why?"),
        Alias("item-1-discussion-1", "item-1", "discussion", "The chair"),
    )
    flow = record(RecordKind.QUESTION, "item-1-question-1", "Why?")
    places = read_page(render_meeting(replace(meeting_with(flow), aliases=moved))).places
    assert "item-1-question-2" in places
    assert "item-1-discussion-1" in places


def test_who_was_there_is_counted_and_listed() -> None:
    text = read_page(render_meeting(SUMMER)).text
    assert "Who was there 3 present, 1 officer, 1 sent apologies" in text
    assert "Canon Example (in place of Councillor Penrose)" in text
    assert "Councillor Daniel Okafor: is a school governor 7. Motion: walking to school" in text


def test_an_answer_from_the_director_is_a_link_to_the_office() -> None:
    flow = record(RecordKind.RESPONSE, "a", "Yes.", speaker=DIRECTOR)
    html = render_meeting(meeting_with(flow))
    assert 'href="../people/director-childrens-services.html"' in html
