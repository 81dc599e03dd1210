"""A clerk's edits and a changed source together: a merge that needs check sums of the last import.

The words of the last import are kept nowhere (see `ledger`). To merge it is enough to know which
of its parts are still there on either side, and check sums tell that.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from site_gen.text.values import dataclass

FENCE = "---\n"
PARAGRAPH = re.compile(r"\s*\S.*?(?:\n[ \t]*(?=\n)\s*|\Z)", re.DOTALL)
OPENS_PART = ("#", "**")
# A check sum of a few letters could be guessed; short paragraphs go together with the next.
FEWEST_LETTERS = 30
SUM_BYTES, SUM_LENGTH = 6, 8  # of one check sum: bytes, and characters as written


@dataclass(frozen=True, slots=True)
class Merge:
    """Both sides in one. Where both changed the same words, `text` has the clerk's."""

    text: str
    with_theirs: str  # the same, but with the source's words in those places
    conflicts: int  # places that both changed, each in its own way


@dataclass(frozen=True, slots=True)
class _Change:
    """Parts `start` to `end` of the base that one side has as its parts `first` to `last`."""

    start: int
    end: int
    first: int
    last: int
    is_mine: bool

    def meets(self, other: "_Change") -> bool:
        """Whether both change the same parts, or put parts in at the same place."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def split_parts(text: str) -> list[str]:
    """The lines of the front matter, then runs of paragraphs; joined they are the text again."""
    parts: list[str] = []
    at = 0
    if text.startswith(FENCE) and (end := text.find(f"\n{FENCE}", len(FENCE) - 1)) >= 0:
        at = end + 1 + len(FENCE)
        parts = text[:at].splitlines(keepends=True)
    paragraphs = [match[0] for match in PARAGRAPH.finditer(text, at)]
    run = ""
    for paragraph in paragraphs:
        if run and paragraph.lstrip().startswith(OPENS_PART):
            parts.append(run)
            run = ""
        run += paragraph
        if sum(map(str.isalpha, paragraph)) >= FEWEST_LETTERS:
            parts.append(run)
            run = ""
    return [*parts, run] if run else parts


def check_sums(text: str) -> str:
    """The check sums of the parts of a text, one after the other."""
    return "".join(map(_sum, split_parts(text)))


def merge(base_sums: str, mine: str, theirs: str) -> Merge:
    """`mine` and `theirs`, which both came from the text that `base_sums` are of."""
    base = [base_sums[at : at + SUM_LENGTH] for at in range(0, len(base_sums), SUM_LENGTH)]
    sides = split_parts(mine), split_parts(theirs)
    changes = [
        *_changes(base, [_sum(part) for part in sides[0]], is_mine=True),
        *_changes(base, [_sum(part) for part in sides[1]], is_mine=False),
    ]
    merged: list[str] = []
    other: list[str] = []
    conflicts = 0
    at = [0, 0, 0]  # in base, mine, theirs
    for group in _groups(changes):
        low, high = min(one.start for one in group), max(one.end for one in group)
        kept = sides[0][at[1] : at[1] + low - at[0]]
        starts = at[1] + low - at[0], at[2] + low - at[0]
        ends = [
            start + high - low + sum(_growth(one) for one in group if one.is_mine is is_mine)
            for start, is_mine in zip(starts, (True, False), strict=True)
        ]
        ours, yours = sides[0][starts[0] : ends[0]], sides[1][starts[1] : ends[1]]
        is_both = len({one.is_mine for one in group}) > 1
        chosen = ours if group[0].is_mine or is_both else yours
        is_conflict = is_both and [_sum(part) for part in ours] != [_sum(part) for part in yours]
        conflicts += is_conflict
        merged += [*kept, *chosen]
        other += [*kept, *(yours if is_conflict else chosen)]
        at = [high, *ends]
    merged += sides[0][at[1] :]
    other += sides[0][at[1] :]
    return Merge(_joined(merged), _joined(other), conflicts)


def _changes(base: Sequence[str], side: Sequence[str], *, is_mine: bool) -> list[_Change]:
    """What one side changed; as many parts in place of as many are changes of one part each."""
    changes: list[_Change] = []
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "replace" and end - start == last - first:
            changes += [
                _Change(start + at, start + at + 1, first + at, first + at + 1, is_mine)
                for at in range(end - start)
            ]
        elif kind != "equal":
            changes.append(_Change(start, end, first, last, is_mine))
    return changes


def _groups(changes: Sequence[_Change]) -> list[list[_Change]]:
    """Changes that meet, directly or by way of others, in the order of the base."""
    groups: list[list[_Change]] = []
    for change in sorted(changes, key=lambda one: (one.start, one.end)):
        if groups and any(change.meets(one) for one in groups[-1]):
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def _growth(change: _Change) -> int:
    return (change.last - change.first) - (change.end - change.start)


def _sum(part: str) -> str:
    words = "\n".join(line.rstrip() for line in part.strip().split("\n"))
    return base64.urlsafe_b64encode(
        hashlib.blake2b(words.encode("utf-8"), digest_size=SUM_BYTES).digest()
    ).decode("ascii")


def _joined(parts: Sequence[str]) -> str:
    """The parts as one text; the last of a side gets an empty line when others follow it."""
    text = ""
    is_front = bool(parts) and parts[0] == FENCE
    for at, part in enumerate(parts):
        text += part
        if is_front:
            is_front = at == 0 or part != FENCE
        elif at + 1 < len(parts) and (ends := part[len(part.rstrip()) :].count("\n")) < 2:
            text += "\n" * (2 - ends)
    return text.rstrip("\n") + "\n"
