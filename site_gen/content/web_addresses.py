"""Addresses on the web, as settings and front matter give them."""

import re

from site_gen.content.schema import Values
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.web_addresses import WEB_ADDRESS


def read_web_address(
    values: Values, name: str, problems: list[Diagnostic], *, pattern: str = WEB_ADDRESS
) -> str:
    """The address at `name`, which is a link to follow; empty, and an error, when it is none."""
    written = values.text(name)
    if not written or re.fullmatch(pattern, written) is not None:
        return written
    message = f'"{name}: {written}" is not a web address'
    hint = f"write it whole, without spaces: `{name}: https://example.org/`, or remove the line"
    if "." in written and re.fullmatch(pattern, f"https://{written}"):
        hint = f"write it whole: `{name}: https://{written}`"
    problems.append(finding("field-wrong-value", values.place_of(name), message, hint))
    return ""
