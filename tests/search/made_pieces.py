"""Invented pieces of invented minutes, the same for the same seed."""

from __future__ import annotations

import random

from site_gen.search.pieces import Piece

KINDS = ("question", "response", "resolution", "discussion", "discussion", "comment")
BODIES = {"planning": "Planning Committee", "housing": "Housing Scrutiny Committee"}
NAMES = {"reid": "Cllr Ann Reid", "shah": "Cllr Omar Shah", "clerk": "Town Clerk"}
_WORDS = """
highway highways pay paying agency council housing budget children service services school
retire retirement interview interviews exit question carried not report repair repairs
well-being co-operation £2.6m 2024/25 22/01234/FUL street lighting market markets the of and
a to in tenant tenants library libraries bus buses route routes park parks flood flooding
"""
WORDS = _WORDS.split()


def made_pieces(count: int, seed: int = 1, *, threads: bool = True) -> list[Piece]:
    """`count` pieces, ten a meeting, over some years."""
    draws = random.Random(seed)
    pieces: list[Piece] = []
    for number in range(count):
        meeting_number, place = divmod(number, 10)
        body = draws.choice(sorted(BODIES)) if place == 0 else pieces[-1].body_id
        day = 1 + meeting_number % 28
        date = f"{2000 + meeting_number // 12:04}-{1 + meeting_number % 12:02}-{day:02}"
        meeting = f"{body}-{date}" if place == 0 else pieces[-1].meeting
        kind = draws.choice(KINDS)
        id_ = f"{meeting}#p{place}"
        joins = threads and kind == "response" and place and pieces[-1].kind == "question"
        person = draws.choice([*sorted(NAMES), ""])
        pieces.append(
            Piece(
                id=id_,
                thread=pieces[-1].thread if joins else id_,
                kind=kind,
                url=f"meetings/{meeting}.html#p{place}",
                date=date if place == 0 else pieces[-1].date,
                meeting=meeting,
                body_id=body,
                title=_text(draws, 3) if draws.random() < 0.5 else "",
                text=_text(draws, draws.randrange(3, 60)),
                people=NAMES.get(person, ""),
                item=_text(draws, 4) if place % 4 == 0 else pieces[-1].item,
                body=BODIES[body],
                person_ids=(person,) if person else (),
                speaker=NAMES.get(person, ""),
                response="recorded" if kind == "question" else None,
                routine=place == 9,
            )
        )
    return pieces


def _text(draws: random.Random, length: int) -> str:
    # The first words of the list are the commonest, as in any language.
    return " ".join(WORDS[int(len(WORDS) * draws.random() ** 2)] for _ in range(length))
