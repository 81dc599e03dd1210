"""A code of a message explained: what it means, wrong and right, and how to change it."""

from collections.abc import Iterator

from site_gen.cli.terminal import BLUE, BOLD, DIM, RED, YELLOW, Terminal
from site_gen.diagnostics import Severity
from site_gen.diagnostics.rule import Rule
from site_gen.diagnostics.rules import RULES
from site_gen.diagnostics.switches import SWITCHES
from site_gen.diagnostics.text_lines import SEVERITY_WORDS

COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: BLUE}
SEVERITIES = {
    Severity.ERROR: "an error: the site is not built until it is mended",
    Severity.WARNING: "a warning: something that a careful clerk would change",
    Severity.HINT: "a hint: something to look at, which only `minutebook check` says",
}
REMEDY_MARKS = (".", "?", "!", '"')


def code_lines(rule: Rule, terminal: Terminal) -> Iterator[str]:
    """What the code means, what to do, an example of each, and how to change its severity."""
    yield terminal.painted(rule.code, BOLD, COLOURS[rule.severity])
    yield f"This is {SEVERITIES[rule.severity]}."
    yield ""
    yield rule.meaning
    if rule.explanation:
        yield rule.explanation
    yield ""
    yield f"{terminal.painted('What to do:', BOLD)} {_sentence(rule.remedy)}"
    for title, example in (("Wrong", rule.wrong), ("Right", rule.right)):
        if example:
            yield ""
            yield terminal.painted(f"{title}:", BOLD)
            yield from (f"  | {line}".rstrip() for line in example.rstrip("\n").split("\n"))
    yield ""
    yield from _severity_lines(rule, terminal)


def list_lines(terminal: Terminal) -> Iterator[str]:
    """Every code with its meaning."""
    width = max(map(len, RULES))
    for severity in reversed(Severity):
        rules = sorted(code for code, rule in RULES.items() if rule.severity is severity)
        for code in rules:
            name = terminal.painted(f"{code:{width}}", COLOURS[severity])
            yield f"{name}  {SEVERITY_WORDS[severity]:7}  {RULES[code].meaning}"
    yield ""
    yield "minutebook explain CODE tells more of one of them, minutebook explain FILE of a file."


def _severity_lines(rule: Rule, terminal: Terminal) -> Iterator[str]:
    if rule.is_fixed:
        yield "It cannot be changed: something is kept back from the site because of it."
        return
    others = [level for level in SWITCHES if level != SEVERITY_WORDS[rule.severity]]
    yield "To change how much it matters, write this in content/site.yaml:"
    yield "  checks:"
    choices = terminal.painted(f"  # or {', '.join(others[1:])}", DIM)
    yield f"    {rule.code}: {others[0]}{choices}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(REMEDY_MARKS) else ".")
