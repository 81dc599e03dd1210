"""Word files: every word, the numbers that Word computes, and what is left out said."""

from __future__ import annotations

import pytest

from site_gen.importers.markdown import write_markdown
from site_gen.importers.number_formats import format_number
from site_gen.importers.outline import find_outline
from site_gen.importers.pictures import PictureBook
from site_gen.importers.word.reading import WordDocument, read_word
from tests.importers.word_files import (
    PNG,
    R,
    W,
    bold,
    level,
    listed,
    numbering,
    paragraph,
    strict,
    styles,
    word_file,
)

ROMAN = numbering(level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "(%2)"))


def read(*paragraphs: str, **more: dict[str, str | bytes]) -> WordDocument:
    return read_word(word_file(*paragraphs, **more), PictureBook())  # type: ignore[arg-type]


def markdown(document: WordDocument) -> str:
    pieces, _ = find_outline(document.pieces)
    return write_markdown(pieces, lambda name: f"folder/{name}")


def told(document: WordDocument) -> str:
    return "\n".join(f"{finding.kind}: {finding.message}" for finding in document.findings)


def test_a_list_is_numbered_as_word_prints_it() -> None:
    document = read(
        listed("First thing."),
        listed("its part", level=1),
        listed("its other part", level=1),
        listed("Second thing."),
        listed("a part again", level=1),
        parts={"numbering.xml": ROMAN},
    )
    assert markdown(document) == (
        "I.\u00a0First thing.\n\n(a) its part\n\n(b) its other part\n\n"
        "II.\u00a0Second thing.\n\n(a) a part again\n"
    )


def test_numbers_of_several_levels_are_joined() -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    document = read(
        listed("One."),
        listed("Under one.", level=1),
        listed("Under one again.", level=1),
        listed("Two."),
        listed("Under two.", level=1),
        parts={"numbering.xml": numbering(levels)},
    )
    assert [line for line in markdown(document).split("\n") if line] == [
        "1 One.", "1.1 Under one.", "1.2 Under one again.", "2 Two.", "2.1 Under two.",
    ]  # fmt: skip


def test_a_level_may_begin_at_a_number_of_its_own() -> None:
    document = read(
        listed("Minutes of the last meeting were read."),
        parts={"numbering.xml": numbering(level(0, "decimal", "%1.", start=41))},
    )
    assert markdown(document) == "41. Minutes of the last meeting were read.\n"


def test_two_lists_of_one_kind_count_on_unless_one_starts_afresh() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    fresh = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    document = read(
        listed("a."),
        listed("b.", number=2),
        listed("c.", number=3),
        listed("d.", number=3),
        parts={"numbering.xml": numbering(level(0, "decimal", "%1."), numbers=again + fresh)},
    )
    assert markdown(document) == "1. a.\n2. b.\n1. c.\n2. d.\n"


def test_a_style_may_number_its_paragraphs() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/>'
        '<w:basedOn w:val="Item"/></w:style>'
    )
    bound = level(0, "decimal", "%1.", more='<w:pStyle w:val="Item"/>')
    deep = level(1, "lowerLetter", "%2)", more='<w:pStyle w:val="Deep"/>')
    document = read(
        paragraph("One.", properties='<w:pStyle w:val="Item"/>'),
        paragraph("part", properties='<w:pStyle w:val="Deep"/>'),
        parts={"numbering.xml": numbering(bound + deep), "styles.xml": styles(style)},
    )
    assert markdown(document) == "1. One.\n\n   a) part\n"


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    out = '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    document = read(
        paragraph("Not numbered.", properties=out),
        parts={"numbering.xml": numbering(level(0, "decimal", "%1.")), "styles.xml": styles(style)},
    )
    assert markdown(document) == "Not numbered.\n"


def test_bullets_become_a_list() -> None:
    bullets = numbering(level(0, "bullet", "\uf0b7") + level(1, "bullet", "o"))
    document = read(
        listed("Apple"), listed("Cox", level=1), listed("Pear"), parts={"numbering.xml": bullets}
    )
    assert markdown(document) == "- Apple\n  - Cox\n- Pear\n"


@pytest.mark.parametrize(
    ("number", "format", "printed"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (1994, "upperRoman", "MCMXCIV"),
        (28, "lowerLetter", "bb"),
        (3, "ordinal", "3rd"),
        (13, "ordinal", "13th"),
        (2, "ordinalText", "Second"),
        (9, "cardinalText", "Nine"),
        (7, "none", ""),
        (7, "hindiVowels", "7"),
        (0, "upperRoman", "0"),
        (5000, "upperRoman", "5000"),
    ],
)
def test_numbers_are_printed_in_their_format(number: int, format: str, printed: str) -> None:  # noqa: A002
    assert format_number(number, format) == printed


