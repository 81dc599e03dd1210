"""What one file of minutes gave: the value that the store keeps for it."""

from collections.abc import Mapping
from dataclasses import field

from site_gen.archive.content_links import ContentLink
from site_gen.archive.rows import MeetingRows
from site_gen.diagnostics import Diagnostic
from site_gen.model.meetings import Meeting
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Understood:
    """One file, read, understood and resolved. `meeting` is None when it could not be."""

    path: str  # relative to the archive's root
    key: bytes  # of everything that it was made from; equal keys, equal value
    meeting: Meeting | None = None
    rows: MeetingRows | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    # What later stations made of it, by name; see `Products`.
    products: Mapping[str, bytes] = field(default_factory=dict)
    published: bytes = b""  # key of the published addresses that it keeps
    own: bytes = b""  # key of its own, when it keeps all of those
    links: tuple[ContentLink, ...] = ()  # attachments first, then links of the text
