"""Whoever looks at minutes goes with them to another address."""

from site_gen.preview.moves import Moves

FILE, TWIN = "content/meetings/planning/a.md", "content/meetings/planning/b.md"


def noted(*pages: str) -> Moves:
    moves = Moves()
    for page in pages:
        moves.note({FILE: page})
    return moves


def test_a_page_that_stays_has_not_moved() -> None:
    assert noted("a.html", "a.html").find("a.html") == ""


def test_a_page_is_followed_over_all_its_addresses() -> None:
    moves = noted("a.html", "b.html", "c.html")
    assert [moves.find(page) for page in ("a.html", "b.html", "c.html")] == ["c.html", "c.html", ""]


def test_a_page_that_came_back_is_where_it_was() -> None:
    moves = noted("a.html", "b.html", "a.html")
    assert [moves.find(page) for page in ("a.html", "b.html")] == ["", "a.html"]


def test_a_page_that_another_file_took_over_is_not_left() -> None:
    moves = Moves()
    moves.note({FILE: "a.html", TWIN: "b.html"})
    moves.note({FILE: "c.html", TWIN: "a.html"})
    assert [moves.find(page) for page in ("a.html", "b.html")] == ["", "a.html"]