def test_bold_numbered_lines_become_headings_and_sub_items_stand_under_them() -> None:
    lists = numbering(level(0, "upperRoman", "%1."))
    lists = lists.replace(
        "</w:numbering>",
        f'<w:abstractNum w:abstractNumId="1">{level(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    )
    document = read(
        listed("CALL TO ORDER", run="<w:b/>"),
        paragraph("The chair opened the meeting."),
        listed("OLD BUSINESS", run="<w:b/>"),
        listed("The lot behind the office", number=2, run='<w:u w:val="single"/>'),
        paragraph("It was levelled."),
        bold("III.\tADJOURNMENT"),
        paragraph("The meeting closed."),
        parts={"numbering.xml": lists},
    )
    headings = [line for line in markdown(document).split("\n") if line.startswith("#")]
    assert headings == [
        "## I. CALL TO ORDER",
        "## II. OLD BUSINESS",
        "### A. The lot behind the office",
        "## III. ADJOURNMENT",
    ]


def test_plain_numbered_titles_become_headings_when_most_entries_are_titles() -> None:
    entries = [
        text
        for title in ("Apologies", "Minutes", "Finance")
        for text in (listed(title), paragraph(f"What was said of {title}."))
    ]
    document = read(*entries, parts={"numbering.xml": numbering(level(0, "decimal", "%1."))})
    assert "## 2. Minutes\n\nWhat was said of Minutes." in markdown(document)


def test_a_list_of_resolutions_stays_a_list() -> None:
    entries = [listed(f"That part {number} be approved.") for number in range(1, 5)]
    document = read(*entries, parts={"numbering.xml": numbering(level(0, "decimal", "%1."))})
    assert "#" not in markdown(document)


def test_heading_styles_give_headings_from_the_second_level_on() -> None:
    style = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at}"/></w:style>'
        for at in (1, 2)
    )
    document = read(
        paragraph("Apologies", properties='<w:pStyle w:val="H1"/>'),
        paragraph("There were none."),
        paragraph("Of members", properties='<w:pStyle w:val="H2"/>'),
        paragraph("Finance", properties='<w:pStyle w:val="H1"/>'),
        parts={"styles.xml": styles(style)},
    )
    assert markdown(document) == (
        "## Apologies\n\nThere were none.\n\n### Of members\n\n## Finance\n"
    )


def test_tracked_changes_are_taken_as_accepted_and_said() -> None:
    document = read(
        "<w:p><w:r><w:t>The cost is </w:t></w:r>"
        "<w:del><w:r><w:delText>£5</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>£7</w:t></w:r></w:ins></w:p>"
    )
    assert markdown(document) == "The cost is £7\n"
    assert "tracked changes" in told(document)


def test_hidden_words_are_left_out_and_said_without_quoting_them() -> None:
    style = (
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    document = read(
        paragraph("Shown."),
        paragraph("SECRET ONE", run="<w:vanish/>"),
        paragraph("SECRET TWO", run='<w:rStyle w:val="Secret"/>'),
        parts={"styles.xml": styles(style)},
    )
    assert markdown(document) == "Shown.\n"
    assert "hides" in told(document)
    assert "SECRET" not in told(document)


def test_comments_are_left_out_and_counted() -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>'
    document = read(paragraph("Text."), parts={"comments.xml": comments})
    assert "2 comments were left out" in told(document)


def test_headers_and_footers_are_left_out_and_quoted() -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph("Example Parish Council")}</w:hdr>'
    footer = f'<w:ftr xmlns:w="{W}">{paragraph("3")}</w:ftr>'
    document = read(paragraph("Text."), parts={"header1.xml": header, "footer1.xml": footer})
    assert document.margins == ("Example Parish Council",)
    assert '"Example Parish Council"' in told(document)


