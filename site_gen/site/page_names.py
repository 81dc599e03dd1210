"""Which names a page can have, beside those that the site has for itself."""

import re

LONGEST_ID = 120  # characters; with a year and ".html" behind it a file may still be called so
# Pages that every folder of the site has for itself, beside those named by an id.
OWN_PAGES = re.compile(r"index|undated|year-[0-9]{4}(?:-[0-9]{2})?")
YEAR_PAGE = re.compile(r"(.+)-[0-9]{4}(?:-[0-9]{2})?")


def refused_id(identifier: str) -> str:
    """Why no page can be named after `identifier`, a slug; empty when one can."""
    if not identifier:
        return "has no letter or digit for an address"
    if len(identifier) > LONGEST_ID:
        return f"is longer than {LONGEST_ID} letters"
    if OWN_PAGES.fullmatch(identifier) is not None:
        return "is the address of a page that every site has"
    return ""


def year_of(identifier: str) -> str:
    """Whose page of a year the page of `identifier` would be: "planning" for "planning-2024"."""
    found = YEAR_PAGE.fullmatch(identifier)
    return found[1] if found else ""
