"""Particulars of private persons that stand in the text. No message repeats one."""

import re
from collections.abc import Iterator

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.patterns import compile_later
from site_gen.text.sources import Source
from site_gen.text.values import replace

EMAIL = compile_later(r"[\w.+'-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
# Mail that anybody can have; an address of a council, firm or charity is its own.
PRIVATE_MAIL = compile_later(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|gmx|"
    r"proton|protonmail|pm|btinternet|btopenworld|talktalk|sky|virginmedia|ntlworld|blueyonder|"
    r"tiscali|plusnet|eircom|o2|orange|fsnet|freeserve|wanadoo|lineone|tesco)\."
    r"(?:com|net|co\.uk|me|ie|org|ca|co|uk|de|fr|eu)\Z",
    re.IGNORECASE,
)
# UK and Irish numbers; those of mobile telephones begin 07 and 08. What may not stand before is
# asked behind the first character, here and of postcodes: a search for a character is quick.
TELEPHONE = compile_later(
    r"(?:\+(?<![\w./£€$-].)(?:44|353)[\s-]?(?:\(0\))?[\s-]?|\((?<![\w./£€$-].)0|0(?<![\w./£€$-].))"
    r"(?P<rest>[1-9]\d{0,4}\)?(?:[\s-]?\d){4,9})(?![\w/]|[.,-]\d)"
)
MOBILE = re.compile(r"(?:7[1-9]|8[35679])")
# Royal Mail's form of a postcode, and the Irish Eircode.
POSTCODE = compile_later(
    r"[A-Z](?<![A-Za-z0-9/].)(?:[A-Z]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}"
    r"|(?<=[AC-FHKNPRTV-Y])\d{2} ?[0-9AC-FHKNPRTV-Y]{4})(?![A-Za-z0-9])"
)
PRIVATE_NAME = compile_later(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx)\.?(?:\s{0,9}(?:&|and)\s{0,9}(?:Mr|Mrs|Ms|Miss)\.?)?"
    r"\s{1,9}(?:[A-Z][\w.'’-]{0,40}\s{1,9}){0,3}[A-Z][\w'’-]"
)
OFFICIAL = compile_later(
    r"council|clerk|officer|office\b|democratic|committee|secretar|warden|police|helpline|hotline|"
    r"enquir|contact\s+centre|reception|switchboard|customer|constable|school|surgery|hall\b|"
    r"trust\b|society|association|charity|limited\b|ltd\b|plc\b|nhs|solicitor|agent|architect|"
    r"contact:|[@.]gov\.|emergency|samaritans|parish|info|admin|chair|editor|news|events?\b|bookings?\b|club|church",
    re.IGNORECASE,
)
AROUND = 120  # characters beside a particular that say whose it is
NEAR_NAME = 90  # characters between a name and a postcode


def check_personal_data(
    source: Source, *, body_line: int, hides_names: bool
) -> Iterator[Diagnostic]:
    """A finding for each e-mail address, telephone number and home that looks private.

    `source` has nothing that is withheld. With `hides_names` the site shows no names of private
    persons, so that a postcode beside one tells nothing.
    """
    # Most minutes hold none of these anywhere, which takes one look at the whole text.
    has_mail = "@" in source.text
    has_telephones = TELEPHONE.search(source.text) is not None
    has_homes = not hides_names and POSTCODE.search(source.text) is not None
    if not (has_mail or has_telephones or has_homes):
        return
    for number, line in enumerate(source.lines[body_line - 1 :], body_line):
        if has_mail and "@" in line:
            yield from _emails(line, number, source)
        if has_telephones:
            yield from _telephones(line, number, source)
        if has_homes:
            yield from _homes(line, number, source)


def _emails(line: str, number: int, source: Source) -> Iterator[Diagnostic]:
    for match in EMAIL.finditer(line):
        is_private = PRIVATE_MAIL.match(match["domain"].rstrip(".")) is not None
        if is_private and OFFICIAL.search(match[0].partition("@")[0]) is None:
            message = "an e-mail address stands here that looks like a private person's"
            yield _found("personal-email", source, number, match.span(), message)


def _telephones(line: str, number: int, source: Source) -> Iterator[Diagnostic]:
    for match in TELEPHONE.finditer(line):
        digits = sum(char.isdigit() for char in match["rest"])
        if not 8 <= digits <= 10:
            continue
        around = line[max(0, match.start() - AROUND) : match.end() + AROUND]
        is_mobile = MOBILE.match(match["rest"]) is not None and digits >= 9
        if OFFICIAL.search(around) is None and (is_mobile or PRIVATE_NAME.search(around)):
            message = "a telephone number stands here that looks like a private person's"
            yield _found("personal-telephone", source, number, match.span(), message)


def _homes(line: str, number: int, source: Source) -> Iterator[Diagnostic]:
    for match in POSTCODE.finditer(line):
        before = line[max(0, match.start() - NEAR_NAME) : match.start()]
        if PRIVATE_NAME.search(before) is not None and OFFICIAL.search(before) is None:
            message = "a private person's name stands beside a postcode"
            yield _found("personal-address", source, number, match.span(), message)


def _found(
    code: str, source: Source, number: int, span: tuple[int, int], message: str
) -> Diagnostic:
    place = source.place(number, span[0] + 1, length=span[1] - span[0])
    return replace(finding(code, place, message), hides_line=True)
