"""What one file of minutes gave: the value that the store keeps for it."""

from collections.abc import Mapping

from site_gen.archive.content_links import ContentLink
from site_gen.archive.rows import MeetingRows
from site_gen.diagnostics import Diagnostic
from site_gen.model.meetings import Meeting
from site_gen.text.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list that has only its highest ones shown."""

    list: str
    rank: str  # the highest comes first; one of a kind in its list
    content: bytes


@dataclass(frozen=True, slots=True)
class Products:
    """What later stations make of one meeting."""

    contents: Mapping[str, bytes] = field(default_factory=dict)  # by name
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """One file, read, understood and resolved. `meeting` is None when it could not be."""

    path: str  # relative to the archive's root
    key: bytes  # of everything that it was made from; equal keys, equal value
    meeting: Meeting | None = None
    rows: MeetingRows | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    products: Products = field(default_factory=Products)
    published: bytes = b""  # key of the published addresses that it keeps
    own: bytes = b""  # key of its own, when it keeps all of those
    links: tuple[ContentLink, ...] = ()  # attachments first, then links of the text
