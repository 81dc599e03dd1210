"""What a caller may say about an import, and the committees it may belong to."""

from collections.abc import Callable, Mapping

from site_gen.site.settings import Settings
from site_gen.text.values import dataclass, field


def _nothing(_: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import one document. Every field has a value that suits a first try."""

    body: str = ""  # id or name of the committee; found in the text when empty
    folder: str = ""  # name of the folder that is imported; the last resort for a committee
    bodies: Mapping[str, str] = field(default_factory=dict)  # names of committees (small) to ids
    address: str = ""  # where a saved page lay on the web
    month_first: bool | None = None  # 03/04/2018 is 4 March; None: as the text shows
    stem: str = ""  # name of the Markdown file, without ".md"; the date when empty
    id: str = ""  # an id of its own, where body and date do not make one
    is_minutes: bool = False  # a person says that it is minutes, whatever it reads like
    settings: Settings = field(default_factory=Settings)
    read_beside: Callable[[str], bytes | None] = _nothing  # files next to the source
