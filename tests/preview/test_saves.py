"""Saves in quick succession are one; a saver who never rests is not waited for."""

from __future__ import annotations

import time
from pathlib import PurePath
from threading import Event, Thread

import pytest

from site_gen.preview.saves import QUIET_SECONDS, Saves

MARCH = PurePath("content/meetings/planning/2024-03-12.md")
MAY = MARCH.with_name("2024-05-14.md")


def test_without_a_save_nothing_comes_of_waiting() -> None:
    assert Saves().wait(0.01) is False


def test_a_save_before_the_wait_counts() -> None:
    saves = Saves()
    saves.note(MARCH)
    assert saves.wait(0.01) is True


def test_a_save_that_the_last_build_saw_is_forgotten() -> None:
    saves = Saves()
    saves.note(MARCH)
    saves.forget()
    assert saves.wait(0.01) is False


def test_a_save_while_a_build_goes_on_is_not_forgotten() -> None:
    saves = Saves()
    saves.note(MARCH)
    saves.forget()
    saves.note(MARCH)
    assert saves.wait(0.01) is True


def test_a_save_is_taken_when_there_was_quiet_behind_it() -> None:
    saves = Saves()
    began = time.monotonic()
    saves.note(MARCH)
    assert saves.wait(5) is True
    assert time.monotonic() - began >= QUIET_SECONDS


def test_a_file_that_is_closed_is_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.preview.saves.QUIET_SECONDS", 1000.0)
    monkeypatch.setattr("site_gen.preview.saves.LONGEST_SECONDS", 1000.0)
    saves = Saves()
    saves.note(MARCH)
    saves.note(MARCH, is_whole=True)
    assert saves.wait(5) is True


def test_what_belongs_to_a_save_is_waited_for_before_all_is_built() -> None:
    saves = Saves()
    saves.note(MARCH, is_whole=True)
    assert saves.wait(5) is True
    began = time.monotonic()
    saves.note(MARCH)
    saves.settle()
    assert time.monotonic() - began >= QUIET_SECONDS


def test_nobody_is_waited_for_where_nothing_was_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.preview.saves.QUIET_SECONDS", 1000.0)
    monkeypatch.setattr("site_gen.preview.saves.LONGEST_SECONDS", 1000.0)
    Saves().settle()


def test_somebody_who_never_stops_saving_is_not_waited_for() -> None:
    saves = Saves()
    is_over = Event()
    saver = Thread(target=_save_until, args=(saves, is_over))
    saver.start()
    assert saves.wait(60) is True
    assert saver.is_alive()
    is_over.set()
    saver.join()


def _save_until(saves: Saves, is_over: Event) -> None:
    while not is_over.wait(0.01):
        saves.note(MARCH)


def test_what_was_saved_is_known_until_it_is_forgotten() -> None:
    saves = Saves()
    for path in (MARCH, MAY, MARCH):
        saves.note(path)
    assert saves.paths() == {MARCH, MAY}
    assert saves.forget() == {MARCH, MAY}
    assert saves.paths() == frozenset()