def test_notes_stand_at_the_end_of_the_item_that_cites_them() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="0" w:type="separator"/>'
        f'<w:footnote w:id="2">{paragraph("Paid in May.")}</w:footnote></w:footnotes>'
    )
    cited = '<w:p><w:r><w:t>The bill</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    heading = '<w:pStyle w:val="H"/>'
    document = read(
        paragraph("Finance", properties=heading),
        cited,
        paragraph("More on money."),
        paragraph("Parks", properties=heading),
        parts={"footnotes.xml": notes, "styles.xml": styles(style)},
    )
    assert markdown(document) == (
        "## Finance\n\nThe bill[1]\n\nMore on money.\n\n[1] Paid in May.\n\n## Parks\n"
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    document = read(
        "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert markdown(document) == "Before.\n\nIn the box.\n"


def test_links_are_kept_from_relations_and_from_fields() -> None:
    relation = (
        f'<Relationship Id="web" Type="{R}/hyperlink" TargetMode="External"'
        ' Target="https://example.org/report"/>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/agenda" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>agenda</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = word_file(
        '<w:p><w:hyperlink r:id="web"><w:r><w:t>report</w:t></w:r></w:hyperlink>'
        f"<w:r><w:t> and </w:t></w:r>{field}</w:p>",
        relations=relation,
    )
    document = read_word(content, PictureBook())
    assert markdown(document) == (
        "[report](https://example.org/report) and [agenda](https://example.org/agenda)\n"
    )


def test_codes_of_fields_are_no_words() -> None:
    document = read(
        '<w:p><w:r><w:t>Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText><w:t>SHOWN NEVER</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert markdown(document) == "Page 7\n"


def picture(relation: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A plan"/>'
        f"<a:graphic><a:graphicData><a:blip {relation}/></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def test_an_embedded_picture_is_kept_once() -> None:
    relation = f'<Relationship Id="p" Type="{R}/image" Target="media/one.png"/>'
    content = word_file(
        picture('r:embed="p"'), picture('r:embed="p"'),
        parts={"media/one.png": PNG}, relations=relation,
    )  # fmt: skip
    pictures = PictureBook()
    document = read_word(content, pictures)
    assert markdown(document) == (
        "![A plan](folder/picture-1.png)\n\n![A plan](folder/picture-1.png)\n"
    )
    assert [one.content for one in pictures.pictures.values()] == [PNG]


def test_a_picture_outside_the_file_is_not_fetched_and_said() -> None:
    relation = (
        f'<Relationship Id="p" Type="{R}/image" TargetMode="External" Target="file:///etc/passwd"/>'
    )
    pictures = PictureBook()
    content = word_file(picture('r:link="p"'), relations=relation)
    assert markdown(read_word(content, pictures)) == ""
    assert "kept outside the file" in pictures.findings()[0].message


def test_a_picture_that_is_not_published_is_said() -> None:
    relation = f'<Relationship Id="p" Type="{R}/image" Target="media/one.emf"/>'
    pictures = PictureBook()
    content = word_file(
        picture('r:embed="p"'), parts={"media/one.emf": b"GIF89a..."}, relations=relation
    )
    read_word(content, pictures)
    assert "GIF" in pictures.findings()[0].message


def cell(*inside: str, span: int = 1) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{"".join(inside)}</w:tc>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_a_table_of_figures_stays_a_table() -> None:
    document = read(
        table(
            cell(paragraph("Ward")) + cell(paragraph("Cost | £")),
            cell(paragraph("North and south"), span=2),
        )
    )
    assert markdown(document) == ("| Ward | Cost \\| £ |\n| --- | --- |\n| North and south |  |\n")


def test_minutes_laid_out_in_a_table_become_headings_and_prose() -> None:
    long = "The committee considered the report at length and asked many things. " * 8
    document = read(
        table(
            cell(bold("1.")) + cell(bold("Apologies"), paragraph(long)) + cell(paragraph("Clerk")),
            cell(bold("2.")) + cell(bold("Finance"), paragraph(long)) + cell(),
        )
    )
    written = markdown(document)
    assert "## 1. Apologies\n\nThe committee" in written
    assert "\n\nClerk\n\n## 2. Finance\n\n" in written


def test_the_strict_form_reads_as_the_transitional() -> None:
    content = word_file(listed("Opened."), parts={"numbering.xml": ROMAN})
    plain = read_word(content, PictureBook())
    assert read_word(strict(content), PictureBook()) == plain
    assert markdown(plain) == "I.\u00a0Opened.\n"


def test_signs_of_word_become_plain_characters() -> None:
    document = read(
        "<w:p><w:r><w:t>Co</w:t><w:noBreakHyphen/><w:t>opted</w:t><w:br/><w:t>member</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Arial" w:char="0041"/></w:r></w:p>'
    )
    assert markdown(document) == "Co\u2011opted  \nmember☑A\n"


def test_struck_words_are_kept_and_said() -> None:
    document = read(paragraph("Sold out", run="<w:strike/>"))
    assert markdown(document) == "Sold out\n"
    assert "struck out" in told(document)


def test_formulas_and_content_controls_keep_their_words() -> None:
    document = read(
        "<w:sdt><w:sdtContent>"
        "<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:t> is due</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    assert markdown(document) == "a+b is due\n"


def test_a_number_that_word_computes_alone_in_a_cell_goes_before_the_title_beside_it() -> None:
    long = "The committee considered the report at length and asked many things. " * 8
    rows = [
        cell(listed("")) + cell(bold(title), paragraph(long)) for title in ("Apologies", "Finance")
    ]
    document = read(table(*rows), parts={"numbering.xml": numbering(level(0, "decimal", "%1."))})
    assert "## 1. Apologies" in markdown(document)
    assert "## 2. Finance" in markdown(document)


def test_empty_paragraphs_of_a_list_are_counted_as_word_counts_them() -> None:
    document = read(
        listed("One."),
        listed(""),
        listed("Three."),
        parts={"numbering.xml": numbering(level(0, "decimal", "%1."))},
    )
    assert markdown(document) == "1. One.\n3. Three.\n"


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_nobody_sees_within_a_word_is_left_out(unseen: str) -> None:
    document = read(paragraph(f"The hed{unseen}ge was cut."))
    assert markdown(document) == "The hedge was cut.\n"
