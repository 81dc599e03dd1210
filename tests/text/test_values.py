"""Values: equal, hashed and printed as frozen dataclasses are, and held frozen by the type checker.

Each behaviour is asked of both kinds: of structures, and of standard dataclasses, which are what a
class becomes that needs more.
"""

import copy
import dataclasses
import pickle
import subprocess
import sys
import weakref
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

import pytest
from msgspec import Struct
from mypy import api

from site_gen.text.values import dataclass, field, field_names, is_value, replace, values_of

if TYPE_CHECKING:
    from decimal import Decimal

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    numbers: tuple[int, ...] = ()


class HasName(Protocol):
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Standard(HasName):  # of another metaclass
    name: str = ""
    numbers: tuple[int, ...] = ()


KINDS: Any = (Example, Standard)


@dataclass(slots=True)
class Draft:
    name: str
    lines: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=lambda: {"a": 1})


@dataclass(slots=True, kw_only=True)
class StandardDraft:  # taken by name alone
    name: str
    lines: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=lambda: {"a": 1})


DRAFTS: Any = (Draft, StandardDraft)
BOTH = pytest.mark.parametrize("kind", KINDS)
BOTH_DRAFTS = pytest.mark.parametrize("kind", DRAFTS)


def test_the_examples_are_of_both_kinds() -> None:
    made: tuple[Any, ...] = (*KINDS, *DRAFTS)
    assert [issubclass(kind, Struct) for kind in made] == [True, False] * 2
    assert [dataclasses.is_dataclass(kind) for kind in made] == [False, True] * 2


