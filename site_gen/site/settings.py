"""Everything site.yaml may say, with what holds when it does not."""

from enum import StrEnum

from site_gen.text.values import dataclass, field


class PublicNames(StrEnum):
    """How members of the public are named in everything that is published."""

    AS_MINUTED = "as-minuted"
    INITIALS = "initials"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """site.yaml. The smallest archive has none, so every field has a value."""

    title: str = "Minutes archive"
    description: str = ""
    language: str = "en-GB"  # BCP 47
    address: str = ""  # "https://minutes.example.org/"; needed only where a link must be whole
    first_address: str = ""  # where the site lay first; feeds name their entries by it
    is_demonstration: bool = False  # every page, citation and data file says so
    is_noindex: bool = False  # search engines are asked to stay away
    public_names: PublicNames = PublicNames.AS_MINUTED
    wording: tuple[str, ...] = (
        "english",
        "irish",
        "parish",
        "north-american",
        "welsh",
    )  # phrase sets
    phrases: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (phrase name, further spellings)
    # (code, level). Not shown: it shapes no page, and what shapes pages is known by how it prints.
    checks: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    keywords: tuple[str, ...] = ()  # each gets a feed
    publisher: str = ""
    contact: str = ""
    repository: str = ""  # where the Markdown is kept, for "suggest a correction"
