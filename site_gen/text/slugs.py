"""Words to the part of an address that stands for them."""

import re
import unicodedata

NOT_WORD = re.compile(r"[^a-z0-9]+")
# Letters that decomposition leaves alone but that have a usual spelling in plain letters.
PLAIN_SPELLINGS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def slugify(words: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens: "Ó Ceallaigh's" gives "o-ceallaighs".

    Empty when no letter or digit has a plain spelling.
    """
    plain = words.lower().replace("'", "")
    if not plain.isascii():
        spelled = plain.replace("\u2019", "").translate(PLAIN_SPELLINGS)
        plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    return NOT_WORD.sub("-", plain).strip("-")
