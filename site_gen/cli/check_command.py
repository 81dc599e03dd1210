"""`minutebook check`: say what is wrong, and write nothing."""

import argparse
import sys

from site_gen.cli.exits import ERRORS, GOOD, refusal_of_root, refuse
from site_gen.cli.findings import show_findings, tally
from site_gen.cli.terminal import Terminal
from site_gen.publish.checking import check_site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--strict", action="store_true", help="exit status 1 for warnings too")
    parser.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="how to print findings: for people, or as GitHub annotations",
    )


def run(options: argparse.Namespace) -> int:
    """Check, and say what was found."""
    if refusal := refusal_of_root(options.root):
        return refuse(refusal)
    terminal = Terminal(sys.stdout)
    findings = check_site(options.root)
    show_findings(findings, root=options.root, terminal=terminal, form=options.format)
    errors, warnings = tally(findings)
    if options.format == "text":
        terminal.say(f"{errors:,} errors, {warnings:,} warnings")
    return ERRORS if errors or (options.strict and warnings) else GOOD
