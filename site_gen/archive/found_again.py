"""Where in a meeting published words stand that open nothing any more.

A record may have been joined to the one before it, or a run of prose understood as something
else: the words are there still, in the middle of other words.
"""

from collections import defaultdict
from collections.abc import Iterator

from site_gen.archive.likeness import Folded, fold
from site_gen.archive.pairing import DISTINCTIVE, Entry, Pairing
from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage
from site_gen.model.records import Decision, Record
from site_gen.text.values import dataclass

FEWEST = 4  # words; fewer are found by chance
MOST_PLACES = 16  # of four words in one meeting; set phrases stand in more


@dataclass(frozen=True, slots=True)
class Holder:
    """Words of the meeting, and the entry at whose anchor a reader finds them."""

    entry: Entry
    words: Folded


class FoundAgain:
    """Looks up published words among all words of a meeting as understood now."""

    def __init__(self, meeting: Meeting, pairing: Pairing) -> None:
        self.pairing = pairing
        by_address = {entry.address: entry for entry in pairing.now}
        self.holders = [
            Holder(by_address[address], fold(text)) for address, text in _texts(meeting)
        ]
        self.places: dict[Folded, list[tuple[int, int]]] = defaultdict(list)
        for number, holder in enumerate(self.holders):
            for start in range(len(holder.words) - FEWEST + 1):
                found = self.places[holder.words[start : start + FEWEST]]
                if len(found) < MOST_PLACES:
                    found.append((number, start))
        self.led_to = {now: pairing.before[old].address for old, now in pairing.now_of.items()}
        self.short: dict[tuple[int | None, str, Folded], Entry] = {}
        for entry in pairing.now:
            if 0 < len(entry.folded) < FEWEST:
                self.short.setdefault((entry.scope, entry.level, entry.folded), entry)

    def find(self, before: Entry) -> Entry | None:
        """The entry where the words of `before` stand, in its own item rather than another's.

        Words of another item count only when they are long and stand there alone. None when the
        words are nowhere, or too few to be sure.
        """
        scope = self.pairing.scope_now(before)
        if len(before.folded) < FEWEST:
            return self.short.get((scope, before.level, before.folded))
        holding = list(dict.fromkeys(holder.entry for holder in self._holding(before.folded)))
        here = [entry for entry in holding if entry.scope == scope]
        if here:
            return min(here, key=lambda entry: self._order(entry, before))
        if len(holding) == 1 and len(before.folded) >= DISTINCTIVE:
            return holding[0]
        return None

    def _holding(self, words: Folded) -> Iterator[Holder]:
        for number, start in self.places.get(words[:FEWEST], ()):
            holder = self.holders[number]
            if holder.words[start : start + len(words)] == words:
                yield holder

    def _order(self, entry: Entry, before: Entry) -> tuple[bool, bool, bool, int]:
        """What may take the address over, then where an alias led already, then by level."""
        is_free = entry.at not in self.pairing.before_of and entry.level == before.level
        led_here = before.permalink.alias_of and self.led_to.get(entry.at)
        is_same = bool(led_here) and led_here == before.permalink.alias_of
        return (not is_free, not is_same, entry.level != before.level, entry.at)


def _texts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Every text within an item, with the address at which a reader finds it."""
    for item in meeting.items:
        yield item.address, item.title
        yield from _texts_of(item.address, item)


def _texts_of(address: str, holder: AgendaItem | Decision) -> Iterator[tuple[str, str]]:
    for part in holder.flow:
        if isinstance(part, Decision):
            yield from _texts_of(part.address, part)
        elif isinstance(part, Passage):
            yield address, part.prose.text
        elif isinstance(part, Record):
            lead = part.lead.text if part.lead is not None else ""
            yield part.address, f"{lead}\n{part.prose.text}"
