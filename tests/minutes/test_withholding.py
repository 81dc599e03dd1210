"""What must not be public is nowhere in what is understood."""

from __future__ import annotations

import pickle

import pytest

from site_gen.content.meeting_fields import AttachmentField
from site_gen.diagnostics import Parsed, Severity
from site_gen.diagnostics.text_lines import render_text
from site_gen.minutes.exempt_reasons import withheld_for
from site_gen.model.meetings import Meeting
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Record, RecordKind
from site_gen.text.places import Place
from site_gen.text.values import replace
from tests.minutes.samples import FIELDS, FRONT, understand

SECRET = "zzsecret"


def assert_nowhere(parsed: Parsed[Meeting]) -> None:
    """The secret is in no value, message or kept state."""
    assert SECRET not in repr(parsed)
    assert SECRET.encode() not in pickle.dumps(parsed)


def withheld(meeting: Meeting) -> list[Withheld]:
    found = [part for part in meeting.preamble if isinstance(part, Withheld)]
    for item in meeting.items:
        found += [item.withheld] if item.withheld is not None else []
        found += [part for part in item.flow if isinstance(part, Withheld)]
    return found


def shown(meeting: Meeting) -> str:
    parts = [part.prose.text for part in meeting.preamble if isinstance(part, Passage)]
    for item in meeting.items:
        parts.append(item.title)
        parts += [record.prose.text for record in item.records]
        parts += [part.prose.text for part in item.flow if isinstance(part, Passage)]
    return "\n".join(parts)


def test_a_mark_withholds_to_its_end_and_the_reader_is_told_why() -> None:
    parsed = understand(
        "## 4. Land\n\nBefore.\n\n**Exempt (paragraph 3):** zzsecret one.\n\nzzsecret two.\n\n"
        "**End of exempt**\n\nAfter.\n"
    )
    assert_nowhere(parsed)
    assert parsed.diagnostics == ()
    (item,) = parsed.value.items
    (stands,) = withheld(parsed.value)
    assert stands.paragraphs == ("3",)
    assert stands.public_summary == (
        "Considered in private: it concerns someone's business affairs"
        " (paragraph 3 of Schedule 12A)"
    )
    kinds = [type(part).__name__ for part in item.flow]
    assert kinds == ["Record", "Withheld", "Record"]
    assert "Before." in shown(parsed.value)
    assert "After." in shown(parsed.value)


def test_two_paragraphs_of_the_schedule_are_both_named() -> None:
    parsed = understand("## 4. Land\n\n**Exempt (paragraphs 3 and 5):** zzsecret\n")
    assert_nowhere(parsed)
    (stands,) = withheld(parsed.value)
    assert stands.paragraphs == ("3", "5")
    assert stands.public_summary.endswith("(paragraphs 3 and 5 of Schedule 12A)")


def test_without_an_end_a_mark_holds_to_the_end_of_its_item_with_all_below_it() -> None:
    parsed = understand(
        "## 4. Land\n\n**Exempt (paragraph 3):** zzsecret\n\n### 4.1 zzsecret title\n\nzzsecret\n\n"
        "## 5. Parks\n\nOpen.\n"
    )
    assert_nowhere(parsed)
    assert [item.title for item in parsed.value.items] == ["Land", "Parks"]
    assert "Open." in shown(parsed.value)


def test_an_end_below_the_item_shows_what_follows_it() -> None:
    parsed = understand(
        "## 4. Land\n\n**Exempt (paragraph 3):** zzsecret\n\n### 4.1 zzsecret\n\nzzsecret\n\n"
        "**End of exempt**\n\nPublic again.\n\n## 5. Parks\n\nOpen.\n"
    )
    assert_nowhere(parsed)
    assert "Public again." in shown(parsed.value)


def test_a_heading_withholds_its_item_and_keeps_its_number_and_title() -> None:
    parsed = understand(
        "## 4. Sale of land (exempt: paragraph 3)\n\nzzsecret\n\n### 4.1 zzsecret\n\nzzsecret\n\n"
        "## 5. Parks\n\nOpen.\n"
    )
    assert_nowhere(parsed)
    land, parks = parsed.value.items
    assert (land.number, land.title, land.address) == ("4", "Sale of land", "item-4")
    assert land.withheld is not None
    assert land.withheld.paragraphs == ("3",)
    assert land.flow == ()
    assert parks.title == "Parks"


