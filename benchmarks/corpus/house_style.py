"""Each committee's clerk keeps to one way of writing for a year."""

from dataclasses import dataclass

from benchmarks.corpus.draws import Draws
from benchmarks.corpus.headings import HeadingStyle
from benchmarks.corpus.people import Person
from benchmarks.corpus.questions import COUNCILLOR_STYLES, PUBLIC_STYLES, QuestionStyle
from benchmarks.corpus.resolutions import LIST_STYLES, SINGLE_STYLES, ResolutionStyle

MEMBER_FORMS = (
    "Councillor {surname}",
    "Cllr {surname}",
    "Councillor {first} {surname}",
    "Cllr {initial} {surname}",
)
BULLETS = ("·\u00a0\u00a0\u00a0", "o\u00a0", "- ", "* ", "({})\u00a0")  # {}: a Roman numeral
TIMES = ("10:00", "14:00", "17:30", "18:30", "19:00", "19:30")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How one committee's minutes of one year are written."""

    heading: HeadingStyle
    public: QuestionStyle
    councillors: QuestionStyle
    singles: tuple[ResolutionStyle, ...]
    listed: ResolutionStyle
    member_form: str
    bullet: str  # "{}" in it is replaced by a numeral
    time: str
    fills_front_matter: bool
    breaks_pages: bool

    def printed(self, member: Person) -> str:
        """A member as these minutes print the name."""
        return self.member_form.format(
            surname=member.surname, first=member.first, initial=member.first[0]
        )


def house_style(draws: Draws) -> HouseStyle:
    """One style of each kind, and two for single decisions."""
    return HouseStyle(
        heading=draws.pick(tuple(HeadingStyle)),
        public=draws.pick(PUBLIC_STYLES),
        councillors=draws.pick(COUNCILLOR_STYLES),
        singles=tuple(draws.several(SINGLE_STYLES, 2)),
        listed=draws.pick(LIST_STYLES),
        member_form=draws.pick(MEMBER_FORMS),
        bullet=draws.pick(BULLETS),
        time=draws.pick(TIMES),
        fills_front_matter=draws.chance(0.5),
        breaks_pages=draws.chance(0.2),
    )
