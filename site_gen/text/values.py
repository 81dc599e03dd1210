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
        if frozen:
            options["unsafe_hash"] = options.get("eq", True)  # as frozen ones are hashed
        return dataclasses.dataclass(kind, **options)

    def replace(value: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`, for dataclasses whose fields are all given by position."""
        kind = type(value)
        taken, places = _fields.get(kind) or _learn_fields(kind)
        values = [*taken(value)]
        for name, new in changes.items():
            values[places[name]] = new
        return kind(*values)


def _learn_fields(kind: type) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    names = [one.name for one in dataclasses.fields(kind) if one.init]
    only = names[0] if len(names) == 1 else None
    taken = attrgetter(*names) if only is None else lambda value: (getattr(value, only),)
    _fields[kind] = taken, {name: at for at, name in enumerate(names)}
    return _fields[kind]
