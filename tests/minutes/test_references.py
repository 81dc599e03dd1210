"""Documents that minutes name."""

import time
from pathlib import Path

import pytest

from site_gen.content.blocks import parse_blocks
from site_gen.minutes.paragraphs import paragraphs
from site_gen.minutes.references import FILED, NOT_HELD, find_references, linked_documents
from site_gen.text.sources import Source
from site_gen.text.words import Words
from tests.minutes.samples import meeting


def named(text: str) -> list[tuple[str, str]]:
    return [(each.title, each.note) for each in find_references(Words.plain(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A copy of the report, marked ‘Agenda Item 11’ is filed with these minutes.",
         [("Report, marked ‘Agenda Item 11’", FILED)]),
        ("A copy of the presentation is filed with the minutes.", [("Presentation", FILED)]),
        ("The signed attendance list is attached to these minutes",
         [("Signed attendance list", FILED)]),
        ("An offer as detailed in the attached document:", [("Attached document", NOT_HELD)]),
        ("See enclosed list and the attached site plan.",
         [("Enclosed list", NOT_HELD), ("Attached site plan", NOT_HELD)]),
        ("The costs are attached to the minutes as Appendix B", [("Appendix B", NOT_HELD)]),
    ],
)  # fmt: skip
def test_a_document_held_elsewhere_is_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The garage attached to the house", "Conditions attached to the permission", "",
     "The report was noted.", "The complaint was filed in 2018", "A copy of the key was kept",
     "no importance was attached to it"],
)  # fmt: skip
def test_other_words_name_no_document(text: str) -> None:
    assert named(text) == []


def test_a_document_named_twice_is_one_and_has_its_line() -> None:
    found = find_references(Words("One.\nSee the attached list.\nAs in the attached list.", 20))
    assert [(each.title, each.line) for each in found] == [("Attached list", 21)]


def test_links_to_files_are_documents_and_links_to_pages_are_not() -> None:
    text = (
        "See [the plan](plans/site%20plan.pdf), [the report](https://example.org/r.pdf?v=2),\n"
        "[a page](https://example.org/page) and [minutes](#item-1).\n\n"
        "[Staff report](<https://example.org/filestream.ashx?DocumentId=1>)"
    )
    blocks = parse_blocks(Source("content/meetings/a/b.md", text)).value
    found = [each for block in blocks for each in linked_documents(block)]
    assert [(each.title, each.href) for each in found] == [
        ("the plan", None),
        ("the report", "https://example.org/r.pdf?v=2"),
        ("Staff report", "https://example.org/filestream.ashx?DocumentId=1"),
    ]
    assert found[0].path == "meetings/a/plans/site plan.pdf"
    assert [each.line for each in found] == [1, 1, 4]


@pytest.mark.parametrize(
    "unit",
    ["copy of the ", "attached ", "the a b c ", "is filed with ", "marked '", "attached as ", "\n"],
)
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit)) + " attached"
    start = time.process_time()
    find_references(Words.plain(text))
    assert time.process_time() - start < 5


def test_the_documents_that_the_seeds_name_are_found(seeds: Path) -> None:
    found = {}
    for path in sorted(seeds.glob("00*.txt")):
        blocks = parse_blocks(Source("a.md", path.read_text(encoding="utf-8"))).value
        references = [r for leaf in paragraphs(blocks) for r in find_references(leaf.words)]
        found[path.name[:3]] = [(each.title, each.note) for each in references]
    assert found == {
        "000": [("Attached document", NOT_HELD)],
        "001": [],
        "002": [],
        "003": [],
        "004": [("Report, marked ‘Agenda Item 11’", FILED)],
    }


@pytest.mark.parametrize(
    "minutes",
    [
        "## 35. [Grants Programme](https://example.org/documents/s1.pdf)\n\nAgreed.\n",
        (
            "**35.**\n\n**[Grants Programme](https://example.org/documents/s1.pdf)**\n\nAgreed.\n\n"
            "**36.**\n\n**Other business**\n\nNone.\n"
        ),
        "**35. [Grants Programme](https://example.org/documents/s1.pdf)**\n\nAgreed.\n",
    ],
)
def test_a_document_linked_in_a_heading_belongs_to_its_item(minutes: str) -> None:
    found = meeting(minutes)
    [paper] = found.documents
    assert (paper.title, paper.href) == (
        "Grants Programme",
        "https://example.org/documents/s1.pdf",
    )
    assert paper.item == found.items[0].address
    assert found.items[0].title == "Grants Programme"
