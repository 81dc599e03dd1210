"""Packed texts: the same again in Python, in a browser, and in a browser that cannot inflate."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.packed import FIGURES, packed, unpacked
from site_gen.search.scripts import Script, read_packed, read_script, write_packed
from tests.search.javascript import run_javascript

UNPACK = "answer(await Promise.all(given.map((text) => minutebook.unpacked(text))));"
WITHOUT_INFLATING = (
    "globalThis.DecompressionStream = undefined; minutebook.loadRest = async () => {};"
)


def some_texts() -> list[str]:
    """Every length of bits that the last characters can have, and all kinds of blocks."""
    scattered = "".join(chr(32 + (number * number * 7919 >> 3) % 90) for number in range(70_000))
    return [
        *("é" * length for length in range(30)),
        "The lights went out. " * 5000,
        scattered,
        zlib.compress(scattered.encode()).hex(),
        "Tree preservation order £2.6m – “a” 𝒳",
    ]


@given(st.text())
def test_a_text_is_the_same_after_packing(text: str) -> None:
    assert unpacked(packed(text)) == unpacked(packed(text, FIGURES)) == text


def test_packed_texts_stand_in_a_script_as_they_are() -> None:
    for text in some_texts():
        assert json.dumps(packed(text)) == f'"{packed(text)}"'


@pytest.mark.parametrize("browser", ["", WITHOUT_INFLATING])
def test_browsers_read_what_was_packed(browser: str) -> None:
    texts = some_texts()
    values = [packed(json.dumps(text, ensure_ascii=False)) for text in texts]

    assert run_javascript(browser + UNPACK, values) == texts


def test_a_script_says_what_was_packed_in_it() -> None:
    texts = [packed('[["x"],"y"]'), packed('["z"]')]

    for parts, value in ((texts[:1], [["x"], "y"]), (texts, [["x"], "y", "z"])):
        content = write_packed("c-0-0", "Ab3d", *parts)
        assert read_script(content) == Script("c-0-0", "Ab3d", value, tuple(parts))


def test_what_stands_packed_in_a_script_is_taken_as_it_stands() -> None:
    text = packed('[["x"],"y"]')

    assert read_packed(write_packed("c-0-0", "Ab3d", text)) == text
    others = (b"", b'"' * 6, write_packed("c", "A", text, text), write_packed("c", "A", text)[:-1])
    for other in others:
        with pytest.raises(ValueError, match="no file"):
            read_packed(other)


@pytest.mark.parametrize("text", ["", "x", packed("much of it, and more")[:-4], "!" * 50])
def test_what_is_no_packed_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no packed text"):
        unpacked(text)


@pytest.mark.parametrize("broken", ["x", packed("much of it, and more")[:-4]])
@pytest.mark.parametrize("browser", ["", WITHOUT_INFLATING])
def test_a_browser_says_that_a_packed_text_is_broken(broken: str, browser: str) -> None:
    lines = "answer(await minutebook.unpacked(given).catch(() => 'broken'));"

    assert run_javascript(browser + lines, broken) == "broken"
