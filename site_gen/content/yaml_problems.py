"""What went wrong in YAML, said so that a clerk can mend it."""

import re

import yaml

from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.text.patterns import compile_later
from site_gen.text.sources import Source

KEY_AND_VALUE = compile_later(r"(?P<key>\s*(?:- )?[\w -]+?:)\s+(?P<value>\S.*?)\s*\Z")
# "date 2024-03-12", "date:2024-03-12", "date = 2024-03-12"; words with a colon and a space further
# on are others.
KEY_WITHOUT_COLON = compile_later(
    r"(?P<key>[a-z_]+)(?:[ \t]*[:=](?=\S)|[ \t]+=?(?!:))[ \t]*"
    r"(?P<value>(?:(?!:(?:\s|\Z)).)+?)\s*\Z"
)
BRACKETS = {"[": "]", "{": "}"}
CURLY = "“”‘’"
MARKS = f"'\"{CURLY}"
# "#3 Budget" is meant as words; "# until July" is meant as a comment.
HASH_WORD = re.compile(r"#\S")


def explain_yaml_error(
    source: Source, error: yaml.YAMLError, *, first_line: int, text: str
) -> Diagnostic:
    """The error at its place in `source`, showing the line mended where quotation marks do it."""
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark is not None else 0)
    column = mark.column + 1 if mark is not None else 1
    # An end that comes too early is noticed after the last line; the mistake is before it.
    line = min(line, first_line + text.count("\n"))
    place = source.place(line, column)
    written = source.line(line)
    if "\t" in written[: len(written) - len(written.lstrip())]:
        message = "the line begins with a tab"
        return finding("yaml-broken", place, message, "begin it with spaces instead")
    for number in (line, line - 1):
        if number >= first_line and (missing := missing_colon(source, number)) is not None:
            return missing
    for number in (line, line - 1):
        if number >= first_line and (open_ended := _broken_quotation(source, number)) is not None:
            return open_ended
    if (never_closed := _open_bracket(source, error, first_line)) is not None:
        return never_closed
    if (mended := quoted_line(written)) is not None:
        message = f"the value cannot be read: {written.strip()}"
        return finding("yaml-broken", place, message, f"put quotation marks around it: {mended}")
    hint = (
        "write each line as `key: value`, and look for a missing quotation mark or bracket, or "
        "wrong spaces, here or in the line above"
    )
    return finding("yaml-broken", place, "this line does not fit the lines above it", hint)


def _broken_quotation(source: Source, line: int) -> Diagnostic | None:
    """An error where a value begins with a quotation mark that does not end it; else None."""
    match = KEY_AND_VALUE.match(source.line(line))
    if match is None or match["value"][0] not in "'\"":
        return None
    value = match["value"]
    inside = value[1:].rstrip(MARKS)
    if len(value) > 1 and value[-1] == value[0] and value[0] not in inside:
        return None
    place = source.place(line, match.start("value") + 1, length=len(value))
    if value[-1] in CURLY:
        message = f"the value begins with a straight mark {value[0]} and ends with a curly one"
    elif value[0] in inside:
        message = f"the value begins with the mark {value[0]} and has it inside as well"
    else:
        message = f"the quotation mark {value[0]} is never closed"
    words = inside.replace("\\", "\\\\").replace('"', '\\"')
    return finding("yaml-broken", place, message, f'write it like this: {match["key"]} "{words}"')


def _open_bracket(source: Source, error: yaml.YAMLError, first_line: int) -> Diagnostic | None:
    """An error where a list in brackets is not closed, which is noticed further on; else None."""
    mark = getattr(error, "context_mark", None)
    if mark is None or "flow" not in (getattr(error, "context", None) or ""):
        return None
    line = first_line + mark.line
    behind = source.line(line)[mark.column :]
    opening = behind[:1]
    closing = BRACKETS.get(opening)
    if closing is None or closing in behind:
        return None
    place = source.place(line, mark.column + 1, length=1)
    hint = f'end the list with "{closing}", or put the whole value in quotation marks'
    return finding("yaml-broken", place, f'the bracket "{opening}" is never closed', hint)


def missing_colon(source: Source, line: int) -> Diagnostic | None:
    """An error where a line has a key and a value without ": " between them; else None."""
    match = KEY_WITHOUT_COLON.match(source.line(line))
    if match is None:
        return None
    place = source.place(line, match.end("key") + 1)
    message = f'a colon and a space are missing after "{match["key"]}"'
    hint = f"write it like this: {match['key']}: {match['value']}"
    return finding("yaml-broken", place, message, hint)


def quoted_line(written: str) -> str | None:
    """The line with its value in quotation marks; None where that would not help."""
    match = KEY_AND_VALUE.match(written)
    if match is None or match["value"][0] in "'\"[{|>":
        return None
    value = match["value"].replace("\\", "\\\\").replace('"', '\\"')
    return f'{match["key"].strip()} "{value}"'


def swallowed_comment(source: Source, line: int, *, from_column: int) -> Diagnostic | None:
    """A warning when words of a value are lost because "#" makes them a comment.

    `from_column` is counted from 0. A hash followed by a space is taken for a comment.
    """
    written = source.line(line)
    match = HASH_WORD.search(written, from_column)
    if match is None or written[from_column : match.start()].strip() not in {"", ":"}:
        return None
    mended = quoted_line(written)
    hint = f"put quotation marks around it: {mended}" if mended else ""
    message = f'"{written[match.start() :].strip()}" is not read: "#" begins a comment'
    place = source.place(line, match.start() + 1, length=len(written) - match.start())
    return finding("yaml-comment-swallows", place, message, hint)
