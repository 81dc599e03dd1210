"""Sentences and passages about a topic, for one meeting."""

import re
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.corpus import patterns
from benchmarks.corpus.council import WARDS
from benchmarks.corpus.draws import Draws
from benchmarks.corpus.lexicon import Lexicon, Noun
from benchmarks.corpus.topics import Topic
from benchmarks.corpus.word_lists import listed

PLACE = re.compile(r"\{(\w)\}")
PAIRED = 0.3  # share of things that are a recurring pair of words
ON_TOPIC = 0.2  # share of things that belong to the item's own topic
REFERENCES = ("FUL", "OUT", "LBC", "TPO", "ADV")  # 22/01234/FUL
MONTHS = listed("months")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence to be filled: a format of "%s" and the letter of each place."""

    form: str
    places: str


def compile_patterns(sentences: Sequence[str]) -> tuple[Pattern, ...]:
    """Patterns as `Prose` fills them."""
    return tuple(
        Pattern(PLACE.sub("%s", sentence.replace("%", "%%")), "".join(PLACE.findall(sentence)))
        for sentence in sentences
    )


DISCUSSION = compile_patterns(patterns.DISCUSSION)
ROUTINE = compile_patterns(patterns.ROUTINE)
QUESTION = compile_patterns(patterns.QUESTION)
RESPONSE = compile_patterns(patterns.RESPONSE)
RESOLUTION = compile_patterns(patterns.RESOLUTION)
POINT = compile_patterns(patterns.POINT)


def printed_date(day: date) -> str:
    """As minutes print it: "12 March 2024". Never by locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class Prose:
    """Writes about `topic`, which the writer of the meeting sets for each item."""

    def __init__(
        self,
        lexicon: Lexicon,
        draws: Draws,
        *,
        day: date,
        members: Sequence[str],
        offices: Sequence[str],
    ) -> None:
        self.topic: Topic | None = None
        self._draws = draws
        self._lexicon = lexicon
        self._day = day
        self._fillers = self._make_fillers(members, offices)

    def sentence(self, kind: Sequence[Pattern]) -> str:
        """One sentence, its first letter a capital."""
        pattern = self._draws.pick(kind)
        fillers = self._fillers
        filled = pattern.form % tuple([fillers[place]() for place in pattern.places])
        return filled[0].upper() + filled[1:]

    def clause(self, kind: Sequence[Pattern]) -> str:
        """As `sentence`, for use after "that": no capital is made."""
        pattern = self._draws.pick(kind)
        return pattern.form % tuple([self._fillers[place]() for place in pattern.places])

    def passage(self, kind: Sequence[Pattern], words: int) -> str:
        """Whole sentences on one line, until they have at least that many words."""
        sentences = []
        while words > 0:
            sentence = self.sentence(kind)
            sentences.append(sentence)
            words -= sentence.count(" ") + 1
        return " ".join(sentences)

    def _noun(self) -> Noun:
        random = self._draws.random
        share = random()
        if share < ON_TOPIC and self.topic:
            return self._draws.pick(self.topic.nouns)
        words = self._lexicon.pairs if share < ON_TOPIC + PAIRED else self._lexicon.nouns
        return words.values[bisect(words.bounds, random() * words.total)]

    def _make_fillers(
        self, members: Sequence[str], offices: Sequence[str]
    ) -> Mapping[str, Callable[[], str]]:
        draws, lexicon, year = self._draws, self._lexicon, self._day.year
        return {
            "n": lambda: self._noun().one,
            "s": lambda: self._noun().many,
            "v": lambda: lexicon.verbs.draw(draws).past,
            "g": lambda: lexicon.verbs.draw(draws).going,
            "i": lambda: lexicon.verbs.draw(draws).plain,
            "a": lambda: lexicon.adjectives.draw(draws),
            "p": lambda: draws.pick(WARDS),
            "y": lambda: str(year - draws.between(0, 5)),
            "m": self._sum,
            "c": lambda: str(draws.between(3, draws.between(4, 990))),
            "r": lambda: f"{draws.between(1, 99)}%",
            "d": self._coming_date,
            "e": self._past_date,
            "x": lambda: str(year + draws.between(1, 3)),
            "f": lambda: f"{year % 100:02}/{draws.between(1, 2400):05}/{draws.pick(REFERENCES)}",
            "l": lambda: draws.pick(members),
            "o": lambda: draws.pick(offices),
        }

    def _coming_date(self) -> str:
        return printed_date(self._day + timedelta(days=self._draws.between(20, 365)))

    def _past_date(self) -> str:
        return printed_date(self._day - timedelta(days=self._draws.between(20, 365)))

    def _sum(self) -> str:
        thousands = self._draws.between(2, 990)
        if self._draws.chance(0.4):
            return f"£{thousands / 10:.1f}m"
        return f"£{thousands},{self._draws.between(0, 9)}00"
