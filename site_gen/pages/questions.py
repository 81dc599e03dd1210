"""All questions: the overview, and each year's page or pages."""

from operator import attrgetter
from typing import ClassVar

from site_gen.model.rows import QuestionRow, ResponseState
from site_gen.pages.archive_reading import ArchiveReading
from site_gen.pages.frame import Frame, Link, make_frame
from site_gen.pages.links import Links
from site_gen.pages.listing import QuestionGroup, question_groups
from site_gen.pages.naming import Naming
from site_gen.pages.words import counted
from site_gen.pages.year_lists import YearList, YearView
from site_gen.site import addresses
from site_gen.site.plain_words import RESPONSE_STATES
from site_gen.text.values import dataclass

LATEST = 12
YEARS: YearList[QuestionRow, QuestionGroup] = YearList(
    heading="Questions asked in",
    noun="question",
    trail=(("Questions", addresses.QUESTIONS),),
    address_of=addresses.questions_year_url,
    meeting_of=attrgetter("meeting"),
    group=question_groups,
    filters=(
        ("answered", RESPONSE_STATES[ResponseState.RECORDED]),
        ("to-follow", RESPONSE_STATES[ResponseState.TO_FOLLOW]),
        ("no-response", RESPONSE_STATES[ResponseState.NONE]),
    ),
)


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The overview: a page for each year, and the latest questions."""

    template: ClassVar[str] = "pages/questions.html"
    frame: Frame
    count: str
    years: tuple[Link, ...]
    latest: tuple[QuestionGroup, ...]


@dataclass(frozen=True, slots=True)
class QuestionsYearView(YearView[QuestionGroup]):
    """One year's questions, or one month's."""

    template: ClassVar[str] = "pages/questions_year.html"


def make_questions_view(archive: ArchiveReading) -> QuestionsView:
    """The overview."""
    links = Links(addresses.QUESTIONS)
    years = archive.question_years()
    latest = archive.questions_in(years[0][0])[:LATEST] if years else ()
    return QuestionsView(
        frame=make_frame(archive.directory, links, title="Questions"),
        count=counted(sum(number for _, number in years), "question"),
        years=YEARS.year_links(years, links),
        latest=question_groups(latest, Naming(archive.directory), links),
    )


def make_questions_year_views(archive: ArchiveReading, year: int) -> tuple[QuestionsYearView, ...]:
    """The year's page, and one for each month where the year is too long for one page."""
    return YEARS.make_views(
        archive,
        QuestionsYearView,
        year=year,
        years=archive.question_years(),
        rows=archive.questions_in(year),
    )