@pytest.mark.parametrize(
    "body",
    [
        "**2. Land (exempt: paragraph 3)** The zzsecret one.\n\nzzsecret two.\n\n",
        "**2. Land** **Exempt (paragraph 3):** zzsecret\n\n",
        "**2. Pink papers** The zzsecret.\n\n",
        "**2. Land:** The zzsecret (exempt).\n\n",
    ],
)
def test_an_item_whose_words_stand_behind_its_title_is_withheld(body: str) -> None:
    parsed = understand(f"**1. Lanes** They are wet.\n\n{body}**3. Trees** They are dry.\n")
    assert_nowhere(parsed)
    assert len(withheld(parsed.value)) == 1
    assert "They are wet." in shown(parsed.value)


@pytest.mark.parametrize(
    "body",
    [
        "- one\n- **Exempt (paragraph 3):** zzsecret\n- zzsecret\n\nzzsecret\n",
        "> **Exempt (paragraph 3):** zzsecret\n>\n> zzsecret\n\nzzsecret\n",
        "1. one\n   - two **Exempt (paragraph 3):** zzsecret\n   - zzsecret\n2. zzsecret\n",
        "a)\u00a0 one\n\nb)\u00a0 **Exempt (paragraph 3):** zzsecret\n\nc)\u00a0 zzsecret\n",
        "Open. **Exempt (paragraph 3):** zzsecret **End of exempt** Open.\n",
        "AGREED:\n\n1)\u00a0 That it be noted.\n\n2)\u00a0 **Exempt (paragraph 3):** zzsecret\n",
        "Mr A asked:\n\nWhy? **Exempt (paragraph 1):** zzsecret\n\nThe Clerk replied:\n\nzzsecret",
    ],
)
def test_a_mark_may_stand_anywhere(body: str) -> None:
    parsed = understand("## 4. Land\n\n" + body)
    assert_nowhere(parsed)
    assert [found.code for found in parsed.diagnostics if found.severity is Severity.ERROR] == []
    assert withheld(parsed.value) or any(
        isinstance(part, Withheld)
        for item in parsed.value.items
        for decision in item.decisions
        for part in decision.flow
    )


def test_before_the_first_item_a_mark_holds_to_that_item() -> None:
    parsed = understand("Open.\n\n**Exempt (paragraph 2):** zzsecret\n\n## 1. Apologies\n\nNone.\n")
    assert_nowhere(parsed)
    assert len(withheld(parsed.value)) == 1
    assert [item.title for item in parsed.value.items] == ["Apologies"]


