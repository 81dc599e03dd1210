"""A small invented archive, built by hand: every kind of thing that a page can show."""

from site_gen.model.bodies import Body, BodyName
from site_gen.model.documents import Document, Page
from site_gen.model.glossary import Acronym, Glossary
from site_gen.model.meetings import (
    AgendaItem,
    Attendee,
    Correction,
    Declaration,
    DocumentReference,
    ItemState,
    Meeting,
    MeetingStatus,
    Presence,
)
from site_gen.model.people import Office, Person, Role, Speaker
from site_gen.model.prose import Passage, PassageRole, Prose, Withheld
from site_gen.model.records import Decision, EarlierQuestion, Outcome, Record, RecordKind, Vote
from site_gen.site.directory import Directory
from site_gen.site.settings import Settings
from site_gen.text.dates import PartialDate

COUNCIL = "Brackwater City Council"
COUNTY = "Fennshire County Council"
CHILDREN = "children-scrutiny"
PLANNING = "planning"
FULL = "full-council"


def words(*paragraphs: str) -> Prose:
    """Paragraphs without mark-up."""
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Prose(html, "\n".join(paragraphs))


def said(role: PassageRole, *paragraphs: str) -> Passage:
    return Passage(role, words(*paragraphs), 1)


ELLERBY = Speaker("Councillor Ellerby", "Councillor Martha Ellerby", person_id="martha-ellerby")
OKAFOR = Speaker("Councillor Okafor", "Councillor Daniel Okafor", person_id="daniel-okafor")
PENROSE = Speaker("Councillor Penrose", "Councillor Ann Penrose", person_id="ann-penrose")
STRANGER = Speaker("A member of the public")
DIRECTOR = Speaker(
    "The Director of Children\u2019s Services",
    office="Director of Children\u2019s Services",
    person_id="director-childrens-services",
)

DIRECTORY = Directory(
    settings=Settings(
        title="Minutes of Brackwater and Fennshire",
        description="What was asked, what was answered and what was decided.",
        address="https://minutes.example.org/archive/",
        is_demonstration=True,
        is_noindex=True,
        publisher="Brackwater Democratic Services",
        contact="minutes@example.org",
    ),
    bodies={
        FULL: Body(FULL, (BodyName("Full Council"),), COUNCIL),
        CHILDREN: Body(
            CHILDREN,
            (
                BodyName("Children and Schools Scrutiny Commission", end=PartialDate(2024, 5, 15)),
                BodyName("Children and Education Scrutiny Commission", PartialDate(2024, 5, 16)),
            ),
            COUNCIL,
        ),
        PLANNING: Body(PLANNING, (BodyName("Planning Committee"),), COUNTY),
    },
    people={
        "martha-ellerby": Person(
            "martha-ellerby",
            "Martha Ellerby",
            roles=(
                Role(member_of=CHILDREN, start=PartialDate(2023, 5, 9)),
                Role(office="Lord Mayor", council=COUNCIL, start=PartialDate(2024)),
            ),
        ),
        "daniel-okafor": Person(
            "daniel-okafor", "Daniel Okafor", roles=(Role(member_of=CHILDREN, is_co_opted=True),)
        ),
        "ann-penrose": Person("ann-penrose", "Ann Penrose"),
    },
    offices={
        "director-childrens-services": Office(
            "director-childrens-services", "Director of Children\u2019s Services"
        )
    },
    glossary=Glossary(
        (
            Acronym("CPP", "child protection plan"),
            Acronym("CIN", "child in need"),
            Acronym("EHCP", "education, health and care plan"),
            Acronym("BCC", "Brackwater City Council", COUNCIL),
        )
    ),
    documents={"documents/2025-pay-review.md": "2025-pay-review"},
    pages={"about": "About these minutes", "help": "How to read minutes"},
)


def record(kind: RecordKind, address: str, *paragraphs: str, **more: object) -> Record:
    return Record(kind, address, words(*paragraphs), 1, **more)  # type: ignore[arg-type]


