"""How far a change of one file of minutes reaches: whose lists and pages show it otherwise now.

Most changes are of words that nothing but the meeting's own page and the search say. So what the
store has of a file for others to show is held against what it had before.
"""

from collections.abc import Mapping

from site_gen.archive.store import Store
from site_gen.text.values import dataclass, field

# By table what others show of a file. Lines are left out: only findings tell them.
SHOWN = {
    "meetings": "id, body, year, day, status, approved_at, row",
    "joint": "body",
    "record_counts": "kind, number",
    "questions": "meeting, address, number, body, year, day, row",
    "decisions": "meeting, body, year, day, row",
    "earlier": "meeting, address, body, day, number, opening",
    "entries": "list, rank, content",
}
IN_LISTS = frozenset({"meetings", "joint", "record_counts", "questions", "decisions", "earlier"})
ON_OTHER_MEETINGS = frozenset({"meetings", "questions", "earlier"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What shows something of a meeting that is another now."""

    meetings: frozenset[str] = frozenset()  # ids: itself, neighbours, those that refer to it
    bodies: frozenset[tuple[str, int]] = frozenset()  # (body id, year)
    people: frozenset[tuple[str, int]] = frozenset()  # (id of a person or office, year)
    years: frozenset[int] = frozenset()  # of meetings, questions and decisions alike
    products: frozenset[tuple[str, int]] = frozenset()  # (what it is called, year)
    differing: frozenset[str] = frozenset()  # tables in which others find what they show

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            self.meetings | other.meetings,
            self.bodies | other.bodies,
            self.people | other.people,
            self.years | other.years,
            self.products | other.products,
            self.differing | other.differing,
        )


@dataclass(frozen=True, slots=True)
class Reach:
    """What the store has of one file, and how far it would reach if all of that changed."""

    meetings: frozenset[str] = frozenset()
    bodies: frozenset[tuple[str, int]] = frozenset()
    people: frozenset[tuple[str, int]] = frozenset()
    years: frozenset[int] = frozenset()
    own: frozenset[str] = frozenset()  # id of its own meeting; empty where there is none
    shown: Mapping[str, object] = field(default_factory=dict)  # by table
    parts: Mapping[str, object] = field(default_factory=dict)  # by person or office
    products: Mapping[str, bytes] = field(default_factory=dict)  # by name


def scope_between(before: Reach, after: Reach) -> Scope:
    """How far a file reaches that was as `before` and is as `after`."""
    differing = _differing(before.shown, after.shown)
    is_listed = bool(differing & IN_LISTS)
    is_meeting_another = "meetings" in differing
    people = before.people | after.people
    parts = _differing(before.parts, after.parts)
    years = before.years | after.years
    products = _differing(before.products, after.products)
    return Scope(
        (
            before.meetings | after.meetings
            if differing & ON_OTHER_MEETINGS
            else before.own | after.own
        ),
        before.bodies | after.bodies if is_listed else frozenset(),
        people if is_meeting_another else frozenset(one for one in people if one[0] in parts),
        years if is_listed else frozenset(),
        frozenset((name, year) for name in products for year in years),
        differing | (frozenset({"parts"}) if parts else frozenset()),
    )


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[str]:
    """The keys of what is not the same in both."""
    keys = before.keys() | after.keys()
    return frozenset(key for key in keys if before.get(key) != after.get(key))


def reach_of(store: Store, path: str) -> Reach:
    """How far the file at `path` reaches; nowhere when the store knows no meeting of it."""
    row = next(store.select("SELECT id, body, year, day FROM meetings WHERE path = ?", path), None)
    if row is None:
        return Reach()
    meeting, body, year, day = row
    joint = [one for (one,) in store.select("SELECT body FROM joint WHERE path = ?", path)]
    people = store.select("SELECT DISTINCT person, year FROM parts WHERE path = ?", path)
    answered = _answered_elsewhere(store, path)
    answering = _answering(store, body, day)
    return Reach(
        meetings=frozenset(
            (
                meeting,
                *_neighbours(store, meeting, body, day),
                *_approved(store, meeting, body, day),
                *(other for other, _, _ in answered),
                *(other for other, _ in answering),
                *_linking(store, path),
            )
        ),
        bodies=frozenset(
            [(one, year) for one in (body, *joint)] + [(other, when) for _, other, when in answered]
        ),
        people=frozenset((person, when) for person, when in people),
        years=frozenset((year, *(when for _, _, when in answered), *(y for _, y in answering))),
        own=frozenset({meeting}),
        shown={table: _shown(store, table, path) for table in SHOWN},
        parts=_parts(store, path),
        products=dict(store.select("SELECT name, content FROM products WHERE path = ?", path)),
    )


def _shown(store: Store, table: str, path: str) -> list[tuple[object, ...]]:
    query = f"SELECT {SHOWN[table]} FROM {table} WHERE path = ? ORDER BY rowid"  # noqa: S608
    return list(store.select(query, path))


def _parts(store: Store, path: str) -> dict[str, list[tuple[object, ...]]]:
    """What each person or office did, in that order."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for person, *part in store.select(
        "SELECT person, meeting, year, day, row FROM parts WHERE path = ? ORDER BY position",
        path,
    ):
        found.setdefault(person, []).append(tuple(part))
    return found


def _neighbours(store: Store, meeting: str, body: str, day: str) -> list[str]:
    before = store.select(
        "SELECT id FROM meetings WHERE body = ? AND (day, id) < (?, ?) AND NOT is_shadowed "
        "ORDER BY day DESC, id DESC LIMIT 1", body, day, meeting,
    )  # fmt: skip
    after = store.select(
        "SELECT id FROM meetings WHERE body = ? AND (day, id) > (?, ?) AND NOT is_shadowed "
        "ORDER BY day, id LIMIT 1", body, day, meeting,
    )  # fmt: skip
    return [row[0] for row in (*before, *after)]


def _approved(store: Store, meeting: str, body: str, day: str) -> list[str]:
    """Meetings whose minutes were approved at this one."""
    rows = store.select(
        "SELECT id FROM meetings WHERE approved_at = ? OR (approved_at = ? AND body = ?)",
        meeting, day, body,
    )  # fmt: skip
    return [row[0] for row in rows]


def _answered_elsewhere(store: Store, path: str) -> list[tuple[str, str, int]]:
    """(id, body, year) of meetings whose questions this one answers."""
    rows = store.select(
        "SELECT DISTINCT m.id, m.body, m.year FROM earlier e "
        "JOIN meetings m ON m.body = e.body AND m.day = e.day WHERE e.path = ?",
        path,
    )
    return [(meeting, body, year) for meeting, body, year in rows]


def _answering(store: Store, body: str, day: str) -> list[tuple[str, int]]:
    """(id, year) of meetings that answer questions of this one."""
    rows = store.select(
        "SELECT DISTINCT m.id, m.year FROM earlier e JOIN meetings m USING (path) "
        "WHERE e.body = ? AND e.day = ?", body, day,
    )  # fmt: skip
    return [(meeting, year) for meeting, year in rows]


def _linking(store: Store, path: str) -> list[str]:
    """Meetings whose words link to this file."""
    rows = store.select(
        "SELECT DISTINCT m.id FROM links l JOIN meetings m USING (path) WHERE l.target = ?",
        path.removeprefix("content/"),
    )
    return [row[0] for row in rows]
