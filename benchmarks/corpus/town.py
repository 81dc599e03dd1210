"""Everything that is the same for all meetings of one seed."""

from dataclasses import dataclass

from benchmarks.corpus.council import COMMITTEES, ELECTIONS
from benchmarks.corpus.draws import Draws
from benchmarks.corpus.lexicon import Lexicon, build_lexicon
from benchmarks.corpus.people import People, Person, build_people
from benchmarks.corpus.topics import Topic, build_topics


@dataclass(frozen=True, slots=True)
class Town:
    """The council's words, people and topics."""

    seed: int
    lexicon: Lexicon
    people: People
    topics: tuple[Topic, ...]
    sitting: dict[tuple[int, int], list[Person]]  # (committee, council term): the chair first

    def draws(self, *key: str | int) -> Draws:
        """Draws of this seed for one purpose."""
        return Draws(self.seed, *key)


def build_town(seed: int) -> Town:
    """The town of a seed; a quarter of a second."""
    lexicon = build_lexicon(Draws(seed, "lexicon"))
    people = build_people(Draws(seed, "people"))
    return Town(
        seed=seed,
        lexicon=lexicon,
        people=people,
        topics=build_topics(Draws(seed, "topics"), lexicon),
        sitting={
            (committee, term): people.committee(committee, election)
            for committee in range(len(COMMITTEES))
            for term, election in enumerate(ELECTIONS)
        },
    )
