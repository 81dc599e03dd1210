"""Documents that minutes name and do not hold."""

from collections.abc import Iterator
from urllib.parse import unquote

from site_gen.content.archive_links import ARCHIVE
from site_gen.content.block import Block
from site_gen.content.inline import Link
from site_gen.model.meetings import DocumentReference
from site_gen.text.patterns import compile_phrase, mentions
from site_gen.text.words import Words

STEMS = ("attach", "append", "enclos", "accompan", "filed", "placed", "kept", "affixed")
FILED = "filed with the minutes"
NOT_HELD = "referred to, not held here"

_PAPER = (
    r"(?:document|report|list|table|schedule|appendix|paper|note|map|plan|drawing|spreadsheet|letter"
    r"|statement|chart|response|file|presentation|submission|by-law|leaflet)s?"
)
_IS_FILED = (
    r",?\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:filed|placed|kept|attached|appended"
    r"|affixed)\s+(?:with|to|in|on)\s+(?:these|the|this)\s+(?:signed\s+)?(?:minutes?|file)(?!\w)"
)
# "A copy of the report, marked 'Agenda Item 11' is filed with these minutes."
FILED_COPY = compile_phrase(
    r"(?<!\w)cop(?:y|ies)\s+of\s+(?:the\s+|a\s+)?(?P<what>[^.\n]{2,160}?"
    rf"(?:,?\s+marked\s+[‘'\"“”](?P<mark>[^’'\"“”\n]{{1,80}})[’'\"“”])?){_IS_FILED}"
)
FILED_PAPER = compile_phrase(rf"(?<!\w)the\s+(?P<what>(?:\w+\s+){{0,6}}?{_PAPER}){_IS_FILED}")
# "as detailed in the attached document:", "see enclosed list"
ATTACHED = compile_phrase(
    r"(?<!\w)(?P<what>(?:attached|appended|accompanying|enclosed)\s+(?:\w+\s+){0,2}?"
    rf"{_PAPER})(?!\w)"
)
# "attached to these minutes as Appendix B"
APPENDIX = compile_phrase(
    r"(?<!\w)(?:attached|appended)\s+(?:to\s+(?:the|these)\s+minutes\s+)?(?:as|at)\s+"
    r"(?P<what>(?:Appendix|Annex|Schedule|Exhibit|Attachment)\s+[‘'\"“]?[A-Z0-9]{1,4})(?!\w)"
)
# What tells the address of a document from that of a page.
DOCUMENT_ADDRESS = compile_phrase(
    r"\.(?:pdf|docx?|xlsx?|odt|ods|csv|pptx?|txt|rtf|png|jpe?g|webp)(?:[?#]|\Z)"
    r"|(?:documentid|filestream|getfile|download|attachment)"
)


def find_references(words: Words) -> tuple[DocumentReference, ...]:
    """The documents that `words` name as filed with the minutes or attached to them, in order.

    Accepts "A copy of the report, marked 'Agenda Item 11' is filed with these minutes", "as
    detailed in the attached document", "attached as Appendix B". Each once.
    """
    if not mentions(words.text, STEMS):
        return ()
    found: dict[str, DocumentReference] = {}
    for reference in _references(words):
        found.setdefault(reference.title.lower(), reference)
    return tuple(found.values())


def linked_documents(block: Block) -> tuple[DocumentReference, ...]:
    """The documents that the links of a block lead to: attachments, and files elsewhere."""
    return tuple(
        reference for link in block.words.links if (reference := _linked(block, link)) is not None
    )


def _references(words: Words) -> Iterator[DocumentReference]:
    taken: list[tuple[int, int]] = []
    for pattern, note in (
        (FILED_COPY, FILED),
        (FILED_PAPER, FILED),
        (APPENDIX, NOT_HELD),
        (ATTACHED, NOT_HELD),
    ):
        for match in pattern.finditer(words.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            yield DocumentReference(_title(match["what"]), words.place(match.start())[0], note=note)


def _title(printed: str) -> str:
    shown = " ".join(printed.split()).strip(" ,;:")
    return shown[:1].upper() + shown[1:]


def _linked(block: Block, link: Link) -> DocumentReference | None:
    line = block.place(link.offset)[0]
    if link.target.startswith(ARCHIVE):
        path = unquote(link.target.removeprefix(ARCHIVE).partition("#")[0])
        if not path or path.endswith(".md"):
            return None  # another page of the archive
        return DocumentReference(link.text.strip(), line, path=path)
    if DOCUMENT_ADDRESS.search(link.target) is None:
        return None
    return DocumentReference(link.text.strip(), line, href=link.target)