def _batch() -> AgendaItem:
    """Questions first, answers after them, as many minutes print it."""
    questions = (
        (
            "What does the council do to keep the social workers that it has, and how does that"
            " compare with the councils around it?"
        ),
        "From exit interviews, what are the three commonest reasons for leaving?",
    )
    answers = (
        ("Every member of staff had a benefits offer, set out in the attached document.",),
        (
            (
                "The reasons given between January 2024 and June 2025 were retirement, a step up"
                " in another council, and a change of career."
            ),
            "No agency staff worked as team managers.",
        ),
    )
    return AgendaItem(
        "item-4",
        "Questions from the public",
        10,
        (
            said(PassageRole.AGENDA, "Dr Example asks two questions about social workers."),
            said(PassageRole.FURNITURE, "Minutes:"),
            said(PassageRole.LEAD, "A member of the public asked:"),
            *(
                record(
                    RecordKind.QUESTION,
                    f"item-4-question-{number}",
                    text,
                    number=str(number),
                    speaker=STRANGER,
                )
                for number, text in enumerate(questions, 1)
            ),
            said(
                PassageRole.LEAD,
                "The Director of Children\u2019s Services gave the following responses:",
            ),
            *(
                record(
                    RecordKind.RESPONSE,
                    f"item-4-response-{number}",
                    *text,
                    number=str(number),
                    speaker=DIRECTOR,
                    answers=(f"item-4-question-{number}",),
                )
                for number, text in enumerate(answers, 1)
            ),
        ),
        number="4",
        minute="31",
    )


def _thread() -> AgendaItem:
    """A question, its answer, a follow-up question and its promise, all in order."""
    return AgendaItem(
        "item-5",
        "Questions from members",
        30,
        (
            record(
                RecordKind.QUESTION,
                "item-5-question-1",
                "How many families on a CPP or with a CIN plan had three or more social workers"
                " in one year?",
                lead=words("Councillor Okafor asked:"),
                speaker=OKAFOR,
                addressed_to=DIRECTOR,
            ),
            record(
                RecordKind.RESPONSE,
                "item-5-response-1",
                "Eleven families in a hundred did.",
                lead=words("The Director of Children\u2019s Services responded:"),
                speaker=DIRECTOR,
                answers=("item-5-question-1",),
            ),
            record(
                RecordKind.SUPPLEMENTARY,
                "item-5-supplementary-1",
                "Is that better than last year?",
                lead=words("Councillor Okafor asked a supplementary question:"),
                speaker=OKAFOR,
                follows="item-5-question-1",
            ),
            record(
                RecordKind.RESPONSE,
                "item-5-response-2",
                "The figure for last year would be sent in writing.",
                lead=words("The Director of Children\u2019s Services replied:"),
                speaker=DIRECTOR,
                answers=("item-5-supplementary-1",),
                is_promise=True,
                is_in_writing=True,
            ),
            record(
                RecordKind.QUESTION,
                "item-5-question-2",
                "Who checks that plans for schools <b>and</b> nurseries agree?",
                lead=words("Councillor Penrose asked:"),
                speaker=PENROSE,
            ),
            record(
                RecordKind.UNDERTAKING,
                "item-5-undertaking-1",
                "To bring last year\u2019s figures to the next meeting.",
                speaker=DIRECTOR,
            ),
        ),
        number="5",
        minute="32",
    )


