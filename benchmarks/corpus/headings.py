"""How a clerk opens an item: the headings of minutes differ by committee and by year."""

from enum import StrEnum

NO_BREAK = "\u00a0"


class HeadingStyle(StrEnum):
    """The styles; each meeting keeps to one."""

    MARKED = "marked"
    MARKED_PLAIN = "marked-plain"
    BOLD = "bold"
    BOLD_CAPITALS = "bold-capitals"
    CAPITALS = "capitals"
    MINUTE_NUMBER = "minute-number"
    AGENDA_ITEM = "agenda-item"


FORMS = {
    HeadingStyle.MARKED: "## {number}. {title}{mark} (minute {minute})",
    HeadingStyle.MARKED_PLAIN: "## {number}. {title}{mark}",
    HeadingStyle.BOLD: "**{number}. {title}{mark}**",
    HeadingStyle.BOLD_CAPITALS: "**{number}. {capitals}{mark}**",
    HeadingStyle.CAPITALS: "{number}." + NO_BREAK + "{capitals}{mark}",
    HeadingStyle.MINUTE_NUMBER: "**{minute}. {title}{mark}**",
    HeadingStyle.AGENDA_ITEM: "Agenda item\n\n{title}{mark}\n\nMinutes:",
}


def heading(style: HeadingStyle, *, number: int, minute: int, title: str, mark: str = "") -> str:
    """The lines that open an item; the title is followed by `mark` as it is written."""
    return FORMS[style].format(
        number=number, minute=minute, title=title, capitals=title.upper(), mark=mark
    )
