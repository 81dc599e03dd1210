"""Saves in quick succession are one; a saver who never rests is not waited for."""

from __future__ import annotations

import time
from threading import Thread

from site_gen.preview.saves import LONGEST_SECONDS, Saves


def test_without_a_save_nothing_comes_of_waiting() -> None:
    assert Saves().wait(0.01) is False


def test_a_save_before_the_wait_counts() -> None:
    saves = Saves()
    saves.note()
    assert saves.wait(0.01) is True


def test_a_save_that_the_last_build_saw_is_forgotten() -> None:
    saves = Saves()
    saves.note()
    saves.forget()
    assert saves.wait(0.01) is False


def test_a_save_while_a_build_goes_on_is_not_forgotten() -> None:
    saves = Saves()
    saves.note()
    saves.forget()
    saves.note()
    assert saves.wait(0.01) is True


def test_twenty_saves_a_second_are_taken_together_and_not_for_ever() -> None:
    saves = Saves()
    saver = Thread(target=_save_on_and_on, args=(saves,))
    saver.start()
    time.sleep(0.02)
    began = time.monotonic()
    assert saves.wait(5) is True
    waited = time.monotonic() - began
    saver.join()
    assert 0.05 < waited < LONGEST_SECONDS + 0.5


def _save_on_and_on(saves: Saves) -> None:
    for _ in range(40):
        saves.note()
        time.sleep(0.025)
