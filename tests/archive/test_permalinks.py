"""Published addresses stay with the words for which they were published."""

from random import Random
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.archive import pairing
from site_gen.archive.kept_addresses import keep_addresses
from site_gen.archive.likeness import Folded, likeness
from site_gen.archive.permalinks import Permalink, first_words, meeting_permalinks
from site_gen.archive.published import PublishedList, check_missing_meetings, parse_published
from site_gen.diagnostics import Parsed
from site_gen.exports.permalinks import permalink_line, permalinks_file
from site_gen.model.meetings import AgendaItem, DocumentReference, Meeting
from site_gen.model.prose import PassageRole, Withheld
from site_gen.model.records import Decision, Record
from site_gen.text.values import replace
from tests.made_meetings import decision, item, make_meeting, passage, record

BUSES = "How many buses ran late in the month of February?"
BINS = "When will the bins of Kiln Lane be emptied again?"
TREES = "Why were the lime trees beside the market hall cut down?"
PARKING = "What does a resident's parking permit cost for a second car?"


def published(meeting: Meeting) -> tuple[Permalink, ...]:
    return meeting_permalinks(meeting)


def again(kept: Parsed[Meeting]) -> tuple[Permalink, ...]:
    return meeting_permalinks(kept.value)


def addresses(meeting: Meeting) -> dict[str, str]:
    """The words of every record by its address."""
    return {one.address: one.prose.text for one in meeting.records}


def codes(kept: Parsed[Meeting]) -> list[str]:
    return [diagnostic.code for diagnostic in kept.diagnostics]


# ------------------------------------------------------------------- the list


def test_every_address_is_listed_with_its_first_words_in_the_order_minuted() -> None:
    meeting = make_meeting(
        item(
            "Questions",
            record("question", BUSES),
            decision(
                passage("RESOLVED:", PassageRole.LEAD), record("resolution", "That it be so.")
            ),
        ),
    )
    assert [(one.address, one.kind, one.words) for one in published(meeting)] == [
        ("", "meeting", "Planning Committee"),
        ("item-1", "item", "Questions"),
        ("item-1-question-1", "question", BUSES),
        ("item-1-decision-1", "decision", "That it be so."),
        ("item-1-resolution-1", "resolution", "That it be so."),
    ]


def test_first_words_are_few_and_on_one_line() -> None:
    assert first_words("One\u00a0two\n three  four") == "One two three four"
    assert first_words("one two three four five six seven eight nine ten eleven") == (
        "one two three four five six seven eight nine ten"
    )
    assert first_words("Llanfairpwllgwyngyll " * 10) == " ".join(["Llanfairpwllgwyngyll"] * 3)
    assert first_words("x" * 500) == "x" * 80
    assert first_words(" \n ") == ""


def test_what_is_withheld_has_no_words_in_the_list() -> None:
    meeting = make_meeting(item("", withheld=Withheld(1, ("3",))))
    assert published(meeting)[1] == Permalink("item-1", "item", "")


def test_of_a_private_meeting_only_the_page_is_listed() -> None:
    meeting = make_meeting(item("Staffing", record("comment", BUSES)), is_private=True)
    assert published(meeting) == (Permalink("", "meeting", ""),)


def test_the_digest_tells_texts_apart_that_begin_alike_and_ignores_white_space() -> None:
    opening = "one two three four five six seven eight nine ten"
    first, second, third = (
        published(make_meeting(item("A", record("comment", text))))[2]
        for text in (f"{opening} eleven", f"{opening} twelve", f"{opening}\n eleven")
    )
    assert first.words == second.words
    assert first.digest != second.digest
    assert first.digest == third.digest


# --------------------------------------------------------- keeping, by example


def test_nothing_changes_when_nothing_was_published() -> None:
    meeting = make_meeting(item("Questions", record("question", BUSES)))
    assert keep_addresses(meeting, ()) == Parsed(meeting)


def test_nothing_changes_when_the_minutes_did_not() -> None:
    meeting = make_meeting(item("Questions", record("question", BUSES)))
    assert keep_addresses(meeting, published(meeting)) == Parsed(meeting)


