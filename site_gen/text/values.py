"""Values that nobody may change, cheap to make.

`dataclass(frozen=True)` of the standard library sets every field through a call of its own, and a
tenth of the time that reading minutes took went there. To the type checker the `dataclass` of this
module is that very one: it refuses to change a frozen value. At run time a value is an ordinary
dataclass with the equality and the hash of a frozen one. `replace` is the standard one as well, in
a third of the time.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

# How to take every field that `__init__` takes, and the place of each, by class.
_fields: dict[type, tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]] = {}

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(kind: Any = None, /, *, frozen: bool = False, **options: Any) -> Any:
        """As `dataclasses.dataclass`; only the type checker holds a frozen value to it."""
        if kind is None:
            return lambda decorated: dataclass(decorated, frozen=frozen, **options)
        if not frozen:
            return dataclasses.dataclass(kind, **options)
        is_compared = options.get("eq", True)
        if options.get("order"):
            return dataclasses.dataclass(kind, **options, unsafe_hash=is_compared)
        made = dataclasses.dataclass(kind, **(options | {"eq": False, "repr": False}))
        _add_methods(made, is_compared=is_compared)
        return made

    def replace(value: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`, for dataclasses whose fields are all given by position."""
        kind = type(value)
        taken, places = _fields.get(kind) or _learn_fields(kind)
        values = [*taken(value)]
        for name, new in changes.items():
            values[places[name]] = new
        return kind(*values)


def _add_methods(kind: Any, *, is_compared: bool) -> None:
    """The methods that a dataclass has, without compiling words of Python for each of them.

    Hundreds of classes are made before anything is done, and most are never compared or printed.
    """
    fields = dataclasses.fields(kind)
    shown = [one.name for one in fields if one.repr]
    compared = [one.name for one in fields if one.compare]
    taken: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _value: ()

    def as_text(self: Any) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({values})"

    def is_equal(self: Any, other: object) -> Any:
        return taken(self) == taken(other) if type(other) is type(self) else NotImplemented

    methods: dict[str, Any] = {"__repr__": as_text}
    if is_compared:
        methods |= {"__eq__": is_equal, "__hash__": lambda self: hash(taken(self))}
    for name, method in methods.items():
        if name not in vars(kind) or vars(kind)[name] is None:
            setattr(kind, name, method)


def _learn_fields(kind: type) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    names = [one.name for one in dataclasses.fields(kind) if one.init]
    only = names[0] if len(names) == 1 else None
    taken = attrgetter(*names) if only is None else lambda value: (getattr(value, only),)
    _fields[kind] = taken, {name: at for at, name in enumerate(names)}
    return _fields[kind]
