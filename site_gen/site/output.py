"""All that a station of the build may hand to the writer."""

from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site."""

    path: str  # relative to public/, with forward slashes
    content: bytes
