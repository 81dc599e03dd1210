"""The build of everything else waits for those who look at the page that was saved."""

from threading import Thread

from site_gen.preview.visits import Visits

LONG = 60.0  # seconds; no test waits for it to pass


def test_nobody_is_waited_for_where_no_page_is_open() -> None:
    visits = Visits()
    with visits.answering():
        visits.settle(0, longest=LONG)


def test_an_open_page_that_asks_for_nothing_holds_nobody_up() -> None:
    visits = Visits()
    with visits.listening():
        visits.settle(visits.begun, longest=LONG)


def test_a_page_is_waited_for_until_it_has_been_sent() -> None:
    visits = Visits()
    waiting = Thread(target=visits.settle, args=(0,), kwargs={"longest": LONG})
    with visits.listening():
        with visits.answering():
            waiting.start()
            waiting.join(0.2)
            assert waiting.is_alive()
        waiting.join(LONG)
    assert not waiting.is_alive()


def test_a_request_that_never_ends_is_not_waited_for_for_ever() -> None:
    visits = Visits()
    with visits.listening(), visits.answering():
        visits.settle(0)
