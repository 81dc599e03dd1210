"""Published addresses and those of the same meeting as understood now: which is which.

What is found word for word comes first, what was only mended after it. Words are looked for
within the item where they were published; elsewhere in the meeting only words long enough, and
rare enough, to be the same words and not a set phrase ("That the report be noted").
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from site_gen.archive.likeness import Folded, fold, likeness
from site_gen.archive.permalinks import DECISION, ITEM, MEETING, Permalink
from site_gen.text.values import dataclass, field

LIKE_HERE = 0.75  # likeness that makes two openings of one item the same
LIKE_ELSEWHERE = 0.9
DISTINCTIVE = 6  # words; fewer are known only within their item
NEAR = 4  # how many unpaired neighbours are compared
RAREST = 5  # words by which like openings are looked up
COMMONEST = 24  # a word in more unpaired openings than this finds nothing
MOST_CANDIDATES = 12
RECORD = "record"

Key = Callable[["Entry"], Hashable | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a list, with what is needed to find it in the other list."""

    at: int  # its place in the list
    permalink: Permalink
    scope: int  # place of the item that it stands in or is; -1 outside any
    level: str  # ITEM, DECISION, RECORD or MEETING
    folded: Folded

    @property
    def address(self) -> str:
        """Its fragment."""
        return self.permalink.address


@dataclass(slots=True)
class Pairing:
    """Two lists, and the pairs found so far."""

    before: tuple[Entry, ...]
    now: tuple[Entry, ...]
    now_of: dict[int, int] = field(default_factory=dict)  # place before to place now
    before_of: dict[int, int] = field(default_factory=dict)
    by_address_alone: set[int] = field(default_factory=set)  # places before: nothing else agrees

    def pair(self, before: Entry, now: Entry) -> None:
        """Make two entries one."""
        self.now_of[before.at] = now.at
        self.before_of[now.at] = before.at

    def left_before(self, level: str) -> list[Entry]:
        """Published entries of `level` that have no pair; aliases apart."""
        return [
            entry
            for entry in self.before
            if entry.level == level and entry.at not in self.now_of and not entry.permalink.alias_of
        ]

    def left_now(self, level: str) -> list[Entry]:
        """Entries of `level` as understood now that have no pair."""
        return [one for one in self.now if one.level == level and one.at not in self.before_of]

    def scope_now(self, before: Entry) -> int | None:
        """The place now of the item in which `before` was published; None when it is gone."""
        return self.now_of.get(before.scope)

    def is_same_scope(self, before: Entry, now: Entry) -> bool:
        """Whether both stand in the same item."""
        return self.scope_now(before) == now.scope


def entries(permalinks: Sequence[Permalink]) -> tuple[Entry, ...]:
    """A list of addresses in the order minuted, each with its item and its folded words."""
    found: list[Entry] = []
    scope = -1
    for at, permalink in enumerate(permalinks):
        level = permalink.kind if permalink.kind in (MEETING, ITEM, DECISION) else RECORD
        if level == ITEM and not permalink.alias_of:
            scope = at
        found.append(Entry(at, permalink, scope, level, fold(permalink.words)))
    return tuple(found)


def pair_addresses(before: Sequence[Permalink], now: Sequence[Permalink]) -> Pairing:
    """Every published address with the entry of `now` that has its words, as far as there is one.

    Takes time in proportion to the lists. Aliases are left for later.
    """
    pairing = Pairing(entries(before), entries(now))
    _pair_items(pairing)
    for level in (DECISION, RECORD):
        _pair_level(pairing, level)
    _pair_bare_addresses(pairing)
    return pairing


def _pair_items(pairing: Pairing) -> None:
    _pair_unique(pairing, ITEM, lambda entry: entry.permalink.digest or None)
    _pair_unique(pairing, ITEM, lambda entry: entry.folded or None)
    _pair_items_by_content(pairing)
    _pair_equal(pairing, ITEM, *_both(lambda entry: entry.permalink.digest or None))
    _pair_equal(pairing, ITEM, *_both(lambda entry: entry.folded or None))
    _pair_like(pairing, ITEM)
    left = {entry.address: entry for entry in pairing.left_now(ITEM)}
    for entry in pairing.left_before(ITEM):
        if (same := left.get(entry.address)) is not None:
            pairing.pair(entry, same)
            if entry.folded and same.folded:
                pairing.by_address_alone.add(entry.at)