def test_a_question_put_in_before_others_moves_none_of_them() -> None:
    before = make_meeting(item("Questions", record("question", BUSES), record("question", BINS)))
    now = make_meeting(
        item("Questions", *(record("question", text) for text in (TREES, BUSES, BINS)))
    )
    kept = keep_addresses(now, published(before))
    assert addresses(kept.value) == {
        "item-1-question-1-2": TREES,
        "item-1-question-1": BUSES,
        "item-1-question-2": BINS,
    }
    assert kept.diagnostics == ()


def test_an_item_put_in_before_others_moves_none_of_them() -> None:
    before = make_meeting(item("Questions", record("question", BUSES)), item("Close"))
    now = make_meeting(
        item("Apologies", record("comment", TREES)),
        item("Questions", record("question", BUSES)),
        item("Close"),
    )
    kept = keep_addresses(now, published(before))
    assert [(one.address, one.title) for one in kept.value.items] == [
        ("item-1-2", "Apologies"),
        ("item-1", "Questions"),
        ("item-2", "Close"),
    ]
    assert addresses(kept.value)["item-1-question-1"] == BUSES
    assert kept.diagnostics == ()


def test_every_place_that_names_an_address_is_changed_with_it() -> None:
    before = make_meeting(
        item("Report", number="5"),
        item(
            "Questions", record("question", BUSES, number="3"), record("response", BINS), number="6"
        ),
    )
    motion = decision(record("motion", TREES))
    now = make_meeting(
        item("Report", number="6"),
        item("Questions", record("question", BUSES, number="4"),
             record("response", BINS, answers=("item-7-question-4",)),
             record("supplementary", PARKING, follows="item-7-question-4"),
             motion, replace(motion, amends="item-7-decision-1"), number="7"),
        item("Below", number="7.1", parent="item-7"),
        documents=(DocumentReference("Report", 1, item="item-7"),),
    )  # fmt: skip
    kept = keep_addresses(now, published(before)).value
    assert [one.address for one in kept.items] == ["item-5", "item-6", "item-7.1"]
    assert kept.items[2].parent == "item-6"
    assert kept.documents[0].item == "item-6"
    question, response, supplementary, *_ = kept.records
    assert question.address == "item-6-question-3"
    assert response.answers == ("item-6-question-3",)
    assert supplementary.follows == "item-6-question-3"
    first, second = kept.items[1].decisions
    assert second.amends == first.address
    assert [one.decision for one in first.records] == [first.address]


def test_a_mended_spelling_keeps_the_address_silently() -> None:
    before = make_meeting(
        item("Qeustions", record("question", "How many busses rann late in Febuary?"))
    )
    now = make_meeting(
        item("Apologies"),
        item("Questions", record("question", BINS),
             record("question", "How many buses ran late in February?")),
    )  # fmt: skip
    kept = keep_addresses(now, published(before))
    assert kept.value.items[1].address == "item-1"
    assert addresses(kept.value)["item-1-question-1"].startswith("How many buses")
    assert kept.diagnostics == ()


def test_the_number_of_a_list_entry_may_come_or_go() -> None:
    before = make_meeting(item("Report", record("resolution", "1. That the trees be spared")))
    now = make_meeting(
        item("Report", record("comment", TREES), record("resolution", "That the trees be spared")),
    )
    kept = keep_addresses(now, published(before))
    assert addresses(kept.value)["item-1-resolution-1"] == "That the trees be spared"
    assert kept.diagnostics == ()


def test_another_reference_number_is_another_application_however_alike_the_words() -> None:
    before = make_meeting(item("Application 23/00123/FUL, 12 High Street, dwelling"))
    now = make_meeting(
        item("Apologies"), item("Application 23/00456/FUL, 14 High Street, dwelling")
    )
    kept = keep_addresses(now, published(before))
    assert kept.value.items[1].address == "item-2"
    assert codes(kept) == ["address-means-other-words"]


