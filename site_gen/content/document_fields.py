"""The front matter of related documents and of the site's own pages."""

from pathlib import PurePosixPath

from site_gen.content.front_matter import FrontMatter
from site_gen.content.privacy import PRIVATE, read_privacy
from site_gen.content.schema import Field, FieldType, SchemaReader
from site_gen.content.web_addresses import read_web_address
from site_gen.diagnostics import Parsed
from site_gen.text.dates import PartialDate
from site_gen.text.places import Place
from site_gen.text.slugs import slugify
from site_gen.text.values import dataclass
from site_gen.text.web_addresses import WEB_ADDRESS

TEXT, TEXTS, DATE = FieldType.TEXT, FieldType.TEXTS, FieldType.DATE

PAGE_FIELDS = (
    Field("title", TEXT, "The page's title.", 'title: "About"', is_required=True),
    Field("language", TEXT, "The language of the page (BCP 47).", "language: cy"),
    PRIVATE,
)
DOCUMENT_FIELDS = (
    Field("title", TEXT, "The document's title.", 'title: "Annual report"', is_required=True),
    Field("date", DATE, "When it was published; a year or month will do.", "date: 2017-09"),
    Field("kind", TEXT, "What it is: report, article, letter.", "kind: report"),
    Field("author", TEXT, "Who wrote it.", 'author: "Director of Finance"'),
    Field(
        "source",
        TEXT,
        "The web address of the original.",
        "source: https://example.org/r",
        pattern=WEB_ADDRESS,
    ),
    Field("body", TEXT, "The committee it belongs with.", "body: planning"),
    Field("topics", TEXTS, "What it is about.", "topics: [budget]"),
    Field("meetings", TEXTS, "Ids of meetings it belongs with.", "meetings: [cabinet-2017-09-15]"),
    Field("language", TEXT, "The language of the document (BCP 47).", "language: cy"),
    PRIVATE,
)


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What the front matter of a document or page says."""

    id: str  # from the file's name
    title: str
    date: PartialDate | None = None
    kind: str = ""
    author: str = ""
    source: str = ""
    body: str = ""
    topics: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    meetings_place: Place | None = None
    language: str = ""
    is_private: bool = False


def parse_document_fields(
    path: str, front: FrontMatter, *, fields: tuple[Field, ...] = DOCUMENT_FIELDS
) -> Parsed[DocumentFields]:
    """The values of the document or page at `path`; its file name stands in for a title.

    A mark of privacy that cannot be read, or is misspelt, keeps it back and is an error.
    """
    reader = SchemaReader()
    values = reader.read(front.mapping, fields)
    name = PurePosixPath(path).stem
    privacy = read_privacy(front.mapping, values, fields, reader.problems)
    problems = [*privacy.diagnostics]
    read = DocumentFields(
        id=slugify(name) or "document",
        title=values.text("title") or name,
        date=values.date("date"),
        kind=values.text("kind"),
        author=values.text("author"),
        source=read_web_address(values, "source", problems),
        body=slugify(values.text("body")),
        topics=values.texts("topics"),
        meetings=values.texts("meetings"),
        meetings_place=values.places.get("meetings"),
        language=values.text("language"),
        is_private=privacy.value,
    )
    return Parsed(read, tuple(problems))
