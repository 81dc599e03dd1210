"""Open data and everything else that is made from the whole archive and is no page."""

from collections.abc import Iterator

from site_gen.archive.reading import StoredArchive
from site_gen.site.output import OutputFile


def data_files(_archive: StoredArchive) -> Iterator[OutputFile]:
    """Every such file."""
    yield from ()