def test_a_comment_that_is_now_understood_as_a_question_keeps_its_address() -> None:
    before = make_meeting(item("Report", record("comment", TREES), record("comment", BUSES)))
    now = make_meeting(item("Report", record("comment", TREES), record("question", BUSES)))
    kept = keep_addresses(now, published(before))
    assert addresses(kept.value)["item-1-comment-2"] == BUSES


def test_words_that_are_nowhere_are_named_and_never_quoted() -> None:
    before = make_meeting(item("Questions", record("question", BUSES), record("question", BINS)))
    now = make_meeting(item("Questions", record("question", BUSES)))
    kept = keep_addresses(now, published(before))
    (found,) = kept.diagnostics
    assert found.code == "address-vanished"
    assert "meetings/planning-2024-03-12.html#item-1-question-2" in found.message
    assert "bins" not in found.message + found.hint
    assert (found.place.path, found.place.line) == (now.path, 100)
    assert "bins" not in str(again(kept))


def test_an_address_that_now_leads_to_other_words_is_named_at_those_words() -> None:
    before = make_meeting(item("Questions", record("question", BUSES, number="7")))
    now = make_meeting(item("Questions", record("question", TREES, number="7")))
    kept = keep_addresses(now, published(before))
    (found,) = kept.diagnostics
    assert found.code == "address-means-other-words"
    assert found.place.line == 101
    assert addresses(kept.value) == {"item-1-question-7": TREES}


def test_an_item_under_another_title_with_the_same_words_in_it_is_the_same_item() -> None:
    before = make_meeting(item("Buses", record("question", BUSES)))
    now = make_meeting(item("Apologies"), item("Transport", record("question", BUSES)))
    kept = keep_addresses(now, published(before))
    assert [one.address for one in kept.value.items] == ["item-1-2", "item-1"]
    assert kept.diagnostics == ()


def test_a_set_phrase_of_an_item_that_is_gone_is_not_found_in_another_item() -> None:
    noted = decision(record("resolution", "That the report be noted."))
    before = make_meeting(item("Bridges", noted, number="5"), item("Roads", noted, number="9"))
    now = make_meeting(item("Roads", noted, number="9"), item("Parks", noted, number="12"))
    kept = keep_addresses(now, published(before))
    assert [one.address for one in kept.value.items] == ["item-9", "item-12"]
    assert set(codes(kept)) == {"address-vanished"}
    assert len(kept.diagnostics) == 3  # the item, its decision, its resolution
    assert kept.value.aliases == ()


def test_a_long_question_moved_to_another_item_keeps_its_address() -> None:
    before = make_meeting(item("Roads", record("question", BUSES)), item("Parks"))
    now = make_meeting(item("Roads"), item("Parks", record("question", BUSES)))
    kept = keep_addresses(now, published(before))
    assert addresses(kept.value) == {"item-1-question-1": BUSES}
    assert kept.diagnostics == ()


def test_words_joined_to_what_came_before_keep_their_anchor_there() -> None:
    before = make_meeting(item("Report", record("comment", BUSES), record("comment", BINS)))
    now = make_meeting(item("Report", record("comment", f"{BUSES} {BINS}")))
    kept = keep_addresses(now, published(before))
    (alias,) = kept.value.aliases
    assert (alias.address, alias.target, alias.kind) == (
        "item-1-comment-2", "item-1-comment-1", "comment",
    )  # fmt: skip
    assert kept.diagnostics == ()
    listed = again(kept)
    assert listed[3] == Permalink("item-1-comment-2", "comment", BINS, alias_of="item-1-comment-1")
    assert keep_addresses(now, listed) == kept


def test_a_meeting_kept_before_may_be_kept_again() -> None:
    before = make_meeting(item("Report", record("comment", BUSES), record("comment", BINS)))
    now = make_meeting(item("Report", record("comment", f"{BUSES} {BINS}")))
    kept = keep_addresses(now, published(before))
    assert keep_addresses(kept.value, published(before)) == kept
    assert keep_addresses(kept.value, again(kept)) == kept


