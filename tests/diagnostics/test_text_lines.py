"""Findings as people read them on a terminal."""

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.diagnostics.text_lines import render_text
from site_gen.text.places import Place
from site_gen.text.values import replace

FOUND = finding("unknown-person", Place("a.md", 3, 5, 4), 'no person is called "Ried"', "look")


def shown(line: str, found: Diagnostic = FOUND) -> list[str]:
    return render_text(found, line_of=lambda _path, _line: line).split("\n")


def test_the_place_the_line_a_caret_and_what_to_do() -> None:
    assert shown("Mr. Ried asked") == [
        'a.md:3:5: warning[unknown-person] no person is called "Ried"',
        "  | Mr. Ried asked",
        "  |     ^^^^",
        "  hint: look",
    ]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "x" * 30_000 + "Ried" + "y" * 20_000
    found = replace(FOUND, place=Place("a.md", 3, 30_001, 4))
    _, text, caret, _ = shown(line, found)
    assert len(text) < 120
    assert text[caret.index("^") :].startswith("Ried")
    assert caret.count("^") == 4
    assert "..." in text


def test_a_caret_stands_under_wide_letters_too() -> None:
    _, text, caret, _ = shown("議事 Ried", replace(FOUND, place=Place("a.md", 3, 4, 4)))
    assert text == "  | 議事 Ried"
    assert caret == "  | " + " " * 5 + "^^^^"


def test_a_caret_past_the_end_stands_at_the_end() -> None:
    assert shown("Ried", replace(FOUND, place=Place("a.md", 3, 90, 4)))[2] == "  |     ^"


def test_nothing_in_a_file_can_command_the_terminal() -> None:
    found = replace(FOUND, message="\x1b[2Jgone", hint="\u202eright to left")
    assert not set("\x1b\u202e") & set("".join(shown("a\x1b]0;title\x07b", found)))


def test_a_line_that_may_not_be_public_is_not_shown() -> None:
    assert len(shown("secret", replace(FOUND, hides_line=True))) == 2
