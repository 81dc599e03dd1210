"""What later stations make of one meeting, kept with it in the store."""

from collections.abc import Mapping

from site_gen.model.meetings import Meeting
from site_gen.site.directory import Directory


def make_products(_meeting: Meeting, _directory: Directory) -> Mapping[str, bytes]:
    """The meeting's lines of each data file."""
    return {}
