"""Values that nobody may change, cheap to make and to declare.

Hundreds of classes are declared before anything is done, and the standard library compiles words
of Python for each. So a class that is decorated here becomes a structure of msgspec, which is
written in C; instances are made faster too. To the type checker `dataclass`, `field` and `replace`
are those of the standard library.

Which class becomes what, in `_can_be_structure`:

- A structure is what most classes become. A frozen one refuses changes at run time too. Without
  `slots=True` it has a `__dict__`, for cached properties, and can be referred to weakly.
- A standard dataclass is what needs more: another metaclass, a base of another kind, methods of its
  own for what a structure does in C, options of a class other than those named in `dataclass`, and
  options of a field other than a default and `repr`.
- A class below a structure is one already when it gets here, so it must be made as its base is.
  It can have no fields that need more.

Annotations are never looked into: `InitVar` and `KW_ONLY` would be taken for types of fields.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic

from msgspec import NODEFAULT, Struct, StructMeta, structs
from msgspec import field as structure_field

__all__ = ["dataclass", "field", "field_names", "is_value", "replace", "values_of"]

FIELD: type = type(structure_field())
BASES = frozenset({object, Generic})
# A structure does these in C, and takes none in their place.
OWN_METHODS = frozenset(
    {"__init__", "__new__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__slots__"}
)
# What Python adds to a class, and adds again when the class is made again.
ADDED = frozenset({"__dict__", "__weakref__", "__annotations_cache__"})

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    def dataclass(kind: Any = None, /, **options: bool) -> Any:
        """As `dataclasses.dataclass` with `frozen`, `eq`, `order` and `slots`, or any options."""
        if kind is None:
            return lambda decorated: dataclass(decorated, **options)
        if isinstance(kind, StructMeta):
            return _checked(kind, **options)
        if _can_be_structure(kind, options):
            return _structure(kind, **options)
        return _standard(kind, **options)

    def field(*, default: Any = NODEFAULT, default_factory: Any = NODEFAULT, **options: Any) -> Any:
        """As `dataclasses.field`."""
        made = structure_field(default=default, default_factory=default_factory)
        if not options:
            return made
        return _Unshown(made) if options == {"repr": False} else _standard_field(made, options)

    def replace(value: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`. Raises TypeError for a field that is not there."""
        if isinstance(value, Struct):
            return structs.replace(value, **changes)
        from dataclasses import replace as replace_standard  # noqa: PLC0415

        return replace_standard(value, **changes)


def is_value(kind: type) -> bool:
    """Whether it is a class that was made here, or a standard dataclass."""
    return hasattr(kind, "__struct_fields__") or hasattr(kind, "__dataclass_fields__")


def field_names(kind: type) -> tuple[str, ...]:
    """The names of all fields of a class of values, in order."""
    names: tuple[str, ...] | None = getattr(kind, "__struct_fields__", None)
    if names is not None:
        return names
    from dataclasses import fields  # noqa: PLC0415 - few classes need it

    return tuple(one.name for one in fields(kind))


def values_of(value: Any) -> dict[str, Any]:
    """The fields of a value by name, with the very values that it has."""
    return {name: getattr(value, name) for name in field_names(type(value))}


class _Unshown:
    """A field that is left out where a value is printed."""

    __slots__ = ("field",)

    def __init__(self, field: Any) -> None:
        self.field = field


def _can_be_structure(kind: type, options: dict[str, bool]) -> bool:
    written = vars(kind)
    return (
        type(kind) is type
        and BASES.issuperset(kind.__bases__)
        and options.keys() <= {"frozen", "eq", "order", "slots"}
        and OWN_METHODS.isdisjoint(written)
        and all(type(value).__module__ != "dataclasses" for value in written.values())
    )


def _structure(
    kind: Any, *, frozen: bool = False, eq: bool = True, order: bool = False, slots: bool = False
) -> Any:
    words = {name: value for name, value in vars(kind).items() if name not in ADDED}
    words["__qualname__"] = kind.__qualname__
    # From Python 3.14 on, a name may be for the type checker alone. Then msgspec looks for them.
    with suppress(NameError):
        words["__annotations__"] = kind.__annotations__
    unshown = {name for name, value in words.items() if type(value) is _Unshown}
    for name in unshown:
        words[name] = words[name].field
    if unshown or "." in kind.__qualname__:
        words.setdefault("__repr__", _printing(frozenset(unshown)))
    bases = (Struct, *(base for base in kind.__bases__ if base is not object))
    made = StructMeta(
        kind.__name__, bases, words,
        frozen=frozen, eq=eq, order=order, dict=not slots, weakref=not slots,
    )  # fmt: skip
    _let_super_find(made, kind)
    return made


def _printing(unshown: frozenset[str]) -> Any:
    """A `__repr__` for what msgspec prints otherwise: it knows no place of a class in another."""

    def as_text(self: Any) -> str:
        kind = type(self)
        shown = [name for name in kind.__struct_fields__ if name not in unshown]
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{kind.__qualname__}({values})"

    return as_text


def _let_super_find(made: type, kind: type) -> None:
    """Have `super()` in the methods mean the class as it was made, not as it was written."""
    for method in vars(kind).values():
        for part in ("__func__", "fget", "func"):  # of a class method, property, cached property
            method = getattr(method, part, method)  # noqa: PLW2901
        closure = getattr(method, "__closure__", None)
        if closure and "__class__" in method.__code__.co_freevars:
            cell = closure[method.__code__.co_freevars.index("__class__")]
            cell.cell_contents = made  # which all methods share
            return


def _checked(
    kind: Any, *, frozen: bool = False, eq: bool = True, order: bool = False, slots: bool = False
) -> Any:
    """A class below a structure. Raises TypeError unless it is made as its base is."""
    made = kind.__struct_config__
    is_alike = (made.frozen, made.eq, made.order, not made.dict) == (frozen, eq, order, slots)
    defaults = [*kind.__struct_defaults__]
    if not is_alike or any(_is_more(type(default)) for default in defaults):
        raise TypeError(f"{kind.__qualname__} is not made as its base is")
    if "." in kind.__qualname__ and kind.__repr__ is Struct.__repr__:
        kind.__repr__ = _printing(frozenset())
    return kind


def _is_more(kind: type) -> bool:
    return kind is _Unshown or kind.__module__ == "dataclasses"


def _standard(kind: Any, *, frozen: bool = False, **options: bool) -> Any:
    """Only the type checker holds a frozen one to it: setting fields would take long."""
    from dataclasses import dataclass as make  # noqa: PLC0415 - few classes need it

    for name, value in [*vars(kind).items()]:
        if type(value) is _Unshown:
            setattr(kind, name, _standard_field(value.field, {"repr": False}))
        elif type(value) is FIELD:
            setattr(kind, name, _standard_field(value, {}))
    if frozen and options.get("eq", True) and vars(kind).get("__hash__") is None:
        options.setdefault("unsafe_hash", True)
    return make(kind, **options)


def _standard_field(made: Any, options: dict[str, Any]) -> Any:
    from dataclasses import field as make  # noqa: PLC0415 - few classes need it

    defaults = {"default": made.default, "default_factory": made.default_factory}
    given = {name: value for name, value in defaults.items() if value is not NODEFAULT}
    return make(**given, **options)
