"""Documents that minutes name: held here, elsewhere, or only referred to."""

from site_gen.model.meetings import DocumentReference
from site_gen.pages.desk import Desk
from site_gen.pages.words import capitalised
from site_gen.site import addresses
from site_gen.text.values import dataclass

NOT_HELD = "Referred to in these minutes. This archive does not hold it."
ELSEWHERE = "On another website"


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A document that minutes name."""

    title: str
    href: str  # empty when there is nothing to open
    format: str  # "PDF"
    note: str


def reference_view(reference: DocumentReference, desk: Desk) -> ReferenceView:
    """The document with its link, or with the plain statement that it is not held here."""
    title = capitalised(reference.title)
    if reference.path:
        href, form = _held(reference.path, desk)
        return ReferenceView(title, href, form, capitalised(reference.note))
    if reference.href:
        return ReferenceView(title, reference.href, "", capitalised(reference.note) or ELSEWHERE)
    return ReferenceView(title, "", "", NOT_HELD)


def _held(path: str, desk: Desk) -> tuple[str, str]:
    document = desk.naming.directory.documents.get(path)
    if document is not None:
        return desk.links.to(addresses.document_url(document)), ""
    extension = path.rpartition(".")[2].upper()
    return desk.links.to(addresses.attachment_url(path)), extension
