"""Patterns that are compiled when they are first used."""

import pkgutil
import re
from importlib import import_module

import pytest

import site_gen
from site_gen.text.patterns import compile_later, compile_phrase


def test_a_pattern_compiled_later_finds_what_it_would_have_found_at_once() -> None:
    later = compile_later(r"(?P<number>\d+) votes?", re.IGNORECASE)
    found = later.search("Carried by 3 VOTES to 2")
    assert found is not None
    assert found["number"] == "3"
    assert later.sub("some", "1 vote, 2 votes") == "some, some"
    assert later.fullmatch("4 votes") is not None
    assert later.match("by 4 votes") is None


def test_a_pattern_says_what_it_is_made_of_before_it_is_compiled() -> None:
    assert compile_later(r"a+(").pattern == r"a+("


def test_a_mistake_in_a_pattern_is_raised_when_a_text_is_held_against_it() -> None:
    with pytest.raises(re.error):
        compile_later(r"a+(").search("a")


def test_a_phrase_is_in_any_case_and_its_white_space_has_an_end() -> None:
    phrase = compile_phrase(r"was\s+agreed")
    assert phrase.search("It WAS \n agreed")
    assert not phrase.search(f"was{' ' * 13}agreed")


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    """Those that no test of reading reaches as well."""
    packages = pkgutil.walk_packages(site_gen.__path__, "site_gen.")
    modules = [import_module(one.name) for one in packages if "__main__" not in one.name]
    later = type(compile_later(""))
    found = [one for module in modules for one in vars(module).values() if isinstance(one, later)]
    assert len(found) > 100
    for one in found:
        assert one.groups >= 0  # which takes a pattern that is whole
