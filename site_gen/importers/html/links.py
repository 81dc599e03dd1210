"""Addresses of links, without what follows readers about."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TRACKING = _set(
    "fbclid gclid dclid msclkid mc_cid mc_eid igshid yclid _hsenc _hsmi oly_anon_id oly_enc_id"
    " vero_id wickedid ref_src"
)
TRACKING_START = ("utm_", "pk_", "piwik_", "matomo_", "hsa_")


def without_tracking(address: str) -> str:
    """The address without parameters that only tell who came from where, and safe to write.

    Spaces and angle brackets are encoded; nothing else of the address changes.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    query = parts.query
    if any(_is_tracking(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [
            pair for pair in parse_qsl(query, keep_blank_values=True) if not _is_tracking(pair[0])
        ]
        query = urlencode(kept)
    whole = urlunsplit(parts._replace(query=query))
    return "".join(_encoded(character) for character in whole)


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name in TRACKING or name.startswith(TRACKING_START)


def _encoded(character: str) -> str:
    if character in '<>\\`"' or character.isspace() or not character.isprintable():
        return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))
    return character