def test_an_alias_whose_words_stand_alone_again_is_an_address_again() -> None:
    before = make_meeting(item("Report", record("comment", BUSES), record("comment", BINS)))
    joined = make_meeting(item("Report", record("comment", f"{BUSES} {BINS}")))
    kept = keep_addresses(before, again(keep_addresses(joined, published(before))))
    assert addresses(kept.value) == addresses(before)
    assert kept.value.aliases == ()


def test_a_comment_that_is_prose_now_keeps_its_anchor_at_the_item() -> None:
    before = make_meeting(item("Report", record("comment", BUSES)))
    now = make_meeting(item("Report", passage(BUSES)))
    kept = keep_addresses(now, published(before))
    assert [(one.address, one.target) for one in kept.value.aliases] == [
        ("item-1-comment-1", "item-1")
    ]


def test_a_new_address_is_never_one_that_an_alias_holds() -> None:
    before = make_meeting(item("Report", record("comment", BUSES), record("comment", BINS)))
    now = make_meeting(
        item("Report", record("comment", f"{BUSES} {BINS}"), record("comment", TREES))
    )
    kept = keep_addresses(now, published(before))
    assert addresses(kept.value)["item-1-comment-2-2"] == TREES
    assert [one.address for one in kept.value.aliases] == ["item-1-comment-2"]


def test_a_meeting_made_private_is_reported_once_and_keeps_nothing() -> None:
    before = make_meeting(item("Staffing", record("comment", BUSES), record("comment", BINS)))
    now = make_meeting(is_private=True)
    kept = keep_addresses(now, published(before))
    assert codes(kept) == ["address-vanished"]
    assert again(kept) == (Permalink("", "meeting", ""),)


def test_an_item_that_is_withheld_now_keeps_its_address_without_a_word() -> None:
    before = make_meeting(item("Sale of the mill"), item("Close"))
    now = make_meeting(item("", withheld=Withheld(1, ("3",))), item("Close"))
    kept = keep_addresses(now, published(before))
    assert [one.address for one in kept.value.items] == ["item-1", "item-2"]
    assert kept.diagnostics == ()


# ---------------------------------------------------------- keeping, in general


def words_of(number: int, length: int) -> str:
    """Words of their own for each number, unlike those of any other."""
    letters = Random(number)
    return " ".join("".join(letters.choices(ascii_lowercase, k=6)) for _ in range(length))


Shape = list[tuple[int, list[tuple[str, int]]]]  # items by number, each with kinds and numbers
KINDS = st.sampled_from(["question", "response", "comment", "resolution", "discussion"])


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    numbers = iter(range(1000))
    return [
        (next(numbers), [(draw(KINDS), next(numbers)) for _ in range(draw(st.integers(0, 5)))])
        for _ in range(draw(st.integers(1, 5)))
    ]


@st.composite
def changed(draw: st.DrawFn, shape: Shape, generation: int) -> Shape:
    """The shape with items and records taken out, put in, and put into another order."""
    fresh = iter(range(1000 * generation, 9999))
    items: Shape = []
    for title, records in draw(st.permutations(shape)):
        if draw(st.integers(0, 5)) == 0:
            continue
        kept = [one for one in draw(st.permutations(records)) if draw(st.integers(0, 5))]
        for _ in range(draw(st.integers(0, 2))):
            at = draw(st.integers(0, len(kept)))
            kept.insert(at, (draw(KINDS), next(fresh)))
        items.append((title, kept))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(items)))
        items.insert(at, (next(fresh), [(draw(KINDS), next(fresh))]))
    return items


@st.composite
def moved(draw: st.DrawFn, shape: Shape, generation: int) -> Shape:
    """The changed shape with a record or two in other items than before."""
    items = draw(changed(shape, generation))
    for _ in range(draw(st.integers(0, 2))):
        full = [at for at, (_, records) in enumerate(items) if records]
        if not full or len(items) < 2:
            break
        source, target = draw(st.sampled_from(full)), draw(st.integers(0, len(items) - 1))
        items[target][1].append(items[source][1].pop())
    return items


