"""300 topics: thirty services, ten things that are reported of each."""

from dataclasses import dataclass

from benchmarks.corpus.draws import Draws
from benchmarks.corpus.lexicon import Lexicon, Noun

SERVICES = (
    "Housing repairs", "Council tax", "School places", "Special educational needs", "Foster care",
    "Home care", "Road safety", "Winter gritting", "Bus routes", "Cycle lanes", "Parking permits",
    "Household waste", "Recycling centres", "Street lighting", "Parks and playgrounds", "Libraries",
    "Leisure centres", "Museums", "Flood defences", "Air quality", "Planning enforcement",
    "Conservation areas", "Taxi licences", "Food hygiene", "Homelessness", "Public health",
    "Adult education", "Community safety", "Markets", "Cemeteries",
)  # fmt: skip
ASPECTS = (
    "annual report", "budget monitoring", "performance in the quarter", "five-year strategy",
    "response to the inspection", "capital programme", "outcome of consultation",
    "award of contract", "review of charges", "staffing and training",
)  # fmt: skip
WORDS_OF_A_TOPIC = 30


@dataclass(frozen=True, slots=True)
class Topic:
    """What an item is about, and the words that recur in it."""

    title: str
    service: str
    nouns: tuple[Noun, ...]


def build_topics(draws: Draws, lexicon: Lexicon) -> tuple[Topic, ...]:
    """All topics, each with thirty words and pairs of its own."""
    return tuple(
        Topic(f"{service}: {aspect}", service, tuple(_nouns(draws, lexicon)))
        for service in SERVICES
        for aspect in ASPECTS
    )


def _nouns(draws: Draws, lexicon: Lexicon) -> list[Noun]:
    pairs = [draws.pick(lexicon.pairs.values) for _ in range(WORDS_OF_A_TOPIC // 3)]
    return pairs + [draws.pick(lexicon.nouns.values[:6000]) for _ in range(2 * len(pairs))]
