"""Whole documents: front matter that reads back, bodies that keep their words."""

from __future__ import annotations

import pytest

from site_gen.content.front_matter import split_front_matter
from site_gen.content.meeting_fields import MeetingFields, parse_meeting_fields
from site_gen.importers.findings import FindingKind
from site_gen.importers.import_document import import_document
from site_gen.importers.options import ImportOptions
from site_gen.importers.result import ImportedMeeting
from site_gen.importers.yaml_writing import yaml_value
from site_gen.text.sources import Source
from tests.importers.word_files import PNG, R, W, bold, paragraph, word_file

TEXT = (
    "Minutes of the Example Parish Council held in the Old Hall on 11 December 2017\n\n"
    "Present: Mr A. Reader (Chairman), Mrs B. Writer\n\nApologies: Mr C. Away\n\n"
    "The minutes were agreed and signed.\n"
)


def meeting(name: str, content: bytes, **more: object) -> ImportedMeeting:
    result = import_document(name, content, options=ImportOptions(**more))  # type: ignore[arg-type]
    assert result.meeting is not None, result.refusal
    return result.meeting


def fields(imported: ImportedMeeting) -> MeetingFields:
    """What the archive reads, which must not have a word to say against it."""
    path = f"content/meetings/{imported.body}/{imported.stem}.md"
    source = Source(path, imported.markdown)
    front = split_front_matter(source)
    assert front.value is not None
    assert front.diagnostics == ()
    parsed = parse_meeting_fields(source, front.value)
    assert parsed.diagnostics == ()
    assert parsed.value is not None
    return parsed.value


def test_front_matter_says_what_was_found_and_reads_back() -> None:
    found = fields(meeting("a.txt", TEXT.encode()))
    assert found.title == "Example Parish Council"
    assert found.date.iso == "2017-12-11"
    assert found.body == "example-parish-council"
    assert found.venue == "the Old Hall"


@pytest.mark.parametrize(
    "value",
    [
        "Planning: special meeting",
        "#3 Budget",
        "19:30",
        "no",
        "010",
        "- dash",
        "'quoted' \"twice\"",
        "back\\slash",
        "[list]",
        "{map}",
        "& anchor",
        "!tag",
        "@at",
        "`tick`",
        "ends with colon:",
        "a #comment",
        "null",
        "~",
        "1e3",
        "Ó Ceallaigh’s \u202e bidi \x07",
        " spaces  inside ",
        "Town Hall, High Street",
    ],
)
def test_any_title_reads_back(value: str) -> None:
    text = f"---\ntitle: {yaml_value(value)}\ndate: 2020-05-04\n---\n"
    source = Source("content/meetings/parks/a.md", text)
    front = split_front_matter(source)
    assert front.diagnostics == ()
    assert front.value is not None
    parsed = parse_meeting_fields(source, front.value)
    assert parsed.value is not None
    assert parsed.value.title == " ".join(value.split())


def test_foreign_markdown_keeps_its_body_to_the_letter() -> None:
    body = "**MINUTES** of the Parks Committee\n---\n2\n\n1\\. Present:  A,\u00a0B\n\n&nbsp;x *y\n"
    imported = meeting("2020-05-04.md", body.encode(), body="parks")
    assert imported.markdown.endswith(f"---\n\n{body}")


def test_minutes_that_are_ours_already_stay_as_they_are() -> None:
    own = f"---\ntitle: 'Parks'\ndate: 2017-12-11 # a Monday\ntopics: [a, b]\n---\n\n{TEXT}"
    imported = meeting("a.md", own.encode(), body="parks")
    assert imported.markdown == own


def test_marks_of_privacy_of_other_systems_keep_minutes_private() -> None:
    for mark in ("draft: true", "confidential: yes", "published: false", "private: true"):
        text = f"---\ntitle: x\ndate: 2017-12-11\nlayout: post\n{mark}\n---\n\n{TEXT}"
        assert fields(meeting("a.md", text.encode(), body="parks")).is_private, mark
    text = f"---\ntitle: x\ndate: 2017-12-11\nlayout: post\ndraft: false\n---\n\n{TEXT}"
    assert not fields(meeting("a.md", text.encode(), body="parks")).is_private


