"""Plain text: every word and line as it stands, with no mark of Markdown read into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.content.blocks import parse_blocks
from site_gen.importers.draft import write_draft
from site_gen.importers.findings import RefusedError
from site_gen.importers.inline_markdown import escaped, inline_markdown, letters, words_of
from site_gen.importers.pieces import Run
from site_gen.importers.plain_text import read_plain_text
from site_gen.text.sources import Source

SIGNS = "aB1 .,:;()[]<>*_#`~|&!+-=\\/'\"\n\t£é\u00a0\u200b"


def markdown(text: str) -> str:
    read = read_plain_text(text.encode()).markdown
    assert read is not None
    return read


def shown(written: str) -> str:
    return "".join(words_of(parse_blocks(Source("content/x.md", written)).value))


def test_hard_wrapped_lines_and_page_numbers_stay() -> None:
    text = "The committee considered\nthe report.\n\n3\n\nIt was agreed.\n"
    assert markdown(text) == text


def test_a_page_break_becomes_the_line_that_parts_pages() -> None:
    assert markdown("The reply goes\n\fon here.") == "The reply goes\n\n---\n\non here.\n"


def test_indented_lines_and_blank_lines_with_spaces_are_prose() -> None:
    assert markdown("     Present:\n  \u00a0 \n\tMr Example") == "Present:\n\nMr Example\n"


@pytest.mark.parametrize(
    "text",
    [
        "* not emphasised *",
        "# 5 in the list",
        "> more than 5",
        "a_b_c and __init__",
        "________________",
        "[Minutes](draft) of ![the] last",
        "<b>bold</b> <!-- hidden --> <https://example.org>",
        "Fish &amp; chips &#35;",
        "`code` and ``` more",
        "a | b\n--- | ---\nc | d",
        "C:\\*\\files\\",
        "***",
        "- - -",
        "~~~\nnot code",
        "1\\. escaped",
    ],
)
def test_signs_are_words_and_no_marks(text: str) -> None:
    assert letters(shown(markdown(text))) == letters(text)


@given(st.text(alphabet=SIGNS, max_size=60))
def test_any_text_reads_back_as_itself(text: str) -> None:
    assert letters(shown(escaped(text.strip()))) == letters(text.strip())


runs = st.builds(
    Run,
    st.text(alphabet=SIGNS, min_size=1, max_size=12),
    is_bold=st.booleans(),
    is_italic=st.booleans(),
    href=st.sampled_from(["", "", "https://example.org/a_(b)"]),
)


@given(st.lists(runs, max_size=5))
def test_words_under_any_marks_read_back_as_themselves(parts: list[Run]) -> None:
    written = inline_markdown(parts, picture_path=str)
    assert letters(shown(written)) == letters("".join(run.text for run in parts))


def test_short_numbered_lines_that_count_up_become_headings() -> None:
    text = "\n\n".join(
        f"{number}. {title}\n\nWhat was said at some length about it."
        for number, title in enumerate(("Apologies", "Minutes", "Finance"), start=41)
    )
    assert markdown(text).startswith("## 41. Apologies\n\nWhat was said")
    assert "## 43. Finance" in markdown(text)


def test_numbered_questions_stay_a_list() -> None:
    text = "\n\n".join(f"{number}. What does the council do about {number}?" for number in range(9))
    assert "#" not in markdown(text)


def test_old_files_are_read_as_windows_1252_and_that_is_said() -> None:
    read = read_plain_text("Caf\u00e9 £5 – agreed".encode("cp1252"))
    assert read.markdown == "Café £5 – agreed\n"
    assert "Windows-1252" in read.findings[0].message


def test_utf_16_is_read_where_the_file_says_so() -> None:
    assert read_plain_text("Café £5".encode("utf-16")).markdown == "Café £5\n"


def test_bullets_lost_in_a_pdf_become_bullets_again() -> None:
    assert markdown("\x01 Paths\n\x01 Trees\nA\x07B\n") == "• Paths\n• Trees\nAB\n"


def test_a_text_that_is_one_endless_paragraph_is_refused_for_that() -> None:
    with pytest.raises(RefusedError, match="this paragraph has"):
        write_draft(read_plain_text(b"word " * 150_000))
