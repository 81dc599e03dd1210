"""Questions and answers to threads: nothing lost, nothing twice, order told."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.prose import Passage, PassageRole
from site_gen.model.records import Record, RecordKind
from site_gen.pages.threads import Batch, FlowPart, Thread, thread_flow
from tests.pages.reading_html import read_page
from tests.pages.rendering import meeting_with, render_meeting
from tests.pages.sample_meetings import record, said, words


def question(name: str) -> Record:
    return record(RecordKind.QUESTION, name, f"Is {name} so?")


def answer(name: str, *to: str) -> Record:
    return record(RecordKind.RESPONSE, name, f"It is {name}.", answers=to)


def follow_up(name: str, to: str) -> Record:
    return record(RecordKind.SUPPLEMENTARY, name, f"Then is {name}?", follows=to)


def addresses(thread: object) -> list[str]:
    assert isinstance(thread, Thread)
    return [part.record.address for part in thread.parts]


def flattened(parts: Iterable[FlowPart | Thread | Batch]) -> list[FlowPart]:
    flat: list[FlowPart] = []
    for part in parts:
        threads = (
            part.threads if isinstance(part, Batch) else (part,) if isinstance(part, Thread) else ()
        )
        if not isinstance(part, Batch | Thread):
            flat.append(part)
        for thread in threads:
            for one in thread.parts:
                flat += [*one.before, one.record]
    return flat


def test_a_question_its_answer_and_a_follow_up_question_are_one_thread() -> None:
    flow = (question("q1"), answer("a1", "q1"), follow_up("s1", "q1"), answer("a2", "s1"))
    (thread,) = thread_flow(flow)
    assert addresses(thread) == ["q1", "a1", "s1", "a2"]


def test_questions_printed_before_their_answers_are_paired() -> None:
    flow = (question("q1"), question("q2"), answer("a1", "q1"), answer("a2", "q2"))
    (batch,) = thread_flow(flow)
    assert isinstance(batch, Batch)
    assert [addresses(thread) for thread in batch.threads] == [["q1", "a1"], ["q2", "a2"]]


def test_one_answer_to_two_questions_stands_after_both() -> None:
    (thread,) = thread_flow((question("q3"), question("q4"), answer("a1", "q3", "q4")))
    assert addresses(thread) == ["q3", "q4", "a1"]


def test_a_question_without_an_answer_is_a_thread_of_its_own() -> None:
    first, second = thread_flow((question("q1"), question("q2")))
    assert addresses(first) == ["q1"]
    assert addresses(second) == ["q2"]


def test_words_between_a_question_and_its_answer_stay_between_them() -> None:
    aside = said(PassageRole.PROSE, "The Chair asked for quiet.")
    (thread,) = thread_flow((question("q1"), aside, answer("a1", "q1")))
    assert isinstance(thread, Thread)
    assert thread.parts[1].before == (aside,)


def test_words_that_introduce_a_question_go_with_it() -> None:
    lead = said(PassageRole.LEAD, "A resident asked:")
    other = said(PassageRole.PROSE, "The Chair welcomed everybody.")
    first, thread = thread_flow((other, lead, question("q1")))
    assert first == other
    assert isinstance(thread, Thread)
    assert thread.parts[0].before == (lead,)


def test_an_answer_to_a_question_under_another_heading_stands_where_it_was() -> None:
    (thread,) = thread_flow((answer("a1", "elsewhere"),))
    assert addresses(thread) == ["a1"]


@st.composite
def flows(draw: st.DrawFn) -> tuple[FlowPart, ...]:
    """Any order of questions, answers to some of them, follow-ups and other words."""
    count = draw(st.integers(0, 5))
    parts: list[FlowPart] = [question(f"q{number}") for number in range(count)]
    targets = st.lists(st.sampled_from([f"q{n}" for n in range(count)] or ["none"]), max_size=3)
    some = st.sampled_from(["q0", "q1", "q4", "none"])
    roles = st.sampled_from([PassageRole.LEAD, PassageRole.PROSE])
    parts += [answer(f"a{n}", *draw(targets)) for n in range(draw(st.integers(0, 5)))]
    parts += [follow_up(f"s{n}", draw(some)) for n in range(draw(st.integers(0, 3)))]
    parts += [Passage(draw(roles), words(f"words {n}"), n) for n in range(draw(st.integers(0, 4)))]
    return tuple(draw(st.permutations(parts)))


@given(flows())
def test_every_part_of_a_flow_is_kept_once(flow: tuple[FlowPart, ...]) -> None:
    flat = flattened(thread_flow(flow))
    assert sorted(map(id, flat)) == sorted(map(id, flow))


@given(flows())
def test_order_is_kept_wherever_threads_do_not_lie_across_each_other(
    flow: tuple[FlowPart, ...],
) -> None:
    parts = list(thread_flow(flow))
    if not any(isinstance(part, Batch) for part in parts):
        assert flattened(parts) == list(flow)


def test_the_page_says_that_the_minutes_print_the_questions_first() -> None:
    flow = (question("q1"), question("q2"), answer("a1", "q1"), answer("a2", "q2"))
    text = read_page(render_meeting(meeting_with(*flow))).text
    assert "The minutes print these questions first and the answers after them." in text
    order = [text.index(words) for words in ("Is q1 so?", "It is a1.", "Is q2 so?", "It is a2.")]
    assert order == sorted(order)


def test_the_page_says_nothing_of_the_kind_where_answers_follow_their_questions() -> None:
    flow = (question("q1"), answer("a1", "q1"), question("q2"), answer("a2", "q2"))
    text = read_page(render_meeting(meeting_with(*flow))).text
    assert "print these questions first" not in text