def meeting_of(
    shape: Shape, *, lengths: tuple[int, ...] = (12,), distinct: int = 10_000
) -> Meeting:
    """`distinct` texts at most, of lengths in turn: few and short ones make repetition."""

    def text(number: int) -> str:
        own = number % distinct
        return words_of(own, lengths[own % len(lengths)])

    return make_meeting(
        *(
            item(
                text(title),
                *(
                    decision(record(kind, text(own))) if kind == "resolution"
                    else record(kind, text(own))
                    for kind, own in records
                ),
            )
            for title, records in shape
        )
    )  # fmt: skip


def words_by_address(meeting: Meeting) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in meeting.items:
        found[one.address] = one.title
        for part in one.flow:
            if isinstance(part, Decision):
                found[part.address] = "decision: " + part.records[0].prose.text
            if isinstance(part, Record):
                found[part.address] = part.prose.text
        for inside in one.decisions:
            found.update((each.address, each.prose.text) for each in inside.records)
    return found


@given(st.data())
def test_no_published_address_whose_words_still_exist_ever_moves(data: st.DataObject) -> None:
    shape = data.draw(shapes())
    kept = Parsed(meeting_of(shape))
    for generation in (1, 2, 3):
        before = words_by_address(kept.value)
        shape = data.draw(moved(shape, generation))
        kept = keep_addresses(meeting_of(shape), again(kept))
        now = words_by_address(kept.value)
        still = set(now.values())
        assert {at: text for at, text in before.items() if text in still} == {
            at: now.get(at) for at, text in before.items() if text in still
        }
        gone = {at for at, text in before.items() if text not in still}
        assert {one.message.split()[0].partition("#")[2] for one in kept.diagnostics} == gone
        assert kept.value.aliases == ()


@given(st.data())
def test_addresses_stay_unique_and_a_second_run_changes_nothing(data: st.DataObject) -> None:
    """Also among repeated words, short words and joined texts, where some are found by chance."""
    distinct = data.draw(st.sampled_from([3, 6, 12, 10_000]))
    lengths = data.draw(st.sampled_from([(1,), (2, 5), (3, 7, 12), (12,)]))
    shape = data.draw(shapes())
    kept = Parsed(meeting_of(shape, lengths=lengths, distinct=distinct))
    for generation in (1, 2):
        published_before = again(kept)
        shape = data.draw(moved(shape, generation))
        now = meeting_of(shape, lengths=lengths, distinct=distinct)
        if data.draw(st.booleans()):
            now = joined(now)
        kept = keep_addresses(now, published_before)
        listed = again(kept)
        every = [one.address for one in listed]
        assert len(every) == len(set(every))
        named = {one.message.split()[0].partition("#")[2] for one in kept.diagnostics}
        assert {one.address for one in published_before} <= set(every) | named
        assert keep_addresses(now, listed) == replace(kept, diagnostics=())


def joined(meeting: Meeting) -> Meeting:
    """The meeting with the second record of each item joined to its first."""

    def joined_item(one: AgendaItem) -> AgendaItem:
        records = [part for part in one.flow if isinstance(part, Record)]
        if len(records) < 2:
            return one
        first, second = records[:2]
        text = f"{first.prose.text} {second.prose.text}"
        flow = tuple(
            replace(first, prose=replace(first.prose, text=text)) if part is first else part
            for part in one.flow
            if part is not second
        )
        return replace(one, flow=flow)

    return replace(meeting, items=tuple(map(joined_item, meeting.items)))


def test_no_opening_is_compared_with_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Folded] = []

    def counted(one: Folded, other: Folded, *, at_least: float) -> float:
        compared.append(one)
        return likeness(one, other, at_least=at_least)

    monkeypatch.setattr(pairing, "likeness", counted)
    many = 800
    texts = [words_of(at, 12) for at in range(many)]
    before = make_meeting(item("Letters", *(record("comment", text) for text in texts)))
    now = make_meeting(item("Letters", *(record("comment", f"Oh {text}!") for text in texts[1:])))
    kept = keep_addresses(now, published(before))
    assert words_by_address(kept.value)["item-1-comment-2"] == f"Oh {texts[1]}!"
    assert len(kept.diagnostics) == 1
    assert len(compared) <= many * pairing.MOST_CANDIDATES


