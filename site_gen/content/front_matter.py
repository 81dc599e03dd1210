"""A file to its front matter and where its body begins."""

import re

from site_gen.content.yaml_tree import YamlMapping, parse_yaml
from site_gen.diagnostics import Parsed
from site_gen.diagnostics.rules import finding
from site_gen.text.sources import Source
from site_gen.text.values import dataclass

# Three hyphens as some editors change them.
LIKE_FENCE = re.compile(r"[-‐‑‒–—―−_=*~]{1,40}")
FENCE = re.compile(r"---[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML between the two "---" lines, and the first line after it."""

    mapping: YamlMapping
    body_line: int  # counted from 1


def split_front_matter(source: Source) -> Parsed[FrontMatter | None]:
    """The front matter of `source`; None and an error when it is missing, open or broken."""
    if not FENCE.match(source.line(1)):
        return Parsed(None, (finding("front-matter-missing", source.place(), _missing(source)),))
    for number in range(2, len(source.lines) + 1):
        if FENCE.match(source.line(number)):
            break
    else:
        message = 'the front matter that begins here has no second line "---"'
        return Parsed(None, (finding("front-matter-open", source.place(length=3), message),))
    text = "\n".join(source.lines[1 : number - 1])
    parsed = parse_yaml(source, text=text, first_line=2)
    if parsed.value is None:
        return Parsed(None, parsed.diagnostics)
    return Parsed(FrontMatter(parsed.value, number + 1), parsed.diagnostics)


def _missing(source: Source) -> str:
    if not source.line(1).strip():
        return "the file begins with an empty line; front matter must be the very first thing"
    if LIKE_FENCE.fullmatch(source.line(1).strip()) is not None:
        return f'the first line is "{source.line(1).strip()}" and must be three hyphens: "---"'
    if source.line(1).startswith("{\\rtf"):
        return "this is a rich text file (.rtf) with a new name; save it as plain text, or as Word"
    return "the file does not begin with front matter"
