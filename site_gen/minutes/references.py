"""Documents that minutes name and do not hold."""

from collections.abc import Iterator

from site_gen.content.block import Block
from site_gen.content.inline import ARCHIVE, Link
from site_gen.minutes.paragraphs import words_of
from site_gen.model.meetings import DocumentReference
from site_gen.text.patterns import compile_phrase, mentions
from site_gen.text.words import Words

STEMS = ("attach", "append", "enclos", "accompan", "filed", "placed", "kept", "affixed")
FILED = "filed with the minutes"
NOT_HELD = "referred to, not held here"

# "A copy of the report, marked 'Agenda Item 11' is filed with these minutes."
MARKED = compile_phrase(
    r"(?P<what>[^.\n]{0,160}?)\bmarked\s+[‘'\"“”](?P<mark>[^’'\"“”\n]{1,80})[’'\"“”],?\s+(?:is|are|has\s+been|have\s+been)\s+"
    r"(?:filed|placed|kept|attached|appended)\s+(?:with|to|in|on)\s+(?:these|the|this)\s+(?:signed\s+)?(?:minutes?|file)"
)
FILED_WITH = compile_phrase(
    r"(?:a\s+)?(?P<what>cop(?:y|ies)\s+of\s+(?:the\s+|a\s+)?[^.\n]{2,160}?)\s+(?:is|are|has\s+been|have\s+been|was|were)\s+"
    r"(?:filed|placed|attached|appended|affixed)\s+(?:with|to|in)\s+(?:these|the|this)\s+(?:signed\s+)?minute(?:s|\s+book)"
)
ATTACHED = compile_phrase(
    r"(?<!\w)(?:as\s+)?(?:(?:detailed|set\s+out|shown|listed|described|contained|outlined|given|provided|included|"
    r"per)\s+)?(?:in|on|see|to)\s+the\s+(?:attached|appended|accompanying|enclosed)\s+(?P<what>(?:\w+\s+){0,3}?"
    r"(?:document|report|list|table|schedule|appendix|paper|note|map|plan|spreadsheet|letter|statement|chart|response|file)s?)(?!\w)"
)
THE_ATTACHED = compile_phrase(
    r"(?<!\w)(?:the\s+)?(?:attached|appended|accompanying|enclosed)\s+(?P<what>document|report|list|table|schedule|"
    r"appendix|paper|note|map|plan|spreadsheet|letter|statement|chart)s?(?!\w)"
)
APPENDIX = compile_phrase(
    r"(?<!\w)(?:attached\s+(?:to\s+(?:the|these)\s+minutes\s+)?(?:as|at)|appended\s+(?:to\s+(?:the|these)\s+minutes\s+)?(?:as|at))\s+"
    r"(?P<what>(?:Appendix|Annex|Schedule|Exhibit|Attachment)\s+[‘'\"“]?[A-Z0-9]{1,4})"
)
FILE_NAME = compile_phrase(
    r"\.(?:pdf|docx?|xlsx?|odt|ods|csv|pptx?|txt|rtf|png|jpe?g|webp)(?:[?#]|\Z)"
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
        (MARKED, FILED),
        (FILED_WITH, FILED),
        (APPENDIX, NOT_HELD),
        (ATTACHED, NOT_HELD),
        (THE_ATTACHED, NOT_HELD),
    ):
        for match in pattern.finditer(words.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            title = match["mark"] if pattern is MARKED else match["what"]
            yield DocumentReference(_title(title), words.place(match.start())[0], note=note)


def _title(printed: str) -> str:
    shown = " ".join(printed.split()).strip(" ,;:")
    return shown[:1].upper() + shown[1:]


def _linked(block: Block, link: Link) -> DocumentReference | None:
    line = words_of(block).place(link.offset)[0]
    if link.target.startswith(ARCHIVE):
        path = link.target.removeprefix(ARCHIVE).partition("#")[0]
        return DocumentReference(link.text.strip(), line, path=path) if path else None
    if FILE_NAME.search(link.target) is None:
        return None
    return DocumentReference(link.text.strip(), line, href=link.target)
