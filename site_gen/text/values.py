"""Values that nobody may change, cheap to make.

`dataclass(frozen=True)` of the standard library sets every field through a call of its own, and a
tenth of the time that reading minutes took went there. To the type checker the `dataclass` of this
module is that very one: it refuses to change a frozen value. At run time a value is an ordinary
dataclass with the equality and the hash of a frozen one.
"""

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(kind: Any = None, /, *, frozen: bool = False, **options: Any) -> Any:
        """As `dataclasses.dataclass`; only the type checker holds a frozen value to it."""
        if frozen:
            options["unsafe_hash"] = options.get("eq", True)  # as frozen ones are hashed
        return dataclasses.dataclass(kind, **options)
