"""Published addresses kept: a better recogniser may add addresses and never moves one."""

from collections.abc import Iterator, Sequence

from site_gen.archive.found_again import FoundAgain
from site_gen.archive.pairing import Entry, Pairing, pair_addresses
from site_gen.archive.permalinks import MEETING, Permalink, meeting_permalinks
from site_gen.archive.readdressed import readdress
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.model.meetings import Alias, Meeting
from site_gen.site.addresses import fragment_url, meeting_url
from site_gen.text.places import Place
from site_gen.text.values import replace


def keep_addresses(meeting: Meeting, previous: Sequence[Permalink]) -> Parsed[Meeting]:
    """`meeting` with every address of `previous` at the words for which it was published.

    Items, decisions and records whose words are found again keep their address; those not
    published before take the address they would have, or a free one beside it. A published
    address whose words now stand inside something else becomes an alias of that. One whose words
    are nowhere is a warning: it leads nowhere, or where something else now has that address, to
    other words. Words are never quoted, because they may have been withdrawn on purpose.

    Feed the result's own list back and nothing changes. Takes time in proportion to the words.
    Names of the public must be as they are to be published, since the list has them so.
    """
    if meeting.is_private:
        return Parsed(meeting, tuple(_check_private(meeting, previous)))
    if not previous or tuple(previous) == meeting_permalinks(meeting):
        return Parsed(meeting)
    if meeting.aliases:
        meeting = replace(meeting, aliases=())  # they are found anew
    now = meeting_permalinks(meeting)
    pairing = pair_addresses(previous, now)
    aliased = _find_again(meeting, pairing)
    addresses = _assigned(pairing, aliased)
    kept = readdress(meeting, addresses)
    if aliased:
        kept = replace(kept, aliases=tuple(_aliases(aliased, addresses)))
    return Parsed(kept, tuple(_check(meeting, pairing, aliased, set(addresses.values()))))


def _aliases(aliased: list[tuple[Entry, Entry]], addresses: dict[str, str]) -> Iterator[Alias]:
    for entry, target in aliased:
        listed = entry.permalink
        yield Alias(listed.address, addresses[target.address], listed.kind, listed.words)


def _unpaired(pairing: Pairing) -> list[Entry]:
    return [
        entry
        for entry in pairing.before
        if entry.at not in pairing.now_of and entry.level != MEETING
    ]


def _find_again(meeting: Meeting, pairing: Pairing) -> list[tuple[Entry, Entry]]:
    """Pair what is found inside an entry without a published address; give the aliases."""
    left = sorted(
        (entry for entry in _unpaired(pairing) if entry.folded),
        key=lambda entry: bool(entry.permalink.alias_of),  # an alias claims last
    )
    aliased: list[tuple[Entry, Entry]] = []
    if not left:
        return aliased
    found = FoundAgain(meeting, pairing)
    for entry in left:
        target = found.find(entry)
        if target is None:
            continue
        if target.level == entry.level and target.at not in pairing.before_of:
            pairing.pair(entry, target)
        else:
            aliased.append((entry, target))
    return sorted(aliased, key=lambda pair: (pair[1].at, pair[0].at))  # as they will be listed


def _assigned(pairing: Pairing, aliased: list[tuple[Entry, Entry]]) -> dict[str, str]:
    """The address of every entry now, by the one it would have had."""
    published = {
        pairing.now[now].address: pairing.before[before].address
        for before, now in pairing.now_of.items()
    }
    taken = {*published.values(), *(entry.address for entry, _ in aliased)}
    known = {entry.address for entry in (*pairing.before, *pairing.now)}
    assigned: dict[str, str] = {}
    for entry in pairing.now:
        own = entry.address
        address = published.get(own)
        if address is None:
            address = own if own not in taken else _free(own, known)
        assigned[own] = address
        taken.add(address)
        known.add(address)
    return assigned


def _free(address: str, known: set[str]) -> str:
    """`address` with the first number from 2 on that makes it one of a kind."""
    number = 2
    while f"{address}-{number}" in known:
        number += 1
    return f"{address}-{number}"


def _check(
    meeting: Meeting,
    pairing: Pairing,
    aliased: list[tuple[Entry, Entry]],
    addresses: set[str],
) -> Iterator[Diagnostic]:
    lines = dict(_lines(meeting))
    kept = {entry.at for entry, _ in aliased}
    retitled = _items_with_kept_words(pairing)
    for entry in pairing.before:
        if entry.at in pairing.by_address_alone:
            if entry.at not in retitled:
                yield _other_words(meeting, entry, lines[entry.address])
        elif entry.at not in pairing.now_of and entry.at not in kept and entry.level != MEETING:
            if entry.address in addresses:
                yield _other_words(meeting, entry, lines.get(entry.address, 1))
            else:
                yield _vanished(meeting, entry, _line_of_item(pairing, entry, lines))


def _items_with_kept_words(pairing: Pairing) -> set[int]:
    """The published items of which something besides the title is still found."""
    return {
        entry.scope
        for entry in pairing.before
        if entry.at != entry.scope and entry.at in pairing.now_of
    }


def _line_of_item(pairing: Pairing, entry: Entry, lines: dict[str, int]) -> int:
    scope = pairing.scope_now(entry)
    return lines.get(pairing.now[scope].address, 1) if scope is not None else 1


def _lines(meeting: Meeting) -> Iterator[tuple[str, int]]:
    for item in meeting.items:
        yield item.address, item.line
        for decision in item.decisions:
            yield decision.address, decision.line
        for record in item.records:
            yield record.address, record.line


def _vanished(meeting: Meeting, entry: Entry, line: int) -> Diagnostic:
    url = fragment_url(meeting.id, entry.address)
    message = f"{url} was published, and its words are nowhere in these minutes now"
    return finding("address-vanished", Place(meeting.path, line), message)


def _other_words(meeting: Meeting, entry: Entry, line: int) -> Diagnostic:
    url = fragment_url(meeting.id, entry.address)
    message = f"{url} was published for other words than those it leads to now"
    return finding("address-means-other-words", Place(meeting.path, line), message)


def _check_private(meeting: Meeting, previous: Sequence[Permalink]) -> Iterator[Diagnostic]:
    if any(permalink.address for permalink in previous):
        yield finding(
            "address-vanished",
            Place(meeting.path),
            f"{meeting_url(meeting.id)} was published, and the meeting is private now",
            "nothing to do, if that is meant: links into these minutes now end at the page's top",
        )