# -------------------------------------------------------------- the list read back


def list_text(*meetings: Meeting) -> str:
    chunks = [permalink_line(one) for one in meetings]
    return permalinks_file(chunks, is_demonstration=False).content.decode()


def test_a_list_read_back_is_what_was_written() -> None:
    one = make_meeting(
        item('Said "so" \u2028 \\', record("comment", "Ó Ceallaigh’s £2.6m")), meeting_id="a-2024"
    )
    other = make_meeting(item(""), meeting_id="b-2024")
    parsed = parse_published(list_text(one, other), "previous.json")
    assert parsed.diagnostics == ()
    assert parsed.value.of("a-2024") == published(one)
    assert parsed.value.of("b-2024") == published(other)
    assert parsed.value.of("c-2024") == ()


def test_a_list_with_aliases_read_back_keeps_them() -> None:
    before = make_meeting(item("Report", record("comment", BUSES), record("comment", BINS)))
    now = make_meeting(item("Report", record("comment", f"{BUSES} {BINS}")))
    kept = keep_addresses(now, published(before))
    written = permalinks_file([permalink_line(kept.value)], is_demonstration=True).content.decode()
    assert parse_published(written, "p").value.of(now.id) == again(kept)


def test_a_list_that_begins_with_what_stood_before_is_broken() -> None:
    text = '{"version": 1, "meetings": {"a": {"": "="}}}'
    (found,) = parse_published(text, "previous.json").diagnostics
    assert (found.code, found.place.column) == ("permalinks-broken", 29)
    assert "there is none" in found.message


def broken(text: str) -> tuple[str, str, str]:
    parsed = parse_published(text, "previous.json")
    (found,) = parsed.diagnostics
    assert found.code == "permalinks-broken"
    assert parsed.value == PublishedList("previous.json")
    return str(found.place), found.message, found.hint


def test_a_list_that_is_not_json_is_an_error_at_its_place() -> None:
    place, message, hint = broken('{\n"version": 1,\n"meetings": {,}\n}')
    assert place == "previous.json:3:14"
    assert "not JSON" in message
    assert "--previous" in hint


def test_a_web_page_in_place_of_the_list_is_an_error() -> None:
    assert broken("<!doctype html><title>Not found</title>")[0] == "previous.json:1:1"


def test_an_empty_file_and_lists_of_another_shape_are_errors() -> None:
    for text in ("", "[]", "null", '{"meetings": []}', "[" * 100_000):
        broken(text)


def test_a_list_of_another_version_is_an_error_at_the_version() -> None:
    place, message, _ = broken('{\n"version": 99,\n"meetings": {}\n}')
    assert place == "previous.json:2:1"
    assert "another version" in message


def test_an_entry_that_is_not_ours_is_an_error_at_its_line() -> None:
    good = list_text(make_meeting(item("A")))
    for wrong in (
        '"x":"A"',
        '"x":{"item-1":["A"]}',
        '"x":{"item-1":{"words":"A"}}',
        '"x":{"item-1":{"kind":"item","words":["A"]}}',
    ):
        text = good.replace("\n}\n}", f",\n{wrong}\n" + "}\n}")
        assert broken(text)[0] == "previous.json:5:1"


def test_a_meeting_that_is_gone_is_named_once_at_its_line() -> None:
    one = make_meeting(item("A", record("comment", BUSES)), meeting_id="a-2024")
    other = make_meeting(item("B"), meeting_id="b-2024")
    parsed = parse_published(list_text(one, other), "previous.json")
    (found,) = check_missing_meetings(parsed.value, {"a-2024"})
    assert found.code == "address-vanished"
    assert str(found.place) == "previous.json:5:1"
    assert "meetings/b-2024.html" in found.message
    assert '"id: b-2024"' in found.hint
    assert check_missing_meetings(parsed.value, {"a-2024", "b-2024"}) == ()
