"""How an archive is cut by time: the years that are over, and the newest.

A meeting added to the newest years leaves the files of the closed ones as they were, and since
postings are placed by day, a change in an old year leaves all but those of its own terms.
"""

from collections.abc import Mapping, Sequence

from site_gen.search.cards import Card
from site_gen.search.days import day_number
from site_gen.search.numbers import LARGEST
from site_gen.search.pieces import UNDATED
from site_gen.text.values import dataclass

OPEN_SHARE = 20  # the open block has at least one twentieth of all pieces
COMMON_SHARE = 40  # a term is common that stands in one of so many of a block's pieces
SHORT_SHARE = 0.4  # of the mean length: texts up to this are what a block calls short
CLOSED, OPEN = "c", "o"


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring years whose shards are joined."""

    name: str  # "c" for closed, "o" for open: shards are called after it
    years: tuple[str, ...]
    first_day: int  # from which days are counted: 0 where a year has no date, as in `days.py`
    short: int  # longest text that counts as short: see `shards.py`
    # From how many postings on a term is common. None is in the open block, where few bytes would
    # be saved, and files of their own be written with each meeting.
    common: int


def cut_blocks(cards: Mapping[str, Sequence[Card]]) -> list[Block]:
    """The blocks of an archive, a function of its content alone; `cards` are by year, in order.

    The open block is the shortest run of newest years with a twentieth of all pieces, so it grows
    to nearly a tenth of 25 even years before the oldest of its years is closed.
    """
    years = list(cards)
    pieces = [sum(card.pieces for card in cards[year]) for year in years]
    enough = sum(pieces) / OPEN_SHARE
    opened = 0
    first = len(years)
    while first and opened < enough:
        first -= 1
        opened += pieces[first]
    cut = [(CLOSED, years[:first]), (OPEN, years[first:])]
    return [_block(name, of_block, cards) for name, of_block in cut if of_block]


def coarse(number: float) -> int:
    """The largest of 1, 2, 3, 4, 6, 8, 12, 16 ... that is not above `number`; at least 1.

    What is measured on the archive is made coarse before anything depends on it: so a small change
    rarely changes it, and when it does, all files of a block are made again.
    """
    found = 1
    step = 1
    while step <= number:
        found = step + step // 2 if step > 1 and step + step // 2 <= number else step
        step *= 2
    return found


def _block(name: str, years: Sequence[str], cards: Mapping[str, Sequence[Card]]) -> Block:
    own = [card for year in years for card in cards[year]]
    texts = sum(card.texts for card in own)
    common = coarse(sum(card.pieces for card in own) / COMMON_SHARE)
    return Block(
        name,
        tuple(years),
        0 if UNDATED in years else max(0, day_number(years[0]) - 1),
        coarse(SHORT_SHARE * sum(card.lengths[0] for card in own) / max(1, texts)),
        1 + common if name == CLOSED else LARGEST,
    )
