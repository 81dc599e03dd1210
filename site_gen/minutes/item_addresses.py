"""The addresses of items and records: printed numbers first, else the order in the item."""

from collections import Counter
from collections.abc import Iterable

from site_gen.minutes.drafts import DecisionDraft, FlowDraft, RecordDraft
from site_gen.text.slugs import slugify


class Addresses:
    """Hands out addresses that are unique in one meeting."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}  # the number last tried behind each address

    def take(self, wanted: str) -> str:
        """`wanted`, or with "-2", "-3" ... behind it when it is taken."""
        address, count = wanted, self._counts.get(wanted, 1)
        while address in self._taken:
            count += 1
            address = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._taken.add(address)
        return address

    def item(self, number: str, position: int, part: str) -> str:
        """ "item-11", "part-b-item-1", and "position-3" where no number is printed."""
        slug = slugify(number)
        wanted = f"item-{slug}" if slug else f"position-{position}"
        return self.take(f"{slugify(part)}-{wanted}" if part else wanted)

    def records(self, item: str, flow: Iterable[FlowDraft]) -> None:
        """Give every record and decision of an item its address."""
        counts: Counter[str] = Counter()
        for part in flow:
            if isinstance(part, RecordDraft):
                self._record(item, part, counts)
            elif isinstance(part, DecisionDraft):
                counts["decision"] += 1
                part.address = self.take(f"{item}-decision-{counts['decision']}")
                for record in part.records:
                    self._record(item, record, counts)

    def _record(self, item: str, record: RecordDraft, counts: Counter[str]) -> None:
        counts[record.kind] += 1
        number = slugify(record.number or "") or str(counts[record.kind])
        record.address = self.take(f"{item}-{record.kind}-{number}")