def _report() -> AgendaItem:
    """A report, points raised, and a decision in parts."""
    points = (
        "The number of vacancies had halved since spring.",
        "In response to a query about costs, the grant was for one year only.",
        "Members asked that the report on EHCP numbers come back in the autumn.",
    )
    return AgendaItem(
        "item-6",
        "Inspection report and improvement plan",
        50,
        (
            said(PassageRole.PROSE, "The Director presented the report. Key points included:"),
            Passage(
                PassageRole.PROSE,
                Prose(
                    "<ul><li>Caseloads were manageable.<ul><li>Not yet everywhere.</li></ul></li>"
                    "<li>Plans were timely.</li></ul>",
                    "Caseloads were manageable.\nNot yet everywhere.\nPlans were timely.",
                ),
                1,
            ),
            *(
                record(RecordKind.COMMENT, f"item-6-comment-{n}", text, number=roman)
                for n, (roman, text) in enumerate(zip(("i", "ii", "iii"), points, strict=True), 1)
            ),
            Decision(
                "item-6-decision-1",
                60,
                (
                    said(
                        PassageRole.MOVERS,
                        "Moved by Councillor Ellerby, seconded by Councillor Okafor.",
                    ),
                    said(PassageRole.LEAD, "AGREED:"),
                    record(
                        RecordKind.RESOLUTION,
                        "item-6-resolution-a",
                        "That the report be noted;",
                        number="a",
                    ),
                    record(
                        RecordKind.RESOLUTION,
                        "item-6-resolution-b",
                        "That officers bring a report on pay to the next meeting.",
                        number="b",
                    ),
                    said(PassageRole.VOTE, "For: 3. Against: 1."),
                ),
                moved_by=ELLERBY,
                seconded_by=OKAFOR,
                outcome=Outcome.CARRIED,
                vote=Vote(
                    votes_for=3,
                    votes_against=1,
                    abstentions=0,
                    names_for=(ELLERBY, OKAFOR, Speaker("Councillor Unlisted")),
                    names_against=(PENROSE,),
                ),
            ),
            record(
                RecordKind.ACTION,
                "item-6-action-1",
                "Circulate the improvement plan.",
                speaker=DIRECTOR,
                due=PartialDate(2025, 9, 30),
            ),
        ),
        number="6",
        minute="33",
        presented_by=DIRECTOR,
        introduced_by=ELLERBY,
    )


def _motion() -> AgendaItem:
    """A motion with an amendment that was lost."""
    return AgendaItem(
        "item-7",
        "Motion: walking to school",
        70,
        (
            Decision(
                "item-7-decision-1",
                71,
                (
                    record(
                        RecordKind.RESOLUTION,
                        "item-7-resolution-1",
                        "That the council pay for crossing patrols.",
                    ),
                ),
                moved_by=OKAFOR,
                seconded_by=ELLERBY,
                outcome=Outcome.CARRIED,
                vote=Vote(votes_for=9, votes_against=3, abstentions=1, casting_vote=None),
            ),
            Decision(
                "item-7-decision-2",
                75,
                (
                    record(
                        RecordKind.MOTION, "item-7-motion-1", "To put off the payment for a year."
                    ),
                ),
                moved_by=PENROSE,
                outcome=Outcome.LOST,
                amends="item-7-decision-1",
                vote=Vote(votes_for=4, votes_against=4, casting_vote="against"),
            ),
            Decision(
                "item-7-decision-3",
                78,
                (
                    record(
                        RecordKind.RECOMMENDATION,
                        "item-7-recommendation-1",
                        "That the budget be raised.",
                        decides="Full Council",
                    ),
                ),
            ),
            record(
                RecordKind.REPRESENTATION,
                "item-7-representation-1",
                "A petition asking for patrols at Mill Road was received.",
                speaker=STRANGER,
                detail="petition",
                signatures=1212,
            ),
        ),
        number="7",
        part="Part B",
    )


def _private() -> tuple[AgendaItem, ...]:
    return (
        AgendaItem(
            "item-8",
            "Sale of land",
            80,
            number="8",
            part="Part B",
            state=ItemState.PRIVATE,
            withheld=Withheld(81, ("3",), public_summary="The committee agreed a way forward."),
        ),
        AgendaItem(
            "item-8-1",
            "Site visits",
            85,
            (said(PassageRole.PROSE, "To be arranged."), Withheld(86, ("5",))),
            number="8.1",
            level=2,
            parent="item-8",
            part="Part B",
        ),
        AgendaItem(
            "item-9", "Any other business", 90, number="9", part="Part B", state=ItemState.DEFERRED
        ),
    )


