"""Reports and articles that the archive holds beside its minutes."""

from site_gen.model.prose import Prose
from site_gen.text.dates import PartialDate
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A related document from content/documents/. It has prose and no records."""

    id: str  # from its file name
    path: str
    title: str
    prose: Prose
    date: PartialDate | None = None
    author: str = ""
    kind: str = ""  # "report", "article", as written
    source: str = ""  # address of the original
    body: str = ""  # body id it belongs with
    topics: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()  # ids of held meetings that it names in its front matter
    language: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site's own words from content/pages/, such as "About"."""

    id: str
    path: str
    title: str
    prose: Prose
    language: str = ""
