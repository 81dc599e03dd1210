"""Bodies, people and offices as a page names and links them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from site_gen.model.bodies import Body
from site_gen.model.people import Speaker
from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class NameView:
    """Somebody as the minutes print them; a link when people.yaml knows them."""

    name: str
    href: str = ""


@dataclass(frozen=True)
class Naming:
    """Names of one directory."""

    directory: Directory

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        """Names that several bodies have or had: every council may have a cabinet."""
        return _names_of_several(self.directory.bodies)

    def body_label(self, body_id: str, date: PartialDate | None = None) -> str:
        """The body's name for a list, of that day or the newest, with its council if need be."""
        name = self.body_on(body_id, date) if date else self.body_now(body_id)
        council = self.council(body_id)
        return f"{name}, {council}" if council and name in self._shared_names else name

    def body_on(self, body_id: str, date: PartialDate) -> str:
        """The body's name of that day; its id when bodies.yaml does not know it."""
        body = self.directory.bodies.get(body_id)
        return body.name_on(date) if body else name_from_id(body_id)

    def body_now(self, body_id: str) -> str:
        """The body's newest name."""
        body = self.directory.bodies.get(body_id)
        return body.name if body else name_from_id(body_id)

    def council(self, body_id: str) -> str:
        """The council that the body belongs to; empty when not said."""
        body = self.directory.bodies.get(body_id)
        return body.council if body else ""

    def distinct_title(self, title: str, body_id: str, date: PartialDate) -> str:
        """The title, or nothing when it only repeats the body's name of that day."""
        return "" if title.casefold() == self.body_on(body_id, date).casefold() else title

    def person(self, person_id: str) -> str:
        """A person's name or an office's title; the id when people.yaml knows neither."""
        if person := self.directory.people.get(person_id):
            return person.name
        if office := self.directory.offices.get(person_id):
            return office.title
        return person_id

    def speaker_name(self, speaker: Speaker | None) -> str:
        """The name for a list: as people.yaml has it, else the fullest of the meeting."""
        if speaker is None:
            return ""
        if speaker.person_id:
            return self.person(speaker.person_id)
        return speaker.name or speaker.printed

    def speaker(self, speaker: Speaker, links: Links) -> NameView:
        """The name for a meeting's page: as printed there, linked when people.yaml knows it."""
        return NameView(speaker.name or speaker.printed, self.speaker_href(speaker, links))

    def speaker_in_sentence(self, speaker: Speaker, links: Links) -> NameView:
        """The same within a sentence of ours: "the Director of Housing"."""
        return NameView(
            in_sentence(speaker.name or speaker.printed), self.speaker_href(speaker, links)
        )

    def named(self, speakers: Iterable[Speaker], links: Links) -> tuple[NameView, ...]:
        """Several names for a meeting's page."""
        return tuple(self.speaker(speaker, links) for speaker in speakers)

    def speaker_href(self, speaker: Speaker, links: Links) -> str:
        """The person's page; empty for anybody whom people.yaml does not know."""
        known = speaker.person_id
        if known and (known in self.directory.people or known in self.directory.offices):
            return links.to(addresses.person_url(known))
        return ""


def _names_of_several(bodies: Mapping[str, Body]) -> frozenset[str]:
    global _last  # noqa: PLW0603 - the same for page after page
    if _last is None or _last[0] is not bodies:
        found = [name for body in bodies.values() for name in {one.name for one in body.names}]
        _last = bodies, frozenset(name for name, number in Counter(found).items() if number > 1)
    return _last[1]


_last: tuple[Mapping[str, Body], frozenset[str]] | None = None


def in_sentence(name: str) -> str:
    """ "The Director" as it stands within a sentence: "the Director"."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def name_from_id(body_id: str) -> str:
    """A readable name for a body that only its folder names: "parks-committee"."""
    return body_id.replace("-", " ").capitalize()
