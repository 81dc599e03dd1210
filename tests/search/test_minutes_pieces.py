"""Minutes to the pieces that are searched: threads, people, states."""

from __future__ import annotations

from site_gen.archive.assemble import Understanding
from site_gen.model.meetings import Meeting
from site_gen.model.people import Person
from site_gen.search.minutes_pieces import meeting_pieces, thread_roots
from site_gen.search.pieces import Piece
from site_gen.site.directory import Directory
from site_gen.text.values import replace

MINUTES = """---
date: 2024-03-12
---

## 1. Minutes of the last meeting

The minutes were read and found correct after some talk about commas.

## 2. Questions

**Question 1 (Councillor Reid):** When will the shelters be mended?

**Response (The Clerk):** In May.

**Supplementary question (Councillor Reid):** Which day?

**Response (The Clerk):** A written answer will follow.

**Question 2 (Councillor Shah):** What do they cost?

## 3. Trees

It was moved by Councillor Reid, seconded by Councillor Shah and RESOLVED:

a) That two trees be planted;

b) That the Clerk report back.
"""
DIRECTORY = Directory(people={"anna-reid": Person("anna-reid", "Anna Reid")})


def understood(text: str = MINUTES) -> Meeting:
    path = "content/meetings/planning/2024-03-12.md"
    meeting = Understanding(DIRECTORY).understand(path, text.encode()).meeting
    assert meeting is not None
    return meeting


def pieces() -> dict[str, Piece]:
    found = meeting_pieces(understood(), DIRECTORY)
    return {piece.id.partition("#")[2]: piece for piece in found}


def test_a_question_its_follow_up_and_their_answers_are_one_thread() -> None:
    found = pieces()
    thread = found["item-2-question-1"].thread
    members = [address for address, piece in found.items() if piece.thread == thread]
    assert [address.rpartition("-")[0] for address in members] == [
        "item-2-question",
        "item-2-response",
        "item-2-supplementary",
        "item-2-response",
    ]


def test_a_question_says_what_became_of_it() -> None:
    found = pieces()
    assert found["item-2-question-1"].response == "recorded"
    assert found["item-2-question-2"].response == "none"
    promised = next(piece for piece in found.values() if piece.kind == "supplementary")
    assert promised.response == "to-follow"


def test_parts_of_a_decision_are_one_thread_with_its_movers() -> None:
    parts = [piece for piece in pieces().values() if piece.kind == "resolution"]
    assert len(parts) == 2
    assert len({part.thread for part in parts}) == 1
    assert "Anna Reid" in parts[0].people
    assert "Shah" in parts[0].people


def test_only_who_asked_is_a_choice_of_asked_by() -> None:
    offered = {piece.kind: piece.person_ids for piece in pieces().values() if piece.person_ids}
    assert offered == {"question": ("anna-reid",), "supplementary": ("anna-reid",)}


def test_an_outcome_is_worded_as_on_the_pages() -> None:
    assert {piece.outcome for piece in pieces().values() if piece.kind == "resolution"} == {
        "Agreed"
    }


def test_routine_items_are_marked() -> None:
    assert [piece.id for piece in pieces().values() if piece.routine] == [
        "planning-2024-03-12#item-1-discussion-1"
    ]


def test_a_private_meeting_has_no_pieces() -> None:
    assert meeting_pieces(replace(understood(), is_private=True), DIRECTORY) == ()


def test_a_thread_begins_with_its_first_question_however_long() -> None:
    roots = thread_roots(understood())
    assert set(roots.values()) >= {"item-2-question-1"}
    assert not set(roots.values()) & {address for address, root in roots.items() if address != root}
