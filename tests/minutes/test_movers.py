"""Movers and seconders, from the phrases that name them."""

import json
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.minutes.movers import parse_movers
from site_gen.minutes.outcomes import find_outcome
from site_gen.minutes.votes import parse_vote
from site_gen.model.records import Outcome
from site_gen.text.words import Words
from tests.minutes.samples import meeting


def movers(text: str) -> tuple[str | None, str | None]:
    found = parse_movers(Words.plain(text))
    if found is None:
        return None, None
    moved, seconded = found.moved_by, found.seconded_by
    return (moved.printed if moved else None), (seconded.printed if seconded else None)


@pytest.mark.parametrize(
    "text",
    [
        "It was moved by Cllr Reid, seconded by Cllr Shah and RESOLVED that the report be noted.",
        "Proposed by Cllr Reid;\n\nSeconded by Cllr Shah;\n\nAnd Resolved:",
        "Moved Cllr Reid, seconded Cllr Shah: that the report be noted.",
        "Cllr Reid proposed the Minutes be adopted seconded by Cllr Shah.",
        "(Proposed Cllr Reid, seconded Cllr Shah)",
        "Cllr Reid proposed and Cllr Shah seconded that the minutes be signed",
        "Cllr Reid moved to approve the minutes.  Cllr Shah seconded.  The motion passed 5-0.",
        "Following a review, Cllr Reid made a motion to adopt it.  Cllr Shah seconded the motion.",
        "On the proposal of Cllr Reid, seconded by Cllr Shah the dates were agreed",
        "MOVED: Cllr Reid SECONDED: Cllr Shah",
        "Moved: Cllr Reid\nSeconded: Cllr Shah",
        "Unanimously agreed. Prop. Cllr Reid Sec. Cllr Shah",
        "Proposer: Cllr Reid. Seconder: Cllr Shah.",
        "A motion was made by Cllr Reid and seconded by Cllr Shah to adopt the plan",
        "was proposed by Cllr Reid and seconded by Cllr\n\nShah.",
        "Cynigiwyd gan Cllr Reid, eiliwyd gan Cllr Shah",
    ],
)
def test_mover_and_seconder_are_found(text: str) -> None:
    assert movers(text) == ("Cllr Reid", "Cllr Shah")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Motion made by P. Van Example", ("P. Van Example", None)),
        ("Seconded by S. Example", (None, "S. Example")),
        ("moved by the Mayor, seconded by the Leader of the Council and agreed",
         ("the Mayor", "the Leader of the Council")),
        ("Proposed for payment: RD seconded PM", ("RD", "PM")),
        ("R. Reid proposed and G. Shah seconded P. Moss be Vice Chairman", ("R. Reid", "G. Shah")),
        ("The minutes were proposed as correct by G. Reid and seconded by P. Shah.",
         ("G. Reid", "P. Shah")),
        ("Cllr Reid nominated Cllr Moss, seconded by Cllr Shah", ("Cllr Reid", "Cllr Shah")),
        ("Proposed by: Cllr Reid", ("Cllr Reid", None)),
        ("Proposer Cllr Reid, 2nd K Shah", ("Cllr Reid", "K Shah")),
        ("Power moved the item. Pankey seconded.", ("Power", "Pankey")),
        ("RT proposed acceptance as a correct record, seconded ML. All agreed.", ("RT", "ML")),
        ("moved by Councillor Example (J), seconded by Councillor Example (M)",
         ("Councillor Example (J)", "Councillor Example (M)")),
    ],
)  # fmt: skip
def test_offices_initials_and_halves_are_found(
    text: str, found: tuple[str | None, str | None]
) -> None:
    assert movers(text) == found


@pytest.mark.parametrize(
    "text",
    ["the proposed development moved to the next stage", "It is proposed by the Department to go",
     "A car moved by itself", "works proposed for the road", "", "seconded officers",
     "the minutes were proposed and seconded", "Mr Reid was proposed and seconded as Chairman",
     "the 2nd PR. Because of this one", "2nd Director seat"],
)  # fmt: skip
def test_other_words_name_nobody(text: str) -> None:
    assert parse_movers(Words.plain(text)) is None


def test_what_follows_the_phrase_is_kept_apart() -> None:
    words = Words.plain("Moved by Cllr Reid, seconded by Cllr Shah, and RESOLVED: that it be noted")
    found = parse_movers(words)
    assert found is not None
    assert found.moved_by
    assert found.seconded_by
    assert found.rest.text == "RESOLVED: that it be noted"
    assert words.text[found.start : found.end] == "Moved by Cllr Reid, seconded by Cllr Shah, and "


def test_both_have_their_places() -> None:
    found = parse_movers(Words("Proposed by Cllr Reid;\nseconded by Cllr Shah", 40, (3, 3)))
    assert found is not None
    assert found.moved_by is not None
    assert found.seconded_by is not None
    assert (found.moved_by.line, found.moved_by.column) == (40, 15)
    assert (found.seconded_by.line, found.seconded_by.column) == (41, 15)


@pytest.mark.parametrize(
    "unit",
    ["moved ", "moved by ", "seconded by A ", "Mr ", "moved by Mr A and ", "\n", " ", "(", ". "],
)
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()
    parse_movers(Words.plain(text))
    assert time.process_time() - start < 5


def _motions(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if tree.get("__class__") == "Motion":
            yield tree
        for value in tree.values():
            yield from _motions(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _motions(value)


def test_every_mover_of_a_canadian_council_is_read(corpora: Path) -> None:
    """All 451 names of the answer key; motions that name nobody are left out."""
    wrong = []
    for path in sorted((corpora / "london-on" / "data").rglob("*.json")):
        for motion in _motions(json.loads(path.read_text(encoding="utf-8"))):
            for role, at in (("moved_by", 0), ("seconded_by", 1)):
                line = motion[role]["string"]
                name = re.sub(r"^(?:Motion made|Moved|Seconded) by\s*", "", line).strip()
                if line and movers(line)[at] != name:
                    wrong.append(line)
    assert wrong == []


def test_every_motion_of_an_american_board_is_read(corpora: Path) -> None:
    """Ten motions in six Word files, each with mover, seconder, vote and outcome."""
    found = []
    for path in sorted((corpora / "docx" / "board-minutes").glob("*.docx")):
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        for row in re.findall(r"<w:p[ >].*?</w:p>", xml, flags=re.DOTALL):
            line = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", row))
            if not re.search(r"\bseconded\b", line):
                continue
            vote, outcome = parse_vote(Words.plain(line)), find_outcome(line)
            assert vote is not None, line
            assert outcome is not None, line
            assert outcome.outcome is Outcome.CARRIED
            found.append((*movers(line), vote.votes_for, vote.votes_against))
    assert found == [
        ("Power", "Pankey", 5, 0),
        ("Power", "Pankey", 5, 0),
        ("Power", "Pankey", 5, 0),
        ("Power", "Pankey", 4, 0),
        ("Power", "Rohleder", 5, 0),
        ("Power", "Rohleder", 4, 0),
        ("Power", "Pavlik", 4, 0),
        ("Powers", "Rohleder", 5, 0),  # "Powers" is printed so
        ("Power", "Rohleder", 5, 0),
        ("Power", "Rohleder", 5, 0),
    ]


def test_movers_behind_movers_without_end_are_read_and_kept() -> None:
    words = "Moved by Mr A. Moss, seconded by " * 1000
    found = meeting(f"## 5. Trees\n\n{words}\n")
    assert repr(found.items[0].flow).count("Moved by") >= 1000
