"""The names of one meeting, and which of them mean the same person."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Self

from site_gen.minutes.names import (
    CIVIL_WORD,
    COUNCILLOR_WORD,
    FEMALE_WORD,
    INITIALS_ONLY,
    MALE_WORD,
    PersonName,
    person_name,
)
from site_gen.model.people import Speaker
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass, field, replace


@dataclass(frozen=True, slots=True, eq=False)  # told apart by who they are: compared very often
class _Known:
    """A name of the meeting with what tells it from others."""

    name: str
    family: str  # as an address writes it, so that case and accents do not matter
    given: tuple[str, ...]
    initials: str  # "bw" of "Mrs Betty White"
    is_initials: bool  # the name itself: "BW"
    is_councillor: bool
    is_civil: bool
    is_male: bool
    is_female: bool

    shares: tuple[str, ...]  # under which it is found
    wants: tuple[str, ...]  # under which others of the same person are found

    @property
    def fullness(self) -> tuple[int, int, int, int]:
        """Orders names of one person by how much they tell."""
        letters = sum(map(len, self.given))
        titled = self.is_councillor or self.is_civil
        return (letters, len(self.given), titled, len(self.name))


@dataclass(frozen=True, slots=True, eq=False)  # no two are compared
class Roster:
    """Every name that one meeting prints. It knows nothing of other meetings."""

    names: tuple[_Known, ...] = ()
    # Names by what two names of one person must share; most meetings print hundreds.
    _near: Mapping[str, list[_Known]] = field(default_factory=dict, repr=False)
    _found: dict[str, str | None] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, speakers: Iterable[Speaker]) -> Self:
        """The roster of a meeting's speakers and attendance, in any order."""
        printed = dict.fromkeys(speaker.name for speaker in speakers if speaker.name)
        names = tuple(known for name in printed if (known := _known(name)) is not None)
        near: dict[str, list[_Known]] = {}
        for known in names:
            for key in known.shares:
                near.setdefault(key, []).append(known)
        return cls(names, near)

    def resolve(self, speaker: Speaker) -> Speaker:
        """The speaker with the fullest name that this meeting has for the same person.

        "Mr Example" becomes "Mr A. Example" when exactly one person of the meeting fits, "BW"
        becomes "Mrs Betty White". Otherwise the speaker comes back as it was. Offices are never
        resolved: two titles may mean two people.
        """
        if speaker.name is None or (full := self.full_name(speaker.name)) is None:
            return speaker
        return replace(speaker, name=full)

    def full_name(self, name: str) -> str | None:
        """The fullest name of the one person whom `name` can mean; None when none or several."""
        if name not in self._found:
            self._found[name] = self._full_name(name)
        return self._found[name]

    def _full_name(self, name: str) -> str | None:
        wanted = _known(name)
        if wanted is None:
            return None
        fitting = [known for known in self._sharing(wanted) if _fits(wanted, known)]
        if len(fitting) > 1 and any(not _fits(one, other) for one in fitting for other in fitting):
            return None
        best = max((*fitting, wanted), key=lambda known: known.fullness)
        return best.name if best.name != name else None

    def _sharing(self, wanted: _Known) -> Iterable[_Known]:
        """The names that may be of one person with `wanted`; a given name alone makes none."""
        near: dict[_Known, None] = {}
        for key in wanted.wants:
            near.update(dict.fromkeys(self._near.get(key, ())))
        return near


@lru_cache(maxsize=4096)
def _known(name: str) -> _Known | None:
    person = person_name(name)
    if person is None:
        return None
    title, family, given = person.title, slugify(person.family), _given(person)
    if person.given[-1:] == ("O",):  # "O Ceallaigh" of those who cannot type "Ó"
        family, given = f"o-{family}", given[:-1]
    names, plain = tuple(filter(None, given)), name.strip(" .")
    initials = "".join(part[:1] for part in (*names, family.rpartition("-")[2]))
    is_initials = INITIALS_ONLY.match(plain) is not None
    shares = [f"family {family}", f"initials {initials}"]
    # Who is called by the family name alone may be called by a given name of the other.
    wants = [f"family {family}", f"given {family}", f"only initials {initials}"]
    if names:
        shares.append(f"given {names[0]}")
        wants.append(f"family {names[0]}")
    if is_initials:
        shares.append(f"only initials {plain.lower()}")
        wants.append(f"initials {plain.lower()}")
    return _Known(
        name=plain,
        family=family,
        given=names,
        initials=initials,
        is_initials=is_initials,
        is_councillor=COUNCILLOR_WORD.search(title) is not None,
        is_civil=CIVIL_WORD.search(title) is not None,
        is_male=MALE_WORD.search(title) is not None,
        is_female=FEMALE_WORD.search(title) is not None,
        shares=tuple(shares),
        wants=tuple(wants),
    )


def _given(person: PersonName) -> list[str]:
    """Given names apart and in plain letters: "J.P." gives j and p."""
    names: list[str] = []
    for printed in person.given:
        names += [slugify(part) for part in printed.replace(".", " ").split()]
    return names


def _fits(one: _Known, other: _Known) -> bool:
    """Whether both can be one person, as far as they tell."""
    if one.is_initials or other.is_initials:
        return one.name == other.name or _has_initials(one, other) or _has_initials(other, one)
    if (one.is_male and other.is_female) or (one.is_female and other.is_male):
        return False
    if _is_only_civil(one) != _is_only_civil(other) and _is_titled(one) and _is_titled(other):
        return False
    if one.family == other.family:
        return _given_fit(one.given, other.given)
    return _is_given_alone(one, other) or _is_given_alone(other, one)


def _has_initials(short: _Known, full: _Known) -> bool:
    return short.is_initials and short.name.lower() == full.initials


def _is_given_alone(short: _Known, full: _Known) -> bool:
    """ "Rod" for "Rod Vagg"."""
    is_bare = not short.given and not _is_titled(short)
    return is_bare and bool(full.given) and short.family == full.given[0] and len(full.given[0]) > 1


def _given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Initials fit the names that begin with them; what is missing fits anything."""
    for a, b in zip(one, other, strict=False):  # noqa: SIM110 - asked for each pair of namesakes
        if not (a.startswith(b) or b.startswith(a)):
            return False
    return True


def _is_titled(known: _Known) -> bool:
    return known.is_councillor or known.is_civil


def _is_only_civil(known: _Known) -> bool:
    return known.is_civil and not known.is_councillor
