"""The command `minutebook`: all wording and colour. `main` finds the command and runs it."""

import gc
import os
import sys
from collections.abc import Container, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from site_gen import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser

# Each is a module `<name>_command` with `add_arguments` and `run`, loaded when it is called: a
# build must not wait for, or need, what only an import uses.
COMMANDS = {
    "build": "build the site in public/",
    "new": "write a file for the next meeting, with its usual agenda and members",
    "check": "say what is wrong in content/, and write nothing",
    "serve": "show the site in a browser, and rebuild on every save",
    "search": "search the built site from the terminal",
    "summary": "tell what was understood in some files, as Markdown",
    "explain": "show what was understood of a file, line by line, or what a message means",
    "import": "turn Word files, web pages and text into minutes in content/",
    "schema": "tell an editor what each file may say",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status: 0 good, 1 errors in content, 2 wrong usage."""
    given = _with_command(sys.argv[1:] if arguments is None else arguments)
    parser = make_parser((given[0],))
    if given[0] not in COMMANDS and not given[0].startswith("-"):
        parser.error(_no_command(given[0]))
    options = parser.parse_args(given)
    try:
        return int(command_module(given[0]).run(options))
    except BrokenPipeError:
        # Whoever read our output has gone; what is left to say has nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def start(arguments: list[str] | None = None) -> NoReturn:
    """Run one command as `main` does, and end the process with its exit status.

    A build holds tens of thousands of values, and to take them down one by one would be a part of
    every change that nobody needs: once all is said, the process is left as it is.
    """
    # NumPy comes with linear algebra, which nothing here needs. The threads that it keeps ready for
    # that wait by spinning, for 0.08 s of a processor in each process that loads it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Ten thousands of rows live as long as a command does, and few things lie in circles.
    gc.set_threshold(200_000, 50, 50)
    _begin_early(_with_command(sys.argv[1:] if arguments is None else arguments))
    status = main(arguments)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)  # which says what could not be said
    os._exit(status)


def make_parser(called: Container[str] = COMMANDS) -> "ArgumentParser":
    """Every command by its name; those in `called` with their options."""
    from argparse import ArgumentParser  # noqa: PLC0415 - see `_begin_early`

    parser = ArgumentParser(
        prog="minutebook", description="Turn a folder of minutes into a searchable website."
    )
    parser.add_argument("--version", action="version", version=f"minutebook {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, meaning in COMMANDS.items():
        command = commands.add_parser(name, help=meaning, description=meaning)
        if name in called:
            command.add_argument(
                "--root",
                type=Path,
                default=Path(),
                metavar="DIR",
                help="the folder that holds content/ (default: this folder)",
            )
            command_module(name).add_arguments(command)
    return parser


def command_module(name: str) -> Any:
    """The module of a command."""
    return import_module(f"site_gen.cli.{name}_command")


def _begin_early(given: Sequence[str]) -> None:
    """Have a build's other process begin while this one finds out what is wanted.

    What is guessed here from the arguments may be wrong: then that process has nothing to do.
    """
    if given[0] == "build" and not any(one.startswith("--w") for one in given):
        from site_gen.publish.second_process import begin_early  # noqa: PLC0415 - not for all

        begin_early(Path(_value_of("--root", given)))


def _value_of(option: str, given: Sequence[str]) -> str:
    """What stands behind an option, or nothing."""
    for place, one in enumerate(given):
        if one == option:
            return "".join(given[place + 1 : place + 2])
        if one.startswith(f"{option}="):
            return one.partition("=")[2]
    return ""


def _no_command(given: str) -> str:
    import difflib  # noqa: PLC0415 - for whoever mistypes

    near = difflib.get_close_matches(given.lower(), COMMANDS, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(COMMANDS)}"
    return f'there is no command "{given}"; {hint}'


def _with_command(given: list[str]) -> list[str]:
    """Without a command, build: `minutebook --strict` means `minutebook build --strict`."""
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        return ["build", *given]
    return given
