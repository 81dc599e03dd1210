"""Pictures that a source carries: those that may be published, each once, under a plain name."""

import hashlib
from collections import Counter

from site_gen.importers.findings import Finding, left_out
from site_gen.text.values import dataclass, field

MOST_BYTES = 20_000_000  # of one picture
MOST_PICTURES = 200
PICTURE_FOLDER = "pictures-of-this-meeting"  # in addresses, until the minutes' own name is known
# The first bytes of the kinds that an archive publishes.
KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
)
OTHER_KINDS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\x00\x00\x00", "EMF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be saved beside the minutes."""

    name: str  # "picture-1.png"
    content: bytes


@dataclass(slots=True)
class PictureBook:
    """Gathers the pictures of one source."""

    pictures: dict[str, Picture] = field(default_factory=dict)  # by what is in them
    _refused: Counter[str] = field(default_factory=Counter)

    def add(self, content: bytes) -> str:
        """The name under which the picture will be saved; "" for one that cannot be."""
        kind = _kind(content)
        if not kind or len(content) > MOST_BYTES:
            self._refused[_why(content)] += 1
            return ""
        key = hashlib.sha256(content).hexdigest()
        known = self.pictures.get(key)
        if known is None:
            if len(self.pictures) >= MOST_PICTURES:
                self._refused[f"only the first {MOST_PICTURES} are kept"] += 1
                return ""
            known = Picture(f"picture-{len(self.pictures) + 1}.{kind}", content)
            self.pictures[key] = known
        return known.name

    def leave(self, why: str) -> None:
        """Note a picture that is not in the source itself."""
        self._refused[why] += 1

    def findings(self) -> tuple[Finding, ...]:
        """What was left out."""
        return tuple(
            left_out("pictures", f"{_pictures(count)} left out: {why}")
            for why, count in self._refused.items()
        )


def _kind(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in KINDS if content.startswith(start)), "")


def _why(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        return f"larger than {MOST_BYTES // 1_000_000} MB"
    name = next((name for start, name in OTHER_KINDS if content.startswith(start)), "")
    form = f"of the form {name}, which" if name else "of a form that"
    return f"{form} is not published; save as PNG or JPEG"


def _pictures(count: int) -> str:
    return "one picture was" if count == 1 else f"{count} pictures were"
