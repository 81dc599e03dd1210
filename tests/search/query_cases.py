"""The archive and the queries of `tests/cases/queries.md`, for both engines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_gen.search.pieces import Piece
from tests.places import REPOSITORY

CASES = REPOSITORY / "tests" / "cases" / "queries.md"
GLOSSARY = (("CIN", "children in need"), ("bins", "refuse"))
BODIES = {"scrutiny": "Scrutiny Commission", "planning": "Planning Committee"}
RESPONSES = {"m1#q5": "recorded", "m1#q6": "recorded", "m3#q1": "none"}
CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class QueryCase:
    """One row: what is typed and which threads are found."""

    typed: str
    whole: tuple[str, ...]  # threads with all the words
    some: tuple[str, ...]  # threads with any
    in_order: bool


def read_pieces() -> list[Piece]:
    """The pieces of the first table."""
    return [_piece(cells) for cells in _rows() if len(cells) == 6 and "#" in cells[0]]


def read_cases() -> list[QueryCase]:
    """Every row of the other tables."""
    return [_case(*cells) for cells in _rows() if len(cells) == 2 and cells[0] != "typed"]


def _rows() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [CELL.split(line)[1:-1] for line in lines if line.startswith("| ")]
    return [[cell.strip().replace("\\|", "|") for cell in row] for row in rows]


def _case(typed: str, found: str) -> QueryCase:
    in_order = "any order" not in found
    whole, _, some = found.replace("any order", "").partition("|")
    return QueryCase(typed, tuple(whole.split()), tuple(some.split()), in_order)


def _piece(cells: list[str]) -> Piece:
    id_, thread, kind, date, body, text = cells
    meeting = id_.partition("#")[0]
    return Piece(
        id=id_,
        thread=thread,
        kind=kind,
        url=f"meetings/{meeting}.html#{id_.partition('#')[2]}",
        date=date,
        meeting=meeting,
        body_id=body,
        text=text,
        body=BODIES[body],
        response=RESPONSES.get(id_),
        routine=id_ == "m3#x1",
    )