@BOTH
def test_equal_values_are_equal_and_hashed_alike(kind: Any) -> None:
    assert kind("a", (1,)) == kind("a", numbers=(1,)) != kind("a", (2,))
    assert len({kind("a"), kind("a"), kind("b")}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(kind("a", [1]))


@BOTH_DRAFTS
def test_what_can_change_is_equal_by_its_fields_and_cannot_be_hashed(kind: Any) -> None:
    draft = kind(name="a")
    assert draft == kind(name="a")
    draft.name = "b"
    draft.lines.append("c")
    assert draft == kind(name="b", lines=["c"]) != kind(name="b")
    assert kind(name="a").lines == []
    assert kind(name="a").numbers == {"a": 1}
    with pytest.raises(TypeError, match="unhashable"):
        hash(draft)


def test_a_value_is_no_other_of_another_class_and_prints_as_a_dataclass_does() -> None:
    @dataclass(frozen=True, slots=True)
    class Other(Example):
        more: int = 0

    @dataclass(frozen=True, slots=True)
    class Alone:
        name: str
        hidden: str = field(default="", repr=False)

    here = f"{test_a_value_is_no_other_of_another_class_and_prints_as_a_dataclass_does.__name__}."
    assert Other("a") != Example("a")
    assert Example("a") != KINDS[1]("a")
    assert repr(Example("a", (1,))) == "Example(name='a', numbers=(1,))"
    assert repr(Standard("a", (1,))) == "Standard(name='a', numbers=(1,))"
    assert repr(Other("a")) == f"{here}<locals>.Other(name='a', numbers=(), more=0)"
    assert repr(Alone("a", "b")) == f"{here}<locals>.Alone(name='a')"
    assert issubclass(Alone, Struct)
    assert Alone("a", "b") != Alone("a", "c")


def test_what_is_not_compared_is_not_hashed() -> None:
    @dataclass(frozen=True)
    class Partly:
        name: str
        hidden: int = field(default=0, compare=False, repr=False)
        found: list[int] = field(default_factory=list, compare=False)

    assert Partly("a", hidden=1) == Partly("a", hidden=2)
    assert hash(Partly("a", hidden=1)) == hash(Partly("a", hidden=2))
    assert repr(Partly("a")).endswith("Partly(name='a', found=[])")
    assert not issubclass(Partly, Struct)


@pytest.mark.parametrize("options", [{}, {"kw_only": True}], ids=["structure", "standard"])
def test_values_told_apart_by_who_they_are_are_equal_to_themselves_alone(
    options: dict[str, bool],
) -> None:
    class Named:
        name: str

    one_kind: Any = dataclass(frozen=True, eq=False, **options)(Named)
    one, other = one_kind(name="a"), one_kind(name="a")
    assert one != other
    assert len({one, other, one}) == 2
    assert issubclass(one_kind, Struct) == (not options)


@pytest.mark.parametrize("options", [{}, {"match_args": True}], ids=["structure", "standard"])
def test_ordered_values_are_ordered_by_their_fields(options: dict[str, bool]) -> None:
    class Line:
        path: str
        number: int = 0

    kind: Any = dataclass(frozen=True, slots=True, order=True, **options)(Line)
    assert sorted([kind("b"), kind("a", 2), kind("a", 1)]) == [
        kind("a", 1),
        kind("a", 2),
        kind("b"),
    ]
    assert kind("a") <= kind("a")
    assert hash(kind("a")) == hash(kind("a", 0))
    with pytest.raises(TypeError, match="not supported"):
        _ = kind("a") < ("b", 0)


@BOTH
def test_a_value_reads_back_from_a_pickle_as_itself(kind: Any) -> None:
    value = replace(kind("a"), numbers=(3,))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == kind("a", (3,))
    assert copy.copy(value) == copy.deepcopy(value) == value


@BOTH
def test_another_process_reads_the_pickle_of_a_value(kind: Any) -> None:
    written = pickle.dumps(kind("a", (3,)))
    words = f"import pickle; print(pickle.loads({written!r}))"
    asked = [sys.executable, "-c", words]
    shown = subprocess.run(
        asked, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert shown.stdout.strip() == f"{kind.__name__}(name='a', numbers=(3,))"


@BOTH
def test_a_value_is_matched_by_position_and_by_name(kind: Any) -> None:
    match kind("a", (1,)):
        case Example(name, numbers=numbers) | Standard(name, numbers=numbers):
            assert (name, numbers) == ("a", (1,))
        case _:
            raise AssertionError
    assert kind.__match_args__ == ("name", "numbers")


@BOTH
def test_a_call_that_does_not_fit_is_refused(kind: Any) -> None:
    calls: tuple[Callable[[], Any], ...] = (
        lambda: kind("a", (), 1),
        lambda: kind("a", unknown=1),
        lambda: kind("a", name=1),
    )
    for call in calls:
        with pytest.raises(TypeError):
            call()


@dataclass(frozen=True, slots=True)
class Single:
    name: str
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


@dataclass(slots=True)
class Counted:
    name: str
    length: int = 0

    def __post_init__(self) -> None:
        self.length = len(self.name)


@BOTH
def test_replacing_is_what_the_standard_library_does(kind: Any) -> None:
    example = kind("a", (1,))
    assert replace(example) == example
    assert replace(example, name="b") == kind("b", (1,))
    assert replace(example, name="b", numbers=()) == kind("b")
    assert example == kind("a", (1,))


@pytest.mark.parametrize("kind", [Single, Counted])
def test_what_is_done_after_making_is_done_after_replacing(kind: Any) -> None:
    assert kind("a").length == 1
    assert replace(kind("a"), name="long").length == 4


@BOTH
def test_a_field_that_is_not_there_cannot_be_replaced(kind: Any) -> None:
    changes: dict[str, Any] = {"unknown": 3}
    with pytest.raises(TypeError, match="unknown"):
        replace(kind("a"), **changes)


@pytest.mark.parametrize("kind", [*KINDS, *DRAFTS])
def test_fields_are_known_by_name(kind: Any) -> None:
    assert is_value(kind)
    assert field_names(kind)[0] == "name"
    made = kind(name="a")
    assert values_of(made) == {name: getattr(made, name) for name in field_names(kind)}
    assert not is_value(str)


def make_cached(**options: bool) -> Any:
    class Cached:
        name: str

        @cached_property
        def length(self) -> int:
            return len(self.name)

    return dataclass(**options)(Cached)


@pytest.mark.parametrize("options", [{}, {"match_args": True}], ids=["structure", "standard"])
@pytest.mark.parametrize("frozen", [True, False])
def test_without_slots_a_value_keeps_what_it_worked_out(
    options: dict[str, bool], *, frozen: bool
) -> None:
    kind = make_cached(frozen=frozen, **options)
    value = kind("abc")
    assert value.length == 3
    assert vars(value)["length"] == 3
    vars(value)["length"] = 4
    assert value.length == 4
    assert value == kind("abc")
    assert replace(value, name="a").length == 1
    assert weakref.ref(value)() is value


@BOTH_DRAFTS
def test_with_slots_a_value_has_its_fields_alone(kind: Any) -> None:
    value = kind(name="a")
    with pytest.raises(AttributeError):
        value.unknown = 3
    assert not hasattr(value, "__dict__")


def test_what_is_of_the_class_is_no_field() -> None:
    @dataclass(frozen=True, slots=True)
    class Page:
        template: ClassVar[str] = "page.html"
        quoted: "ClassVar[int]" = 3
        title: str = ""

    assert field_names(Page) == ("title",)
    assert Page("a").template == Page.template == "page.html"
    assert Page.quoted == 3


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """Some of a kind."""

    items: tuple[Item, ...]
    limit: int = 3

    @classmethod
    def one(cls, item: Item) -> "Listed[Item]":
        return cls((item,))

    def title(self) -> str:
        return "listed"


@dataclass(frozen=True, slots=True)
class Names(Listed[str]):
    language: str = "en"

    def title(self) -> str:
        return f"{super().title()} names"


def test_a_value_may_be_of_another_and_of_any_kind_of_item() -> None:
    names = Names(("a",))
    assert names == Names.one("a") != Listed(("a",))
    assert names.title() == "listed names"
    assert names.limit == 3
    assert field_names(Names) == ("items", "limit", "language")
    assert Listed[int]((1,)) == Listed((1,))
    assert Listed.__doc__ == "Some of a kind."
    assert pickle.loads(pickle.dumps(names)) == names
    assert replace(names, language="ga").language == "ga"


def test_below_a_structure_nothing_can_be_that_needs_more() -> None:
    def unlike() -> Any:
        @dataclass(slots=True)
        class Unlike(Example):  # type: ignore[misc]
            pass

        return Unlike

    def with_more() -> Any:
        @dataclass(frozen=True, slots=True)
        class More(Example):
            more: int = field(default=3, compare=False)

        return More

    def unshown() -> Any:
        @dataclass(frozen=True, slots=True)
        class Unshown(Example):
            more: int = field(default=3, repr=False)

        return Unshown

    makers: tuple[Callable[[], Any], ...] = (unlike, with_more, unshown)
    for make in makers:
        with pytest.raises(TypeError, match="is not made as its base is"):
            make()


def test_super_without_arguments_means_the_class_that_was_made() -> None:
    @dataclass(slots=True)
    class Called:
        name: str

        def __str__(self) -> str:
            return f"<{super().__repr__()}>"

        @property
        def own_kind(self) -> type:
            return __class__  # type: ignore[name-defined, no-any-return]

    @dataclass(slots=True)
    class Asked:
        name: str

        @property
        def shown(self) -> str:
            return super().__repr__()

    @dataclass
    class Later:
        name: str

        @cached_property
        def shown(self) -> str:
            return super().__repr__()

    @dataclass(slots=True)
    class Made:
        name: str

        @classmethod
        def shown(cls, value: Any) -> str:
            return super().__repr__(value)

    assert "Called" in str(Called("a"))
    assert Called("a").own_kind is Called
    assert "Asked" in Asked("a").shown
    assert "Later" in Later("a").shown
    assert "Made" in Made.shown(Made("a"))


def test_methods_of_the_class_itself_stay() -> None:
    @dataclass(frozen=True, slots=True)
    class Own:
        name: str

        def __repr__(self) -> str:
            return "own"

        def __bool__(self) -> bool:
            return bool(self.name)

        def __len__(self) -> int:
            return 7

    @dataclass(frozen=True, slots=True)
    class Alike:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Alike)

        def __hash__(self) -> int:
            return 5

    assert (repr(Own("a")), bool(Own("")), len(Own("a"))) == ("own", False, 7)
    assert Alike("a") == Alike("b")
    assert hash(Alike("a")) == 5


def test_types_that_only_the_type_checker_knows_are_not_looked_for() -> None:
    @dataclass(frozen=True, slots=True)
    class Priced:
        price: "Decimal"
        before: "Decimal | None" = None

    made: Any = Priced
    assert made(3) == made(3, None)


@pytest.mark.parametrize("first", ["", "from __future__ import annotations\n"])
def test_types_that_are_not_there_are_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    if not first and sys.version_info < (3, 14):
        pytest.skip("such a class cannot be written here")
    (tmp_path / "priced_values.py").write_text(
        f"{first}from site_gen.text.values import dataclass, field\n"
        "from typing import ClassVar\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class Priced:\n"
        "    price: Decimal\n"
        "    before: list[Decimal] = field(default_factory=list)\n"
        "    unit: ClassVar[str] = ''\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class Offered(Priced):\n"
        "    until: Decimal | None = None\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "priced_values", raising=False)
    made = import_module("priced_values")
    assert repr(made.Priced(3)) == "Priced(price=3, before=[])"
    assert repr(made.Offered(3)) == "Offered(price=3, before=[], until=None)"


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
