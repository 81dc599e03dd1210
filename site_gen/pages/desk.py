"""What the parts of one meeting's page are made with."""

from collections import Counter
from collections.abc import Iterator, Mapping

from site_gen.model.meetings import Meeting
from site_gen.model.people import Speaker
from site_gen.model.records import RecordKind
from site_gen.model.rows import LinkedRecord, Surroundings
from site_gen.pages.abbreviations import Abbreviation, abbreviations_in, expansions
from site_gen.pages.links import Links
from site_gen.pages.naming import NameView, Naming
from site_gen.pages.words import KINDS
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Desk:
    """One meeting, and all that its page may say about it."""

    meeting: Meeting
    surroundings: Surroundings
    naming: Naming
    links: Links
    labels: Mapping[str, str]  # address of a question, answer, point to what a citation calls it
    ordinals: Mapping[str, int]  # address of a decision to its place among those of its heading
    aliases: Mapping[str, tuple[str, ...]]  # address to those that were published for its words
    answered: frozenset[str]  # addresses of questions with an answer in these minutes
    abbreviations: tuple[Abbreviation, ...]  # those that the page uses

    def in_sentence(self, speaker: Speaker | None) -> NameView | None:
        """The name for a sentence of ours; None for nobody."""
        return self.naming.speaker_in_sentence(speaker, self.links) if speaker else None

    def later_answers(self, address: str) -> tuple[LinkedRecord, ...]:
        """Answers of later meetings to the question at `address`."""
        return tuple(
            found for question, found in self.surroundings.answered_later if question == address
        )

    def earlier_question(self, address: str) -> LinkedRecord | None:
        """The question of an earlier meeting that the answer at `address` answers."""
        for response, found in self.surroundings.answers_earlier:
            if response == address:
                return found
        return None


def lay_desk(meeting: Meeting, surroundings: Surroundings, directory: Directory) -> Desk:
    """All that is looked up once for a meeting's page."""
    naming = Naming(directory)
    labels = dict(_labels(meeting))
    known = expansions(directory.glossary, naming.council(meeting.body))
    answered = {address for record in meeting.records for address in record.answers}
    return Desk(
        meeting=meeting,
        surroundings=surroundings,
        naming=naming,
        links=Links(addresses.meeting_url(meeting.id)),
        labels=labels,
        ordinals={
            decision.address: ordinal
            for item in meeting.items
            for ordinal, decision in enumerate(item.decisions, 1)
        },
        aliases=_aliases(meeting),
        answered=frozenset(answered),
        abbreviations=abbreviations_in(meeting, known),
    )


def _labels(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """What citations call each question, answer and point: by printed number, else by count."""
    for item in meeting.items:
        counts: Counter[RecordKind] = Counter()
        for record in item.records:
            counts[record.kind] += 1
            number = record.number or str(counts[record.kind])
            yield record.address, numbered_label(record.kind, number).lower()


def _aliases(meeting: Meeting) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for alias in meeting.aliases:
        found[alias.target] = (*found.get(alias.target, ()), alias.address)
    return found


def numbered_label(kind: RecordKind, number: str | None) -> str:
    """ "Question 3", "Answer"; the number as printed."""
    return f"{KINDS[kind]} {number}" if number else KINDS[kind]
