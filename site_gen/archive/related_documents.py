"""What was read of content/documents/ and content/pages/, as the store keeps it."""

from collections.abc import Container

from site_gen.archive.content_links import ContentLink
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.model.documents import Document, Page
from site_gen.site.addresses import document_url, page_url
from site_gen.text.places import Place
from site_gen.text.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class RelatedDocuments:
    """Documents and pages by id, with the links in them and what is wrong with them."""

    documents: dict[str, Document]
    pages: dict[str, Page]
    links: tuple[ContentLink, ...]
    diagnostics: tuple[Diagnostic, ...]
    naming: dict[str, Place]  # where a document names meetings, by its id

    def among(self, meetings: Container[str]) -> "RelatedDocuments":
        """The same, naming no meetings but these; an error for each other that is named."""
        documents = {
            one.id: replace(one, meetings=tuple(filter(meetings.__contains__, one.meetings)))
            for one in self.documents.values()
        }
        problems = [
            finding("link-to-nothing", self.naming[one.id], f'there is no meeting "{meeting}"')
            for one in self.documents.values()
            for meeting in one.meetings
            if meeting not in meetings
        ]
        return replace(self, documents=documents, diagnostics=(*self.diagnostics, *problems))

    def urls(self) -> dict[str, str]:
        """The page of each, by its path within content/."""
        urls = {one.path: document_url(one.id) for one in self.documents.values()}
        urls |= {one.path: page_url(one.id) for one in self.pages.values()}
        return {path.removeprefix("content/"): url for path, url in urls.items()}
