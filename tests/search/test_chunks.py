"""Which file of a day has which thread."""

from __future__ import annotations

import pytest

from site_gen.search.chunks import chunks_of_day

DAYS = [(0, 1), (1, 0), (5, 3), (12, 0), (13, 0), (22, 9), (3, 40), (100, 100), (47, 12)]


@pytest.mark.parametrize(("plain", "routine"), DAYS)
def test_every_thread_has_one_place_and_files_are_alike(plain: int, routine: int) -> None:
    chunks = chunks_of_day(plain, routine, 12)
    held = [
        [*chunks.plain_of(number), *(plain + one for one in chunks.routine_of(number))]
        for number in range(chunks.number)
    ]
    assert sorted(place for chunk in held for place in chunk) == list(range(plain + routine))
    assert all(0 < len(chunk) <= 13 for chunk in held)
    shares = [len(chunks.plain_of(number)) for number in range(chunks.number)]
    assert max(shares) - min(shares) <= 1
    for place in range(plain + routine):
        chunk, local = chunks.place_of(place)
        assert held[chunk][local] == place
