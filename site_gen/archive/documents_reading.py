"""content/documents/ and content/pages/ to documents and pages. They have prose and no records."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TypeVar

from site_gen.archive.content_links import ContentLink, find_content_links
from site_gen.archive.related_documents import RelatedDocuments
from site_gen.content.block import Block, BlockKind
from site_gen.content.blocks import parse_blocks
from site_gen.content.discovery import ContentTree
from site_gen.content.document_fields import (
    DOCUMENT_FIELDS,
    PAGE_FIELDS,
    DocumentFields,
    parse_document_fields,
)
from site_gen.content.front_matter import split_front_matter
from site_gen.content.privacy import may_be_private
from site_gen.content.reading import read_source
from site_gen.content.rendering import render
from site_gen.content.schema import Field
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding, kept_private
from site_gen.minutes.outline import Outline
from site_gen.minutes.withholding import withhold
from site_gen.model.documents import Document, Page
from site_gen.model.prose import Prose
from site_gen.site.addresses import HOME, NOT_FOUND, SEARCH, page_url
from site_gen.site.page_names import refused_id
from site_gen.text.places import Place
from site_gen.text.sources import Source

Value = TypeVar("Value")
TAKEN = frozenset({HOME, SEARCH, NOT_FOUND})


def read_documents(root: Path, tree: ContentTree) -> RelatedDocuments:
    """Every document and page of `tree` that can be read. Two of one name are an error."""
    reader = _Reader(root)
    documents: dict[str, Document] = {}
    naming: dict[str, Place] = {}
    for source, fields, prose in reader.read(tree.documents, DOCUMENT_FIELDS):
        if reader.can_be_named(fields.id, source) and reader.is_first(fields.id, source, documents):
            documents[fields.id] = _document(source, fields, prose)
            naming[fields.id] = fields.meetings_place or source.place()
    pages: dict[str, Page] = {}
    for source, fields, prose in reader.read(tree.pages, PAGE_FIELDS):
        if reader.is_free(fields.id, source) and reader.is_first(fields.id, source, pages):
            pages[fields.id] = Page(fields.id, source.path, fields.title, prose, fields.language)
    return RelatedDocuments(documents, pages, tuple(reader.links), tuple(reader.problems), naming)


class _Reader:
    """Reads files one after the other and gathers their links and problems."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.links: list[ContentLink] = []
        self.problems: list[Diagnostic] = []

    def read(
        self, paths: Iterable[str], fields: tuple[Field, ...]
    ) -> Iterator[tuple[Source, DocumentFields, Prose]]:
        for path in paths:
            source = self._taken(read_source(self._root, path))
            if source is None:
                continue
            before = len(self.problems)
            front = self._taken(split_front_matter(source))
            if front is None:
                self._hide(before, is_private=may_be_private(source))
                continue
            read = self._taken(parse_document_fields(path, front, fields=fields))
            if read.is_private:
                self._hide(before, is_private=True)
                continue
            blocks = self._taken(parse_blocks(source, front.body_line))
            published = withhold(Outline(tuple(blocks), ()), source)
            self.problems += published.problems
            prose = render_with_headings(published.outline.preamble)
            self.links += find_content_links([prose], source)
            yield source, read, prose

    def _hide(self, before: int, *, is_private: bool) -> None:
        """Take the words out of what was said of one file, when it must not be public."""
        if is_private:
            self.problems[before:] = map(kept_private, self.problems[before:])

    def is_free(self, identifier: str, source: Source) -> bool:
        """Whether no page that every site has lies there already."""
        if page_url(identifier) not in TAKEN:
            return self.can_be_named(identifier, source)
        message = f'every site has a page "{identifier}" of its own'
        self.problems.append(finding("id-twice", source.place(), message, "rename this file"))
        return False

    def can_be_named(self, identifier: str, source: Source) -> bool:
        """Whether a page can be named after this file."""
        if not (reason := refused_id(identifier)):
            return True
        message = f'the name "{identifier}" {reason}'
        problem = finding("field-wrong-value", source.place(), message, "rename this file")
        self.problems.append(problem)
        return False

    def is_first(self, identifier: str, source: Source, known: dict[str, Value]) -> bool:
        if identifier not in known:
            return True
        message = f'another file already has the name "{identifier}"'
        self.problems.append(finding("id-twice", source.place(), message, "rename this file"))
        return False

    def _taken(self, parsed: Parsed[Value]) -> Value:
        self.problems += parsed.diagnostics
        return parsed.value


def render_with_headings(blocks: Iterable[Block]) -> Prose:
    """The blocks with their headings as headings, below the page's own.

    Where something is withheld, plain words say so.
    """
    pieces = [_rendered(block) for block in blocks]
    return Prose(
        "\n".join(piece.html for piece in pieces if piece.html),
        "\n".join(piece.text for piece in pieces if piece.text),
    )


def _rendered(block: Block) -> Prose:
    if block.withheld is not None:
        sentence = f"{block.withheld.public_summary}."
        return Prose(f'<p class="withheld">{escape(sentence)}</p>', sentence)
    prose = render((block,))
    if block.kind is not BlockKind.HEADING:
        return prose
    level = min(max(block.level, 2), 6)
    return Prose(f"<h{level}>{block.words.html()}</h{level}>", prose.text)


def _document(source: Source, fields: DocumentFields, prose: Prose) -> Document:
    return Document(
        id=fields.id,
        path=source.path,
        title=fields.title,
        prose=prose,
        date=fields.date,
        author=fields.author,
        kind=fields.kind,
        source=fields.source,
        body=fields.body,
        topics=fields.topics,
        meetings=fields.meetings,
        language=fields.language,
    )