def test_front_matter_that_is_broken_is_said_and_its_words_are_kept() -> None:
    text = f"---\ntitle: [open\nx: y\n---\n\n{TEXT}"
    result = import_document("a.md", text.encode(), options=ImportOptions(body="parks"))
    assert result.meeting is not None
    assert "title: [open" in result.meeting.markdown
    assert any(one.about == "front matter" for one in result.findings)


def test_a_line_that_parts_pages_at_the_top_is_no_front_matter() -> None:
    imported = meeting("a.md", f"---\nPage one\n---\n{TEXT}".encode())
    assert "Page one" in imported.markdown
    assert fields(imported).date.iso == "2017-12-11"


def test_pictures_go_into_the_folder_named_as_the_file() -> None:
    relation = f'<Relationship Id="p" Type="{R}/image" Target="media/one.png"/>'
    drawing = '<w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>'
    content = word_file(
        *map(paragraph, TEXT.strip().split("\n\n")), drawing,
        parts={"media/one.png": PNG}, relations=relation,
    )  # fmt: skip
    imported = meeting("a.docx", content, stem="2017-12-11-2", id="x-2017-12-11-2")
    assert "![Picture](2017-12-11-2/picture-1.png)" in imported.markdown
    assert [picture.name for picture in imported.pictures] == ["picture-1.png"]
    assert fields(imported).id == "x-2017-12-11-2"


def test_a_header_may_give_the_committee_and_the_date() -> None:
    header = (
        f'<w:hdr xmlns:w="{W}">'
        + paragraph("Minutes of the Example Parish Council held on 11 December 2017")
        + "</w:hdr>"
    )
    content = word_file(
        bold("PRESENT"), paragraph("Mr A. Reader (Chairman), Mrs B. Writer"),
        bold("APOLOGIES"), paragraph("Mr C. Away"),
        paragraph("The minutes of the last meeting were agreed, proposed by Mr Reader."),
        parts={"header1.xml": header},
    )  # fmt: skip
    found = fields(meeting("a.docx", content))
    assert found.date.iso == "2017-12-11"
    assert found.body == "example-parish-council"


def test_the_report_says_what_was_understood() -> None:
    result = import_document("a.txt", TEXT.encode())
    found = {one.about: one.message for one in result.findings if one.kind is FindingKind.FOUND}
    assert "items" in found["understood"]
    assert found["attendance"].startswith("2 present and 1 with apologies")


def test_what_a_result_says_depends_on_nothing_but_the_file() -> None:
    assert import_document("a.txt", TEXT.encode()) == import_document("a.txt", TEXT.encode())


def test_links_of_foreign_markdown_to_its_own_site_keep_their_words() -> None:
    text = (
        f"{TEXT}\n[report](/2017/report) [web](https://example.org/a) ![plan](plan.png) [top](#a)\n"
    )
    asked: list[str] = []

    def beside(name: str) -> bytes | None:
        asked.append(name)
        return PNG

    result = import_document("a.md", text.encode(), options=ImportOptions(read_beside=beside))
    assert result.meeting is not None
    assert (
        "\nreport [web](https://example.org/a) ![plan](2017-12-11/picture-1.png) [top](#a)\n"
        in result.meeting.markdown
    )
    assert asked == ["plan.png"]
    assert any(one.about == "links" and "1 link leads" in one.message for one in result.findings)


@pytest.mark.parametrize("name", ["2024-01-02.html", "2024-01-02.txt", "2024-01-02.md"])
def test_letters_of_symbol_fonts_stop_no_import(name: str) -> None:
    words = "At \uf0b1 7pm \uf8ff the clerk *spoke* of [it] \uf04a."
    text = f"<html><body><p>{words}</p></body></html>" if name.endswith("html") else words
    options = ImportOptions(body="parish", is_minutes=True)
    result = import_document(name, text.encode(), options=options)
    assert result.meeting is not None, result.refusal
    assert "\uf0b1 7pm \uf8ff the clerk" in result.meeting.markdown
