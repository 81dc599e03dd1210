"""How far one file of minutes reaches: whose lists show it and whose pages mention it."""

from site_gen.archive.store import Store
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """What shows something of one file's meeting, as the store has it now."""

    meetings: frozenset[str] = frozenset()  # ids: itself, neighbours, those that refer to it
    bodies: frozenset[tuple[str, int]] = frozenset()  # (body id, year)
    people: frozenset[tuple[str, int]] = frozenset()  # (id of a person or office, year)
    years: frozenset[int] = frozenset()  # of meetings, questions and decisions alike

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            self.meetings | other.meetings,
            self.bodies | other.bodies,
            self.people | other.people,
            self.years | other.years,
        )


def scope_of(store: Store, path: str) -> Scope:
    """How far the file at `path` reaches; nowhere when the store knows no meeting of it."""
    row = next(store.select("SELECT id, body, year, day FROM meetings WHERE path = ?", path), None)
    if row is None:
        return Scope()
    meeting, body, year, day = row
    joint = [one for (one,) in store.select("SELECT body FROM joint WHERE path = ?", path)]
    people = store.select("SELECT DISTINCT person, year FROM parts WHERE path = ?", path)
    answered = _answered_elsewhere(store, path)
    answering = _answering(store, body, day)
    return Scope(
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
    )


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
