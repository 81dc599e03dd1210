"""What stands above the first item: front matter, where and when, who was there."""

from collections.abc import Sequence

from benchmarks.corpus.council import COMMITTEES, OFFICES
from benchmarks.corpus.draws import Draws
from benchmarks.corpus.house_style import HouseStyle
from benchmarks.corpus.prose import printed_date
from benchmarks.corpus.timetable import Course, Slot
from benchmarks.corpus.topics import Topic
from benchmarks.corpus.town import Town

STATUS = {Course.DRAFT: "draft", Course.CANCELLED: "cancelled"}
VENUE = "Council Chamber, Guildhall, Arnemouth"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_APOLOGIES = 3


def front_matter(slot: Slot, style: HouseStyle, topics: Sequence[Topic]) -> str:
    """The YAML between its fences. Some clerks leave to the text what the text says."""
    lines = [
        f"title: {COMMITTEES[slot.committee].name_on(slot.day)}",
        f"date: {slot.day.isoformat()}",
    ]
    if style.fills_front_matter:
        lines += [f"time: {style.time}", f"venue: {VENUE}"]
    lines.append(f"status: {STATUS.get(slot.course, 'approved')}")
    if topics:
        lines += ["topics:", *(f'  - "{topic.title}"' for topic in topics)]
    return "\n".join(["---", *lines, "---", ""])


def opening_blocks(
    town: Town, slot: Slot, style: HouseStyle, present: Sequence[str], draws: Draws
) -> tuple[str, ...]:
    """Which meeting it is and who came; the first one present is in the chair."""
    name = COMMITTEES[slot.committee].name_on(slot.day)
    day = f"{WEEKDAYS[slot.day.weekday()]} {printed_date(slot.day)}"
    chair, *others = present
    offices = draws.several(range(len(OFFICES)), 3)
    attending = ", ".join(
        f"{town.people.officer(office, slot.day).name} ({OFFICES[office].title})"
        for office in offices
    )
    return (
        f"Minutes of the meeting of the {name} held on {day} at {style.time} in the {VENUE}.",
        f"Present: {chair} (Chair), {', '.join(others)}",
        f"In attendance: {attending}",
    )
