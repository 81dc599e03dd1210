"""Blocks to the words that are shown and searched."""

from collections.abc import Iterable, Iterator
from html import escape

from site_gen.content.block import Block, BlockKind
from site_gen.content.inline import NOTHING, Inline
from site_gen.model.prose import Prose

WRAPPINGS = {
    # The headings of the page come before any that stand within its prose.
    BlockKind.HEADING: ('<p class="subheading"><strong>', "</strong></p>"),
    BlockKind.QUOTE: ("<blockquote>\n", "\n</blockquote>"),
    BlockKind.ENTRY: ("", ""),
    BlockKind.CODE: ("<pre><code>", "</code></pre>"),
    BlockKind.RULE: ('<p class="page-number">', "</p>"),
}


def render(blocks: Iterable[Block]) -> Prose:
    """The blocks as safe HTML and as plain text.

    Entries of ordered lists keep the number or letter that was typed. A line that only parts
    pages is left out.
    """
    html: list[str] = []
    text: list[str] = []
    for block in blocks:
        html.append(_html(block))
        text += _text(block)
    return Prose("\n".join(filter(None, html)), "\n".join(filter(None, text)))


def _html(block: Block) -> str:
    if block.kind is BlockKind.PARAGRAPH:
        return f"<p>{block.words.html()}</p>"
    if block.kind is BlockKind.LIST:
        return _list_html(block)
    if block.kind is BlockKind.TABLE:
        return _table_html(block)
    if block.kind is BlockKind.WITHHELD or not (block.children or block.text):
        return ""
    before, after = WRAPPINGS[block.kind]
    if block.children:
        return before + "\n".join(_html(child) for child in block.children) + after
    return before + block.words.html() + after


def is_ordered(entry: Block) -> bool:
    """Whether the entry's mark is a number or letter, which readers must see."""
    return any(character.isalnum() for character in entry.marker) and len(entry.marker) > 1


def _list_html(block: Block) -> str:
    entries = block.children
    if not is_ordered(entries[0]):
        inner = "\n".join(f"<li>{_entry_html(entry)}</li>" for entry in entries)
        return f"<ul>\n{inner}\n</ul>"
    numbers = [_plain_number(entry.marker) for entry in entries]
    first = numbers[0]
    if first is not None and numbers == list(range(first, first + len(entries))):
        start = "" if first == 1 else f' start="{first}"'
        inner = "\n".join(f"<li>{_entry_html(entry)}</li>" for entry in entries)
        return f"<ol{start}>\n{inner}\n</ol>"
    inner = "\n".join(
        f'<li><span class="printed-list__marker">{escape(entry.marker)}</span> '
        f"{_entry_html(entry)}</li>"
        for entry in entries
    )
    return f'<ol class="printed-list">\n{inner}\n</ol>'


def _plain_number(marker: str) -> int | None:
    """The number of "5.", as browsers show it themselves."""
    number = marker.removesuffix(".")
    return int(number) if marker.endswith(".") and number.isdigit() else None


def _entry_html(entry: Block) -> str:
    """One paragraph stands bare in its entry; several are told apart."""
    paragraphs = sum(child.kind is not BlockKind.LIST for child in entry.children)
    if paragraphs != 1 or entry.children[0].kind is not BlockKind.PARAGRAPH:
        return "\n".join(_html(child) for child in entry.children)
    first, *others = entry.children
    return "\n".join([first.words.html(), *(_html(child) for child in others)])


def _table_html(block: Block) -> str:
    width = max((len(row) for row in block.cells), default=0)
    rows = [(*row, *[NOTHING] * (width - len(row))) for row in block.cells]
    head, body = rows[0], rows[1:]
    lines = ["<table>", "<thead>", _row_html(head, "th"), "</thead>"]
    if body:
        lines += ["<tbody>", *(_row_html(row, "td") for row in body), "</tbody>"]
    return "\n".join([*lines, "</table>"])


def _row_html(row: tuple[Inline, ...], tag: str) -> str:
    return "<tr>" + "".join(_cell_html(cell, tag) for cell in row) + "</tr>"


def _cell_html(cell: Inline, tag: str) -> str:
    if tag == "th" and cell.text:
        return f'<th scope="col">{cell.html()}</th>'
    return f"<td>{cell.html()}</td>"  # an empty heading heads nothing


def _text(block: Block) -> Iterator[str]:
    match block.kind:
        case BlockKind.LIST:
            for entry in block.children:
                yield from _entry_text(entry)
        case BlockKind.QUOTE | BlockKind.ENTRY:
            for child in block.children:
                yield from _text(child)
        case BlockKind.TABLE:
            for row in block.cells:
                yield " ".join(filter(None, (_one_line(cell.text) for cell in row)))
        case BlockKind.CODE:
            yield block.text
        case BlockKind.RULE:
            return
        case _:
            yield _one_line(block.text)


def _entry_text(entry: Block) -> Iterator[str]:
    rows = [row for child in entry.children for row in _text(child)]
    if is_ordered(entry):
        rows = [f"{entry.marker} {rows[0]}", *rows[1:]] if rows else [entry.marker]
    yield from rows


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text
