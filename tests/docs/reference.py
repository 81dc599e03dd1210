"""The reference in docs/reference, made from the code.

`python -m tests.docs.reference` writes it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator

from site_gen.cli import make_parser
from site_gen.content.bodies_file import BODIES_FIELDS
from site_gen.content.document_fields import DOCUMENT_FIELDS, PAGE_FIELDS
from site_gen.content.glossary_file import GLOSSARY_FIELDS
from site_gen.content.meeting_fields import MEETING_FIELDS
from site_gen.content.people_file import PEOPLE_FIELDS
from site_gen.content.schema import Field, FieldType
from site_gen.content.settings_file import SITE_FIELDS
from site_gen.diagnostics import Severity
from site_gen.diagnostics.rule import Rule
from site_gen.diagnostics.rules import RULES
from tests.places import REPOSITORY

FOLDER = REPOSITORY / "docs" / "reference"
MADE = "<!-- Made by `python -m tests.docs.reference`; change the code, not this page. -->"
MARKS = re.compile(r"[*_<\[]")
TAKES = {
    FieldType.TEXT: "words",
    FieldType.FLAG: "`true` or `false`",
    FieldType.DATE: "a date",
    FieldType.TEXTS: "a list of words",
    FieldType.ENTRIES: "a list of entries",
    FieldType.PAIRS: "lines of `word: meaning`",
    FieldType.MEANINGS: "lines of `word: meaning`",
}
FRONT_MATTER = """
Front matter is the part between the two `---` lines at the top of a file. It is written in YAML:
one `key: value` on a line. Only `date` is needed for minutes. What you leave out is read from the
text where it stands there.

A date is written year-month-day: `2024-03-12`. A month (`2024-03`) or a year (`2024`) will do where
no more is known. `(inferred)` behind it marks a date that nobody wrote down. Put quotation marks
around words with a colon or a `#`.
"""
SETTINGS = """
These files lie in `content/`. Every one of them may be missing, and so may every key but those
marked as needed.
"""
COMMANDS = """
`minutebook` is the name of the program. In a copy of the repository `python build.py` is the same.

| exit status | meaning |
|---|---|
| 0 | good; there may be warnings |
| 1 | errors in content, or warnings with `--strict` |
| 2 | the command was called wrongly, or the disk refused |
| 130 | stopped with Ctrl+C |
"""
CODES = """
Every message has a code, which means one thing for ever. An **error** makes a build fail, and the
site that is online stays as it was. A **warning** does not: it is something that a careful clerk
would change. A **hint** is something to look at, and only `minutebook check` says it.

`checks:` in site.yaml says which of them matter in your archive:

```yaml
checks:
  unknown-acronym: off
  question-without-response: error
```

Codes marked "always" cannot be changed. Something is kept back from the site because of them.
"""


def reference_pages() -> dict[str, str]:
    """Every page of the reference by its file name."""
    pages = {
        "front-matter.md": ("Front matter", _front_matter()),
        "settings.md": ("Settings", _settings()),
        "commands.md": ("Commands", _commands()),
        "codes.md": ("Messages and their codes", _codes()),
    }
    return {
        name: f"# {title}\n\n{MADE}\n{''.join(parts).rstrip()}\n"
        for name, (title, parts) in pages.items()
    }


def _front_matter() -> Iterator[str]:
    yield FRONT_MATTER
    yield _fields("Minutes", "`content/meetings/<committee>/<anything>.md`", MEETING_FIELDS)
    yield _fields("Reports and other documents", "`content/documents/`", DOCUMENT_FIELDS)
    yield _fields("Pages of your own", "`content/pages/`", PAGE_FIELDS)


def _settings() -> Iterator[str]:
    yield SETTINGS
    yield _fields("site.yaml", "The archive as a whole.", SITE_FIELDS)
    yield _fields(
        "bodies.yaml", "Committees and councils, and what they were called when.", BODIES_FIELDS
    )
    yield _fields("people.yaml", "Who is in public life. Nobody else gets a page.", PEOPLE_FIELDS)
    yield _fields(
        "glossary.yaml", "What short letters stand for, and residents' words.", GLOSSARY_FIELDS
    )


def _fields(title: str, sentence: str, fields: Iterable[Field]) -> str:
    parts = [f"\n## {title}\n\n{sentence}\n\n", _table(fields)]
    parts += [_entry(field, field.name) for field in fields if field.fields]
    return "".join(parts)


def _entry(field: Field, path: str) -> str:
    short = (
        f" A plain word stands for an entry with that `{field.short_form}`."
        if field.short_form
        else ""
    )
    inner = [_entry(one, f"{path}: {one.name}") for one in field.fields if one.fields]
    return f"\nEach entry of `{path}` has these keys.{short}\n\n{_table(field.fields)}" + "".join(
        inner
    )


def _table(fields: Iterable[Field]) -> str:
    rows = ["| key | what it is | takes | for example |", "|---|---|---|---|"]
    for field in fields:
        name = f"`{field.name}`" + (" (needed)" if field.is_required else "")
        example = f"`{field.example}`" if field.example else ""
        rows.append(_row(name, field.meaning, _takes(field), example))
    return "\n".join(rows) + "\n"


def _takes(field: Field) -> str:
    if field.type is FieldType.PAIRS and field.choices:
        return "lines of `code: " + "|".join(field.choices) + "`"
    if field.type is FieldType.CHOICE:
        return ", ".join(f"`{choice}`" for choice in field.choices)
    return TAKES[field.type]


def _commands() -> Iterator[str]:
    yield COMMANDS
    for action in make_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, parser in action.choices.items():
                yield _command(name, parser)


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    rows = ["| option | what it does |", "|---|---|"]
    for action in parser._actions:
        if action.help == argparse.SUPPRESS:
            continue
        written = [_written(option, action) for option in action.option_strings]
        shown = ", ".join(written) or f"`{action.metavar or action.dest}`"
        rows.append(_row(shown, _choices(action)))
    sentence = (parser.description or "").strip()
    return f"\n## minutebook {name}\n\n{_sentence(sentence)}\n\n" + "\n".join(rows) + "\n"


def _written(option: str, action: argparse.Action) -> str:
    if action.nargs == 0:
        return f"`{option}`"
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "VALUE")
    return f"`{option} {value}`"


def _choices(action: argparse.Action) -> str:
    return (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")


def _codes() -> Iterator[str]:
    yield CODES
    for severity, title in (
        (Severity.ERROR, "Errors"),
        (Severity.WARNING, "Warnings"),
        (Severity.HINT, "Hints"),
    ):
        rules = sorted((rule for rule in RULES.values() if rule.severity is severity), key=_code)
        if rules:
            rows = ["| code | what was found | what to do |", "|---|---|---|", *map(_rule, rules)]
            yield f"\n## {title}\n\n" + "\n".join(rows) + "\n"


def _code(rule: Rule) -> str:
    return rule.code


def _rule(rule: Rule) -> str:
    meaning = f"{rule.meaning} {rule.explanation}".strip()
    code = f"`{rule.code}`" + (" (always)" if rule.is_fixed else "")
    return _row(code, meaning, _sentence(rule.remedy))


def _row(*cells: str) -> str:
    """A row of a table; what stands between backticks is code, and nothing else is Markdown."""
    return "".join(f"| {_shown(cell)} " if cell else "| " for cell in cells) + "|"


def _shown(cell: str) -> str:
    parts = cell.replace("|", "\\|").split("`")
    parts[::2] = [MARKS.sub(r"\\\g<0>", part) for part in parts[::2]]
    return "`".join(parts)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def main() -> None:
    """Writes every page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in reference_pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