SUMMER = Meeting(
    id="children-scrutiny-2025-06-24",
    path="content/meetings/children-scrutiny/2025-06-24.md",
    body=CHILDREN,
    date=PartialDate(2025, 6, 24),
    title="Children and Education Scrutiny Commission",
    start="17:30",
    end="19:45",
    venue="Council Chamber, Town Hall",
    chair="Councillor Ellerby",
    corrections=(
        Correction(PartialDate(2025, 7, 3), "seven posts", "eleven posts", "the clerk", "6"),
    ),
    attendance=(
        Attendee(ELLERBY, Presence.MEMBER, "Chair", is_chair=True),
        Attendee(OKAFOR, Presence.MEMBER, arrived="17:50"),
        Attendee(DIRECTOR, Presence.OFFICER),
        Attendee(PENROSE, Presence.APOLOGIES),
        Attendee(Speaker("Canon Example"), Presence.MEMBER, substitutes_for="Councillor Penrose"),
    ),
    declarations=(Declaration(OKAFOR, "is a school governor", 5, "7", "personal"),),
    documents=(
        DocumentReference(
            "Benefits offer", 12, path="meetings/children-scrutiny/offer.pdf", item="item-4"
        ),
        DocumentReference("Pay review", 12, path="documents/2025-pay-review.md"),
        DocumentReference("Inspection letter", 13, href="https://example.org/letter"),
        DocumentReference(
            "report marked \u2018Agenda 6\u2019", 14, note="filed with the minutes", item="item-6"
        ),
    ),
    preamble=(said(PassageRole.ATTENDANCE, "Present: Councillors Ellerby (Chair) and Okafor."),),
    items=(_batch(), _thread(), _report(), _motion(), *_private()),
)

AUTUMN = Meeting(
    id="children-scrutiny-2025-09-02",
    path="content/meetings/children-scrutiny/2025-09-02.md",
    body=CHILDREN,
    date=PartialDate(2025, 9, 2),
    title="Special meeting on schools",
    status=MeetingStatus.APPROVED,
    approved_at="2025-11-04",
    items=(
        AgendaItem(
            "item-1",
            "Answers promised before",
            4,
            (
                record(
                    RecordKind.RESPONSE,
                    "item-1-response-1",
                    "Nine families in a hundred.",
                    speaker=DIRECTOR,
                    answers_earlier=EarlierQuestion(PartialDate(2025, 6, 24), None),
                    is_in_writing=True,
                    dated=PartialDate(2025, 7, 2),
                ),
            ),
            number="1",
        ),
    ),
)


def bare(meeting_id: str, body: str, date: PartialDate, status: MeetingStatus) -> Meeting:
    """A meeting without words."""
    return Meeting(meeting_id, f"content/meetings/{body}/{date.iso}.md", body, date, "", status)


SECRET = Meeting(
    id="planning-2025-03-01",
    path="content/meetings/planning/2025-03-01.md",
    body=PLANNING,
    date=PartialDate(2025, 3, 1),
    title="The secret garden deal",
    is_private=True,
    private_reason="It concerns legal advice.",
    items=(AgendaItem("item-1", "Secret heading", 3, (said(PassageRole.PROSE, "Secret words."),)),),
)
OLD = Meeting(
    id="planning-2018-06",
    path="content/meetings/planning/2018-06.md",
    body=PLANNING,
    date=PartialDate(2018, 6, is_inferred=True),
    title="Planning Committee",
    status=MeetingStatus.SIGNED,
    language="cy",
    items=(AgendaItem("item-1", "", 3, (said(PassageRole.PROSE, "Geiriau Cymraeg."),)),),
)
MEETINGS = (
    SUMMER,
    AUTUMN,
    SECRET,
    OLD,
    bare("planning-2024-04-09", PLANNING, PartialDate(2024, 4, 9), MeetingStatus.CANCELLED),
    bare("full-council-2026-01-20", FULL, PartialDate(2026, 1, 20), MeetingStatus.SCHEDULED),
)
DOCUMENTS = (
    Document(
        "2025-pay-review",
        "content/documents/2025-pay-review.md",
        "Pay review of social work",
        words("Pay had fallen behind."),
        PartialDate(2025, 5),
        "Director of Finance",
        "report",
        source="https://example.org/pay",
        body=CHILDREN,
        meetings=("children-scrutiny-2025-06-24",),
    ),
)
PAGES = (
    Page(
        "about", "content/pages/about.md", "About these minutes", words("Everything is invented.")
    ),
    Page("help", "content/pages/help.md", "How to read minutes", words("Begin at the top.")),
)