@pytest.mark.parametrize(
    "mark",
    [
        "**EXEMPT (paragraph 3):**",
        "**Exempt (Paragraph 3):**",
        "**Exempt (paragraph 3)**:",
        "**Exempt (para 3):**",
        "**Exempt (para. 3)**",
        "**Exempt: paragraph 3**",
        "**Exempt - paragraph 3**",
        "**Exempt**",
        "EXEMPT",
        "Exempt (paragraph 3):",
        "*Exempt (paragraph 3):*",
        "** Exempt (paragraph 3):**",
        "**Exempt(paragraph 3):**",
        "**Exmept (paragraph 3):**",
        "**Exempt (paragraph three):**",
        "**Exempt (paragraph 3): and**",
        "**Not for publication**",
        "NOT FOR PUBLICATION",
        "Not for publication by virtue of paragraph 3",
        "[not for publication]",
        "**Part II**",
        "PART II",
        "Part II – confidential",
        "**Press and public excluded**",
        "The press and public were excluded.",
        "CONFIDENTIAL",
        "Confidential: ",
        "**Ex\u200cempt (paragraph 3):**",
        "(Exempt under paragraph 3 of Schedule 12A)",
        "**Exempt (paragraph\n3):**",
        "Confidential -",
        "CONFIDENTIAL MINUTE -",
        "[Exempt]",
        "(Exempt)",
        "Not to be published:",
        "NOT FOR RELEASE",
    ],
)
def test_whatever_resembles_a_mark_withholds_and_is_an_error(mark: str) -> None:
    for body in (f"{mark}\n\nzzsecret\n", f"{mark} zzsecret\n", f"Open.\n\n{mark}\nzzsecret\n"):
        if mark in ("EXEMPT", "CONFIDENTIAL") and body.startswith(f"{mark} zz"):
            continue  # two words in capitals and small letters are a sentence
        parsed = understand("## 4. Land\n\n" + body)
        assert_nowhere(parsed)
        problem = next(found for found in parsed.diagnostics if found.code == "exempt-mark-unclear")
        assert problem.severity is Severity.ERROR
        assert problem.hides_line
        assert withheld(parsed.value)


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_word_leaves_unseen_within_a_mark_does_not_spoil_it(unseen: str) -> None:
    body = f"**Ex{unseen}empt (paragraph 3):**\n\nzzsecret\n\n**End of ex{unseen}empt**\n\nOpen.\n"
    parsed = understand("## 4. Land\n\n" + body)
    assert_nowhere(parsed)
    assert withheld(parsed.value)
    assert [found.code for found in parsed.diagnostics] == []


def test_the_line_of_an_unclear_mark_is_shown_to_nobody() -> None:
    body = "## 4. Land\n\nNot for publication: zzsecret\n"
    (problem,) = [
        found for found in understand(body).diagnostics if found.code == "exempt-mark-unclear"
    ]
    lines = (FRONT + body).split("\n")
    shown_text = render_text(problem, line_of=lambda _path, line: lines[line - 1])
    assert SECRET not in shown_text
    assert problem.place.line == 7


@pytest.mark.parametrize(
    "heading",
    [
        "## 4. zzsecret (Exempt: paragraph 3)",
        "## 4. zzsecret (exempt: para 3)",
        "## 4. zzsecret (exempt)",
        "## 4. zzsecret (EXEMPT - PARAGRAPH 3)",
        "## 4. zzsecret - NOT FOR PUBLICATION",
        "## 4. zzsecret (Part II)",
        "## 4. zzsecret (not for publication)",
        "## 4. zzsecret (paragraph 3)",
        "## Exempt (paragraph 3): zzsecret",
        "**4. zzsecret (exempt - para 3)**",
        "## 4. zzsecret (Private Item)",
        "## 4. zzsecret (private)",
        "## 4. zzsecret [PINK]",
        "## 4. zzsecret (Pink papers)",
        "## 4. zzsecret (Restricted)",
        "## 4. Exempt item - zzsecret",
        "## 4. Exempt Report: zzsecret",
    ],
)
def test_a_heading_that_resembles_a_mark_hides_its_title_too(heading: str) -> None:
    parsed = understand(f"{heading}\n\nzzsecret\n")
    assert_nowhere(parsed)
    assert [found.code for found in parsed.diagnostics] == ["exempt-mark-unclear"]
    (item,) = parsed.value.items
    assert item.title == "Considered in private"
    assert item.withheld is not None


@pytest.mark.parametrize(
    "line",
    [
        "PART II",
        "## Part II",
        "**NOT FOR PUBLICATION**",
        "## Exempt items",
        "## PINK PAPERS",
        "**Pink papers**",
        '## "PINK" REPORTS',
        "## PART B - PRIVATE",
        "## Part 2: private items",
        "## Private Session",
        "## PRIVATE BUSINESS",
        "## EXEMPT/CONFIDENTIAL ITEMS",
        "## Confidential or exempt business",
        "## Exempt Agenda",
        "## Items to be considered in private",
        "## Items considered following the exclusion of the press and public",
    ],
)
def test_a_mark_over_a_whole_part_withholds_every_item_in_it(line: str) -> None:
    parsed = understand(
        f"## 1. Apologies\n\nNone.\n\n{line}\n\n## 2. zzsecret\n\nzzsecret\n\n## 3. zzsecret\n\nx\n"
    )
    assert_nowhere(parsed)
    assert any(item.title == "Apologies" for item in parsed.value.items)
    assert all(item.number not in ("2", "3") for item in parsed.value.items)


