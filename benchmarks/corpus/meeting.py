"""One meeting: its Markdown, and what a reader should find in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.corpus.council import COMMITTEES, OFFICES, term_of
from benchmarks.corpus.draws import Draws
from benchmarks.corpus.exempt import withheld_word
from benchmarks.corpus.front import MOST_APOLOGIES, front_matter, opening_blocks
from benchmarks.corpus.house_style import HouseStyle, house_style
from benchmarks.corpus.items import Company, ItemWriter
from benchmarks.corpus.prose import Prose
from benchmarks.corpus.questions import QuestionStyle
from benchmarks.corpus.timetable import Course, Slot
from benchmarks.corpus.topics import Topic
from benchmarks.corpus.town import Town
from benchmarks.corpus.written import Expected, Written, joined

ITEMS = 10
NUMBERS = (1, 2, 3)  # of the questions
# How many questions the public asks; councillors ask the rest, under an item of their own.
PUBLIC_QUESTIONS = (3, 2, 1, 3)
# Three resolutions beside the one on the minutes, shared out among reports.
DECISIONS = ((1, 1, 1), (2, 1), (1, 2), (3,), (1, 1, 1))
PASSAGES_IN_REPORTS = 15


@dataclass(frozen=True, slots=True)
class WrittenMeeting:
    """A file to be written, and what it holds."""

    slot: Slot
    markdown: str
    style: HouseStyle
    items: int = 0
    passages: int = 0  # paragraphs and lists that belong to no record
    records: tuple[Expected, ...] = ()
    withheld: str | None = None  # a word of exempt text: it must be nowhere in the site


def write_meeting(town: Town, slot: Slot) -> WrittenMeeting:
    """The meeting of a slot: the same for the same town, whatever else was written."""
    committee = COMMITTEES[slot.committee]
    style = house_style(town.draws("style", committee.id, slot.day.year))
    if slot.course is Course.CANCELLED:
        text = (
            front_matter(slot, style, ()) + "\nThis meeting was cancelled for want of business.\n"
        )
        return WrittenMeeting(slot, text, style)
    draws = town.draws("meeting", committee.id, slot.day.isoformat())
    topics = draws.several(town.topics, 6)
    members = town.sitting[slot.committee, term_of(slot.day)]
    apologies = draws.below(MOST_APOLOGIES + 1)
    names = [style.printed(member) for member in members]
    company = Company(
        present=tuple(names[: len(names) - apologies]),
        absent=tuple(names[len(names) - apologies :]),
        residents=tuple(draws.several(town.people.public, len(NUMBERS))),
    )
    offices = [office.title for office in OFFICES]
    prose = Prose(town.lexicon, draws, day=slot.day, members=company.present, offices=offices)
    writer = ItemWriter(slot, style, prose=prose, draws=draws, company=company)
    items = joined(_items(writer, slot, style, topics, draws))
    blocks = (*opening_blocks(town, slot, style, company.present, draws), *items.blocks)
    return WrittenMeeting(
        slot,
        front_matter(slot, style, topics) + "\n" + "\n\n".join(blocks) + "\n",
        style,
        ITEMS,
        writer.passages,
        items.records,
        withheld_word(slot.number) if slot.course is Course.EXEMPT else None,
    )


def _items(
    writer: ItemWriter, slot: Slot, style: HouseStyle, topics: list[Topic], draws: Draws
) -> Iterator[Written]:
    yield writer.apologies()
    yield writer.declarations()
    yield writer.last_minutes()
    asked = len(NUMBERS) if style.public is QuestionStyle.BATCH else draws.pick(PUBLIC_QUESTIONS)
    yield writer.public_questions(NUMBERS[:asked], topics[0])
    if asked < len(NUMBERS):
        yield writer.councillors_questions(NUMBERS[asked:], topics[0])
    exempt = slot.course is Course.EXEMPT
    reports = topics[1:] if asked == len(NUMBERS) else topics[1:-1]
    open_reports = reports[:-1] if exempt else reports
    decisions = [*draws.pick(DECISIONS), 0, 0, 0, 0]
    for place, topic in enumerate(open_reports):
        passages = PASSAGES_IN_REPORTS // len(open_reports)
        passages += place < PASSAGES_IN_REPORTS % len(open_reports)
        yield writer.report(topic, passages=passages, decisions=decisions[place])
    if exempt:
        yield writer.exempt(reports[-1])
    yield writer.closing()
