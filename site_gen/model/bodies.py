"""Committees and councils, whose names change with time."""

from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass, field


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name and the days it held. Ends are inclusive; None is open."""

    name: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A committee or council."""

    id: str
    names: tuple[BodyName, ...]  # never empty, oldest first
    council: str = ""
    replaces: tuple[str, ...] = ()  # body ids
    replaced_by: tuple[str, ...] = ()
    line: int = 1  # in bodies.yaml
    # Titles for new minutes. Not shown: it shapes no page; see `Settings.checks`.
    agenda: tuple[str, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """The newest name."""
        return self.names[-1].name

    def name_on(self, date: PartialDate) -> str:
        """The name of that day; the nearest one when no name covers it."""
        for named in reversed(self.names):
            if named.start is None or named.start.sort_key <= date.sort_key:
                return named.name
        return self.names[0].name


def body_title(body_id: str) -> str:
    """A readable name for a folder: "planning-committee" gives "Planning committee"."""
    words = body_id.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
