"""Values: equal and hashed as frozen dataclasses are, and held frozen by the type checker."""

import dataclasses
import pickle
from dataclasses import field
from pathlib import Path
from typing import Any

import pytest
from mypy import api

from site_gen.text.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    numbers: tuple[int, ...] = ()


def test_equal_values_are_equal_and_hashed_alike() -> None:
    assert Example("a", (1,)) == Example("a", (1,)) != Example("a", (2,))
    assert len({Example("a"), Example("a"), Example("b")}) == 2


def test_a_value_is_no_other_of_another_class_and_prints_as_a_dataclass_does() -> None:
    @dataclass(frozen=True)
    class Other(Example):
        hidden: int = field(default=0, compare=False, repr=False)

    assert Other("a", hidden=1) == Other("a", hidden=2)
    assert Other("a") != Example("a")
    assert hash(Other("a", hidden=1)) == hash(Other("a", hidden=2))
    assert repr(Example("a", (1,))) == "Example(name='a', numbers=(1,))"
    assert repr(Other("a")).endswith("Other(name='a', numbers=())")


def test_values_told_apart_by_who_they_are_are_equal_to_themselves_alone() -> None:
    @dataclass(frozen=True, eq=False)
    class One:
        name: str

    one, other = One("a"), One("a")
    assert one != other
    assert len({one, other, one}) == 2


def test_a_value_reads_back_from_a_pickle_as_itself() -> None:
    assert pickle.loads(pickle.dumps(replace(Example("a"), numbers=(3,)))) == Example("a", (3,))


@dataclass(frozen=True, slots=True)
class Single:
    name: str
    length: int = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


def test_replacing_is_what_the_standard_library_does() -> None:
    example = Example("a", (1,))
    different: tuple[dict[str, Any], ...] = ({}, {"name": "b"}, {"name": "b", "numbers": ()})
    for changes in different:
        assert replace(example, **changes) == dataclasses.replace(example, **changes)
    assert example == Example("a", (1,))
    assert replace(Single("a"), name="long").length == 4


def test_a_field_that_is_not_there_cannot_be_replaced() -> None:
    for name in ("unknown", "length"):
        changes: dict[str, Any] = {name: 3}
        with pytest.raises(KeyError, match=name):
            replace(Single("a"), **changes)


def test_the_type_checker_refuses_to_change_a_value_and_knows_its_fields(tmp_path: Path) -> None:
    snippet = tmp_path / "snippet.py"
    snippet.write_text(
        "from site_gen.text.values import replace\n"
        "from site_gen.text.words import Words\n"
        'words = Words("a")\n'
        'words.text = "b"\n'
        "replace(words, text=3)\n"
        "Words(column=3)\n"
    )
    shown, _, status = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(snippet)])
    assert status == 1
    assert ':4: error: Property "text" defined in "Words" is read-only' in shown
    assert ':5: error: Argument "text" to "replace"' in shown
    assert ':6: error: Unexpected keyword argument "column"' in shown
