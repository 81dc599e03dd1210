"""The sets of wording: each can be read, chosen, and added to."""

from __future__ import annotations

import time

import pytest

from site_gen.minutes.phrases import Spelling
from site_gen.minutes.wording import load_wording
from site_gen.minutes.wording_sets import (
    INSIDE,
    LABELS,
    check_wording,
    phrase_positions,
    read_set,
    set_names,
)
from site_gen.model.records import RecordKind
from site_gen.site.settings import Settings
from tests.minutes.samples import understand

TOLD = "## 4. Paths\n\nNo letter had come, so it was agreed to write again.\n"
DEFINITE = "## 4. Paths\n\nRESOLVED that the path be mended.\n"


def kinds(body: str, **settings: object) -> list[RecordKind]:
    meeting = understand(body, settings=Settings(**settings)).value  # type: ignore[arg-type]
    return [one.kind for one in meeting.records if one.kind is not RecordKind.DISCUSSION]


@pytest.mark.parametrize("name", [LABELS, *set_names()])
def test_every_spelling_of_a_set_can_be_read(name: str) -> None:
    for position, phrases in read_set(name).items():
        for phrase, spellings in phrases.items():
            for written in spellings:
                assert Spelling(phrase, written, is_inside=position in INSIDE).pattern
                assert position not in INSIDE or Spelling(phrase, written).needs, written


def test_a_phrase_has_one_position_in_all_sets() -> None:
    for name in (LABELS, *set_names()):
        for position, phrases in read_set(name).items():
            for phrase in phrases:
                assert phrase_positions()[phrase] == position, (name, phrase)


def test_the_usual_sets_are_all_but_the_one_for_software() -> None:
    assert sorted(Settings().wording) == [name for name in set_names() if name != "software"]


def test_a_set_that_is_not_chosen_tells_nothing() -> None:
    assert kinds(TOLD) == [RecordKind.RESOLUTION]
    assert kinds(TOLD, wording=("english",)) == []
    assert kinds(DEFINITE, wording=("english",)) == [RecordKind.RESOLUTION]


def test_chat_holds_no_records_in_the_set_for_software() -> None:
    chat = "## 4. Releases\n\nAnna asked if we could wait.\n\nBen replied that we agreed to go.\n"
    assert kinds(chat, wording=("software",)) == []
    assert kinds("## 4. Releases\n\nResolution: ship it.\n", wording=("software",)) == [
        RecordKind.RESOLUTION
    ]


def test_a_site_may_add_a_spelling_to_a_phrase_of_any_set() -> None:
    further = (("decision-told", ("it was settled",)),)
    body = "## 4. Paths\n\nAfter a vote it was settled to mend the path.\n"
    assert kinds(body) == []
    assert kinds(body, phrases=further) == [RecordKind.RESOLUTION]
    assert kinds(body, wording=("english",), phrases=further) == [RecordKind.RESOLUTION]


def test_a_site_may_rule_out_what_a_phrase_does_not_mean() -> None:
    further = (("not-decision-told", ("in the long grass",)),)
    body = "## 4. Paths\n\nSo it was agreed to write again, in the long grass.\n"
    assert kinds(body) == [RecordKind.RESOLUTION]
    assert kinds(body, phrases=further) == []


def test_labels_hold_in_every_set() -> None:
    body = "## 4. Paths\n\n**Resolved:** That the path be mended.\n"
    for name in set_names():
        assert kinds(body, wording=(name,)) == [RecordKind.RESOLUTION], name


def test_a_set_or_a_phrase_that_is_not_there_cannot_be_loaded() -> None:
    with pytest.raises(ValueError, match="klingon"):
        load_wording(("klingon",))
    with pytest.raises(ValueError, match="bark"):
        load_wording(("english",), (("bark", ("{speaker} barked:",)),))
    with pytest.raises(ValueError, match="labels"):
        load_wording(("../../labels",))


def test_each_mistake_is_told_with_what_to_do() -> None:
    further = (
        ("respnse", ("Hear hear:",)),
        ("response", ("{speeker} barked:", "(Hear hear:", "{words}", "{speaker} barked:")),
    )
    found = [(each.written, each.hint) for each in check_wording(("parrish", "english"), further)]
    assert found == [
        ("parrish", 'did you mean "parish"?'),
        ("respnse", 'did you mean "response"?'),
        ("{speeker}", 'did you mean "speaker"?'),
        ("(Hear hear:", "close each ( and [, and write a backslash before a bracket that is meant"),
        ("{words}", "give it a word that must be there"),
    ]
    assert [each.hint for each in check_wording(("klingon",), ())] == [
        "write one of: english, irish, north-american, parish, software, welsh"
    ]


@pytest.mark.parametrize(
    "word", ["it was agreed ", "request ", "proposed ", "was agreed, ", "moved "]
)
def test_hostile_prose_takes_no_time(word: str) -> None:
    started = time.process_time()
    understand("## 4. Paths\n\n" + word * 20_000 + "\n")
    assert time.process_time() - started < 20


@pytest.mark.parametrize("sign", ["_", "*", "a", "1"])
def test_a_line_of_one_sign_takes_no_time(sign: str) -> None:
    """`pytest-timeout` ends what takes minutes; this once took hours."""
    found = understand(f"## {sign * 20_000}\n\nOpen.\n").value
    assert len(found.items) == 1
