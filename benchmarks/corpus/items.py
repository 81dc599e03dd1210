"""The items of one meeting, each from its heading to its last decision."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpus.council import OFFICES
from benchmarks.corpus.draws import Draws
from benchmarks.corpus.exempt import write_exempt
from benchmarks.corpus.headings import heading
from benchmarks.corpus.house_style import HouseStyle
from benchmarks.corpus.prose import DISCUSSION, POINT, ROUTINE, Prose
from benchmarks.corpus.questions import QuestionStyle, write_questions
from benchmarks.corpus.resolutions import (
    ENDS_WITH_ITS_PARAGRAPH,
    draw_clauses,
    write_decision,
)
from benchmarks.corpus.timetable import Slot
from benchmarks.corpus.topics import Topic
from benchmarks.corpus.written import Written, joined

ROUTINE_WORDS = 20
PASSAGE_WORDS = (30, 58)  # asked for; whole sentences add some ten
LISTS = 0.3  # share of reports with a list in them
ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
PAGE_BREAK = "\n---"  # directly under a sentence, as files made from PDF have it


@dataclass(frozen=True, slots=True)
class Company:
    """Who is named in one meeting, as printed."""

    present: tuple[str, ...]  # the chair first
    absent: tuple[str, ...]
    residents: tuple[str, ...]  # who ask questions


class ItemWriter:
    """Writes items one after another and counts them, and the passages of prose in them."""

    def __init__(
        self,
        slot: Slot,
        style: HouseStyle,
        *,
        prose: Prose,
        draws: Draws,
        company: Company,
    ) -> None:
        self.passages = 0
        self._slot = slot
        self._style = style
        self._prose = prose
        self._draws = draws
        self._company = company
        self._items = 0
        self._first_minute = draws.between(1, 180)

    def apologies(self) -> Written:
        """Who could not come."""
        line = "There were no apologies."
        if self._company.absent:
            *others, last = self._company.absent
            names = f"{', '.join(others)} and {last}" if others else last
            line = f"Apologies were received from {names}."
        return self._item("Apologies for absence", Written((line,)), self._routine())

    def declarations(self) -> Written:
        """Who declared an interest."""
        declared = "There were no declarations of interest."
        if self._draws.chance(0.3):
            member = self._draws.pick(self._company.present)
            declared = f"{member} declared a personal interest in item {self._draws.between(5, 9)}."
        return self._item("Declarations of interest", Written((declared,)), self._routine())

    def last_minutes(self) -> Written:
        """The minutes of the last meeting, confirmed by the first resolution."""
        clauses = ["the minutes of the last meeting be confirmed as a correct record"]
        style = self._draws.pick(self._style.singles)
        decision = write_decision(style, clauses, self._draws, self._company.present)
        return self._item("Minutes of the last meeting", self._routine(), decision)

    def public_questions(self, numbers: Sequence[int], topic: Topic) -> Written:
        """Questions of the public, each with its response."""
        exchanges = self._exchanges(self._style.public, numbers, self._company.residents, topic)
        return self._item("Questions from the public", self._routine(), exchanges)

    def councillors_questions(self, numbers: Sequence[int], topic: Topic) -> Written:
        """Questions of councillors, each with its response."""
        exchanges = self._exchanges(self._style.councillors, numbers, self._company.present, topic)
        return self._item("Questions from councillors", self._routine(), exchanges)

    def report(self, topic: Topic, *, passages: int, decisions: int) -> Written:
        """A report, that many passages of what was said of it, a decision of that many parts."""
        self._prose.topic = topic
        considered = f"The meeting considered a report of the {self._draws.pick(OFFICES).title}."
        said = [self._discussion(considered + " ")]
        said += [self._discussion() for _ in range(passages - 1)]
        if self._draws.chance(LISTS):
            said[-1] = self._points()
        if not decisions:
            return self._item(topic.title, *said)
        style = self._draws.pick(self._style.singles) if decisions == 1 else self._style.listed
        clauses = draw_clauses(self._prose, self._draws, decisions)
        decision = write_decision(style, clauses, self._draws, self._company.present)
        if style in ENDS_WITH_ITS_PARAGRAPH:
            return self._item(topic.title, *said[:-1], decision, said[-1])
        return self._item(topic.title, *said, decision)

    def exempt(self, topic: Topic) -> Written:
        """A report that is considered in private."""
        self._prose.topic = topic
        mark, text = write_exempt(
            self._style.heading, self._prose, self._draws, number=self._slot.number
        )
        return self._item(topic.title, text, mark=mark)

    def closing(self) -> Written:
        """The last item."""
        return self._item("Any other business", self._routine())

    def _item(self, title: str, *parts: Written, mark: str = "") -> Written:
        self._items += 1
        opening = heading(
            self._style.heading,
            number=self._items,
            minute=self._first_minute + self._items,
            title=title,
            mark=mark,
        )
        return joined([Written((opening,)), *parts])

    def _exchanges(
        self, style: QuestionStyle, numbers: Sequence[int], askers: Sequence[str], topic: Topic
    ) -> Written:
        self._prose.topic = topic
        offices = [office.title for office in OFFICES]
        return write_questions(
            style, self._prose, self._draws, numbers=numbers, askers=askers, offices=offices
        )

    def _routine(self) -> Written:
        self.passages += 1
        return Written((self._prose.passage(ROUTINE, ROUTINE_WORDS),))

    def _discussion(self, opening: str = "") -> Written:
        self.passages += 1
        words = self._draws.between(*PASSAGE_WORDS) - opening.count(" ")
        ending = PAGE_BREAK if self._style.breaks_pages and self._draws.chance(0.1) else ""
        return Written((opening + self._prose.passage(DISCUSSION, words) + ending,))

    def _points(self) -> Written:
        points = self._draws.between(3, 5)
        lines = [
            self._style.bullet.format(numeral) + self._prose.sentence(POINT)
            for numeral in ROMAN[:points]
        ]
        return Written(("The report covered:", *lines))
