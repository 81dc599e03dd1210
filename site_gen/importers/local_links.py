"""Links of foreign Markdown that lead to other files of where it came from."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from site_gen.content.markdown import SAFE_SCHEMES
from site_gen.importers.pictures import PictureBook
from site_gen.text.values import dataclass

LINK = re.compile(
    r"(?P<mark>!?)\[(?P<words>(?:[^\[\]\n\\]|\\.){0,500})\]"
    r"\((?P<address><[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,3})"
    r"(?P<title>[ \t]+\"[^\"\n]{0,200}\")?\)"
)
FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LocalLinks:
    """Markdown whose links all lead somewhere, and how many lost their address."""

    markdown: str
    dropped: int


def settle_local_links(
    markdown: str,
    *,
    picture_folder: str,
    pictures: PictureBook,
    read_beside: Callable[[str], bytes | None],
) -> LocalLinks:
    """Pictures that lie beside the source are taken along; other local links keep their words.

    Links to the web, to mail and within the page stay as they are, and so does a file with code
    in it, where brackets may be anything.
    """
    if "](" not in markdown or FENCE.search(markdown) is not None:
        return LocalLinks(markdown, 0)
    dropped = 0

    def settled(match: re.Match[str]) -> str:
        nonlocal dropped
        address = match["address"].strip("<>")
        if address.lower().startswith((*SAFE_SCHEMES, "#")):
            return match[0]
        if match["mark"] and (content := read_beside(unquote(address))) is not None:
            name = pictures.add(content)
            if name:
                return f"![{match['words']}]({picture_folder}/{name})"
        dropped += 1
        return match["words"]

    return LocalLinks(LINK.sub(settled, markdown), dropped)
