"""Plain words that know their places."""

from site_gen.text.words import Words


def test_a_character_knows_its_line_and_column() -> None:
    words = Words("Proposed by A;\nseconded by B", 7, (3, 5))
    assert words.place(0) == (7, 3)
    assert words.place(12) == (7, 15)
    assert words.place(words.text.index("seconded")) == (8, 5)
    assert words.place(words.text.index("B")) == (8, 17)


def test_what_is_cut_keeps_its_places_and_loses_its_spaces() -> None:
    words = Words("one  two\n  three four\nfive", 1, (1, 3, 2))
    part = words.cut(3, 22)
    assert part.text == "two\n  three four"
    assert part.place(0) == (1, 6)
    assert part.place(part.text.index("four")) == words.place(words.text.index("four"))
    rest = words.cut(words.text.index("five"))
    assert rest.place(0) == (3, 2)


def test_cutting_twice_is_cutting_once() -> None:
    words = Words.plain("alpha beta\ngamma delta", 4, 9)
    twice = words.cut(6).cut(5)
    assert twice.text == "gamma delta"
    assert twice.place(6) == (5, 7)


def test_no_words_are_false() -> None:
    assert not Words.plain("  ").cut(0)
    assert Words.plain("a")