def _pair_items_by_content(pairing: Pairing) -> None:
    """Items under another title, or one title of several, by the words that stand in them."""
    left_before = {entry.at for entry in pairing.left_before(ITEM)}
    left_now = {entry.at for entry in pairing.left_now(ITEM)}
    if not left_before or not left_now:
        return
    homes_before = _homes(pairing.before)
    homes_now = _homes(pairing.now)
    votes = Counter(
        (home, homes_now[digest])
        for digest, home in homes_before.items()
        if home in left_before and homes_now.get(digest) in left_now
    )
    for (before, now), _count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if before not in pairing.now_of and now not in pairing.before_of:
            pairing.pair(pairing.before[before], pairing.now[now])


def _homes(listed: Iterable[Entry]) -> dict[str, int]:
    """The item of each record whose words stand only once in the list."""
    homes: dict[str, list[int]] = defaultdict(list)
    for entry in listed:
        if entry.level == RECORD and entry.permalink.digest:
            homes[entry.permalink.digest].append(entry.scope)
    return {digest: scopes[0] for digest, scopes in homes.items() if len(scopes) == 1}


def _pair_level(pairing: Pairing, level: str) -> None:
    _pair_in_scope(pairing, level, lambda entry: entry.permalink.digest)
    _pair_unique(pairing, level, lambda entry: _distinctive(entry) and entry.permalink.digest)
    _pair_in_scope(pairing, level, lambda entry: entry.folded)
    _pair_unique(pairing, level, lambda entry: _distinctive(entry) and entry.folded)
    _pair_like(pairing, level)


def _distinctive(entry: Entry) -> bool | None:
    return len(entry.folded) >= DISTINCTIVE or None


def _both(key: Key) -> tuple[Key, Key]:
    return key, key


def _pair_in_scope(pairing: Pairing, level: str, key: Key) -> None:
    def key_before(entry: Entry) -> Hashable | None:
        scope, own = pairing.scope_now(entry), key(entry)
        return (scope, own) if scope is not None and own else None

    def key_now(entry: Entry) -> Hashable | None:
        own = key(entry)
        return (entry.scope, own) if own else None

    _pair_equal(pairing, level, key_before, key_now)


def _pair_equal(pairing: Pairing, level: str, key_before: Key, key_now: Key) -> None:
    """Pair entries of one key: those with the same address first, then in order.

    As many before as now are paired in order outright. So a list paired with the meeting that it
    was made from gives back itself, whatever is repeated in it.
    """
    classes_now = _classes(pairing.left_now(level), key_now)
    for key, olds in _classes(pairing.left_before(level), key_before).items():
        news = classes_now.get(key, [])
        if len(olds) != len(news):
            by_address = {entry.address: entry for entry in news}
            for old in olds:
                if (same := by_address.get(old.address)) is not None:
                    pairing.pair(old, same)
        left = [old for old in olds if old.at not in pairing.now_of]
        free = [new for new in news if new.at not in pairing.before_of]
        for old, new in zip(left, free, strict=False):
            pairing.pair(old, new)


def _classes(found: Iterable[Entry], key: Key) -> dict[Hashable, list[Entry]]:
    classes: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in found:
        if (own := key(entry)) is not None:
            classes[own].append(entry)
    return classes


def _pair_unique(pairing: Pairing, level: str, key: Key) -> None:
    """Pair entries whose key stands once before and once now, wherever in the meeting."""
    left_before, left_now = pairing.left_before(level), pairing.left_now(level)
    if not left_before or not left_now:
        return
    counts_before = Counter(key(entry) for entry in pairing.before if entry.level == level)
    counts_now = Counter(key(entry) for entry in pairing.now if entry.level == level)
    by_key = {key(entry): entry for entry in left_now}
    for entry in left_before:
        own = key(entry)
        if own and own in by_key and counts_before[own] == 1 == counts_now[own]:
            pairing.pair(entry, by_key[own])


