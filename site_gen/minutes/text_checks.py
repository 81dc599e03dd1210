"""What keeps people from using the text: links, pictures, tables and headings."""

import re
from collections.abc import Container, Iterable, Iterator

from site_gen.content.block import Block, BlockKind
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.patterns import compile_phrase
from site_gen.text.sources import Source

# The whole words of a link that say nothing when they are read alone.
VAGUE = frozenset(
    {
        "click here", "click", "click this link", "click on this link", "follow this link", "here",
        "in this link", "learn more", "link", "more", "more information", "please click here",
        "read more", "see here", "see more", "this", "this link", "this page", "view here",
        "visit here",
    }
)  # fmt: skip
# A picture whose description is empty, or only the name of a file or the word itself.
PICTURE = compile_phrase(
    r"!\[\s*(?:(?:image|picture|img|photo|figure|untitled)?[\s_-]{0,3}\d{0,9}"
    r"(?:\.(?:png|jpe?g|gif|webp|svg|bmp))?|[\w.-]{1,99}\.(?:png|jpe?g|gif|webp|svg|bmp))\s*\]\("
)
ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")
STRAY = " \t\n.,:;!?()[]*_"


def check_text(
    blocks: Iterable[Block], source: Source, hidden_lines: Container[int]
) -> Iterator[Diagnostic]:
    """A finding for each link, picture, table and heading that some readers cannot use.

    What stands on hidden lines is not looked at, and `source` has blanks for them.
    """
    level = 0
    has_pictures = "![" in source.text
    for block in blocks:
        for leaf in block.leaves:
            if leaf.line in hidden_lines:
                continue
            if leaf.words.parts or leaf.cells:
                yield from _links(leaf, source)
            if has_pictures:
                yield from _pictures(leaf, source)
            if leaf.kind is BlockKind.TABLE and leaf.rows and not any(map(str.strip, leaf.rows[0])):
                message = "the first row of this table, which names its columns, is empty"
                yield finding("table-without-headings", source.place(leaf.line), message)
            if leaf.kind is BlockKind.HEADING:
                if level and leaf.level > level + 1:
                    yield _skipped(leaf, level, source)
                level = leaf.level


def _links(leaf: Block, source: Source) -> Iterator[Diagnostic]:
    for words in (leaf.words, *(cell for row in leaf.cells for cell in row)):
        if not words.parts:
            continue
        for link in words.links:
            shown = " ".join(link.text.split())
            if shown.strip(STRAY).lower() in VAGUE:
                place = source.place_of(f"[{link.text}", start_line=leaf.line)
                message = f'"{shown}" does not say where this link leads'
                yield finding("link-text-vague", place, message)


def _pictures(leaf: Block, source: Source) -> Iterator[Diagnostic]:
    if leaf.kind is BlockKind.CODE:
        return
    for number in range(leaf.line, leaf.end_line + 1):
        line = source.line(number)
        for match in PICTURE.finditer(line):
            if ESCAPED.search(line[: match.start()]) is None:
                place = source.place(number, match.start() + 1, length=len(match[0]) - 1)
                message = "this picture has no description"
                yield finding("picture-without-description", place, message)


def _skipped(heading: Block, level: int, source: Source) -> Diagnostic:
    message = f'"{"#" * heading.level}" follows "{"#" * level}": the level between is skipped'
    hint = f'write "{"#" * (level + 1)}", or give the heading above one more "#"'
    place = source.place(heading.line, length=heading.level)
    return finding("heading-level-skipped", place, message, hint)
