"""Every address of a meeting with the words it stands for: the list that keeps links alive."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from site_gen.model.meetings import AgendaItem, Meeting
from site_gen.model.prose import Passage
from site_gen.model.records import Decision, Record
from site_gen.text.values import dataclass

MOST_WORDS = 10
MOST_CHARACTERS = 80

MEETING = "meeting"
ITEM = "item"
DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Permalink:
    """One address within a meeting's page, and the words found there."""

    address: str  # fragment; empty for the page itself
    kind: str  # "meeting", "item", "decision", or the kind of a record
    words: str  # the first ones; empty where there are none
    digest: str = ""  # of all its words; empty for an alias and where there are none
    alias_of: str = ""  # address that the words have now, for an alias


def usual_kind(address: str) -> str:
    """The kind that an address speaks of: "item-11-question-3" of a question."""
    return address.rsplit("-", 2)[-2] if "-" in address else "" if address else MEETING


def meeting_permalinks(meeting: Meeting) -> tuple[Permalink, ...]:
    """Every address of `meeting` in the order minuted, each alias behind the address it is now.

    Of a meeting held in private only its page.
    """
    global _last  # noqa: PLW0603 - what remembers it must hold one meeting only
    if _last is None or _last[0] is not meeting:
        _last = meeting, tuple(_with_aliases(meeting))
    return _last[1]


# Each station that one meeting goes through asks for them in turn.
_last: tuple[Meeting, tuple[Permalink, ...]] | None = None


def _with_aliases(meeting: Meeting) -> Iterator[Permalink]:
    behind: dict[str, list[Permalink]] = {}
    for alias in meeting.aliases:
        kept = Permalink(alias.address, alias.kind, alias.words, alias_of=alias.target)
        behind.setdefault(alias.target, []).append(kept)
    for permalink in _permalinks(meeting):
        yield permalink
        yield from behind.get(permalink.address, ())


def permalinks_key(permalinks: Iterable[Permalink]) -> bytes:
    """A key of a list of addresses: equal keys, equal lists."""
    values = [(one.address, one.kind, one.words, one.digest, one.alias_of) for one in permalinks]
    return blake2b(repr(values).encode(), digest_size=16).digest()


def first_words(text: str) -> str:
    """The first words of `text`, white space made single; cut between words, the first kept."""
    words = text.split(None, MOST_WORDS)[:MOST_WORDS]
    while len(words) > 1 and sum(map(len, words)) + len(words) - 1 > MOST_CHARACTERS:
        words.pop()
    return " ".join(words)[:MOST_CHARACTERS]


def decision_text(decision: Decision) -> str:
    """What a decision says: its records, or its other words when it has none."""
    records = [record.prose.text for record in decision.records]
    passages = [part.prose.text for part in decision.flow if isinstance(part, Passage)]
    return "\n".join(filter(None, records)) or "\n".join(passages)


def _permalinks(meeting: Meeting) -> Iterator[Permalink]:
    if meeting.is_private:
        yield Permalink("", MEETING, "")
        return
    yield _permalink("", MEETING, meeting.title)
    for item in meeting.items:
        yield _permalink(item.address, ITEM, item.title)
        yield from _within(item)


def _within(item: AgendaItem) -> Iterator[Permalink]:
    for part in item.flow:
        if isinstance(part, Record):
            yield _permalink(part.address, part.kind.value, part.prose.text)
        elif isinstance(part, Decision):
            yield _permalink(part.address, DECISION, decision_text(part))
            for record in part.records:
                yield _permalink(record.address, record.kind.value, record.prose.text)


def _permalink(address: str, kind: str, text: str) -> Permalink:
    return Permalink(address, kind, first_words(text), _digest(text))


def _digest(text: str) -> str:
    """Eight hexadecimal digits that differ when any word differs; white space does not count."""
    # Words parted by single spaces, as most are, need no parting.
    is_plain = text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]
    words = text if is_plain else " ".join(text.split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=4).hexdigest() if words else ""