def _pair_like(pairing: Pairing, level: str) -> None:
    """Pair mended openings, the likest first."""
    left_before, left_now = pairing.left_before(level), pairing.left_now(level)
    if not left_before or not left_now:
        return
    candidates = _Candidates(pairing, left_now)
    scored = [
        (-score, before.at, now.at)
        for before in left_before
        for now in candidates.of(before)
        if (score := _score(pairing, before, now))
    ]
    for _, before_at, now_at in sorted(scored):
        if before_at not in pairing.now_of and now_at not in pairing.before_of:
            pairing.pair(pairing.before[before_at], pairing.now[now_at])


def _score(pairing: Pairing, before: Entry, now: Entry) -> float:
    """Likeness, a little more for the same address and kind; 0 when not alike enough."""
    is_here = before.level == ITEM or pairing.is_same_scope(before, now)
    if not is_here and min(len(before.folded), len(now.folded)) < DISTINCTIVE:
        return 0.0
    at_least = LIKE_HERE if is_here else LIKE_ELSEWHERE
    found = likeness(before.folded, now.folded, at_least=at_least)
    if not found:
        return 0.0
    same_kind = before.permalink.kind == now.permalink.kind
    return found + 0.02 * (before.address == now.address) + 0.01 * same_kind


class _Candidates:
    """Which unpaired entries are worth comparing: they share rare words, or stand nearby."""

    def __init__(self, pairing: Pairing, left_now: list[Entry]) -> None:
        self.pairing = pairing
        self.left_now = left_now
        self.places = [entry.at for entry in left_now]
        self.by_word: dict[str, list[Entry]] = defaultdict(list)
        self.by_address = {entry.address: entry for entry in left_now}
        for entry in left_now:
            for word in set(entry.folded):
                self.by_word[word].append(entry)

    def of(self, before: Entry) -> list[Entry]:
        """At most MOST_CANDIDATES, each once, in a fixed order."""
        if not before.folded:
            return []
        found: dict[int, Entry] = {}
        if (same := self.by_address.get(before.address)) is not None:
            found[same.at] = same
        for entry in (*self._near(before), *self._sharing(before)):
            found.setdefault(entry.at, entry)
        return list(found.values())[:MOST_CANDIDATES]

    def _sharing(self, before: Entry) -> list[Entry]:
        known = {word for word in before.folded if 0 < len(self.by_word.get(word, ())) <= COMMONEST}
        rarest = sorted(known, key=lambda word: (len(self.by_word[word]), word))[:RAREST]
        shared = Counter(entry.at for word in rarest for entry in self.by_word[word])
        ordered = sorted(shared, key=lambda at: (-shared[at], at))
        return [self.pairing.now[at] for at in ordered[:MOST_CANDIDATES]]

    def _near(self, before: Entry) -> list[Entry]:
        """Unpaired entries that follow what `before` followed."""
        at = self._predecessor(before.at)
        for _step in range(NEAR):
            if at < 0 or at in self.pairing.now_of:
                break
            at = self._predecessor(at)
        start = bisect_right(self.places, self.pairing.now_of.get(at, -1))
        return self.left_now[start : start + NEAR]

    def _predecessor(self, at: int) -> int:
        """The entry before, or for an item the item before; -1 when there is none."""
        before = self.pairing.before
        return before[at - 1].scope if at > 0 and before[at].level == ITEM else at - 1


def _pair_bare_addresses(pairing: Pairing) -> None:
    """Pair what has no words, before or now, by its address: nothing else can tell."""
    for level in (DECISION, RECORD):
        left = {entry.address: entry for entry in pairing.left_now(level)}
        for entry in pairing.left_before(level):
            same = left.get(entry.address)
            if same is not None and not (entry.folded and same.folded):
                pairing.pair(entry, same)
