"""Precision, recall and F1, and what was missed and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Score:
    """One kind of thing, counted over many files."""

    kind: str
    must: float  # what it has to reach
    hits: int = 0
    missed: list[str] = field(default_factory=list)  # in the answers, not found
    invented: list[str] = field(default_factory=list)  # found, not in the answers
    elsewhere: list[str] = field(default_factory=list)  # found where the answers say nothing

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 1 where nothing was found."""
        found = self.hits + len(self.invented)
        return self.hits / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, how much was found; 1 where nothing is there."""
        there = self.hits + len(self.missed)
        return self.hits / there if there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def strict_f1(self) -> float:
        """F1 if all that the answers say nothing of counted as invented."""
        invented = [*self.invented, *self.elsewhere]
        return Score(self.kind, self.must, self.hits, self.missed, invented).f1

    def lines(self) -> Iterator[str]:
        """The score for a person to read."""
        mark = "reached" if self.f1 >= self.must else "MISSED "
        yield (
            f"  {self.kind:34} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
            f"  must {self.must:.2f} {mark}  ({self.hits} right, {len(self.missed)} missed,"
            f" {len(self.invented)} invented)"
        )
        if self.elsewhere:
            yield (
                f"  {'':34} {len(self.elsewhere)} more where the answers say nothing;"
                f" F1 {self.strict_f1:.3f} if all were wrong"
            )


@dataclass(slots=True)
class Share:
    """How many of the things that were looked at are right."""

    kind: str
    must: float
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        """From 0 to 1; 1 where nothing was looked at."""
        total = self.right + len(self.wrong)
        return self.right / total if total else 1.0

    def lines(self) -> Iterator[str]:
        """The share for a person to read."""
        mark = "reached" if self.value >= self.must else "MISSED "
        total = self.right + len(self.wrong)
        yield (
            f"  {self.kind:34} {self.value:.3f}  ({self.right} of {total})"
            f"  must {self.must:.2f} {mark}"
        )


@dataclass(slots=True)
class Report:
    """All that was measured on one corpus."""

    corpus: str
    files: int = 0
    scores: list[Score] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    to_read: list[str] = field(default_factory=list)  # found where there is no answer key
    crashes: list[str] = field(default_factory=list)  # files that the recogniser cannot read

    @property
    def is_reached(self) -> bool:
        """Everything that must be reached is."""
        return (
            not self.crashes
            and all(score.f1 >= score.must for score in self.scores)
            and all(share.value >= share.must for share in self.shares)
        )

    def summary(self) -> Iterator[str]:
        """The figures."""
        yield f"{self.corpus}: {self.files} files"
        for score in self.scores:
            yield from score.lines()
        for share in self.shares:
            yield from share.lines()
        for note, count in self.notes.items():
            yield f"  {note}: {count}"
        for crash in self.crashes:
            yield f"  CRASH {crash}"

    def misses(self) -> Iterator[str]:
        """Every miss, by kind, and what a person has to read."""
        for score in self.scores:
            yield from (f"{self.corpus} {score.kind} missed: {each}" for each in score.missed)
            yield from (f"{self.corpus} {score.kind} invented: {each}" for each in score.invented)
            yield from (f"{self.corpus} {score.kind} elsewhere: {each}" for each in score.elsewhere)
        for share in self.shares:
            yield from (f"{self.corpus} {share.kind} wrong: {each}" for each in share.wrong)
        yield from (f"{self.corpus} to read: {each}" for each in self.to_read)
