"""How much each rule matters in this archive: what `checks:` in site.yaml says."""

from collections.abc import Iterable, Mapping

from site_gen.diagnostics.diagnostic import Diagnostic, Severity
from site_gen.diagnostics.rules import RULES
from site_gen.text.values import replace

OFF = "off"
LEVELS = {"hint": Severity.HINT, "warning": Severity.WARNING, "error": Severity.ERROR}
SWITCHES = (OFF, *LEVELS)
SWITCHABLE = {code: rule.meaning for code, rule in RULES.items() if not rule.is_fixed}


def switched(findings: Iterable[Diagnostic], checks: Mapping[str, str]) -> list[Diagnostic]:
    """The findings with the severity that `checks` gives their code; without those it turns off.

    A code that cannot be switched keeps its severity whatever is said.
    """
    wanted = {code: level for code, level in checks.items() if code in SWITCHABLE}
    if not wanted:
        return list(findings)
    kept = (one for one in findings if wanted.get(one.code) != OFF)
    return [
        replace(one, severity=LEVELS[wanted[one.code]]) if one.code in wanted else one
        for one in kept
    ]
