"""The body of the minutes: written as Markdown, read back, and held to the source's words."""

from collections.abc import Iterable, Iterator

from site_gen.content.block import Block
from site_gen.content.blocks import parse_blocks
from site_gen.importers.findings import Finding, RefusalReason, RefusedError, look
from site_gen.importers.inline_markdown import letters, plain_words, words_of
from site_gen.importers.markdown import write_markdown
from site_gen.importers.outline import find_outline
from site_gen.importers.pictures import PICTURE_FOLDER
from site_gen.importers.pieces import Piece, Role, paragraphs_of
from site_gen.importers.source_text import SourceText
from site_gen.text.sources import Source
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """The body of the minutes as Markdown."""

    markdown: str
    blocks: tuple[Block, ...]
    text: str
    findings: tuple[Finding, ...] = ()


def write_draft(read: SourceText) -> Draft:
    """The body, written and read back. Raises RefusedError where it holds nothing."""
    findings: tuple[Finding, ...] = ()
    pieces: tuple[Piece, ...] = ()
    if read.markdown is None:
        pieces, findings = find_outline(read.pieces)
        markdown = write_markdown(pieces, lambda name: f"{PICTURE_FOLDER}/{name}")
    else:
        markdown = read.markdown.lstrip("\n").rstrip() + "\n"
    parsed = parse_blocks(Source("content/imported.md", markdown))
    text = "\n".join(words_of(parsed.value))
    if not any(map(str.isalnum, text)):
        # Such as a paragraph that is longer than any, of a text without an empty line.
        told = next((one.message for one in parsed.diagnostics), "")
        message = told or f"this {read.format} holds no words"
        raise RefusedError(RefusalReason.EMPTY, message)
    if read.markdown is None:
        _hold_to_words(pieces, parsed.value)
    problems = tuple(look("text", problem.message) for problem in parsed.diagnostics)
    return Draft(markdown, parsed.value, text, (*findings, *problems))


def _hold_to_words(pieces: Iterable[Piece], blocks: Iterable[Block]) -> None:
    """Refuse the import if the Markdown says other words than the source."""
    wanted = letters("".join(_source_words(pieces)))
    given = letters("".join(words_of(blocks)))
    if wanted == given:
        return
    at = next(
        (at for at, (one, other) in enumerate(zip(wanted, given, strict=False)) if one != other),
        min(len(wanted), len(given)),
    )
    near = wanted[max(0, at - 20) : at + 20]
    message = f'the text could not be carried over word for word, near "{near}"'
    raise RefusedError(RefusalReason.WORDS_CHANGED, message)


def _source_words(pieces: Iterable[Piece]) -> Iterator[str]:
    """The words of pieces with the marks that they are written with."""
    for paragraph in paragraphs_of(pieces):
        if paragraph.is_empty and not paragraph.label:
            continue
        is_bullet = paragraph.role is Role.ENTRY and not paragraph.label
        yield "-" if is_bullet else paragraph.label
        for run in paragraph.runs:
            label = " ".join(run.text.split()) or "Picture"
            yield label if run.picture else plain_words(run.text)