def test_the_next_part_is_public_again() -> None:
    parsed = understand(
        "## 1. One\n\n## Part II\n\n## 2. zzsecret\n\nzzsecret\n\n## Part B\n\n## 3. Open\n\ny\n"
    )
    assert_nowhere(parsed)
    assert parsed.value.items[-1].title == "Open"


def test_an_end_without_a_beginning_withholds_the_item_and_is_an_error() -> None:
    parsed = understand("## 4. Land\n\nzzsecret\n\n**End of exempt**\n\nOpen?\n")
    assert_nowhere(parsed)
    assert [found.code for found in parsed.diagnostics] == ["exempt-mark-unclear"]


def test_an_unclear_end_ends_nothing() -> None:
    parsed = understand(
        "## 4. Land\n\n**Exempt (paragraph 3):** zzsecret\n\nEnd of exempt\n\nzzsecret\n\n## 5\n"
    )
    assert_nowhere(parsed)
    assert [found.code for found in parsed.diagnostics] == [
        "exempt-without-summary",
        "exempt-mark-unclear",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "RESOLVED: That the press and public be excluded under paragraph 3 of Schedule 12A.",
        "The report on exempt accommodation was noted.",
        "The site was exempt from the charge (see paragraph 3 of the report).",
        "Members discussed participation, and attempts to exclude bidders.",
        "## 9. Exclusion of the press and public\n\nThis was agreed.",
        "## 9. Exempt accommodation: licensing\n\nNoted.",
        "## 6. Confidential\n\nNone.",
        "## 6. Private sector housing\n\nThe exempt report was noted.",
        "## 6. Private Session\n\nNone.",
        "The pink paper mill and the private parts of the park were visited in private.",
        "The council met in private session, and members agreed the exempt appendix was sound.",
        "Confidential – none.",
        "An exemption was granted under Part 2 of the Act.",
    ],
)
def test_the_same_words_in_sentences_mean_nothing(body: str) -> None:
    parsed = understand("## 4. Land\n\n" + body + "\n")
    assert "exempt-mark-unclear" not in [found.code for found in parsed.diagnostics]
    assert not withheld(parsed.value)


def test_attachments_that_only_withheld_text_links_to_are_withheld() -> None:
    attachments = tuple(
        AttachmentField(f"meetings/housing/{name}", name, Place("x"))
        for name in ("zzsecret.pdf", "open.pdf", "both.pdf")
    )
    parsed = understand(
        "## 4. Land\n\n[plan](open.pdf) [both](both.pdf)\n\n**Exempt (paragraph 3):** see"
        " [price](./zzsecret.pdf) and [both](both.pdf)\n",
        fields=replace(FIELDS, attachments=attachments),
    )
    assert_nowhere(parsed)
    paths = [document.path for document in parsed.value.documents]
    assert paths == ["meetings/housing/open.pdf", "meetings/housing/both.pdf"]


@pytest.mark.parametrize(
    "heading",
    [
        "## 5. [Price](zzsecret.pdf) (exempt: paragraph 3)",
        "**5.**\n\n**[Price](zzsecret.pdf) (exempt: paragraph 3)**",
        "## 5. Land (exempt: paragraph 3)\n\n### 5(a) [Price](zzsecret.pdf)",
    ],
)
def test_attachments_that_only_a_withheld_heading_links_to_are_withheld(heading: str) -> None:
    attachments = (AttachmentField("meetings/housing/zzsecret.pdf", "zzsecret.pdf", Place("x")),)
    parsed = understand(
        f"**4.**\n\n**Trees**\n\nTwo.\n\n{heading}\n\nWords.\n",
        fields=replace(FIELDS, attachments=attachments),
    )
    assert_nowhere(parsed)
    assert parsed.value.documents == ()


