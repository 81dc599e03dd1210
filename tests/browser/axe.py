"""What axe-core finds wrong with the accessibility of a page that is open in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.programs import find_node_module

RUN_AXE = """
async ({ rules, within }) => {
  const options = { resultTypes: ["violations"], reporter: "v2" };
  if (rules) options.runOnly = { type: "rule", values: rules };
  return (await axe.run(within ?? document, options)).violations;
}
"""


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that one element of the page breaks."""

    rule: str  # axe's own name, such as "color-contrast"
    impact: str  # minor, moderate, serious or critical
    message: str
    selector: str
    html: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.message}\n    {self.selector}\n    {self.html}"


def find_violations(
    page: Page, *, within: str | None = None, rules: list[str] | None = None
) -> list[Violation]:
    """What axe reports on the page as it stands now, best practice included.

    `within` is a CSS selector to look at a part of the page; `rules` runs those alone.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe_source())
    found = page.evaluate(RUN_AXE, {"rules": rules, "within": within})
    return [_violation(rule, node) for rule in found for node in rule["nodes"]]


def assert_accessible(page: Page, *, within: str | None = None) -> None:
    """Fails with a readable list when axe finds anything."""
    violations = find_violations(page, within=within)
    listed = "\n".join(map(str, violations))
    assert not violations, f"{len(violations)} accessibility problems on {page.url}\n{listed}"


@cache
def _axe_source() -> str:
    return find_node_module("axe-core/axe.min.js").read_text(encoding="utf-8")


def _violation(rule: dict[str, Any], node: dict[str, Any]) -> Violation:
    return Violation(
        rule=rule["id"],
        impact=node["impact"] or "minor",
        message=rule["help"],
        selector=" ".join(map(str, node["target"])),
        html=node["html"],
    )
