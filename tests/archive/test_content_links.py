"""Where links between files of the archive are found to stand."""

from site_gen.archive.content_links import find_content_links
from site_gen.content.archive_links import ARCHIVE
from site_gen.model.prose import Prose
from site_gen.text.sources import Source

SOURCE = Source("content/meetings/a/1.md", "[p](plan.pdf)\n[m](map.pdf)\n\n[w](a%20map.pdf)\n")


def link(target: str) -> Prose:
    return Prose(f'<p><a href="{ARCHIVE}{target}">words</a></p>', "words")


def test_a_link_is_placed_where_its_address_stands_in_whatever_order_it_comes() -> None:
    for targets in (["plan.pdf", "map.pdf"], ["map.pdf", "plan.pdf"]):
        found = find_content_links(map(link, targets), SOURCE)
        lines = {one.target: (one.place.line, one.place.column) for one in found}
        assert lines == {"plan.pdf": (1, 5), "map.pdf": (2, 5)}


def test_a_link_whose_address_is_written_otherwise_is_placed_in_the_file_and_no_other_is_lost() -> (
    None
):
    found = find_content_links(map(link, ["a%20map.pdf", "map.pdf"]), SOURCE)
    assert [(one.target, one.place.line) for one in found] == [("a map.pdf", 1), ("map.pdf", 2)]