def test_names_votes_and_warnings_of_withheld_text_are_dropped_with_it() -> None:
    parsed = understand(
        "## 4. Land\n\n**Exempt (paragraph 3):** Cllr Zzsecret declared an interest in item 4.\n\n"
        "Mr zzsecret asked:\n\nzzsecret?\n\n**End of exempt**\n\nPresent: Cllr A. Example\n"
    )
    assert_nowhere(parsed)
    assert "zzsecret" not in repr(parsed).lower()
    assert parsed.diagnostics == ()


def test_hidden_notes_are_nowhere_even_inside_a_sentence() -> None:
    parsed = understand(
        "## 4. Land\n\nOne <!-- zzsecret --> two.\n\n<!--\nzzsecret\n\nzzsecret\n-->\n\nThree.\n"
    )
    assert_nowhere(parsed)
    assert parsed.diagnostics == ()
    assert "One two." in shown(parsed.value)


def test_a_hidden_note_that_never_ends_hides_the_rest_and_is_an_error() -> None:
    parsed = understand("## 4. Land\n\nOpen.\n\n<!-- zzsecret\n\nzzsecret\n")
    assert_nowhere(parsed)
    assert [found.code for found in parsed.diagnostics] == ["note-open"]
    assert parsed.diagnostics[0].place.line == 9
    assert parsed.diagnostics[0].hides_line
    assert "Open." in shown(parsed.value)


def test_of_a_private_meeting_only_body_date_and_reason_are_kept() -> None:
    fields = replace(
        FIELDS,
        is_private=True,
        private_reason="Personal matters",
        title="zzsecret",
        venue="zzsecret",
    )
    parsed = understand("## 1. zzsecret\n\nzzsecret\n", fields=fields)
    assert_nowhere(parsed)
    assert parsed.value.private_reason == "Personal matters"
    assert parsed.value.items == ()


def test_withheld_text_leaves_the_addresses_of_what_stays_alone() -> None:
    body = "## 4. Land\n\nMr A asked:\n\nWhy?\n\nThe Clerk responded:\n\nSo.\n\n{}\n\n## 5. Parks\n"
    without = understand(body.format("")).value
    hidden = understand(body.format("**Exempt (paragraph 3):** zzsecret")).value
    kinds = (RecordKind.QUESTION, RecordKind.RESPONSE)
    assert [record.address for record in hidden.records if record.kind in kinds] == [
        record.address for record in without.records if record.kind in kinds
    ]
    assert all(isinstance(record, Record) for record in hidden.records)


def test_a_paragraph_for_wales_has_the_reason_of_its_twin_for_england() -> None:
    assert withheld_for(3, ("14",)).reason == withheld_for(3, ("3",)).reason != ""
    assert withheld_for(3, ("14", "3")).reason == withheld_for(3, ("3",)).reason
    assert withheld_for(3, ("99",)).reason == ""


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("## 4. Land (confidential)\n\nzzsecret\n", "end the heading with"),
        ("## PART II - EXEMPT\n\nzzsecret\n", "end the heading of each exempt item with"),
        ("## 4. Land\n\nzzsecret\n\n**End of exempt**\n", "where the exempt text begins"),
        ("## 4. Land\n\n**Exempt:** zzsecret\n", "before the text"),
    ],
)
def test_what_to_do_about_an_unclear_mark_fits_where_it_stands(body: str, hint: str) -> None:
    parsed = understand(body)
    assert_nowhere(parsed)
    (found,) = (one for one in parsed.diagnostics if one.code == "exempt-mark-unclear")
    assert hint in found.hint


@pytest.mark.parametrize(
    "end", ["(exempt: paragraph 3)", "(Exempt - Schedule 12A, paragraph 3).", "[exempt]"]
)
def test_a_mark_at_the_end_of_a_paragraph_withholds_all_of_it(end: str) -> None:
    parsed = understand(f"## 4. Land\n\nOpen.\n\nA price of zzsecret was agreed {end}\n")
    assert_nowhere(parsed)
    assert "Open." in shown(parsed.value)
    assert [found.code for found in parsed.diagnostics] == ["exempt-mark-unclear"]
