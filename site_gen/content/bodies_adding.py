"""A committee added to the words of bodies.yaml, all else of which stays as it is."""

import json
import re
from collections.abc import Sequence

from site_gen.content.bodies_file import parse_bodies
from site_gen.model.bodies import Body
from site_gen.text.sources import Source

KEY = "bodies:"
ENTRY = re.compile(r"( *)- ")
# Of names that YAML reads as the words they are.
PLAIN_NAME = re.compile(r"[A-Z][\w ,.'’()&-]*[\w.)]\Z")


def with_bodies(text: str, added: Sequence[Body]) -> str | None:
    """`text` with `added` at the end of its list; None where they cannot stand at its end.

    What is given back reads as before, with those committees behind the others.
    """
    before = parse_bodies(Source("bodies.yaml", text)) if text.strip() else None
    lines = text.rstrip().split("\n") if text.strip() else [KEY]
    indents = [found[1] for line in lines if (found := ENTRY.match(line))]
    indent = indents[-1] if indents else "  "
    for body in added:
        lines += [f"{indent}- id: {body.id}", f"{indent}  name: {_quoted(body.name)}"]
    mended = "\n".join(lines) + "\n"
    after = parse_bodies(Source("bodies.yaml", mended))
    known = before.value if before is not None else ()
    is_same = after.value[: len(known)] == known
    is_added = [(one.id, one.name) for one in after.value[len(known) :]] == [
        (one.id, one.name) for one in added
    ]
    is_worse = len(after.diagnostics) > len(before.diagnostics if before is not None else ())
    return mended if is_same and is_added and not is_worse else None


def _quoted(name: str) -> str:
    return name if PLAIN_NAME.match(name) else json.dumps(name, ensure_ascii=False)
