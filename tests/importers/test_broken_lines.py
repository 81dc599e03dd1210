"""Lines of one paragraph that stand apart are one paragraph again, and nothing else changes."""

import pytest

from site_gen.importers.broken_lines import join_broken_lines
from site_gen.importers.markdown_source import read_markdown
from site_gen.importers.pictures import PictureBook
from site_gen.importers.plain_text import read_plain_text

# What a program leaves that reads a PDF file: an empty line behind every line.
BROKEN = "\n\n".join(
    [
        "The Director said that the trees along the river had been counted in the",
        "spring and that two of them were ill, so that they would have to be felled.",
    ]
    * 12
)
ILL = "the\nspring and that two"


def joined(text: str) -> str:
    """What becomes of a text behind enough lines that break off."""
    whole, findings = join_broken_lines(f"{BROKEN}\n\n{text}")
    assert whole.count(ILL) == 12
    assert "stood apart" in findings[0].message
    return whole.rpartition("felled.\n\n")[2]


def test_a_sentence_that_breaks_off_goes_on_in_its_paragraph() -> None:
    told = "It was proposed by Councillor Example at the meeting and seconded by Councillor"
    assert joined(f"{told}\n\nSample that trees be planted.") == (
        f"{told}\nSample that trees be planted."
    )


@pytest.mark.parametrize(
    "text",
    [
        "A line that is long enough to be of a paragraph but ends as a sentence does.\n\nso.",
        "A line that is short\n\nand goes on.",
        "A heading which is long enough to be a line of a paragraph of these minutes\n\nThe words.",
        "A line that is long enough to be of a paragraph and comes before a list of\n\n- trees",
        "A line that is long enough to be of a paragraph and comes before a list of\n\na) trees",
        "A line that is long enough to be of a paragraph and precedes words of\n\n**Trees**",
        "A line that is long enough to be of a paragraph and is parted by more than\n\n\nthat.",
        "## A heading that is long enough to be a line of a paragraph of these minutes\n\nwords.",
    ],
)
def test_what_may_be_a_paragraph_of_its_own_stays_one(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(
    "text",
    [
        BROKEN.replace("spring", "Spring"),
        "\n\n".join(BROKEN.split("\n\n")[:16]),
        f"{BROKEN}\n\n```\nx = 1\n```\n",
        f"{BROKEN}\n\n"
        + "This line is a paragraph of its own, as the ones before it are.\n\n" * 90,
    ],
    ids=["sentences are whole", "few break off", "code", "a small part of the text"],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert join_broken_lines(text) == (text, ())


def test_imported_markdown_and_text_are_joined_and_say_so() -> None:
    read = read_markdown(BROKEN.encode(), PictureBook())
    assert (read.markdown or "").count(ILL) == 12
    assert [one.about for one in read.findings] == ["paragraphs"]
    plain = read_plain_text(BROKEN.replace("\n", "\r\n").encode())
    assert (plain.markdown or "").count(ILL) == 12
    assert [one.about for one in plain.findings] == ["paragraphs"]
