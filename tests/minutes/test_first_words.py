"""The words that a spelling can begin with."""

import pytest

from site_gen.minutes.first_words import first_word, first_words


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("RESOLVED that", {"resolved"}),
        ("[It was ][UNANIMOUSLY |unanimously ](AGREED|RESOLVED)",
         {"it", "unanimously", "agreed", "resolved"}),
        ("(The|This) (Committee|Council) noted", {"the", "this"}),
        ("((a|b) c|d) e", {"a", "b", "d"}),
        ("[a ][b ]c", {"a", "b", "c"}),
        ("Sub-Committee", {"sub"}),
        ("[a (b|{speaker}) ]c", {"a", "c"}),
    ],
)  # fmt: skip
def test_every_text_begins_with_one_of_them(written: str, expected: set[str]) -> None:
    assert first_words(written) == frozenset(expected)


@pytest.mark.parametrize(
    "written",
    ["{speaker} asked", "[{number} ]Question", "(Reply|{speaker})", "Q[ ]{digits}", "Answer[s] by",
     "(Reply|Answer)[s] by", "[(Q|PQ)[ ]{digits}]", "((a|b)|c)[d]",
     "\\({number}\\)", "[Motion]", "(a|[b])"],
)  # fmt: skip
def test_some_may_begin_otherwise(written: str) -> None:
    assert first_words(written) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [("**RESOLVED** that", "resolved"), ('("Réiteach', "réiteach"), ("1a b", "1a"), ("", ""),
     ("- a", ""), (" " * 9 + "a", "")],
)  # fmt: skip
def test_marks_may_stand_before_the_first_word(text: str, word: str) -> None:
    assert first_word(text) == word


def test_the_first_word_is_looked_for_behind_a_number() -> None:
    assert first_word("62.1 Resolved", 5) == "resolved"
