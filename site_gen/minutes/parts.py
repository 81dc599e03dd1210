"""Where an item stands among the others: under which item, in which part, and its address."""

from collections.abc import Sequence

from site_gen.minutes.item_addresses import Addresses
from site_gen.minutes.item_titles import ItemTitle
from site_gen.minutes.outline import Opening
from site_gen.text.values import dataclass, replace

FIRST_MINUTE = 20  # lines that count up from here on carry minute numbers, not agenda numbers
FEWEST_MINUTES = 2


@dataclass(slots=True)
class PlacedItem:
    """An item's place. Its address is empty until it is taken."""

    title: ItemTitle
    position: int  # from 1; 0 for words before any heading
    part: str = ""  # "Part B"
    number: str = ""  # the whole number: "5(b)" where "(b)" is printed after "5(a)"
    is_prefixed: bool = False  # its number stands in an earlier part as well
    parent: "PlacedItem | None" = None
    address: str = ""

    def take(self, addresses: Addresses) -> str:
        """Take the address that belongs to the place."""
        prefix = self.part if self.is_prefixed else ""
        self.address = addresses.item(self.number, self.position, prefix)
        return self.address


def place_items(openings: Sequence[Opening]) -> list[PlacedItem]:
    """The places of a meeting's items, in order.

    A Part heading holds to the next one. Numbers that restart in it get the part before them in
    their addresses. "(b)" after "5(a)" has the address of "5(b)".
    """
    placed: list[PlacedItem] = []
    above: list[tuple[int, PlacedItem]] = []
    part, position = "", 0
    for opening in openings:
        title = opening.title
        part = title.part or part
        position += bool(title.title or title.number or title.minute)
        while above and above[-1][0] >= opening.level:
            above.pop()
        parent = above[-1][1] if above else None
        place = PlacedItem(
            title, position, part, _whole_number(title, placed, parent), parent=parent
        )
        above.append((opening.level, place))
        placed.append(place)
    _prefix_restarts(placed)
    return _with_minutes(placed)


def _whole_number(title: ItemTitle, before: Sequence[PlacedItem], parent: PlacedItem | None) -> str:
    """The number with that of the item it belongs to; empty when there is none."""
    number = title.number or title.minute or ""
    if len(number) == 1 and number.isalpha() and parent is not None and parent.number:
        return f"{parent.number}.{number}"
    if not number.startswith("("):
        return number
    above = next((place.number for place in reversed(before) if place.number[:1].isdigit()), "")
    return above.partition("(")[0].strip() + number


def _prefix_restarts(placed: Sequence[PlacedItem]) -> None:
    """Mark every item of a part that repeats a number of an earlier part."""
    by_part: dict[str, set[str]] = {}
    for place in placed:
        by_part.setdefault(place.part, set()).add(place.number)
    earlier: set[str] = set()
    restarting = set()
    for part, numbers in by_part.items():
        if part and (numbers - {""}) & earlier:
            restarting.add(part)
        earlier |= numbers
    for place in placed:
        is_heading = bool(place.title.part)
        place.is_prefixed = place.part in restarting and not is_heading


def _with_minutes(placed: list[PlacedItem]) -> list[PlacedItem]:
    """Numbers that count up from 66 on are minute numbers."""
    plain = [
        int(place.title.number)
        for place in placed
        if place.title.number is not None and place.title.number.isdigit()
    ]
    has_minutes = any(place.title.minute for place in placed)
    if has_minutes or len(plain) < FEWEST_MINUTES or min(plain) < FIRST_MINUTE:
        return placed
    for place in placed:
        if place.title.number is not None:
            place.title = replace(place.title, number=None, minute=place.title.number)
    return placed
