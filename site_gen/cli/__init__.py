"""The command `minutebook`: all wording and colour. `main` finds the command and runs it."""

import argparse
import os
import sys
from pathlib import Path

from site_gen import __version__
from site_gen.cli import build_command, check_command, serve_command

COMMANDS = {
    "build": build_command,
    "check": check_command,
    "serve": serve_command,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status: 0 good, 1 errors in content, 2 wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = make_parser()
    options = parser.parse_args(_with_command(given))
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # Whoever read our output has gone; what is left to say has nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def make_parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    parser = argparse.ArgumentParser(
        prog="minutebook", description="Turn a folder of minutes into a searchable website."
    )
    parser.add_argument("--version", action="version", version=f"minutebook {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument(
            "--root",
            type=Path,
            default=Path(),
            metavar="DIR",
            help="the folder that holds content/ (default: this folder)",
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def _with_command(given: list[str]) -> list[str]:
    """Without a command, build: `minutebook --strict` means `minutebook build --strict`."""
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        return ["build", *given]
    return given
