"""Names of the public are gone from everything when site.yaml asks for it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.archive.public_names import apply_public_names, check_public_names
from site_gen.archive.visible_text import VisibleText, fold_text
from site_gen.model.meetings import (
    Attendee,
    Correction,
    Declaration,
    DocumentReference,
    Meeting,
    Presence,
)
from site_gen.model.people import Speaker
from site_gen.model.prose import Prose
from site_gen.model.records import Vote
from site_gen.site.settings import PublicNames
from site_gen.text.values import is_value, replace, values_of
from tests.made_meetings import decision, item, make_meeting, passage, record

INITIALS, NONE = PublicNames.INITIALS, PublicNames.NONE
NATHAN = "Mr Nathan Peverell"
ONE = "a member of the public"


def unlisted(speaker: Speaker) -> bool:
    return speaker.person_id is None


def spoken(*texts: str, by: str = NATHAN, others: tuple[str, ...] = ()) -> Meeting:
    """A meeting at which `by` asks the first of `texts` and the others are said."""
    return make_meeting(
        item(
            "Questions",
            record("question", texts[0], by),
            *(record("comment", text) for text in texts[1:]),
            *(record("response", "Yes.", other) for other in others),
        )
    )


def hidden(text: str, policy: PublicNames, by: str = NATHAN, others: tuple[str, ...] = ()) -> str:
    """The text as it is published when `by` is a member of the public."""
    meeting = apply_public_names(spoken(text, by=by, others=others), policy, unlisted)
    return next(meeting.records).prose.text


def hidden_html(html: str, policy: PublicNames = NONE, text: str = "Peverell") -> str:
    asked = replace(record("question", "", NATHAN), prose=Prose(html, text))
    meeting = apply_public_names(make_meeting(item("A", asked)), policy, unlisted)
    return next(meeting.records).prose.html


# ----------------------------------------------------------------- how they read


@pytest.mark.parametrize(
    ("minuted", "initials", "none"),
    [
        ("Mr Nathan Peverell asked.", "Mr N. P. asked.", "A member of the public asked."),
        ("It was Nathan Peverell.", "It was N. P.", "It was a member of the public."),
        ("Mr Peverell asked.", "Mr N. P. asked.", "A member of the public asked."),
        ("So Peverell's road", "So N. P.'s road", "So a member of the public's road"),
        ("so peverell’s road", "so N. P.’s road", "so a member of the public’s road"),
        ("MR PEVERELL ASKED", "MR N. P. ASKED", "A MEMBER OF THE PUBLIC ASKED"),
        ("by N. Peverell", "by N. P.", "by a member of the public"),
        ("by NJ Peverell, by N.J. Peverell", "by N. P., by N. P.", f"by {ONE}, by {ONE}"),
        ("by Peverell, N. and so", "by N. P. and so", "by a member of the public and so"),
        ("by Mr\u00a0Nathan\nPeverell", "by Mr N. P.", "by a member of the public"),
        ("by Rev. Dr N. Peverell OBE", "by Rev. Dr N. P.", "by a member of the public"),
        ("by Nathan James Peverell", "by N. P.", "by a member of the public"),
        ("by Mr James Peverell", "by Mr N. P.", "by a member of the public"),
        ("by Mr and Mrs Peverell", "by Mr and Mrs P.", "by members of the public"),
        ("that Nathan had gone", "that N. P. had gone", "that a member of the public had gone"),
        ("by Pe\u00advere\u200bll", "by N. P.", "by a member of the public"),
        ("from n.peverell@example.org.", "from (address not shown).", "from (address not shown)."),
        ("in npeverell-letter.pdf", "in (address not shown)", "in (address not shown)"),
    ],
)  # fmt: skip
def test_every_printed_form_becomes_initials_or_nobody(
    minuted: str, initials: str, none: str
) -> None:
    assert hidden(minuted, INITIALS) == initials
    assert hidden(minuted, NONE) == none


@pytest.mark.parametrize(
    ("minuted", "none"),
    [
        ("Mr Peverell, a member of the public, asked", "A member of the public asked"),
        ("A member of the public, Mr Peverell, asked", "A member of the public asked"),
        ("A resident (Mr Peverell) asked", "A resident (a member of the public) asked"),
        ("It rained. Mr Peverell asked", "It rained. A member of the public asked"),
        ("First.\nMr Peverell asked", "First.\nA member of the public asked"),
        ("Heard:\nMr Peverell", "Heard:\nA member of the public"),
        ("Heard, e.g. Mr Peverell", "Heard, e.g. a member of the public"),
    ],
)  # fmt: skip
def test_nobody_in_particular_is_said_as_english_says_it(minuted: str, none: str) -> None:
    assert hidden(minuted, NONE) == none


@pytest.mark.parametrize(
    "minuted",
    [
        "Councillor Peverell replied.",
        "Cllr. Anil Peverell replied.",
        "Councillors Ahmed, Peverell and Smith left.",
        "COUNCILLOR PEVERELL replied.",
        "Anil Peverell replied, and so did A. Peverell.",
        "Peverell Road was dug up.",
        "Nathan Smith replied.",
        "The Peverellian style.",
    ],
)
def test_nobody_and_nothing_else_of_the_same_name_is_touched(minuted: str) -> None:
    assert hidden(minuted, NONE, others=("Councillor Anil Peverell",)) == minuted


def test_a_family_name_that_is_a_word_is_hidden_only_where_a_person_is_meant() -> None:
    by = "Ms Anna Green"
    text = "Green spaces: Ms Green said green is good. Green said so, as did Anna Green."
    assert hidden(text, INITIALS, by=by) == (
        "Green spaces: Ms A. G. said green is good. A. G. said so, as did A. G."
    )


@pytest.mark.parametrize(
    ("by", "minuted", "initials"),
    [
        ("Mrs Sinéad O'Brien", "by Mrs OBrien, O’Brien and Sinead O Brien",
         "by Mrs S. O., S. O. and S. O."),
        ("Ms Anna van der Berg", "by Anna van der Berg, Ms Van Der Berg", "by A. V., Ms A. V."),
        ("Dr J.P. Smith-Jones", "by J. P. Smith-Jones or Smith Jones", "by J. P. S. or J. P. S."),
        ("Mr Ng", "by Mr Ng and Ng, ng", "by Mr N. and N., ng"),
        ("José Núñez", "by Jose Nunez and Nu\u0301n\u0303ez", "by J. N. and J. N."),
        ("Ms Straßer", "by Ms STRASSER or Ms Straßer", "by Ms S. or Ms S."),
    ],
)  # fmt: skip
def test_names_of_many_makes_are_known(by: str, minuted: str, initials: str) -> None:
    assert hidden(minuted, INITIALS, by=by) == initials


def test_two_people_of_one_family_name_keep_their_own_initials() -> None:
    meeting = spoken("Mrs Patel and Mr Patel", by="Mr Anil Patel")
    meeting = replace(
        meeting,
        items=(
            *meeting.items,
            *make_meeting(item("B", record("comment", "", "Mrs Bina Patel"))).items,
        ),
    )
    shown = apply_public_names(meeting, INITIALS, unlisted)
    assert next(shown.records).prose.text == "Mrs B. P. and Mr A. P."


def test_speakers_are_named_as_the_policy_has_it() -> None:
    meeting = spoken(
        "x",
        others=("Mr Peverell", "A resident", "Councillor Peverell", "Mr Peverell and Mrs Oakes"),
    )
    printed = [
        [(one.speaker.printed, one.speaker.name) for one in shown.records if one.speaker]
        for shown in (apply_public_names(meeting, policy, unlisted) for policy in (INITIALS, NONE))
    ]
    assert printed[0] == [
        ("Mr N. P.", "Mr N. P."),
        ("Mr N. P.", "Mr N. P."),
        ("A resident", "A resident"),
        ("Councillor Peverell", "Councillor Peverell"),
        ("Mr N. P. and Mrs O.", "Mr N. P. and Mrs O."),
    ]
    assert printed[1] == [
        ("A member of the public", None),
        ("A member of the public", None),
        ("A resident", "A resident"),
        ("Councillor Peverell", "Councillor Peverell"),
        ("Members of the public", None),
    ]


def test_a_speaker_whose_whole_name_is_a_word_is_hidden_all_the_same() -> None:
    meeting = spoken("Fox hunting", by="Fox")
    for policy, printed in ((INITIALS, "F."), (NONE, "A member of the public")):
        shown = next(apply_public_names(meeting, policy, unlisted).records)
        assert shown.speaker is not None
        assert (shown.speaker.printed, shown.prose.text) == (printed, "Fox hunting")


def test_speakers_with_an_office_or_in_people_yaml_are_not_hidden() -> None:
    clerk = Speaker("Nathan Peverell (Clerk)", name="Nathan Peverell", office="Clerk")
    mayor = Speaker("Mr Peverell", name="Mr Peverell", person_id="peverell")
    for speaker in (clerk, mayor):
        meeting = make_meeting(
            item("A", replace(record("comment", "Mr Peverell."), speaker=speaker))
        )
        assert apply_public_names(meeting, NONE, lambda _: True) == meeting


def test_whom_the_attendance_lists_as_a_member_is_no_member_of_the_public() -> None:
    attendance = (
        Attendee(Speaker("Mr N. Peverell", name="Mr N. Peverell"), Presence.MEMBER),
        Attendee(Speaker("Mrs Oakes", name="Mrs Oakes"), Presence.APOLOGIES),
        Attendee(
            Speaker("Mr Fox", name="Mr Fox"), Presence.MEMBER, capacity="member of the public"
        ),
        Attendee(Speaker("Dr Wren", name="Dr Wren"), Presence.OTHER),
    )
    text = "Mr Nathan Peverell, Mrs Oakes, Mr Fox, Dr Wren"
    meeting = replace(spoken(text), attendance=attendance)
    shown = apply_public_names(meeting, INITIALS, unlisted)
    assert next(shown.records).prose.text == "Mr Nathan Peverell, Mrs Oakes, Mr F., Dr W."
    assert [one.speaker.printed for one in shown.attendance] == [
        "Mr N. Peverell", "Mrs Oakes", "Mr F.", "Dr W.",
    ]  # fmt: skip


def test_part_of_an_office_that_was_taken_for_a_name_hides_no_words() -> None:
    attendance = tuple(
        Attendee(Speaker(printed, name=printed), Presence.OFFICER)
        for printed in ("Young People", "Families", "Nathan Oakes")
    )
    text = "How do Young People, families and young people, or Nathan Oakes, fare?"
    meeting = replace(spoken(text, by="Dr Wren"), attendance=attendance)
    shown = apply_public_names(meeting, NONE, unlisted)
    assert next(shown.records).prose.text == (
        "How do Young People, families and young people, or a member of the public, fare?"
    )
    assert [one.speaker.printed for one in shown.attendance] == [
        "Young People", "Families", "A member of the public",
    ]  # fmt: skip


def test_a_member_of_the_same_family_name_does_not_show_somebody_else() -> None:
    attendance = (Attendee(Speaker("Mrs A. Peverell", name="Mrs A. Peverell"), Presence.MEMBER),)
    meeting = replace(spoken("Mr Peverell thanked Mrs Peverell."), attendance=attendance)
    shown = apply_public_names(meeting, INITIALS, unlisted)
    assert next(shown.records).prose.text == "Mr N. P. thanked Mrs Peverell."


def test_as_minuted_changes_nothing() -> None:
    meeting = spoken("Mr Peverell asked.")
    assert apply_public_names(meeting, PublicNames.AS_MINUTED, unlisted) is meeting
    assert check_public_names(meeting, PublicNames.AS_MINUTED, unlisted) == ()


def test_a_meeting_without_members_of_the_public_is_left_as_it_is() -> None:
    meeting = spoken("Mr Peverell asked.", by="Councillor Ahmed")
    assert apply_public_names(meeting, NONE, unlisted) is meeting


# ----------------------------------------------------------------------- in HTML


@pytest.mark.parametrize(
    ("minuted", "shown"),
    [
        ("<p>Mr <strong>Nathan</strong> <em>Pev</em>erell asked</p>",
         "<p>A member of the public asked</p>"),
        ("<p>Mr</p><p>Peverell</p>", "<p>Mr</p><p>A member of the public</p>"),
        ("<p>by Mr&nbsp;Peverell&#39;s</p>", "<p>by a member of the public&#39;s</p>"),
        ("<p>by Nathan<br>Peverell</p>", "<p>by a member of the public<br></p>"),
        ("<p>&lt;Peverell&gt; &amp; so</p>", "<p>&lt;a member of the public&gt; &amp; so</p>"),
        ('<p><a href="https://x.org/Nathan%20Pever%65ll">here</a></p>', "<p><a>here</a></p>"),
        ('<p><a href="archive:n-peverell.pdf" class="x">it</a></p>', '<p><a class="x">it</a></p>'),
        ('<p><a href="https://x.org/">Mr Peverell</a></p>',
         '<p><a href="https://x.org/">A member of the public</a></p>'),
        ('<p>Mr <a href="https://x.org/">Peverell</a></p>',
         '<p><a href="https://x.org/">A member of the public</a></p>'),
        ('<p>so <img alt="Mr Peverell" src="x.png"></p>', '<p>so <img src="x.png"></p>'),
        ("<p class='a'>5 < 6 & Peverell</p>", "<p class='a'>5 < 6 & a member of the public</p>"),
    ],
)  # fmt: skip
def test_html_stays_html(minuted: str, shown: str) -> None:
    assert hidden_html(minuted) == shown


def test_html_that_names_nobody_is_the_same_value() -> None:
    asked = replace(record("question", "", NATHAN), prose=Prose("<p>Buses</p>", "Buses"))
    meeting = make_meeting(item("A", asked))
    shown = apply_public_names(meeting, NONE, unlisted)
    assert next(shown.records).prose is asked.prose


# --------------------------------------------------------------- ids, links, files


def test_documents_whose_address_names_somebody_lose_the_address() -> None:
    documents = (
        DocumentReference("Letter", 3, path="meetings/planning/letter-peverell.pdf"),
        DocumentReference("Page", 4, href="https://example.org/?by=NPeverell"),
        DocumentReference("Map", 5, path="meetings/planning/map.pdf"),
    )
    shown = apply_public_names(replace(spoken("x"), documents=documents), NONE, unlisted).documents
    assert [(one.path, one.href) for one in shown] == [
        (None, None), (None, None), ("meetings/planning/map.pdf", None),
    ]  # fmt: skip
    assert shown[0].note == "not linked here, because its address names a member of the public"


def test_file_names_and_ids_that_name_somebody_are_errors_that_do_not() -> None:
    documents = (DocumentReference("Letter", 3, path="meetings/planning/letter-peverell.pdf"),)
    meeting = replace(spoken("x"), documents=documents, id="planning-peverell")
    found = check_public_names(meeting, NONE, unlisted)
    assert [(one.code, one.place.line) for one in found] == [
        ("public-name-in-address", 1), ("public-name-in-address", 3),
    ]  # fmt: skip
    assert not any("everell" in one.message + one.hint for one in found)
    named = replace(spoken("x"), path="content/meetings/planning/peverell.md")
    assert len(check_public_names(named, NONE, unlisted)) == 1
    assert check_public_names(spoken("x"), NONE, unlisted) == ()


# ------------------------------------------------------------------- nothing is left


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_value(type(value)):
        yield from strings(values_of(value))
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings(one)


class Words(HTMLParser):
    """The words of HTML and of its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.attributes = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += " ".join(f"{name}={value}" for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def everything(meeting: Meeting) -> str:
    """All text anywhere in the meeting, mark-up taken off, as one would look for a name in it."""
    found = [fold_text(one) for one in strings(meeting)]
    for one in list(found):
        if "<" in one:
            parsed = Words(one)
            found += [parsed.words, parsed.attributes]
    return "\n".join(found)


# Not st.text, which also tries words that stand in our own source: titles are no names.
LETTERS = st.lists(st.sampled_from("bcdfghjklmnpqrstvwxz"), min_size=6, max_size=8).map("".join)
TITLES = st.sampled_from(["Mr", "Mrs", "Ms", "Dr", "Rev.", "Professor"])


@st.composite
def people(draw: st.DrawFn) -> tuple[str, str, str]:
    """Title, given and family name, unlike any word of the templates."""
    return draw(TITLES), draw(LETTERS).capitalize(), draw(LETTERS).capitalize()


def forms(person: tuple[str, str, str]) -> list[str]:
    title, first, family = person
    whole = f"{title} {first} {family}"
    return [
        whole, f"{first} {family}", f"{title} {family}", family, f"{first[0]}. {family}",
        f"{first[0]} {family}", f"{family}, {first[0]}.", f"{family}, {first}", f"{family}'s",
        f"{family}’s", whole.upper(), family.upper(), family.lower(), f"{family}s",
        whole.replace(" ", "\u00a0"), whole.replace(" ", "\n"), whole.replace(" ", "  "),
        f"{first[:3]}\u00ad{first[3:]} {family[:2]}\u200b{family[2:]}", first, f"{first}'s",
        f"{title} {first} Lmnopq {family}", f"{title} and Mrs {family}",
        f"{first.lower()}.{family.lower()}@example.org", f"https://example.org/{family}/{first}",
        f"{first[0].lower()}{family.lower()}@example.org", f"{family.lower()}_{first.lower()}.pdf",
    ]  # fmt: skip


TEMPLATES = st.sampled_from(
    ["{} asked about it.", "the letter of {} was read", "thanked {}.", "({})", "“{}”",
     "by {}, who left", "questions: {}; {} again", "It rained. {}", "item\n{} and others"]
)  # fmt: skip


@st.composite
def mentions(draw: st.DrawFn, everybody: list[tuple[str, str, str]]) -> str:
    template = draw(TEMPLATES)
    chosen = [
        draw(st.sampled_from(forms(draw(st.sampled_from(everybody)))))
        for _ in range(template.count("{}"))
    ]
    return template.format(*chosen)


@st.composite
def marked_up(draw: st.DrawFn, text: str) -> str:
    """The text as HTML, with emphasis and entities put in anywhere."""
    entities = {"&": "&amp;", "\u00a0": "&nbsp;", "'": "&#39;"}
    marks = draw(
        st.dictionaries(st.integers(0, len(text)), st.sampled_from(["em", "a"]), max_size=4)
    )
    html = ""
    for at, character in enumerate(text):
        written = entities.get(character, character)
        html += f"<{marks[at]}>{written}</{marks[at]}>" if at in marks else written
    return f"<p>{html}</p>"


@given(st.data(), st.sampled_from([INITIALS, NONE]))
def test_nothing_of_a_name_is_left_anywhere(data: st.DataObject, policy: PublicNames) -> None:
    everybody = data.draw(st.lists(people(), min_size=1, max_size=3, unique_by=lambda one: one[1:]))

    sayings = cycle([data.draw(mentions(everybody)) for _ in range(4)])

    def said() -> str:
        return next(sayings)

    def speaker(person: tuple[str, str, str]) -> Speaker:
        title, first, family = person
        whole = f"{title} {first} {family}"
        printed = data.draw(st.sampled_from([whole, f"{title} {family}", f"{first} {family}"]))
        return Speaker(printed, name=whole)

    def prose() -> Prose:
        text = said()
        return Prose(data.draw(marked_up(text)), " ".join(text.split(" ")))

    asked = [
        replace(record("question", ""), prose=prose(), lead=prose(), speaker=speaker(person))
        for person in everybody
    ]
    first = speaker(everybody[0])
    motion = replace(
        decision(record("motion", said()), passage(said())),
        moved_by=first, seconded_by=first, vote=Vote(names_for=(first,), names_absent=(first,)),
    )  # fmt: skip
    meeting = make_meeting(
        replace(item(said(), *asked, motion, passage(said())), presented_by=first),
        title=said(),
        chair=said(),
        venue=said(),
        topics=(said(),),
        attendance=(Attendee(first, Presence.OTHER, capacity=said(), substitutes_for=said()),),
        declarations=(Declaration(first, said(), 1),),
        corrections=(Correction(make_meeting().date, was=said(), now=said(), by=said()),),
        documents=(DocumentReference(said(), 1, path=f"a/{everybody[0][2]}.pdf", note=said()),),
        preamble=(passage(said()),),
    )
    left = everything(apply_public_names(meeting, policy, unlisted)).lower()
    letters = fold_text(left).lower()
    for _title, given_name, family in everybody:
        assert given_name.lower() not in letters
        assert family.lower() not in letters


@given(st.text("ab <>&;'\"\u00a0\u00adé\n/=pP", max_size=60))
def test_visible_text_knows_where_each_character_was_written(html: str) -> None:
    for visible, written in ((VisibleText.of_html(html), html), (VisibleText.of_text(html), html)):
        count = len(visible.folded)
        assert count == len(visible.shown) == len(visible.starts) == len(visible.ends)
        assert visible.rewrite(written, []) == written
        spans = list(zip(visible.starts, visible.ends, strict=True))
        assert all(0 <= start <= end <= len(written) for start, end in spans)
        assert spans == sorted(spans)


@given(st.text(max_size=200), st.sampled_from([INITIALS, NONE]))
def test_no_text_makes_hiding_fail(text: str, policy: PublicNames) -> None:
    hidden(f"{text} Mr Peverell {text}", policy)
    hidden_html(f"<p>{text} Peverell</p>", policy, text=f"{text} Peverell")
