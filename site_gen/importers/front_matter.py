"""Front matter of imported minutes: only what is known, each value safe to read back."""

import re
from collections.abc import Iterator

from site_gen.content.schema import INFERRED
from site_gen.importers.yaml_writing import quoted, yaml_value
from site_gen.text.dates import PartialDate

OWN_ID = re.compile(r"^id[ \t]*:", re.MULTILINE)


def write_front_matter(
    *,
    title: str,
    date: PartialDate,
    values: tuple[tuple[str, str], ...] = (),
    ready: tuple[tuple[str, str], ...] = (),
) -> str:
    """The lines from "---" to "---".

    `values` are keys with plain text, empty ones left out; `ready` are keys with whole lines of
    YAML, which give way to the others.
    """
    lines = ["---"]
    taken = {"title", "date"}
    lines += [f"title: {yaml_value(title)}"] if title else []
    lines.append(f"date: {_date(date)}")
    for key, text in values:
        if text.strip():
            taken.add(key)
            lines.append(f"{key}: {yaml_value(text)}")
    lines += list(_others(ready, taken))
    return "\n".join([*lines, "---", ""])


def own_front_matter(lines: str, identifier: str) -> str:
    """Front matter that is ours already, with an id where one is needed; "" without lines."""
    if not lines:
        return ""
    added = f"\nid: {identifier}" if identifier and not OWN_ID.search(lines) else ""
    return f"---\n{lines}{added}\n---\n"


def _date(date: PartialDate) -> str:
    return quoted(f"{date.iso} {INFERRED}") if date.is_inferred else date.iso


def _others(ready: tuple[tuple[str, str], ...], taken: set[str]) -> Iterator[str]:
    for key, line in ready:
        if key not in taken:
            yield line
