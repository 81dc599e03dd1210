"""Markdown as minutes need it: blocks with their lines, and no word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.content.block import Block, BlockKind
from site_gen.content.blocks import parse_blocks
from site_gen.content.inline import Inline, parse_inline
from site_gen.content.rendering import render
from site_gen.text.sources import Source

P, H, Q, T = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.TABLE
PATH = "content/meetings/housing/2025-06-24.md"


def blocks(text: str) -> tuple[Block, ...]:
    return parse_blocks(Source(PATH, text)).value


def html(text: str) -> str:
    return render(blocks(text)).html


def plain(text: str) -> str:
    return render(blocks(text)).text


def inline(text: str) -> Inline:
    return parse_inline(text, path="meetings/housing/2025-06-24.md")


def test_paragraphs_know_their_lines() -> None:
    first, second = blocks("\n\nOne\ntwo.\n\n\nThree.\n")
    assert (first.kind, first.line, first.end_line, first.text) == (P, 3, 4, "One\ntwo.")
    assert (second.line, second.end_line) == (7, 7)


def test_lines_are_counted_from_the_start_of_the_file() -> None:
    source = Source(PATH, "---\ndate: 2025-06-24\n---\nOne.\n")
    (block,) = parse_blocks(source, 4).value
    assert block.line == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One", "1"),
        ("## Two ##", "2"),
        ("### 11\\. Three (minute 42)", "3"),
    ],
)
def test_headings_have_levels(text: str, expected: str) -> None:
    (block,) = blocks(text)
    assert block.kind is H
    assert str(block.level) == expected


def test_a_row_of_hyphens_under_a_sentence_is_a_page_break() -> None:
    kinds = [block.kind for block in blocks("A sentence that goes\n---\n2\n\non.\n")]
    assert kinds == [P, BlockKind.RULE, P, P]
    assert "<h" not in html("A sentence\n---\n")


def test_indented_lines_are_no_code() -> None:
    for text in ("\tRESOLVED: That it be noted.", "        RESOLVED: That it be noted."):
        (block,) = blocks(text)
        assert block.kind is P
        assert block.text == "RESOLVED: That it be noted."


def test_a_line_that_looks_like_a_link_definition_keeps_its_words() -> None:
    assert plain("[note]: https://example.org/a") == "[note]: https://example.org/a"


def test_a_line_of_no_break_spaces_is_an_empty_line() -> None:
    assert [block.text for block in blocks("One.\n\u00a0\nTwo.\n\n\u00a0 \n\nThree.")] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_raw_html_is_shown_as_text() -> None:
    for text in ("<script>alert(1)</script>", "One <b onclick=x>two</b>", "<div>\n\n*x*\n\n</div>"):
        assert "<script" not in html(text)
        assert "<b " not in html(text)
        assert "<div" not in html(text)
    assert html("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


def test_hidden_notes_leave_no_word_and_move_no_line() -> None:
    result = blocks("One.\n\n<!-- hidden\nover lines -->\n\nTwo <!-- x -->three.\n")
    assert [(block.line, block.text) for block in result] == [(1, "One."), (6, "Two three.")]


def test_an_open_hidden_note_is_an_error_with_its_place() -> None:
    parsed = parse_blocks(Source(PATH, "One.\n\n<!-- never closed\n\nTwo.\n"))
    (problem,) = parsed.diagnostics
    assert (problem.code, problem.place.line) == ("note-open", 3)
    assert [block.text for block in parsed.value] == ["One."]


def test_tables_keep_every_cell() -> None:
    (table,) = blocks("|Yeas|Nays|\n|-|-|\n|A. One|B. Two|C. Three|\n|D \\| E||\n")
    assert table.kind is T
    assert table.rows == (("Yeas", "Nays"), ("A. One", "B. Two", "C. Three"), ("D | E", ""))
    assert "C. Three" in html("|Yeas|\n|-|\n|A|C. Three|\n")


def test_a_table_may_stand_in_a_box() -> None:
    (box,) = blocks("> [!abstract]- Vote:\n> |Yeas:|Absent:|\n> |-|-|\n> |S. Lewis|P. Cuddy|\n")
    assert (box.kind, box.mark) == (Q, "abstract")
    title, table = box.children
    assert title.text == "Vote:"
    assert table.rows[1] == ("S. Lewis", "P. Cuddy")


def test_fences_hold_what_is_in_them() -> None:
    (code,) = blocks("```\n**not bold**\n\n- no list\n```\n")
    assert code.kind is BlockKind.CODE
    assert code.text == "**not bold**\n\n- no list"


def test_quotations_nested_beyond_reason_stay_words() -> None:
    assert "deep" in plain(">" * 300 + " deep")


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x85", "\ufffe", "\ufdd0"])
def test_what_may_not_stand_in_html_does_not(character: str) -> None:
    assert character not in html(f"one {character} two")


class TestLinks:
    """Where links may lead."""

    @pytest.mark.parametrize(
        "address", ["https://example.org/a", "http://example.org", "mailto:a@b.org", "tel:+4412"]
    )
    def test_the_web_mail_and_telephones_are_linked(self, address: str) -> None:
        assert inline(f"[x]({address})").html() == f'<a href="{address}">x</a>'

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
            "file:///etc/passwd", "//evil.example", "/etc/passwd", "\\\\evil", "../../../etc/x",
            "ftp://example.org", "%2e%2e/%2e%2e/%2e%2e/x", "java&#115;cript:alert(1)", "x:y",
        ],
    )  # fmt: skip
    def test_nothing_else_is_and_it_is_told(self, address: str) -> None:
        found = inline(f"[words](<{address}>)")
        assert "<a" not in found.html()
        assert found.text == "words"
        assert found.refused

    def test_a_link_within_the_archive_says_where_it_leads(self) -> None:
        assert inline("[x](report.pdf)").links[0].target == "archive:meetings/housing/report.pdf"
        assert inline("[x](../planning/a%20b.md#item-3)").links[0].target == (
            "archive:meetings/planning/a%20b.md#item-3"
        )
        assert inline("[x](#item-3)").links[0].target == (
            "archive:meetings/housing/2025-06-24.md#item-3"
        )

    def test_an_image_becomes_a_link(self) -> None:
        assert inline("![a map](https://example.org/m.png)").html() == (
            '<a href="https://example.org/m.png">a map</a>'
        )

    def test_an_address_is_shown_as_it_was_typed(self) -> None:
        assert inline("<https://example.org/?q=%22a%22>").text == "https://example.org/?q=%22a%22"

    def test_quotation_marks_cannot_leave_an_attribute(self) -> None:
        for written in ('[x](https://e.org/"onclick=x)', "[x](<a\" onclick='x>)"):
            assert '" on' not in inline(written).html().replace("&quot;", "")


class TestCutting:
    """Words keep their marks when they are cut."""

    def test_a_cut_inside_bold_words_leaves_both_halves_bold(self) -> None:
        words = inline("**Mr A asked: why?**")
        assert words.cut(0, 11).html() == "<strong>Mr A asked:</strong>"
        assert words.cut(11).html() == "<strong>why?</strong>"

    def test_a_cut_takes_the_white_space_at_both_ends(self) -> None:
        assert inline("One  two.").cut(3, 6).text == "tw"

    @given(st.text("ab *_[](x)`<>&\\\n\u00a0!", max_size=40), st.data())
    def test_two_halves_have_the_words_of_the_whole(
        self, written: str, data: st.DataObject
    ) -> None:
        whole = inline(written)
        at = data.draw(st.integers(0, len(whole.text)))
        halves = whole.cut(0, at).text.split() + whole.cut(at).text.split()
        assert "".join(halves) == "".join(whole.text.split())


class TestShortCuts:
    """What skips the parser comes out as the parser has it."""

    @given(
        st.lists(
            st.sampled_from(
                ["a", "b", "**b**", "**", "*c*", ".", ",", ":", "(", "\\", "_d_", "`e`", "\u00a0"]
            ),
            max_size=9,
        )
    )
    def test_bold_words(self, pieces: list[str]) -> None:
        written = " ".join(pieces).strip()
        short = parse_inline(written)
        # A comment-like sign that changes nothing makes the parser do the work.
        long = parse_inline(written + " &zwnj;")
        assert short.html().split() == long.html().replace("\u200c", "").split()

    @given(
        st.lists(
            st.sampled_from(
                ["One", "two.", "", "", "- x", "  y", "# h", "##  h i\t", "# h #", "#5", "> q",
                 "1. n", "1) m", "---", "***", "a | b", "-|-", "+ z", "  - w", "\ttab",
                 "**b**", "_i_", "3.14", "·\u00a0 g"]
            ),
            max_size=12,
        )
    )  # fmt: skip
    def test_paragraphs(self, lines: list[str]) -> None:
        text = "\n".join(lines)
        short = render(blocks(text))
        # A fence anywhere sends the whole text through the parser.
        long = render(blocks(text + "\n\n```\nend\n```\n"))
        assert [*short.text.split("\n"), "end"] == (
            long.text if short.text else f"\n{long.text}"
        ).split("\n")
        assert long.html.startswith(short.html)


class TestTypedLists:
    """Bullets and numbers typed by hand."""

    def test_bullets_with_no_break_spaces_become_a_list(self) -> None:
        text = "·\u00a0\u00a0\u00a0 One.\n\n·\u00a0\u00a0\u00a0 Two.\n"
        assert html(text) == "<ul>\n<li>One.</li>\n<li>Two.</li>\n</ul>"

    def test_an_o_under_a_bullet_nests(self) -> None:
        text = "·\u00a0 One:\n\no\u00a0 in one\n\no\u00a0 too\n\n·\u00a0 Two.\n"
        (outer,) = blocks(text)
        assert [entry.marker for entry in outer.children] == ["·", "·"]
        inner = outer.children[0].children[1]
        assert [entry.children[0].text for entry in inner.children] == ["in one", "too"]

    def test_a_fresh_list_after_5_nests_in_it(self) -> None:
        text = "4.\u00a0\u00a0 Four.\n\n5.\u00a0\u00a0 2024 to 2025\n\n1. a\n\n2. b\n\n3. c\n"
        (outer,) = blocks(text)
        assert [entry.marker for entry in outer.children] == ["4.", "5."]
        assert [entry.marker for entry in outer.children[1].children[1].children] == [
            "1.",
            "2.",
            "3.",
        ]

    def test_a_list_that_begins_again_after_a_sentence_is_another_list(self) -> None:
        first, second = blocks("1. One.\n\n2. Two.\n\n1) Three.\n")[:2]
        assert len(first.children) == 2
        assert second.children[0].marker == "1)"

    def test_an_entry_of_an_outer_list_ends_the_inner_one(self) -> None:
        text = "a)\u00a0 One:\n\ni)\u00a0 x;\n\nii)\u00a0 y.\n\nb)\u00a0 Two.\n"
        (outer,) = blocks(text)
        assert [entry.marker for entry in outer.children] == ["a)", "b)"]
        assert len(outer.children[0].children[1].children) == 2

    @pytest.mark.parametrize(
        ("markers", "expected"),
        [
            (["(i)", "(ii)", "(iii)"], "(i)"),
            (["a)", "b)", "c)"], "a)"),
            (["1)", "2)", "3)"], "1)"),
            (["(h)", "(i)", "(j)"], "(h)"),
            (["A.", "B."], "A."),
        ],
    )
    def test_printed_marks_are_shown(self, markers: list[str], expected: str) -> None:
        text = "\n\n".join(f"{marker}\u00a0\u00a0 words" for marker in markers)
        (block,) = blocks(text)
        assert [entry.marker for entry in block.children] == markers
        assert f'<span class="printed-list__marker">{expected}</span> words' in html(text)
        assert plain(text).startswith(f"{expected} words")

    def test_numbers_with_full_stops_are_the_browser_s(self) -> None:
        text = "3.\u00a0\u00a0 three\n\n4.\u00a0\u00a0 four\n"
        assert html(text) == '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'
        assert plain(text) == "3. three\n4. four"

    def test_entries_may_follow_line_by_line(self) -> None:
        lead, entries = blocks("RESOLVED:\na) That one;\nb) That two.\n")
        assert lead.text == "RESOLVED:"
        assert [entry.line for entry in entries.children] == [2, 3]

    @pytest.mark.parametrize(
        "text",
        [
            "A. Example spoke.",
            "as set out in paragraph\n(i) above, and so on",
            "e.g. this",
            "In 2018. 2019 was better",
            "o dear",
        ],
    )
    def test_what_is_no_list_stays_a_paragraph(self, text: str) -> None:
        (block,) = blocks(text)
        assert block.kind is P
        assert block.text == text

    def test_an_escaped_number_is_a_number_all_the_same(self) -> None:
        (block,) = blocks("1\\. Those present\n")
        assert block.kind is BlockKind.LIST
        assert plain("1\\. Those present\n") == "1. Those present"

    def test_a_bullet_in_a_table_of_bullets_never_grows_too_deep(self) -> None:
        text = "\n\n".join("1.\u00a0 x" for _ in range(60))
        assert html(text).count("<li>") == 60


def test_letters_of_private_use_are_shown_as_unknown_but_for_words_bullets() -> None:
    [paragraph, bullets] = blocks("At \uf0b1 7pm \ue000.\n\n\uf0b7 One\n\n\uf0b7 Two\n")
    assert paragraph.text == "At \ufffd 7pm \ufffd."
    assert bullets.kind is BlockKind.LIST
